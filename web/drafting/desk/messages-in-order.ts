// Which message of the desk comes first? What keeps words from being saved, then what was just done, then mere information.

/** From the most important on. */
const KINDS = [
  'gone',
  'conflict',
  'trouble',
  'misfits',
  'pasted',
  'comeBack',
  'correction',
  'restored',
  'setAside',
] as const;
export type MessageKind = (typeof KINDS)[number];

export const foremostFirst = <Message extends { kind: MessageKind }>(
  messages: Message[],
): Message[] =>
  messages.toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
