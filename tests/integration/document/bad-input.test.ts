// What becomes of bad input? It is refused by the name of its field, or it comes out right; never a broken file.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkReport } from '../../../functions/document/check/check-report.ts';
import { COMPULSORY } from '../../../functions/document/check/compulsory.ts';
import { fromPlainShape } from '../../../functions/document/plain-shape.ts';
import { renderDocx } from '../../../functions/document/render-docx.ts';
import { renderPdf } from '../../../functions/document/render-pdf.ts';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { qpdfCheck } from '../../support/files/pdf-tools.ts';
import { linesByPage, printedText } from '../../support/files/printed-lines.ts';
import { plainSeedReport, seedReport } from '../../support/seed-report.ts';

const ISSUING = { number: 118, date: '2026-11-22' };

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });
const table = (rows: string[][], headerRows = 0): Block => ({
  kind: 'table',
  headerRows,
  columns: (rows[0] ?? []).map(() => ({ share: 1, align: 'left' })),
  rows: rows.map((row) => row.map(runsOf)),
});
/** Three rows of three, one of them the header. */
const SQUARE = table(
  [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ],
  1,
);
const EMPTY_SQUARE = table(Array<string[]>(3).fill(['', '', '']), 1);
const times = <Thing>(count: number, make: (index: number) => Thing): Thing[] =>
  Array.from({ length: count }, (_, index) => make(index));

const FACTS = { today: '2026-11-23', abbreviation: null, signer: null, closed: {} };

const pathsOf = (parse: () => unknown): string[] => {
  try {
    parse();
    return [];
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return error.issues.map(({ path }) => path.join('.'));
  }
};
const refused = (change: object) =>
  pathsOf(() => ReportContent.parse({ ...seedReport, ...change }));

/** The same text in every field that holds one. */
const everywhere = (text: string) => {
  const recipient = { text, organizationId: null, means: 'nameOnly' };
  return {
    ...seedReport,
    superiorLine: text,
    agencyLines: ['ỦY BAN NHÂN DÂN', text],
    place: text,
    subject: text,
    addressees: [recipient],
    blocks: [paragraph('Được.'), paragraph(text), table([['a', text]])],
    recipients: [recipient],
    archive: text,
    signature: { authority: text, titles: [text], name: text },
    appendices: [{ title: text, blocks: [paragraph(text)] }],
    drafterMark: { initials: text, copies: 1 },
    contactLine: text,
  };
};

describe('is kept in a draft as it was written, told with its place, and never printed', () => {
  test.each([
    ['a character that no font here has', '漢', 'chữ “漢”'],
    ['an emoji', '👍🏽', 'dấu “👍🏽”'],
    ['a mark that turns the writing round', 'a\u202Eb', 'dấu ẩn (U+202E)'],
    ['a mark of writing from the right', 'a\u200Fb', 'dấu ẩn (U+200F)'],
    ['a space without width', 'a\u200Bb', 'dấu ẩn (U+200B)'],
    ['a byte order mark', 'b\uFEFFa', 'dấu ẩn (U+FEFF)'],
    ['a soft hyphen', 'a\u00ADb', 'dấu ẩn (U+00AD)'],
    ['a character of private use', 'a\uE000b', 'dấu lạ (U+E000)'],
    ['a mark that belongs to no letter', 'q\u0323\u0302', 'chữ “q\u0323\u0302”'],
  ])('%s, wherever it stands', (_, text, called) => {
    const content = ReportContent.parse(everywhere(text));

    expect(content).toEqual(everywhere(text));
    const found = checkReport(content, FACTS, COMPULSORY).filter(
      ({ rule }) => rule === 'unprintable-text',
    );
    expect(found.map(({ path, severity }) => `${severity} ${path.join('.')}`).toSorted()).toEqual(
      [
        'addressees.0.text',
        'agencyLines.1',
        'appendices.0.blocks.0',
        'appendices.0.title',
        'archive',
        'blocks.1',
        'blocks.2.rows.0.1',
        'contactLine',
        'drafterMark.initials',
        'place',
        'recipients.0.text',
        'signature.authority',
        'signature.name',
        'signature.titles.0',
        'subject',
        'superiorLine',
      ].map((path) => `error ${path}`),
    );
    for (const { vi } of found) {
      expect(vi.toLocaleLowerCase('vi')).toContain(called.toLocaleLowerCase('vi'));
      expect(vi).toMatch(/ không in được: thay bằng chữ hoặc dấu khác\.$/);
    }
    expect(() => renderPdf(content, null)).toThrow(/cannot be printed/);
  });

  test('also in the symbol, which has no signs, but may have letters', () => {
    const content = ReportContent.parse({ ...seedReport, symbol: 'BC-漢' });

    expect(checkReport(content, FACTS, COMPULSORY)).toMatchObject([{ path: ['symbol'] }]);
  });

  test('also a letter and its mark in two runs, which no font joins', () => {
    const runs = [{ text: 'a' }, { text: '\u0301', bold: true }];
    const content = ReportContent.parse({ ...seedReport, blocks: [{ kind: 'paragraph', runs }] });

    expect(checkReport(content, FACTS, COMPULSORY)).toMatchObject([{ path: ['blocks', 0] }]);
  });

  test('and no Word file is made of it', async () => {
    const content = ReportContent.parse({ ...seedReport, place: 'Sơn 😀' });

    await expect(renderDocx(content, null)).rejects.toMatchObject({
      code: 'text_unprintable',
      details: {
        fields: [
          {
            path: ['content', 'place'],
            message: '“😀” in the place cannot be printed: write other letters or signs.',
          },
        ],
      },
    });
  });
});

