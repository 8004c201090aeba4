// Where in the text does the decree's check find something? A mark in the margin of each block concerned.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Finding } from '../../../functions/domain/content/finding.ts';

/** `at` is the place of a block, from 0. */
export type Remark = Pick<Finding, 'severity'> & { at: number };

/** Takes the remarks on the present text; they move with their blocks until the next ones come. */
export const REMARKS = new PluginKey<DecorationSet>('remarks');

export const Remarks = Extension.create({
  name: 'remarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: REMARKS,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => {
          const remarks: Remark[] | undefined = transaction.getMeta(REMARKS);
          if (!remarks) return before.map(transaction.mapping, transaction.doc);
          const worst = new Map<number, Finding['severity']>();
          for (const { at, severity } of remarks) {
            if (worst.get(at) !== 'error') worst.set(at, severity);
          }
          const decorations: Decoration[] = [];
          transaction.doc.forEach((piece, from, at) => {
            const severity = worst.get(at);
            if (!severity) return;
            decorations.push(
              Decoration.node(from, from + piece.nodeSize, { 'data-remark': severity }),
            );
          });
          return DecorationSet.create(transaction.doc, decorations);
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
