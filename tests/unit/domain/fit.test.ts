// Is everything saved that can be, whatever is wrong at one place, and is each such place told with its limit?
import { describe, expect, test } from 'vitest';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import { fitted } from '../../../functions/domain/content/fit.ts';
import { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { aContent } from '../../support/builders.ts';

const SAVED = ReportContent.parse(aContent({ subject: 'Đã lưu', symbol: 'BC-UBND' }));
const WRITTEN = { ...SAVED, place: 'Hương Sơn' };
const LINE = { text: 'Như trên', organizationId: null, means: 'nameOnly' } as const;
const x = (length: number) => 'x'.repeat(length);
const paragraph = (text: string) => ({ kind: 'paragraph', runs: runsOf(text) }) as const;

const table = (rows: number): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  columns: [{ share: 100, align: 'left' }],
  headerRows: 0,
  rows: Array.from({ length: rows }, () => [runsOf('ô')]),
});

describe('what is wrong in one field never keeps the others from being saved', () => {
  test.each<[what: string, wrong: Partial<ReportContent>, path: (string | number)[], told: object]>(
    [
      ['a subject', { subject: x(523) }, ['subject'], { what: 'tooLong', is: 523, most: 500 }],
      ['a place', { place: x(101) }, ['place'], { what: 'tooLong', is: 101, most: 100 }],
      ['the archive', { archive: x(101) }, ['archive'], { what: 'tooLong', is: 101, most: 100 }],
      ['a line above', { superiorLine: x(201) }, ['superiorLine'], { what: 'tooLong', most: 200 }],
      ['the agency’s name', { agencyLines: [x(201)] }, ['agencyLines', 0], { most: 200 }],
      [
        'four lines of it',
        { agencyLines: ['a', 'b', 'c', 'd'] },
        ['agencyLines'],
        { what: 'tooMany', is: 4, most: 3 },
      ],
      [
        'the signer’s name',
        { signature: { ...SAVED.signature, name: x(101) } },
        ['signature', 'name'],
        { most: 100 },
      ],
      [
        'their title',
        { signature: { ...SAVED.signature, titles: [x(121)] } },
        ['signature', 'titles', 0],
        { most: 120 },
      ],
      [
        'their authority',
        { signature: { ...SAVED.signature, authority: x(121) } },
        ['signature', 'authority'],
        { most: 120 },
      ],
      ['no symbol', { symbol: '' }, ['symbol'], { what: 'missing' }],
      ['a symbol with spaces', { symbol: 'BC UBND' }, ['symbol'], { what: 'malformed' }],
      ['a symbol', { symbol: x(31) }, ['symbol'], { what: 'tooLong', is: 31, most: 30 }],
      [
        'an addressee',
        { addressees: [{ ...LINE, text: x(201) }] },
        ['addressees', 0, 'text'],
        { most: 200 },
      ],
      [
        '101 recipients, the last too long',
        { recipients: [...Array(100).fill(LINE), { ...LINE, text: x(201) }] },
        ['recipients'],
        { what: 'tooMany', is: 101, most: 100 },
      ],
      [
        'the initials',
        { drafterMark: { initials: x(11), copies: 1 } },
        ['drafterMark', 'initials'],
        { most: 10 },
      ],
      [
        'the copies',
        { drafterMark: { initials: 'PL', copies: 10_000 } },
        ['drafterMark', 'copies'],
        { what: 'tooLarge', most: 9_999 },
      ],
      ['the contact line', { contactLine: x(181) }, ['contactLine'], { most: 180 }],
      [
        'a paragraph',
        { blocks: [paragraph(x(20_001))] },
        ['blocks', 0, 'runs', 0, 'text'],
        { is: 20_001, most: 20_000 },
      ],
      [
        'a table',
        { blocks: [table(1_001)] },
        ['blocks', 0, 'rows'],
        { what: 'tooMany', is: 1_001, most: 1_000 },
      ],
      [
        'too many blocks',
        { blocks: Array(6_001).fill(paragraph('a')) },
        ['blocks'],
        { what: 'tooMany', most: 6_000 },
      ],
      [
        'a control character',
        { subject: 'Vui \u0007' },
        ['subject'],
        { what: 'unprintable', sign: '\u0007' },
      ],
      [
        'half a character in a cell',
        { blocks: [{ ...table(1), rows: [[runsOf('Vui \uD83D')]] }] },
        ['blocks', 0, 'rows', 0, 0, 0, 'text'],
        { sign: '\uD83D' },
      ],
      [
        'more than can be set',
        { blocks: Array(51).fill(paragraph(x(19_999))) },
        ['blocks'],
        { what: 'tooLong', most: 1_000_000 },
      ],
      [
        'an appendix’s title',
        { appendices: [{ title: x(501), blocks: [] }] },
        ['appendices', 0, 'title'],
        { most: 500 },
      ],
    ],
  )('%s', (_, wrong, path, told) => {
    const { content, misfits } = fitted({ ...WRITTEN, ...wrong }, SAVED);

    expect(misfits).toContainEqual(
      expect.objectContaining({ path, wrong: expect.objectContaining(told) }),
    );
    expect(ReportContent.safeParse(content).success).toBe(true);
    for (const field of Object.keys(SAVED) as (keyof ReportContent)[]) {
      if (!(field in wrong)) expect(content[field]).toEqual(WRITTEN[field]);
    }
  });
});

describe('of what does not fit', () => {
  test('a text is saved up to its limit, without what nobody sees, and with a sign that has no glyph', () => {
    const { content, misfits } = fitted(
      { ...WRITTEN, subject: `🙂\u0007${x(600)}`, place: 'Xã 漢\u0007' },
      SAVED,
    );

    expect(content.subject).toBe(`🙂${x(497)}`);
    expect(content.place).toBe('Xã 漢');
    expect(misfits.map(({ path, wrong }) => [path[0], wrong?.what])).toEqual([
      ['place', 'unprintable'],
      ['subject', 'tooLong'],
      ['subject', 'unprintable'],
    ]);
  });

  test('other blocks are saved as they are written', () => {
    const blocks = [paragraph('Trước'), paragraph(x(20_001)), paragraph('Sau')];
    const { content } = fitted({ ...WRITTEN, blocks }, SAVED);

    expect(content.blocks).toEqual([blocks[0], paragraph(x(20_000)), blocks[2]]);
  });

  test('a field that cannot be cut stays as it was saved', () => {
    expect(fitted({ ...WRITTEN, symbol: '' }, SAVED).content.symbol).toBe('BC-UBND');
  });
});

test('tabs and line breaks become spaces, about which nothing is said', () => {
  const { content, misfits } = fitted(
    { ...WRITTEN, subject: 'Kết quả\tcông tác\r\nnăm 2026', blocks: [paragraph('Một\thai')] },
    SAVED,
  );

  expect(misfits).toEqual([]);
  expect(content.subject).toBe('Kết quả công tác năm 2026');
  expect(content.blocks).toEqual([paragraph('Một hai')]);
});
