// Does a plain report become the content that it shows on paper?
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { fromPlainShape } from '../../../functions/document/plain-shape.ts';
import type { OrganizationId } from '../../../functions/domain/ids.ts';
import { plainSeedReport, seedReport } from '../../support/seed-report.ts';

const ORGANIZATIONS: Record<string, OrganizationId> = {
  'Phòng nội vụ huyện Hương Sơn': 'org_phong-noi-vu',
  'Phòng Văn hóa – Thông tin huyện Hương Sơn': 'org_phong-van-hoa',
  'UBND huyện': 'org_huyen-huong-son',
  'Phòng Nội vụ huyện': 'org_phong-noi-vu',
};

test('the plain seed report is the seed report', () => {
  expect(fromPlainShape(plainSeedReport, ORGANIZATIONS)).toEqual({
    content: seedReport,
    issuing: { number: 118, date: '2023-12-06' },
  });
});

test('a report without number or date is not issued', () => {
  expect(fromPlainShape({ ...plainSeedReport, number: null }).issuing).toBeNull();
});

test('a recipient that the directory does not know is only a name', () => {
  const { content } = fromPlainShape({ ...plainSeedReport, addressees: ['Sở Nội vụ'] });

  expect(content.addressees).toEqual([
    { text: 'Sở Nội vụ', organizationId: null, means: 'nameOnly' },
  ]);
});

test('numbered paragraphs become clauses, label bullets become labels', () => {
  const kinds = seedReport.blocks.map(({ kind }) => kind);

  expect(kinds.filter((kind) => kind === 'clause')).toHaveLength(6);
  expect(kinds.filter((kind) => kind === 'label')).toHaveLength(4);
});

const TABLE = {
  kind: 'table',
  columns: [{ align: 'center' }, { share: 3 }],
  rows: [
    ['TT', 'Thủ tục'],
    ['1', [{ text: 'Đăng ký ' }, { text: 'khai sinh', bold: true }]],
  ],
};

/** Whatever the paper of a decision may hold, in the words on it. */
const FULL = {
  ...plainSeedReport,
  urgency: 'Thượng khẩn',
  circulation: 'LƯU HÀNH NỘI BỘ',
  drafterMark: 'PL.(300)',
  contactLine: 'Địa chỉ: thôn Hà Trang, xã Sơn Trung',
  body: [
    { kind: 'legalBasis', text: 'Căn cứ Luật Tổ chức chính quyền địa phương' },
    { kind: 'division', unit: 'chapter', number: 'Chương I', text: 'Quy định chung' },
    { kind: 'article', number: 'Điều 1.', text: 'Phạm vi điều chỉnh' },
    { kind: 'paragraph', text: [{ text: 'Chữ ' }, { text: 'nghiêng', italic: true }] },
    TABLE,
  ],
  appendices: [
    { number: 'Phụ lục', title: 'Danh mục', body: [{ kind: 'paragraph', text: 'Không có.' }] },
  ],
};

test('every part that the decree knows has its place', () => {
  const { content } = fromPlainShape(FULL);

  expect(content).toMatchObject({
    urgency: 'veryUrgent',
    circulation: 'internal',
    drafterMark: { initials: 'PL', copies: 300 },
    contactLine: 'Địa chỉ: thôn Hà Trang, xã Sơn Trung',
    appendices: [{ title: 'Danh mục', blocks: [{ kind: 'paragraph' }] }],
  });
  expect(content.blocks).toEqual([
    { kind: 'legalBasis', runs: [{ text: 'Căn cứ Luật Tổ chức chính quyền địa phương' }] },
    { kind: 'division', unit: 'chapter', runs: [{ text: 'Quy định chung' }] },
    { kind: 'article', runs: [{ text: 'Phạm vi điều chỉnh' }] },
    { kind: 'paragraph', runs: [{ text: 'Chữ ' }, { text: 'nghiêng', italic: true }] },
    {
      kind: 'table',
      headerRows: 1,
      columns: [
        { share: 1, align: 'center' },
        { share: 3, align: 'left' },
      ],
      rows: [
        [[{ text: 'TT' }], [{ text: 'Thủ tục' }]],
        [[{ text: '1' }], [{ text: 'Đăng ký ' }, { text: 'khai sinh', bold: true }]],
      ],
    },
  ]);
});

