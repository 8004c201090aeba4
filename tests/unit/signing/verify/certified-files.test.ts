// What may follow a signature of another maker, by what it certifies, and which tricks with it are seen?
import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { anchor } from '../signing-desk.ts';
import { objectOf, rootOf, updated, withEntries } from './incremental-update.ts';
import { certificateFor, signedElsewhere } from './other-makers.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const certificate = certificateFor(privateKey);

type Signed = Awaited<ReturnType<typeof signedElsewhere>>;
const permissions = [undefined, 1, 2, 3] as const;
const files = new Map<(typeof permissions)[number], Signed>();

beforeAll(async () => {
  for (const permission of permissions) {
    files.set(
      permission,
      await signedElsewhere({ privateKey, certificate, ...(permission && { permission }) }),
    );
  }
});

const fileWith = (permission: (typeof permissions)[number]): Signed => {
  const file = files.get(permission);
  if (file === undefined) throw new Error('every permission has a file');
  return file;
};

const judged = async (pdf: Uint8Array) => {
  const { file, signatures } = await verifySignatures(pdf, { anchors: [anchor] });
  expect(signatures[0]?.integrity, 'what was signed is whole').toEqual({ verdict: 'valid' });
  return file.verdict;
};

const filledIn = ({ pdf, numbers: { note } }: Signed) =>
  updated(pdf, { [note]: withEntries(objectOf(pdf, note), '/V (119)') });

/** A white square over the text. */
const coveredUp = ({ pdf, numbers: { page } }: Signed) =>
  updated(pdf, {
    [page]: objectOf(pdf, page).replace('/Annots [', '/Annots [ 9000 0 R'),
    9000: '<< /Type /Annot /Subtype /Square /Rect [40 290 200 330] /IC [1 1 1] /F 4 >>',
  });

/** As Acrobat writes a comment: its look has a name in the catalog. */
const commented = ({ pdf, numbers: { page } }: Signed, names: string) =>
  updated(pdf, {
    [rootOf(pdf)]: withEntries(objectOf(pdf, rootOf(pdf)), `/Names << ${names} >>`),
    [page]: objectOf(pdf, page).replace('/Annots [', '/Annots [ 9000 0 R'),
    9000: '<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Xem) /AP << /N 9001 0 R >> >>',
    9001: '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream',
  });

test.each([
  ['nothing', undefined, 'cannotJudge'],
  ['no changes', 1, 'invalid'],
  ['filling in', 2, 'invalid'],
  ['comments', 3, 'valid'],
] as const)(
  'a signature that says %s may follow, before a comment whose look Acrobat gave a name',
  async (_, permission, verdict) => {
    const file = fileWith(permission);
    const look = '/AP << /Names [ (#look) 9001 0 R ] >>';
    expect(await judged(commented(file, look))).toBe(verdict);
    expect(await judged(commented(file, `${look} /EmbeddedFiles << /Names [] >>`))).toBe(verdict);
  },
);

test.each([
  ['a script', '/JavaScript << /Names [ (a) << /S /JavaScript /JS (app.alert(1)) >> ] >>'],
  ['an attached file', '/EmbeddedFiles << /Names [ (a) << /Type /Filespec /F (a) >> ] >>'],
  ['a place in the file', '/Dests << /Names [ (a) [0 /Fit] ] >>'],
  ['names further down', '/JavaScript << /Kids [ << /Names [ (a) 9001 0 R ] >> ] >>'],
])(
  '%s that came by name with a comment is invalid even where comments may follow',
  async (_, names) => {
    expect(await judged(commented(fileWith(3), names))).toBe('invalid');
  },
);

test.each([
  ['nothing', undefined, 'cannotJudge', 'cannotJudge'],
  ['no changes', 1, 'invalid', 'invalid'],
  ['filling in', 2, 'valid', 'invalid'],
  ['comments', 3, 'valid', 'valid'],
] as const)(
  'a signature that says %s may follow, before a field is filled in and an annotation laid over the text',
  async (_, permission, filled, covered) => {
    const file = fileWith(permission);
    expect(await judged(file.pdf)).toBe('valid');
    expect(await judged(filledIn(file))).toBe(filled);
    expect(await judged(coveredUp(file))).toBe(covered);
  },
);

test.each([
  ['exchanged for another page (replace)', 'page', '<< /Type /Page /MediaBox [0 0 400 400] >>'],
  [
    'drawn with another font (replace)',
    'font',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
  ],
  ['hidden with its field (hide)', 'note', 'null'],
] as const)(
  'what was signed, %s, is invalid even where comments may follow',
  async (_, what, other) => {
    const { pdf, numbers } = fileWith(3);
    expect(await judged(updated(pdf, { [numbers[what]]: other }))).toBe('invalid');
  },
);

test('a second catalog that waited in the signed bytes is invalid once it is shown (hide and replace)', async () => {
  const { pdf, numbers } = fileWith(3);
  expect(await judged(updated(pdf, {}, { root: numbers.hidden }))).toBe('invalid');
});
