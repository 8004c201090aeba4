// Does every word that goes into a signature come out letter for letter, read by another program?
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SigningKey } from '../../functions/signing/key.ts';
import { signPdf } from '../../functions/signing/sign/sign-pdf.ts';
import { aKey, CHAIRMAN, typstPdf } from '../unit/signing/signing-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'signature-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blank = typstPdf();
const place = { page: 1, x: 100, y: 100, width: 100, height: 50 };
let key: SigningKey;
beforeAll(async () => {
  key = await aKey(CHAIRMAN, 'p-256');
});

/** What stands in files as something else: brackets, escapes, ends of line, the empty slot of a signature. */
const TRAPS = ['(', ')', '((', '\\', '\\)', '\r', '\n', '\r\n', '<', '>>', '%', '/', 'þÿ', '\\050'];
const LETTERS = [
  ...'ăâđêôơưĂÂĐÊÔƠƯằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữựỳýỷỹỵ',
  ...'aZ0 ',
  '\u0301',
  '€',
  '漢',
  '😀',
];
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...LETTERS, ...TRAPS), maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
/** A full stop in a field's name means a field within a field. */
const fieldNames = words.map((text) => `x${text.replaceAll('.', '')}`);

type Objects = Record<string, { value?: unknown }>;
type Dictionary = Record<string, unknown>;

/** Every dictionary of a file as qpdf reads it; text strings begin with `u:`. */
const dictionariesOf = (pdf: Uint8Array): Dictionary[] => {
  const file = join(folder, 'file.pdf');
  writeFileSync(file, pdf);
  const json = execFileSync('qpdf', ['--json=2', '--json-key=qpdf', file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const [, objects] = (JSON.parse(json) as { qpdf: [unknown, Objects] }).qpdf;
  return Object.values(objects).flatMap(({ value }) =>
    typeof value === 'object' && value !== null ? [value as Dictionary] : [],
  );
};

/** Each is signed and read by qpdf, thirty milliseconds; each run draws others, so `SLOW=1` alone tries them all. */
const SIGNATURES = process.env.SLOW ? 60 : 20;

test('field name, label, name and reason come out as they went in', async () => {
  await fc.assert(
    fc.asyncProperty(fieldNames, words, words, words, async (field, label, name, reason) => {
      const wish = { field, name, reason, at: new Date(), newFields: [{ field, place, label }] };
      const { pdf } = await signPdf({ ...wish, pdf: blank, key });
      const dictionaries = dictionariesOf(pdf);
      const widget = dictionaries.find((each) => each['/FT'] === '/Sig');
      expect(widget).toMatchObject({ '/T': `u:${field}`, '/TU': `u:${label}` });
      const signature = dictionaries.find((each) => each['/Type'] === '/Sig');
      expect(signature).toMatchObject({ '/Name': `u:${name}`, '/Reason': `u:${reason}` });
      const tag = dictionaries.find((each) => each['/S'] === '/Form');
      expect(tag).toMatchObject({ '/Alt': `u:${label}` });
    }),
    { numRuns: SIGNATURES },
  );
});