test('a table says which of its cells are merged', () => {
  const cells = [
    { row: 0, column: 0, colSpan: 2 },
    { row: 1, column: 1, align: 'right' },
  ];
  const body = [{ ...TABLE, rows: [['Thủ tục', ''], ...TABLE.rows.slice(1)], cells }];

  expect(fromPlainShape({ ...plainSeedReport, body }).content.blocks).toMatchObject([{ cells }]);
});

test.each([
  ['no name of a type', { typeName: null }],
  ['the name of its type', { typeName: 'Công văn' }],
])('an official letter has %s, and V/v once', (_, change) => {
  const letter = {
    ...plainSeedReport,
    ...change,
    symbol: 'UBND-VX',
    subject: 'V/v báo cáo kết quả',
  };

  expect(fromPlainShape(letter).content).toMatchObject({
    type: 'congVan',
    subject: 'báo cáo kết quả',
  });
});

test('the example of the room’s README is a report', () => {
  const readme = readFileSync(new URL('../../../functions/document/README.md', import.meta.url));
  const [, example = ''] = /```json\n(\{[\s\S]+?)```/.exec(readme.toString()) ?? [];

  const { content, issuing } = fromPlainShape(JSON.parse(example));

  expect(content.blocks.map(({ kind }) => kind)).toContain('table');
  expect(issuing).toEqual({ number: 12, date: '2026-11-22' });
});

const pathsOf = (plain: unknown): string[] => {
  try {
    fromPlainShape(plain);
    return [];
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return error.issues.map(({ path }) => path.join('.'));
  }
};

test.each([
  ['a control character', { body: [{ kind: 'paragraph', text: '\u0007' }] }, 'body.0.text'],
  ['a ragged row', { body: [{ ...TABLE, rows: [['1', '2'], ['1']] }] }, 'body.0.rows.1'],
  [
    'a cell that reaches out of the table',
    { body: [{ ...TABLE, cells: [{ row: 0, column: 1, colSpan: 2 }] }] },
    'body.0.cells.0.colSpan',
  ],
  [
    'a cell over no row',
    { body: [{ ...TABLE, cells: [{ row: 0, column: 1, rowSpan: 0 }] }] },
    'body.0.cells.0.rowSpan',
  ],
  ['a cell', { body: [{ ...TABLE, rows: [['1', '\u0007']] }] }, 'body.0.rows.0.1'],
  ['an addressee', { addressees: ['Sở Nội vụ', '\u0007'] }, 'addressees.1'],
  ['a signer', { signerName: '\u0007' }, 'signerName'],
  [
    'an appendix',
    { appendices: [{ title: 'A', body: [{ kind: 'paragraph', text: '\u0007' }] }] },
    'appendices.0.body.0.text',
  ],
  ['a stamp', { urgency: 'MẬT' }, 'urgency'],
  ['a drafter’s mark', { drafterMark: '300' }, 'drafterMark'],
  ['an unknown kind', { body: [{ kind: 'image' }] }, 'body.0.kind'],
])('what is wrong with %s is said where it stands', (_, change, path) => {
  expect(pathsOf({ ...plainSeedReport, ...change })).toEqual([path]);
});

test.each([
  ['an unknown field', { secret: true }, 'secret'],
  ['an unknown type', { typeName: 'GIẤY KHEN' }, 'type'],
  ['a date that is none', { date: '2023-02-30' }, 'date'],
])('%s is refused by name', (_, change, field) => {
  expect(() => fromPlainShape({ ...plainSeedReport, ...change })).toThrow(field);
});