describe('is refused', () => {
  test.each([
    ['a bell', 'a\u0007b'],
    ['a null', 'a\u0000b'],
    ['half a character', 'a\uD83D'],
    ['the other half', '\uDC4Db'],
  ])('%s, wherever it stands', (_, text) => {
    const paths = refused({ ...everywhere(text), symbol: text });

    expect([...new Set(paths)].toSorted()).toEqual([
      'addressees.0.text',
      'agencyLines.1',
      'appendices.0.blocks.0.runs.0.text',
      'appendices.0.title',
      'archive',
      'blocks.1.runs.0.text',
      'blocks.2.rows.0.1.0.text',
      'contactLine',
      'drafterMark.initials',
      'place',
      'recipients.0.text',
      'signature.authority',
      'signature.name',
      'signature.titles.0',
      'subject',
      'superiorLine',
      'symbol',
    ]);
  });

  test.each([
    ['ten thousand blocks', { blocks: times(10_000, () => paragraph('a')) }, 'blocks'],
    [
      'more text than can be set',
      { blocks: times(60, () => paragraph('a'.repeat(20_000))) },
      'blocks',
    ],
    ['a row with a cell too few', { blocks: [table([['1', '2'], ['1']])] }, 'blocks.0.rows.1'],
    ['a row with a cell too many', { blocks: [table([['1'], ['1', '2']])] }, 'blocks.0.rows.1'],
    ['a table without rows', { blocks: [{ ...table([['1']]), rows: [] }] }, 'blocks.0.rows'],
    ...Object.entries({
      'a cell over no row': [{ row: 0, column: 0, rowSpan: 0 }, 'cells.0.rowSpan'],
      'a cell over a column less than none': [
        { row: 0, column: 0, colSpan: -1 },
        'cells.0.colSpan',
      ],
      'a cell over half a row': [{ row: 0, column: 0, rowSpan: 2.5 }, 'cells.0.rowSpan'],
      'a cell over a million rows': [{ row: 0, column: 0, rowSpan: 1e6 }, 'cells.0.rowSpan'],
      'a cell over more rows than there are': [
        { row: 2, column: 0, rowSpan: 2 },
        'cells.0.rowSpan',
      ],
      'a cell over more columns than there are': [
        { row: 1, column: 2, colSpan: 2 },
        'cells.0.colSpan',
      ],
      'a cell that reaches out of the header': [
        { row: 0, column: 0, rowSpan: 2 },
        'cells.0.rowSpan',
      ],
      'a cell that is in no row': [{ row: 3, column: 0, colSpan: 2 }, 'cells.0'],
      'a cell that is in no column': [{ row: 0, column: 3, rowSpan: 2 }, 'cells.0'],
      'a cell of which nothing is said': [{ row: 0, column: 0 }, 'cells.0'],
      'a cell that hides words': [{ row: 1, column: 0, colSpan: 2 }, 'rows.1.1'],
    }).map(([name, [cell, path]]): [string, object, string] => [
      name,
      { blocks: [{ ...SQUARE, cells: [cell] }] },
      `blocks.0.${path}`,
    ]),
    [
      'cells that overlap',
      {
        blocks: [
          {
            ...EMPTY_SQUARE,
            cells: [
              { row: 1, column: 0, colSpan: 2 },
              { row: 1, column: 1, rowSpan: 2 },
            ],
          },
        ],
      },
      'blocks.0.cells.1',
    ],
    [
      'cells that are not in order',
      {
        blocks: [
          {
            ...EMPTY_SQUARE,
            cells: [
              { row: 2, column: 0, colSpan: 2 },
              { row: 1, column: 0, colSpan: 2 },
            ],
          },
        ],
      },
      'blocks.0.cells.1',
    ],
    [
      'a row with no cell of its own',
      { blocks: [{ ...EMPTY_SQUARE, cells: [{ row: 1, column: 0, rowSpan: 2, colSpan: 3 }] }] },
      'blocks.0.rows.2',
    ],
    ['cells that are none', { blocks: [{ ...SQUARE, cells: [] }] }, 'blocks.0.cells'],
    ['more header rows than rows', { blocks: [table([['1', '2']], 2)] }, 'blocks.0.headerRows'],
    [
      'a column without width',
      { blocks: [{ ...table([['1']]), columns: [{ share: 0, align: 'left' }] }] },
      'blocks.0.columns.0.share',
    ],
    ['a symbol of signs', { symbol: '/../BC' }, 'symbol'],
  ])('%s', (_, change, path) => {
    expect([...new Set(refused(change))]).toEqual([path]);
  });

  test.each([
    ['30 February', { date: '2023-02-30' }, 'date'],
    ['29 February of a common year', { date: '2023-02-29' }, 'date'],
    ['month 13', { date: '2023-13-01' }, 'date'],
    ['a date in another form', { date: '06/12/2023' }, 'date'],
    ['number 0', { number: 0 }, 'number'],
    ['half a number', { number: 1.5 }, 'number'],
    ['a number in words', { number: '118' }, 'number'],
    ['a body that is none', { body: 'Được.' }, 'body'],
  ])('%s in the plain shape', (_, change, path) => {
    expect(pathsOf(() => fromPlainShape({ ...plainSeedReport, ...change }))).toEqual([path]);
  });
});

