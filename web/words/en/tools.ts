// What do the tools of the paper say in English?
import type { tools as vi } from '../vi/tools.ts';

export const tools: typeof vi = {
  more: 'More tools',
  list: 'Bullet list (-)',
  numbers: 'Numbered clause (1.)',
  inwards: 'One level in',
  outwards: 'One level out',
  inTable: 'In a table',
  table: 'Tools of the table',
  tableKeys: 'Alt+F10: tools of the table.',
  find: {
    title: 'Find and replace in the body',
    open: 'Find, replace',
    wanted: 'Find in the body',
    instead: 'Replace with',
    of: (at: number, count: number) => `${at} / ${count}`,
    count: (count: number) => (count === 1 ? '1 place' : `${count} places`),
    none: 'Not found',
    previous: 'Previous place',
    next: 'Next place',
    matchCase: 'Match case',
    withoutAccents: 'Ignore accents',
    replacing: 'Replace',
    one: 'Replace this one',
    all: 'Replace all',
    replaced: (count: number) =>
      count === 1 ? 'Replaced 1 place. Undo: Ctrl+Z.' : `Replaced ${count} places. Undo: Ctrl+Z.`,
    close: 'Close the search',
  },
};
