// Do notes stand at the height of their places, in the order of reading, and none over another?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding, Path } from '../../../functions/domain/content/finding.ts';
import { inReadingOrder } from '../../../web/drafting/submitting/in-reading-order.ts';
import { stacked } from '../../../web/drafting/submitting/stacked.ts';

const GAP = 8;

describe('a note in the margin', () => {
  test('stands at its place where there is room, and below the one before it where there is none', () => {
    const notes = [
      { at: 100, height: 50 },
      { at: 120, height: 50 },
      { at: 400, height: 50 },
    ];

    expect(stacked(notes, GAP, null)).toEqual([100, 158, 400]);
  });

  test('that is looked at stands at its place, and those before it give way', () => {
    const notes = [
      { at: 100, height: 50 },
      { at: 120, height: 50 },
      { at: 130, height: 50 },
    ];

    expect(stacked(notes, GAP, 1)).toEqual([62, 120, 178]);
  });

  test('never lies over another, nor above the margin, whichever is looked at', () => {
    const note = fc.record({ at: fc.nat(5_000), height: fc.integer({ min: 1, max: 300 }) });
    const places = fc
      .array(note, { minLength: 1, maxLength: 40 })
      .map((notes) => notes.toSorted((one, other) => one.at - other.at));
    fc.assert(
      fc.property(places, fc.option(fc.nat(39)), (notes, chosen) => {
        const tops = stacked(notes, GAP, chosen);
        return tops.every(
          (top, at) =>
            top >= (at === 0 ? 0 : (tops[at - 1] ?? 0) + (notes[at - 1]?.height ?? 0) + GAP),
        );
      }),
    );
  });
});

test('findings stand as the paper is read: its head, its text block by block, its foot', () => {
  const at = (path: Path): Finding => ({
    rule: path.join('.'),
    severity: 'warning',
    source: 'house',
    path,
    vi: '',
    en: '',
    fix: null,
  });
  const paths: Path[] = [
    ['signature', 'name'],
    ['blocks', 10],
    ['blocks', 2, 'runs', 1],
    ['blocks', 2, 'runs', 0],
    ['recipients', 0, 'text'],
    ['subject'],
    ['urgency'],
  ];

  expect(inReadingOrder(paths.map(at)).map(({ rule }) => rule)).toEqual([
    'subject',
    'blocks.2.runs.0',
    'blocks.2.runs.1',
    'blocks.10',
    'recipients.0.text',
    'signature.name',
    'urgency',
  ]);
});
