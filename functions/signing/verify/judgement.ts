// How is a question answered when the answer may be yes, no, or "cannot be judged"? Always with the reason as a code.

/** `cannotJudge` is an honest answer: the question was not decided, because something is unknown here. */
export type Judgement<Invalid extends string = string, Unknown extends string = string> =
  | { verdict: 'valid' }
  | { verdict: 'invalid'; because: Invalid }
  | { verdict: 'cannotJudge'; because: Unknown };

export const VALID = { verdict: 'valid' } as const;
export const invalid = <Reason extends string>(because: Reason) =>
  ({ verdict: 'invalid', because }) as const;
export const cannotJudge = <Reason extends string>(because: Reason) =>
  ({ verdict: 'cannotJudge', because }) as const;
