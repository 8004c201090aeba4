// Is what is being written longer than it may be? Said while one writes: nothing is cut off, and nothing is sent in vain.
import { words } from '../../words/words.ts';

/** The field's name without what its label says besides: `Lý do (bắt buộc)`. */
const nameIn = (label: string): string => label.replace(/ \(.*\)$/u, '');

/** The sentence, or null while it fits. `most`: UTF-16 units. */
export const tooLong = (label: string, text: string, most: number): string | null =>
  text.length > most ? words.fields.tooLong(nameIn(label), text.length, most) : null;
