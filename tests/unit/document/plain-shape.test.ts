// Does a plain report become the content that it shows on paper?
import { expect, test } from 'vitest';
import { fromPlainShape } from '../../../functions/document/plain-shape.ts';
import { plainSeedReport, seedReport } from '../../support/seed-report.ts';

const ORGANIZATIONS = {
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

test.each([
  ['an unknown field', { secret: true }, 'secret'],
  ['an unknown type', { typeName: 'GIẤY KHEN' }, 'type'],
  ['a date that is none', { date: '2023-02-30' }, 'date'],
])('%s is refused by name', (_, change, field) => {
  expect(() => fromPlainShape({ ...plainSeedReport, ...change })).toThrow(field);
});
