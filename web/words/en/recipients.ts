// What is said in English of addressees and recipients while they are written?
import type { recipients as vi } from '../vi/recipients.ts';

export const recipients: typeof vi = {
  add: { addressees: 'Add an addressee', recipients: 'Add a recipient' },
  press: 'Add',
  hint: { addressees: 'Type or paste addressees', recipients: 'Type or paste recipients' },
  asTyped: 'The directory has no such name. Enter: take it as it is typed.',
  way: (place: number, way: string) => `Line ${place}: ${way}. Change where and how it goes`,
  to: (way: string, organization: string) => `${way}: ${organization}`,
  handle: (place: number) => `Move line ${place}`,
  up: 'Move up',
  down: 'Move down',
  keys: 'Alt+↑, Alt+↓: move the line up, down.',
  moved: (text: string, place: number, count: number) => `“${text}” is line ${place} of ${count}.`,
  added: (count: number) => (count === 1 ? '1 line added.' : `${count} lines added.`),
  removed: (text: string) => `“${text}” was removed.`,
  undo: 'Undo',
  blank: 'a blank line',
  rest: (count: number) => (count === 1 ? '1 more line' : `${count} more lines`),
  full: (most: number) => `At most ${most} lines; those behind cannot be saved.`,
};
