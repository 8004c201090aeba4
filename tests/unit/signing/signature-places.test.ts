// Do hand and seal stand where Decree 30/2020, Annex I, II.7 and II.8 wants them, on pages as they are printed?
import { PDF } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderPdf } from '../../../functions/document/render-pdf.ts';
import { runsOf } from '../../../functions/domain/content/block.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import type { SigningKey } from '../../../functions/signing/key.ts';
import { signPdf } from '../../../functions/signing/sign/sign-pdf.ts';
import { readSignatureImage } from '../../../functions/signing/sign/signature-image.ts';
import { placeSignatures } from '../../../functions/signing/sign/signature-places.ts';
import { sampleSignaturePng } from '../../../infra/local/sample-images/signature-and-seal.ts';
import { type PrintedLine, printedLines } from '../../support/files/printed-lines.ts';
import { locateSignature } from '../../support/files/signature-area.ts';
import { seedReport } from '../../support/seed-report.ts';
import { aKey, CHAIRMAN } from './signing-desk.ts';

const ISSUING = { number: 118, date: '2026-11-22' };
const MILLIMETRE = 72 / 25.4;
const SEAL = 36 * MILLIMETRE;
/** poppler rounds to a third of a point, twice. */
const NEAR = 0.8;

const NAME = 'Nguyễn Văn Minh';
const IMAGE = readSignatureImage(sampleSignaturePng(NAME));

const signedBy = (authority: string | null, ...titles: string[]): ReportContent => ({
  ...seedReport,
  signature: { ...seedReport.signature, authority, titles, name: NAME },
});

/** So many lines more that the foot no longer fits under the last of them. */
const movedToNextPage = (): ReportContent => {
  const longer = (lines: number): ReportContent => ({
    ...seedReport,
    blocks: [
      ...seedReport.blocks,
      ...Array.from({ length: lines }, (_, line) => ({
        kind: 'paragraph' as const,
        runs: runsOf(`Dòng thêm thứ ${line + 1}.`),
      })),
    ],
  });
  const pageOf = (content: ReportContent) => locateSignature(content, ISSUING).page;
  let lines = 0;
  while (pageOf(longer(lines)) === pageOf(seedReport)) lines++;
  return { ...longer(lines), signature: { ...seedReport.signature, name: NAME } };
};

type Widget = { page: number; left: number; top: number; right: number; bottom: number };

/** Where the file itself says its fields are, from each page's top left corner. */
const widgetsOf = async (pdf: Uint8Array): Promise<Widget[]> => {
  const document = await PDF.load(pdf);
  return document.getPages().flatMap((page) =>
    (page.dict.getArray('Annots', document.getObject.bind(document))?.toArray() ?? []).map(
      (entry) => {
        const widget = entry.type === 'ref' ? document.getObject(entry) : entry;
        const rectangle = widget?.type === 'dict' ? widget.getArray('Rect')?.toArray() : undefined;
        const [left = 0, bottom = 0, right = 0, top = 0] = (rectangle ?? []).map((number) =>
          number.type === 'number' ? number.value : Number.NaN,
        );
        const { height } = page.getMediaBox();
        return { page: page.index + 1, left, top: height - top, right, bottom: height - bottom };
      },
    ),
  );
};

let key: SigningKey;
beforeAll(async () => {
  key = await aKey(CHAIRMAN, 'p-256');
});

const signed = async (content: ReportContent) => {
  const places = placeSignatures(locateSignature(content, ISSUING), IMAGE);
  const { pdf } = await signPdf({
    pdf: renderPdf(content, ISSUING),
    key,
    field: 'Signature1',
    name: NAME,
    at: new Date(),
    image: IMAGE,
    newFields: [
      { field: 'Signature1', place: places.signer, label: `Chữ ký của ${NAME}` },
      { field: 'Seal', place: places.seal, label: 'Dấu của UBND xã Sơn Trung' },
    ],
  });
  const [hand, seal, ...others] = await widgetsOf(pdf);
  if (hand === undefined || seal === undefined) throw new Error('a field is missing');
  expect(others).toEqual([]);
  return { hand, seal, lines: await printedLines(pdf) };
};

