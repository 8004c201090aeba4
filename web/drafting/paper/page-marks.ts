// Where in the text does a printed page begin? A line across the paper at the first word of each, which moves with the words.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { lettersIn } from '../desk/printed-place.ts';

/** The first word of a page: in which block, from 0, and behind how many letters; what stands at the line. */
export type PageMark = { block: number; letters: number; label: string };

/** Takes the marks of the present text; they move with their words until the next ones come. */
export const PAGE_MARKS = new PluginKey<DecorationSet>('page-marks');

/** From `letters` on, spaces not counted, to the end of the word; null where there is none. */
const wordAt = (block: Node, letters: number): { from: number; to: number } | null => {
  let before = 0;
  let found: { from: number; to: number } | null = null;
  block.descendants((piece, place) => {
    if (found || !piece.isText) return !found;
    const text = piece.text ?? '';
    for (let at = 0; at < text.length; at += 1) {
      const count = lettersIn(text[at] ?? '');
      if (count > 0 && before >= letters) {
        const length = /^\S+/u.exec(text.slice(at))?.[0].length ?? 1;
        found = { from: place + at, to: place + at + length };
        return false;
      }
      before += count;
    }
    return true;
  });
  return found;
};

const drawn = (page: Node, marks: readonly PageMark[]): DecorationSet => {
  const decorations: Decoration[] = [];
  page.forEach((block, start, at) => {
    for (const { letters, label } of marks.filter((mark) => mark.block === at)) {
      const word = wordAt(block, letters);
      if (!word) continue;
      const inner = start + 1;
      decorations.push(
        Decoration.inline(inner + word.from, inner + word.to, {
          'data-page': label,
          ...(letters === 0 && { 'data-first': '' }),
        }),
      );
    }
  });
  return DecorationSet.create(page, decorations);
};

export const PageMarks = Extension.create({
  name: 'pageMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: PAGE_MARKS,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => {
          const marks: PageMark[] | undefined = transaction.getMeta(PAGE_MARKS);
          return marks
            ? drawn(transaction.doc, marks)
            : before.map(transaction.mapping, transaction.doc);
        },
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});