/** The words of a Word file, a paragraph each. Throws on what is no XML. */
const wordsIn = (docx: Uint8Array): string[] => {
  const xml = unzipSync(docx)['word/document.xml'];
  const paragraphs: string[] = [];
  let isText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') paragraphs.push('');
    isText = name === 'w:t';
  });
  parser.on('closetag', () => {
    isText = false;
  });
  parser.on('text', (text) => {
    if (isText) paragraphs.push(`${paragraphs.pop() ?? ''}${text}`);
  });
  parser.write(new TextDecoder().decode(xml)).close();
  return paragraphs;
};

const bothOf = async (change: object) => {
  const content = ReportContent.parse({ ...seedReport, ...change });
  const pdf = renderPdf(content, ISSUING);
  expect((await qpdfCheck(pdf)).exitCode).toBe(0);
  expect(() =>
    checkReport(content, { today: ISSUING.date, abbreviation: null, closed: {}, signer: null }),
  ).not.toThrow();
  return { pdf, words: wordsIn(await renderDocx(content, ISSUING)) };
};

const withoutSpaces = (text: string) => text.replace(/\s/gu, '');

describe('comes out right', () => {
  const MARKUP = [
    '#import "@preview/x:1.0.0": *; #panic("a") #eval("1") #read("report.typ")',
    '*đậm* _nghiêng_ `mã` $x^2$ @ref <nhãn> = đề == đề - gạch + số / thuật: ngữ',
    '#set page(width: 1pt) \\ #linebreak() ~ -- --- ... // gạch /* sao */',
    '</w:t></w:r></w:p></w:body></w:document> <w:p> <?xml version="1.0"?>',
    '&amp; &lt; &#65; &nbsp; & < > " \' <!-- chú --> ]]> <![CDATA[ dữ liệu',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e;',
    '{{x}} $y $(z) %s %n \\u{41} \\u0041 \\n \\t \\\\ C:\\tệp',
  ];

  test.each(MARKUP)('%s', async (text) => {
    const short = text.slice(0, 60).trim();
    const { pdf, words } = await bothOf({
      subject: text,
      place: short,
      addressees: [{ text: short, organizationId: null, means: 'nameOnly' }],
      blocks: [
        { kind: 'heading', level: 2, runs: runsOf(text) },
        { kind: 'paragraph', runs: [{ text, bold: true, italic: true }] },
        table([[text, 'b']], 1),
        paragraph('Hết.'),
      ],
      signature: { ...seedReport.signature, name: short },
      contactLine: short,
    });

    const printed = withoutSpaces(await printedText(pdf));
    // Subject, heading, paragraph, cell; and what is short enough for the other fields.
    expect(printed.split(withoutSpaces(text)).length).toBeGreaterThan(4);
    expect(words).toEqual(
      expect.arrayContaining([text, `1. ${text}`, `Kính gửi: ${short}`, short]),
    );
  });

  test('letters that came in pieces are put together', async () => {
    const text = 'Nghiêng khuyết Ủy ban Ờ đường Ẫ ở Ỷ Lan';
    const { pdf, words } = await bothOf({
      subject: text.normalize('NFD'),
      symbol: 'QyĐ-UBNDỐ'.normalize('NFD'),
      blocks: [paragraph(text.normalize('NFD'))],
    });

    const printed = await printedText(pdf);
    expect(printed.split(text)).toHaveLength(3);
    expect(printed).toContain('118/QyĐ-UBNDỐ');
    expect(words).toContain(`${text}./.`);
  });

  test.each([
    ['a paragraph', (word: string) => paragraph(word)],
    ['a heading', (word: string): Block => ({ kind: 'heading', level: 1, runs: runsOf(word) })],
    ['a bullet', (word: string): Block => ({ kind: 'bullet', level: 2, runs: runsOf(word) })],
    ['a cell', (word: string) => table([[word]])],
  ])('a word of 2,000 characters in %s', async (_, block) => {
    const word = times(400, (index) => `ỦẤ${100 + index}`).join('');
    const { pdf, words } = await bothOf({ blocks: [block(word), paragraph('Hết.')] });

    const pages = (await linesByPage(pdf)).map(([first, ...rest]) =>
      // The page's number.
      /^\d$/.test(first ?? '') ? rest : [first, ...rest],
    );
    expect(withoutSpaces(pages.flat().join(''))).toContain(word);
    expect(words.join('')).toContain(word);
  });

  test('an empty body', async () => {
    const { pdf, words } = await bothOf({
      blocks: [],
      appendices: [{ title: 'Trống', blocks: [] }],
    });

    expect(await linesByPage(pdf)).toHaveLength(2);
    expect(words).toContain('TRỐNG');
  });

  test('lines that are there and say nothing', async () => {
    const { pdf } = await bothOf({
      superiorLine: '',
      agencyLines: ['', 'XÃ SƠN TRUNG', ''],
      contactLine: ' ',
      blocks: [paragraph('   '), { kind: 'legalBasis', runs: runsOf(' ;. ') }, paragraph('Hết')],
      signature: { authority: '', titles: ['', 'CHỦ TỊCH'], name: 'Nguyễn Văn Minh' },
    });

    const printed = await printedText(pdf);
    expect(printed).toContain('Hết./.');
    expect(printed).toContain('CHỦ TỊCH');
  });

  test('header rows that no page can hold, with nothing lost', async () => {
    const words = times(2_000, (index) => `mục${index}`);
    const text = words.join(' ');
    const { pdf } = await bothOf({
      blocks: [
        table(
          [
            [text, 'b'],
            ['c', text],
            ['d', 'e'],
          ],
          2,
        ),
      ],
    });

    const printed = new Set((await printedText(pdf)).split(' '));
    expect(words.filter((word) => !printed.has(word))).toEqual([]);
  });

  const MOST: [string, (index: number) => Block][] = [
    ['headings', (index) => ({ kind: 'heading', level: 1, runs: runsOf(`Mục ${index}`) })],
    ['tables', (index) => table([[`Ô ${index}`, 'b']])],
  ];
  // Tables are set like headings, one by one, at four times the price: 15 s for what a quick run knows from headings.
  const tried = process.env.SLOW ? MOST : MOST.slice(0, 1);

  test.each(tried)('as many %s as there may be', async (_, block) => {
    const { pdf, words } = await bothOf({ blocks: times(6_000, block) });

    expect(await printedText(pdf)).toContain(' 5999');
    expect(words.join('\n')).toContain(' 5999');
  });

  test('every field as long as it may be, without a space', async () => {
    const wide = (length: number) => 'W'.repeat(length);
    const recipient = { text: wide(200), organizationId: null, means: 'nameOnly' };
    const { pdf } = await bothOf({
      superiorLine: wide(200),
      agencyLines: times(3, () => wide(200)),
      symbol: wide(30),
      place: wide(100),
      subject: wide(500),
      addressees: times(50, () => recipient),
      recipients: times(100, () => recipient),
      archive: wide(100),
      signature: { authority: wide(120), titles: times(3, () => wide(120)), name: wide(100) },
      drafterMark: { initials: wide(10), copies: 9_999 },
      // Three lines of the widest letter, which is all that the margin has room for.
      contactLine: wide(135),
      appendices: [{ title: wide(500), blocks: [] }],
    });

    const printed = await printedText(pdf);
    const header = 200 + 3 * 200 + 30 + 100 + 500 + 50 * 200;
    const foot = 100 * 200 + 100 + 4 * 120 + 100 + 10 + 135;
    // An appendix names the document and the agency once more.
    const appendix = 500 + 30 + 3 * 200;
    expect(printed.match(/W/g)).toHaveLength(header + foot + appendix);
  });
});