const lineOf = (lines: PrintedLine[], text: string): PrintedLine => {
  const found = lines.findLast((line) => line.text === text);
  if (!found) throw new Error(`No line says ${text}`);
  return found;
};

const forms: [string, ReportContent, string][] = [
  ['TM.', signedBy('TM. Ủy ban nhân dân', 'Chủ tịch'), 'CHỦ TỊCH'],
  ['KT.', signedBy('TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch'), 'PHÓ CHỦ TỊCH'],
  ['TL.', signedBy(null, 'TL. Chủ tịch', 'Chánh Văn phòng'), 'CHÁNH VĂN PHÒNG'],
  ['TUQ.', signedBy(null, 'TUQ. Chủ tịch', 'Trưởng phòng'), 'TRƯỞNG PHÒNG'],
  ['Q.', signedBy('TM. Ủy ban nhân dân', 'Q. Chủ tịch'), 'Q. CHỦ TỊCH'],
  ['no authority', signedBy(null, 'Giám đốc'), 'GIÁM ĐỐC'],
  ['a block that moved to the next page', movedToNextPage(), 'CHỦ TỊCH'],
];

describe.each(forms)('signed with %s', (_, content, lastTitle) => {
  test('the hand stands between title and name, in the middle, in its own shape', async () => {
    const { hand, lines } = await signed(content);
    const [title, name] = [lineOf(lines, lastTitle), lineOf(lines, NAME)];
    expect([title.page, name.page]).toEqual([hand.page, hand.page]);
    expect(hand.top).toBeGreaterThan(title.top + title.size - NEAR);
    expect(hand.bottom).toBeLessThan(name.top + NEAR);
    expect(Math.abs((hand.left + hand.right - name.left - name.right) / 2)).toBeLessThan(NEAR);
    expect((hand.right - hand.left) / (hand.bottom - hand.top)).toBeCloseTo(
      IMAGE.width / IMAGE.height,
      2,
    );
  });

  test('the seal has its real size and covers the left third of the hand', async () => {
    const { hand, seal } = await signed(content);
    expect(seal.page).toBe(hand.page);
    expect(seal.right - seal.left).toBeCloseTo(SEAL, 2);
    expect(seal.bottom - seal.top).toBeCloseTo(SEAL, 2);
    expect((seal.right - hand.left) / (hand.right - hand.left)).toBeCloseTo(1 / 3, 3);
    expect(seal.top + seal.bottom).toBeCloseTo(hand.top + hand.bottom, 1);
    expect(seal.left).toBeGreaterThan(0);
  });
});

test('a block that moved stands on the next page, the text before it on its own', async () => {
  const { hand, lines } = await signed(movedToNextPage());
  expect(lineOf(lines, 'Dòng thêm thứ 1.').page).toBe(hand.page - 1);
  expect(hand.page).toBe(locateSignature(seedReport, ISSUING).page + 1);
});

const AREA = { page: 3, x: 300, y: 400, width: 180, height: 90 };

test('a wide image is as wide as the area, a tall one as high', () => {
  expect(placeSignatures(AREA, { width: 400, height: 100 }).signer).toEqual({
    ...AREA,
    y: 422.5,
    height: 45,
  });
  expect(placeSignatures(AREA, { width: 10, height: 20 }).signer).toEqual({
    ...AREA,
    x: 367.5,
    width: 45,
  });
});

test('without an image the signer has the whole area, and the seal lies over its left third', () => {
  const { signer, seal } = placeSignatures(AREA);
  expect(signer).toEqual(AREA);
  expect(seal.x + seal.width).toBeCloseTo(360);
});

test('an agency may have a seal of another size', () => {
  expect(placeSignatures(AREA, undefined, 42).seal.width).toBeCloseTo(42 * MILLIMETRE);
});
