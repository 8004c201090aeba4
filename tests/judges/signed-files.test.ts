// What do veraPDF, EU DSS and pyHanko say of the files that we issue? Reports of many shapes, signed by hand and sealed, with
// timestamps and without.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { timestampServerAt } from '../../functions/adapters/timestamp-server.ts';
import { renderPdf } from '../../functions/document/render-pdf.ts';
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import { signPdf } from '../../functions/signing/sign/sign-pdf.ts';
import { readSignatureImage } from '../../functions/signing/sign/signature-image.ts';
import { placeSignatures } from '../../functions/signing/sign/signature-places.ts';
import {
  sampleSealPng,
  sampleSignaturePng,
} from '../../infra/local/sample-images/signature-and-seal.ts';
import { startTimestampServer } from '../../infra/local/trust-services/timestamp-server.ts';
import { locateSignature } from '../support/files/signature-area.ts';
import { randomReport, reportWithMergedCells } from '../support/random-report.ts';
import { newFolder } from '../support/run/run-folder.ts';
import { seedReport } from '../support/seed-report.ts';
import { AGENCY, aKey, authority, CHAIRMAN } from '../unit/signing/signing-desk.ts';
import { type Acknowledged, expectNothingNew } from './findings.ts';
import { askJava, askPython, PINNED } from './tools.ts';

const folder = newFolder('signed-files');
const AUTHORITY = join(folder, 'authority.pem');
const SHEETS = join(folder, 'sheets');
const ISSUING = { number: 118, date: '2026-11-22' };

const REPORTS: ReportContent[] = [
  seedReport,
  ...Array.from({ length: 8 }, (_, seed) => randomReport(seed + 1, 10 + 12 * seed)),
  ...Array.from({ length: 3 }, (_, seed) => reportWithMergedCells(seed + 1, 40)),
];
/** Each file has one of the person, one of the agency. */
const SIGNATURES = 2 * REPORTS.length;

const pngs = [sampleSignaturePng(CHAIRMAN.commonName), sampleSealPng(AGENCY.commonName)] as const;
const images = { hand: readSignatureImage(pngs[0]), seal: readSignatureImage(pngs[1]) };

let timestamps: Awaited<ReturnType<typeof startTimestampServer>>;
afterAll(() => timestamps.stop());

/** Every other one with RSA and timestamps, the others with P-256 and without. */
const issue = async (content: ReportContent, place: number): Promise<Uint8Array> => {
  const kind = place % 2 === 0 ? 'rsa-2048' : 'p-256';
  const servers = place % 2 === 0 ? [timestampServerAt(timestamps.url)] : [];
  const places = placeSignatures(locateSignature(content, ISSUING), images.hand);
  // First the keys: nobody signs before their certificate is valid.
  const [hand, agency] = [await aKey(CHAIRMAN, kind), await aKey(AGENCY, kind)];
  const common = { at: new Date(), timestamping: { servers, whenNoneAnswers: 'goOn' as const } };
  const { pdf: signed } = await signPdf({
    ...common,
    pdf: renderPdf(content, ISSUING),
    key: hand,
    field: 'Signature1',
    name: CHAIRMAN.commonName,
    image: images.hand,
    newFields: [
      { field: 'Signature1', place: places.signer, label: `Chữ ký của ${CHAIRMAN.commonName}` },
      { field: 'Seal', place: places.seal, label: `Dấu của ${AGENCY.commonName}` },
    ],
  });
  const seal = { field: 'Seal', name: AGENCY.commonName, image: images.seal };
  return (await signPdf({ ...common, ...seal, pdf: signed, key: agency })).pdf;
};

beforeAll(async () => {
  timestamps = await startTimestampServer(authority.issueTimestampKey());
  writeFileSync(AUTHORITY, authority.certificatePem);
  mkdirSync(SHEETS);
  for (const [place, content] of REPORTS.entries()) {
    writeFileSync(join(SHEETS, `${place}.pdf`), await issue(content, place));
  }
});

const files = () => readdirSync(SHEETS).map((name) => join(SHEETS, name));
const lines = (out: string): unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test.each(['2a', 'ua1'])('veraPDF finds each of them to be what it claims: %s', async (flavour) => {
  const verapdf = 'org.verapdf.apps.GreenfieldCliWrapper';
  const { out } = await askJava('verapdf', [
    verapdf,
    '-f',
    flavour,
    '--format',
    'text',
    ...files(),
  ]);
  const said = out.trim().split('\n');
  expect(said).toHaveLength(REPORTS.length);
  expect(said.filter((line) => !line.startsWith('PASS'))).toEqual([]);
});

const DSS: Acknowledged = {
  'Document contains changes restricted by /DocMDP dictionary!': {
    because:
      'It sees the seal’s value a second time through the tags, and takes that for another change.',
  },
  'The document contains undefined object modifications after the signature revision!': {
    because: 'The same value, by the same path.',
  },
  'Elements overlap on page(s)': {
    because: 'The seal covers a third of the signature, as Decree 30, Annex I asks.',
  },
  'The authority info access is not present!': {
    because: 'The trial authority answers at no address.',
  },
};
const DssSignature = z.object({
  indication: z.string(),
  format: z.string(),
  messages: z.array(z.string()),
});

test('EU DSS passes each signature, at the level that we name', async () => {
  const { out } = await askJava('dss', [join(PINNED, 'Signatures.java'), AUTHORITY, ...files()]);
  const signatures = z.array(DssSignature).parse(lines(out));
  expect(signatures).toHaveLength(SIGNATURES);
  expect(signatures.filter(({ indication }) => indication !== 'TOTAL_PASSED')).toEqual([]);
  const levels = signatures.map(({ format }) => format);
  expect(levels.filter((level) => level === 'PAdES-BASELINE-T')).toHaveLength(SIGNATURES / 2);
  expect(levels.filter((level) => level === 'PAdES-BASELINE-B')).toHaveLength(SIGNATURES / 2);
  expectNothingNew(
    signatures.flatMap(({ messages }) =>
      messages.map((message) => ({ rule: message.replace(/ \[\d+\]$/u, ''), about: '' })),
    ),
    DSS,
  );
});

test('pyHanko finds each signature sound, and after the person’s only the seal', async () => {
  const { out } = await askPython('python', [join(PINNED, 'signatures.py'), AUTHORITY, ...files()]);
  const said = z.array(z.looseObject({ field: z.string(), file: z.string() })).parse(lines(out));
  expect(said).toHaveLength(SIGNATURES);
  const expected = { sound: true, docMdp: true };
  for (const signature of said) {
    const isSeal = signature.field === 'Seal';
    const hasTimestamp = Number.parseInt(signature.file, 10) % 2 === 0;
    expect(signature).toMatchObject({
      ...expected,
      coverage: isSeal ? 'ENTIRE_FILE' : 'ENTIRE_REVISION',
      changes: isSeal ? 'NONE' : 'FORM_FILLING',
      timestamp: hasTimestamp ? true : null,
    });
  }
});
