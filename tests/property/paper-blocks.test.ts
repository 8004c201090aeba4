// Does a body survive the way onto the drafter's paper and back?
import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Run } from '../../functions/domain/content/block.ts';
import { blocksOf, pageOf, remember } from '../../web/drafting/paper/paper-blocks.ts';
import { PAPER_SCHEMA } from '../../web/drafting/paper/paper-schema.ts';
import { reportWithMergedCells } from '../support/random-report.ts';

const schema = getSchema(PAPER_SCHEMA);

const laidOut = (blocks: Block[]): Node => schema.nodeFromJSON(pageOf(blocks));

/** Neighbours of one style as one run, as the paper has them. */
const joined = (runs: Run[]): Run[] => {
  const done: Run[] = [];
  for (const { text, bold, italic } of runs.filter((run) => run.text !== '')) {
    const last = done.at(-1);
    if (last && !last.bold === !bold && !last.italic === !italic) last.text += text;
    else done.push({ text, ...(bold && { bold }), ...(italic && { italic }) });
  }
  return done.length > 0 ? done : [{ text: '' }];
};
const asWritten = (block: Block): Block =>
  block.kind === 'table'
    ? { ...block, rows: block.rows.map((row) => row.map(joined)) }
    : { ...block, runs: joined(block.runs) };

const bodies = fc
  .record({ seed: fc.nat(), size: fc.integer({ min: 0, max: 40 }) })
  .map(({ seed, size }) => reportWithMergedCells(seed, size).blocks);

describe('the paper', () => {
  it('gives an untouched body back exactly, run by run', () => {
    fc.assert(
      fc.property(bodies, (blocks) => {
        const page = laidOut(blocks);
        page.check();
        remember(page, blocks);

        expect(blocksOf(page)).toBe(blocks);
      }),
    );
  });

  it('says every word and style of a body that it has not seen before', () => {
    fc.assert(
      fc.property(bodies, (blocks) => {
        const said = blocksOf(laidOut(blocks));

        expect(said).toEqual(
          blocks.length > 0 ? blocks.map(asWritten) : [{ kind: 'paragraph', runs: [{ text: '' }] }],
        );
      }),
    );
  });

  it('changes no block but the one that is typed in', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (blocks, choice) => {
        const doc = laidOut(blocks);
        remember(doc, blocks);
        const at = choice % doc.childCount;
        const before = EditorState.create({ doc });

        // Into the block, and within a table into its first cell's text.
        const inside =
          doc.resolve(0).posAtIndex(at, 0) + (doc.child(at).type.name === 'table' ? 4 : 1);
        const after = before.apply(before.tr.insertText('chữ ', inside));

        const said = blocksOf(after.doc);
        for (const [place, block] of blocks.entries()) {
          if (place === at) expect(JSON.stringify(said[place])).toContain('chữ ');
          else expect(said[place]).toBe(block);
        }
      }),
    );
  });
});
