// Does the hash that people decide on change with every word, and with nothing but the words?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalHash, contentHash } from '../../functions/domain/canonical-hash.ts';
import { runsOf } from '../../functions/domain/content/block.ts';
import { deliveredTo, type ReportContent } from '../../functions/domain/content/report-content.ts';
import type { ApprovalRound } from '../../functions/domain/directory/organization.ts';
import { A_CHAIN, aContent } from '../support/builders.ts';

const text = fc.string({ unit: 'grapheme-ascii', maxLength: 8 });
const recipientLine = fc.record({
  text,
  organizationId: fc.constantFrom(null, 'org_a', 'org_b', 'org_c'),
  means: fc.constantFrom('system' as const, 'paper' as const, 'nameOnly' as const),
});
const content: fc.Arbitrary<ReportContent> = fc
  .record({
    subject: text,
    place: text,
    addressees: fc.array(recipientLine, { maxLength: 3 }),
    recipients: fc.array(recipientLine, { maxLength: 4 }),
    blocks: fc.array(
      text.map((words) => ({ kind: 'paragraph' as const, runs: runsOf(words) })),
      { maxLength: 3 },
    ),
  })
  .map(aContent);

/** The value with one leaf changed, once for every leaf. */
const withOneLeafChanged = (value: unknown): unknown[] => {
  if (Array.isArray(value)) {
    return value.flatMap((item, at) =>
      withOneLeafChanged(item).map((changed) => value.with(at, changed)),
    );
  }
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, item]) =>
      withOneLeafChanged(item).map((changed) => ({ ...value, [key]: changed })),
    );
  }
  if (typeof value === 'string') return [`${value} `];
  if (typeof value === 'number') return [value + 1];
  return [value === null ? 'something' : !value];
};

const withKeysReversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, item]) => [key, withKeysReversed(item)]));
};

const hash = (words: unknown, chain: unknown, layoutVersion: number) =>
  contentHash(words as ReportContent, chain as ApprovalRound[], layoutVersion);

test('every leaf of the content counts', () => {
  fc.assert(
    fc.property(content, (words) => {
      const own = contentHash(words, A_CHAIN, 1);
      const others = withOneLeafChanged(words).map((changed) => hash(changed, A_CHAIN, 1));
      expect(others).not.toContain(own);
      expect(new Set(others).size).toBe(others.length);
    }),
    { numRuns: 50 },
  );
});

test('everybody in the chain counts, and so does the layout', () => {
  const words = aContent();
  const own = contentHash(words, A_CHAIN, 1);

  const others = withOneLeafChanged(A_CHAIN).map((chain) => hash(words, chain, 1));

  expect(others).not.toContain(own);
  expect(contentHash(words, A_CHAIN.toReversed(), 1)).not.toBe(own);
  expect(contentHash(words, A_CHAIN, 2)).not.toBe(own);
});

test('the order of blocks counts, the order of keys does not', () => {
  fc.assert(
    fc.property(content, (words) => {
      const own = contentHash(words, A_CHAIN, 1);
      expect(hash(withKeysReversed(words), withKeysReversed(A_CHAIN), 1)).toBe(own);
      const turned = { ...words, blocks: words.blocks.toReversed() };
      const same = JSON.stringify(turned.blocks) === JSON.stringify(words.blocks);
      expect(contentHash(turned, A_CHAIN, 1) === own).toBe(same);
    }),
  );
});

test('what went through JSON keeps its hash', () => {
  fc.assert(
    fc.property(content, (words) => {
      expect(canonicalHash(JSON.parse(JSON.stringify(words)))).toBe(canonicalHash(words));
    }),
  );
});

test('a report is delivered once to each organization that gets it by the system, and to no other', () => {
  fc.assert(
    fc.property(content, (words) => {
      const delivered = deliveredTo(words);
      const named = [...words.addressees, ...words.recipients]
        .filter(({ means, organizationId }) => means === 'system' && organizationId !== null)
        .map(({ organizationId }) => organizationId);
      expect(new Set(delivered).size).toBe(delivered.length);
      expect(new Set(delivered)).toEqual(new Set(named));
    }),
  );
});
