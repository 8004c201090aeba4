// Which document's number has somebody typed? What bears it comes before whatever only names it.

import type { DocumentNumber } from '../issued/issue.ts';
import { fold } from './folded-words.ts';

/** `symbol` as far as it was typed, folded; empty for a number by itself. */
export type TypedNumber = { number: number; symbol: string };

/** `118/BC-UBND` among other words; a day has no letters behind its stroke. */
const WITH_SYMBOL = /(?<![\p{L}\d/])(\d{1,6})\s*\/\s*(\p{L}[\p{L}\d.&-]*)/u;
const BY_ITSELF = /^\s*(?:so\s*:?\s*)?(\d{1,6})\s*$/u;

export const typedNumber = (typed: string): TypedNumber | null => {
  const folded = fold(typed);
  const [, number, symbol = ''] = WITH_SYMBOL.exec(folded) ?? BY_ITSELF.exec(folded) ?? [];
  return number === undefined ? null : { number: Number(number), symbol };
};

/** Is this the number that was typed? */
export const isTyped = (
  given: Pick<DocumentNumber, 'number' | 'symbol'> | null,
  typed: TypedNumber | null,
): boolean =>
  given !== null && given.number === typed?.number && fold(given.symbol).startsWith(typed.symbol);

/** What bears the number first; otherwise in the order in which it was found. */
export const bearersFirst = <Thing>(
  things: readonly Thing[],
  numberOf: (thing: Thing) => Pick<DocumentNumber, 'number' | 'symbol'> | null,
  typed: TypedNumber | null,
): Thing[] => {
  const rank = (thing: Thing) => Number(!isTyped(numberOf(thing), typed));
  return things.toSorted((one, other) => rank(one) - rank(other));
};
