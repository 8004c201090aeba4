// Which words of a template are placeholders for others: `${ten}`, `{{ten}}`, `«Ten»`?
// They are nobody's name, office or title, and what they stand for is not known yet.
import { isDecoration } from './line.ts';

/** As programs and mail merges write them; longer ones are words of somebody. */
const NAMED =
  /[$#]?\{{1,2}[^{}]{0,100}\}{1,2}|\[\[[^[\]]{0,100}\]\]|«[^«»]{0,100}»|<<[^<>]{0,100}>>/gu;

/** With dots in their places, as on paper, where they are filled in by hand. */
export const withGaps = (text: string): string => text.replace(NAMED, '…');

/** Does it say nothing but that something is to be filled in? */
export const isGap = (text: string): boolean => isDecoration(withGaps(text));

/** Has it a place with a name, which must be told where it is left out? */
export const hasPlaceholder = (text: string): boolean => withGaps(text) !== text;
