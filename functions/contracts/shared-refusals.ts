// Which refusals need not be said of each operation? Those of all operations that ask for the same: who names an office may hear
// that there is none.
import { KINDS } from './problem-answers.ts';
import type { ProblemCode } from './problems.ts';

/** An operation: what it asks for (parts of its path, headers, a body), and as what it refuses. */
type Asking = { asksFor: string[]; refuses: readonly ProblemCode[] };

/** Of fewer it is said of each. */
const SEVERAL = 3;

const refusedByAll = ([first, ...others]: Asking[]): ProblemCode[] =>
  (first?.refuses ?? []).filter((code) => others.every(({ refuses }) => refuses.includes(code)));

/** What is said once, by what is asked for, and what is left to say of one operation. */
export const sharedRefusals = (operations: Asking[]) => {
  const byAsked = new Map<string, ProblemCode[]>();
  for (const asked of new Set(operations.flatMap(({ asksFor }) => asksFor))) {
    const those = operations.filter(({ asksFor }) => asksFor.includes(asked));
    const codes = those.length < SEVERAL ? [] : refusedByAll(those);
    if (codes.length > 0) byAsked.set(asked, codes);
  }
  const once = new Map<string, ProblemCode[]>(KINDS.map(({ called, codes }) => [called, codes]));
  for (const [asked, codes] of byAsked) {
    const called = `one with ${asked}`;
    once.set(called, [...(once.get(called) ?? []), ...codes]);
  }
  const leftOf = ({ asksFor, refuses }: Asking): ProblemCode[] => {
    const said = new Set(asksFor.flatMap((asked) => byAsked.get(asked) ?? []));
    return refuses.filter((code) => !said.has(code));
  };
  return { once, leftOf };
};
