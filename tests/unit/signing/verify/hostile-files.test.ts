// Does work that grows faster than its file count, so that no file keeps the verifier busy for long?
import { expect, test } from 'vitest';
import { Effort } from '../../../../functions/signing/verify/effort.ts';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { HOSTILE } from '../../../support/files/hostile-pdf-files.ts';

/** What an honest file of that length may take: a few units a byte. Those here take hundreds, were each counted. */
const LENGTH = 200_000;
const ENOUGH = 1_000_000;

const GROWS_FASTER = [
  'streams of hexadecimal digits, overlapping',
  'deflated streams, overlapping',
  'hexadecimal strings of white space, overlapping',
  'hexadecimal strings, overlapping',
  'strings that never end, overlapping',
  'streams that never end, overlapping',
  'streams of empty blocks',
  'streams that open up a thousandfold',
  'a long table in a stream',
  'pages that share their annotations',
  'revisions of a long list',
  'signatures with a crowd of certificates',
];

test.each(GROWS_FASTER)('%s: not judged once they have cost too much', async (name) => {
  const pdf = HOSTILE[name]?.(LENGTH) ?? new Uint8Array();
  const { file } = await verifySignatures(pdf, { anchors: [] }, new Effort(ENOUGH));
  expect(file).toEqual({ verdict: 'cannotJudge', because: 'file_too_complex' });
});
