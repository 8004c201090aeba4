// Are number, date, headings, addressees and recipients written as Decree 30/2020 writes them?
import { describe, expect, test } from 'vitest';
import { LAYOUT } from '../../../functions/document/layout.ts';
import { type Issuing, printedForm } from '../../../functions/document/printed-form.ts';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import type { RecipientLine } from '../../../functions/domain/content/report-content.ts';
import { seedReport } from '../../support/seed-report.ts';

const issued = (issuing: Issuing | null) => printedForm(LAYOUT, seedReport, issuing);
const on = (date: string) => issued({ number: 1, date }).placeAndDate;
const numbered = (number: number) => issued({ number, date: '2026-11-22' }).number;

const bodyOf = (blocks: Block[]) =>
  printedForm(LAYOUT, { ...seedReport, blocks }, null).body.map((item) =>
    item.kind === 'text' ? item.runs.map(({ text }) => text).join('') : item.kind,
  );
const heading = (level: 1 | 2 | 3): Block => ({ kind: 'heading', level, runs: runsOf('tên') });
const clause = (level: 2 | 3): Block => ({ kind: 'clause', level, runs: runsOf('lời') });
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });
const recipient = (text: string): RecipientLine => ({
  text,
  organizationId: null,
  means: 'nameOnly',
});

describe('the number', () => {
  test.each([
    [1, 'Số: 01/BC-UBND'],
    [9, 'Số: 09/BC-UBND'],
    [10, 'Số: 10/BC-UBND'],
    [118, 'Số: 118/BC-UBND'],
  ])('%i has a leading 0 below 10 only', (number, line) => {
    expect(numbered(number)).toBe(line);
  });

  test('leaves its place blank before the report is issued', () => {
    expect(issued(null).number).toMatch(/^Số:\u00A0{8}\/BC-UBND$/);
  });
});

describe('the date', () => {
  test.each([
    ['2020-03-05', 'Sơn Trung, ngày 05 tháng 3 năm 2020'],
    ['2023-12-06', 'Sơn Trung, ngày 06 tháng 12 năm 2023'],
    ['2024-02-29', 'Sơn Trung, ngày 29 tháng 02 năm 2024'],
    ['2024-01-10', 'Sơn Trung, ngày 10 tháng 01 năm 2024'],
  ])('%s has a leading 0 for days below 10 and the first two months only', (date, line) => {
    expect(on(date)).toBe(line);
  });

  test('leaves its places blank before the report is issued', () => {
    expect(issued(null).placeAndDate).toMatch(
      /^Sơn Trung, ngày\u00A0{5}tháng\u00A0{5}năm\u00A0{5}$/,
    );
  });
});

describe('headings and clauses', () => {
  test('share one count at each level, which starts again under a higher one', () => {
    const lines = bodyOf([
      heading(1),
      heading(2),
      clause(2),
      clause(3),
      heading(3),
      heading(2),
      clause(3),
      heading(1),
      clause(2),
      paragraph('hết'),
    ]);

    expect(lines).toEqual([
      'I. TÊN',
      '1. tên',
      '2. lời',
      'a) lời',
      'b) tên',
      '3. tên',
      'a) lời',
      'II. TÊN',
      '1. lời',
      'hết./.',
    ]);
  });

  test('count in Vietnamese letters, with đ and without f, j, w and z', () => {
    const lines = bodyOf([...Array.from({ length: 25 }, () => clause(3)), paragraph('hết')]);

    expect(lines.map((line) => line.split(')')[0]).slice(0, 25)).toEqual([
      ...'abcdđeghiklmnopqrstuvxy',
      'aa',
      'ab',
    ]);
  });

  test('count past ten in Roman figures', () => {
    const lines = bodyOf([...Array.from({ length: 14 }, () => heading(1)), paragraph('hết')]);

    expect(lines.map((line) => line.split('.')[0])).toEqual(
      'I II III IV V VI VII VIII IX X XI XII XIII XIV hết'.split(' '),
    );
  });

  test('are not counted where nothing is written', () => {
    const empty: Block = { kind: 'clause', level: 2, runs: runsOf('  ') };

    expect(bodyOf([clause(2), empty, clause(2), paragraph('hết')])).toEqual([
      '1. lời',
      '2. lời',
      'hết./.',
    ]);
  });
});

describe('the end of the body', () => {
  test.each([
    ['của xã', 'của xã./.'],
    ['của xã.', 'của xã./.'],
    ['của xã./.', 'của xã./.'],
    ['của xã; ', 'của xã./.'],
  ])('of "%s" is marked once', (text, line) => {
    expect(bodyOf([paragraph(text)])).toEqual([line]);
  });
});

describe('addressees', () => {
  test('stand behind Kính gửi when there is one, without an end mark', () => {
    const form = printedForm(
      LAYOUT,
      { ...seedReport, addressees: [recipient('Phòng Nội vụ')] },
      null,
    );

    expect(form.addressees).toEqual({ lead: 'Kính gửi:', lines: ['Phòng Nội vụ'] });
  });

  test('are a list when there are several', () => {
    const addressees = ['Phòng Nội vụ', 'Phòng Tư pháp;', 'Phòng Y tế'].map(recipient);
    const form = printedForm(LAYOUT, { ...seedReport, addressees }, null);

    expect(form.addressees?.lines).toEqual([
      '- Phòng Nội vụ;',
      '- Phòng Tư pháp;',
      '- Phòng Y tế.',
    ]);
  });

  test('are left out when there is none', () => {
    expect(printedForm(LAYOUT, { ...seedReport, addressees: [] }, null).addressees).toBeNull();
  });
});

test('the archive is the last line of Nơi nhận and ends it', () => {
  expect(issued(null).recipients).toEqual(['- UBND huyện;', '- Phòng Nội vụ huyện;', '- Lưu: VP.']);
});

test('an official letter has V/v under its number and no name of its type', () => {
  const form = printedForm(LAYOUT, { ...seedReport, type: 'congVan', symbol: 'UBND-VX' }, null);

  expect(form.title).toBeNull();
  expect(form.matter).toBe(`V/v ${seedReport.subject}`);
});

test('names, authority and titles are printed in upper case', () => {
  const form = printedForm(
    LAYOUT,
    {
      ...seedReport,
      superiorLine: 'UBND huyện Hương Sơn',
      agencyLines: ['Phòng Nội vụ'],
      signature: {
        authority: null,
        titles: ['KT. Trưởng phòng', 'Phó Trưởng phòng'],
        name: 'Lê An',
      },
    },
    null,
  );

  expect(form.superior).toBe('UBND HUYỆN HƯƠNG SƠN');
  expect(form.agency).toEqual(['PHÒNG NỘI VỤ']);
  expect(form.authority).toEqual(['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG']);
  expect(form.signer).toBe('Lê An');
});
