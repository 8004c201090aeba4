// Which number does each block show while it is written? The one that it will be printed with, counted anew when blocks change.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type NumberedKind, numbering } from '../../../functions/document/numbering.ts';
import { words } from '../../words/words.ts';
import type { BlockShape } from './block-shape.ts';

const COUNTED: Partial<Record<BlockShape, NumberedKind>> = {
  part: 'part',
  chapter: 'chapter',
  section: 'section',
  subsection: 'subsection',
  article: 'article',
  heading1: 'level1',
  heading2: 'level2',
  heading3: 'level3',
  clause2: 'level2',
  clause3: 'level3',
};

/** What stands before the words of a block: its number, or for a blank one, which is not printed, what it is. */
const marksOf = (page: Node): string[] => {
  const number = numbering();
  return Array.from(page.children, (piece) => {
    const shape = piece.attrs.shape as BlockShape | undefined;
    if (shape === undefined) return '';
    if (piece.textContent.trim() === '') return `?${words.editor.shapes[shape]}`;
    const counted = COUNTED[shape];
    return counted ? number(counted) : '';
  });
};

const shown = (page: Node, marks: string[]): DecorationSet => {
  const decorations: Decoration[] = [];
  page.forEach((piece, from, at) => {
    const mark = marks[at];
    if (!mark) return;
    const attribute = mark.startsWith('?')
      ? { 'data-blank': mark.slice(1) }
      : { 'data-number': mark };
    decorations.push(Decoration.node(from, from + piece.nodeSize, attribute));
  });
  return DecorationSet.create(page, decorations);
};

type Numbers = { marks: string[]; decorations: DecorationSet };

const isSame = (one: string[], other: string[]) =>
  one.length === other.length && one.every((mark, at) => mark === other[at]);

/** A block that was moved has left its number behind, though the numbers are the same as before: so not all are there. */
const areAllThere = (decorations: DecorationSet, marks: string[]) =>
  decorations.find().length === marks.filter((mark) => mark !== '').length;

export const Numbers = Extension.create({
  name: 'numbers',
  addProseMirrorPlugins: () => [
    new Plugin<Numbers>({
      state: {
        init: (_, { doc }) => {
          const marks = marksOf(doc);
          return { marks, decorations: shown(doc, marks) };
        },
        apply: (transaction, before) => {
          if (!transaction.docChanged) return before;
          const marks = marksOf(transaction.doc);
          // Within a block nothing moves but places: a key in a long report must not count it anew on the screen.
          const kept =
            isSame(marks, before.marks) &&
            before.decorations.map(transaction.mapping, transaction.doc);
          const decorations =
            kept && areAllThere(kept, marks) ? kept : shown(transaction.doc, marks);
          return { marks, decorations };
        },
      },
      props: {
        decorations(state) {
          return this.getState(state)?.decorations;
        },
      },
    }),
  ],
});