describe('at the command line', () => {
  const cli = fileURLToPath(new URL('../../../functions/handlers/cli.ts', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (command: string, report: string, ...more: string[]) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, report);
    const { status, stderr } = spawnSync(process.execPath, [cli, command, file, ...more], {
      encoding: 'utf8',
    });
    return { status, lines: stderr.trim().replaceAll(`${file}: `, '').split('\n') };
  };
  const bad = {
    ...plainSeedReport,
    secrecy: 'MẬT',
    date: '2023-02-30',
    body: [{ kind: 'paragraph', text: 'Được.', colour: 'red' }],
  };

  test.each([
    ['render', '--pdf', '/dev/null'],
    ['check', '--json'],
  ])('%s says each field in a line of its own', (command, ...more) => {
    const { status, lines } = run(command, JSON.stringify(bad), ...more);

    expect(status).toBe(1);
    expect(lines.map((line) => line.split(':')[0])).toEqual(['date', 'body.0.colour', 'secrecy']);
  });

  test('what cannot be printed is named with its place, and no file is written', () => {
    const { status, lines } = run(
      'render',
      JSON.stringify({ ...plainSeedReport, place: 'Sơn 😀', archive: 'Lưu 漢' }),
      '--pdf',
      '/dev/null',
    );

    expect(status).toBe(1);
    expect(lines).toEqual([
      'place: “😀” in the place cannot be printed: write other letters or signs.',
      'archive: “漢” in the archive line cannot be printed: write other letters or signs.',
    ]);
  });

  test('half a character in JSON is named', () => {
    const { status, lines } = run(
      'check',
      JSON.stringify({ ...plainSeedReport, place: 'x' }).replace('"x"', '"\\ud83d"'),
    );

    expect(status).toBe(1);
    expect(lines).toEqual(['place: U+D83D cannot be printed']);
  });

  test.each([
    ['nothing', ''],
    ['half a report', '{"body": ['],
    ['no object', '[]'],
    ['null', 'null'],
  ])('%s is refused in plain words', (_, text) => {
    const { status, lines } = run('render', text, '--pdf', '/dev/null');

    expect(status).toBe(1);
    expect(lines.join('\n')).not.toMatch(/^\s+at /m);
  });
});
