// Does the Word file break its lines and pages where the PDF does? On documents of every shape.
import { beforeAll, describe, expect, test } from 'vitest';
import { renderDocx } from '../../../functions/document/render-docx.ts';
import { renderPdf } from '../../../functions/document/render-pdf.ts';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { MARKS } from '../../../functions/domain/content/text.ts';
import { hasLibreOffice, printedByLibreOffice } from '../../support/files/libreoffice.ts';
import { linesByPage } from '../../support/files/printed-lines.ts';
import { randomReport, reportWithMergedCells } from '../../support/random-report.ts';
import { seedReport } from '../../support/seed-report.ts';

const ISSUING = { number: 118, date: '2026-11-22' };
const NOTE = 'Bản để tổng hợp, không có giá trị pháp lý';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });

/** Nothing in it may be taken for markup, and no word may leave the page. */
const HOSTILE = [
  '#import "@preview/x:1.0.0": * và *đậm* _nghiêng_ `mã` $x^2$ @ref <nhãn> = đề',
  '</w:t></w:r></w:p><w:p> & &amp; <!-- --> ]]> <![CDATA[ {{x}} $(y) %s \\u{41} \\n C:\\tệp',
  'Hai  khoảng   trắng, số 18/BC-UBND/VX-THCS, 17/01/2023, và/hoặc (12–15%) “ngoặc” fi ffi fl.',
  `Một từ dài: ${'Khôngcókhoảngtrắng'.repeat(40)} rồi hết.`,
];

/** Styles that change within words, some of them wider than a line; no-break spaces; dotted lines to fill in. */
const MOTLEY: Block = {
  kind: 'paragraph',
  runs: Array.from({ length: 120 }, (_, index) => ({
    text: [
      'Thực hi',
      'ện Kế hoạch\u00A0',
      'số 11/KH-U',
      'BND ',
      'Khôngcókhoảng',
      '.'.repeat(index),
    ][index % 6] as string,
    bold: index % 4 === 1,
    italic: index % 5 === 2,
  })),
};

/** Each mark alone, behind a letter, before one, between spaces and beside others, at every place of a line. */
const MARKED: Block[] = [...MARKS].flatMap((mark, index) => {
  const words = `${mark} Có ${mark} Không, mục${mark} ${mark}việc (${mark}) ${mark}${mark}. `;
  return [
    paragraph(mark),
    paragraph(`${'đạt '.repeat(index % 17)}${words.repeat(4)}`),
    {
      kind: 'paragraph',
      runs: [
        { text: words.repeat(2), bold: true },
        { text: words.repeat(2), italic: true },
      ],
    },
  ];
});

const markedTable: Block = {
  kind: 'table',
  headerRows: 1,
  columns: [
    { share: 4, align: 'left' },
    { share: 1, align: 'center' },
  ],
  rows: [
    [runsOf('Tiêu chí'), runsOf('Đạt')],
    ...[...MARKS].map((mark, index) => [
      runsOf(`Thủ tục ${mark} ${'đăng ký '.repeat(index % 9)}${mark}`),
      runsOf(`Có ${mark}`),
    ]),
  ],
};

const longTable: Block = {
  kind: 'table',
  headerRows: 1,
  columns: [
    { share: 1, align: 'center' },
    { share: 5, align: 'left' },
    { share: 2, align: 'right' },
  ],
  rows: [
    [runsOf('TT'), runsOf('Thủ tục hành chính'), runsOf('Số hồ sơ')],
    ...Array.from({ length: 200 }, (_, index) => [
      runsOf(`${index + 1}`),
      runsOf(`Thủ tục ${'đăng ký '.repeat(index % 9)}`),
      index % 7 === 0 ? [] : runsOf(`${index * 37}`),
    ]),
  ],
};

/** Rows of so many lines, each with its number at the end. */
const rowsOf = (lines: readonly number[], headerRows: number): Block => ({
  kind: 'table',
  headerRows,
  columns: [
    { share: 1, align: 'center' },
    { share: 3, align: 'left' },
  ],
  rows: lines.map((count, index) => [
    runsOf('Thủ tục'),
    // Seven times fill a line.
    runsOf(`${'đăng ký '.repeat(7 * count - 4)}${index + 1}`),
  ]),
});

/** Nineteen rows fill a page to the last line below them. */
const fillingPages = rowsOf(
  Array.from({ length: 76 }, (_, index) => (index % 19 < 5 ? 3 : 2)),
  0,
);

/** A page has room for the header rows, and none for the row below them. */
const pushedToTheNextPage: Block[] = [
  ...Array.from({ length: 27 }, (_, index) => paragraph(`Đoạn ${index + 1}.`)),
  rowsOf(
    Array.from({ length: 40 }, () => 1),
    2,
  ),
];

/** Two header rows as reports of figures have them, and groups of so many rows that a cell holds together. */
const statistics = (groups: readonly number[], words = (index: number) => index % 4): Block => {
  const firstRows = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, count) => sum + count, 2),
  );
  return {
    kind: 'table',
    headerRows: 2,
    columns: [
      { share: 1, align: 'center' },
      { share: 3, align: 'left' },
      { share: 3, align: 'left' },
      { share: 2, align: 'right' },
      { share: 2, align: 'right' },
    ],
    rows: [
      ['TT', 'Lĩnh vực', 'Thủ tục hành chính', 'Số hồ sơ tiếp nhận trong kỳ báo cáo', ''],
      ['', '', '', 'Trực tuyến', 'Trực tiếp'],
      ...groups.flatMap((count, group) =>
        Array.from({ length: count }, (_, index) => [
          index === 0 ? `${group + 1}` : '',
          index === 0 ? `Lĩnh vực ${'đất đai '.repeat(words(group))}` : '',
          `Thủ tục ${'đăng ký '.repeat(words(index))}${index + 1}`,
          `${1 + index * 37}`,
          `${index * 1_234}`,
        ]),
      ),
      ['Tổng cộng', '', '', '1.234', '5.678'],
    ].map((row) => row.map(runsOf)),
    cells: [
      { row: 0, column: 0, rowSpan: 2 },
      { row: 0, column: 1, rowSpan: 2 },
      { row: 0, column: 2, rowSpan: 2 },
      { row: 0, column: 3, colSpan: 2 },
      ...groups.flatMap((count, group) =>
        count > 1
          ? [0, 1].map((column) => ({ row: firstRows[group] ?? 0, column, rowSpan: count }))
          : [],
      ),
      {
        row: 2 + groups.reduce((sum, count) => sum + count, 0),
        column: 0,
        colSpan: 3,
        align: 'center',
      },
    ],
  };
};

const SIGNATURES = {
  'a chairman': { authority: 'TM. ỦY BAN NHÂN DÂN', titles: ['CHỦ TỊCH'], name: 'Nguyễn Văn Minh' },
  'a vice-chairman': {
    authority: 'TM. ỦY BAN NHÂN DÂN',
    titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Lê Quốc Hưng',
  },
  'by order': {
    authority: null,
    titles: ['TL. CHỦ TỊCH', 'CÔNG CHỨC VĂN PHÒNG - THỐNG KÊ'],
    name: 'Trần Thị Thu Hà',
  },
  'by sub-delegation': {
    authority: null,
    titles: ['TUQ. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Lê Quốc Hưng',
  },
  'an acting chairman': { authority: null, titles: ['Q. CHỦ TỊCH'], name: 'Lê Quốc Hưng' },
};

/** Of what differs by chance alone, a quick run takes the first ones: every shape is among them, and a page costs the same. */
const some = <One>(all: One[]): One[] => (process.env.SLOW ? all : all.slice(0, 2));

/** Seeds are arbitrary and stay: the documents are the same in every run. */
const CORPUS: [string, ReportContent][] = [
  ['the seed report', seedReport],
  ['one line', { ...seedReport, blocks: [paragraph('Không có việc gì phát sinh.')] }],
  ['what looks like markup', { ...seedReport, blocks: HOSTILE.map(paragraph) }],
  ['styles within words', { ...seedReport, blocks: [MOTLEY, paragraph('Hết.')] }],
  ['marks', { ...seedReport, blocks: [...MARKED, markedTable, paragraph('Hết.')] }],
  ['a table over seven pages', { ...seedReport, blocks: [longTable, paragraph('Hết.')] }],
  ['a table at the end', { ...seedReport, blocks: [paragraph('Biểu:'), longTable] }],
  [
    'tables that end or begin where pages do',
    {
      ...seedReport,
      blocks: [fillingPages],
      appendices: [{ title: 'Số liệu', blocks: pushedToTheNextPage }],
    },
  ],
  [
    'tables with merged cells over many pages',
    {
      ...seedReport,
      blocks: [
        paragraph('Biểu số 1:'),
        statistics([3, 1, 5, 2, 4, 6, 1, 8, 3, 2, 7, 3, 4, 5]),
        paragraph('Biểu số 2:'),
        // Words that need more lines than the rows beside them have.
        statistics([2, 3, 2, 2, 3, 2, 2], (index) => 6 - (index % 6)),
      ],
      appendices: [{ title: 'Một lĩnh vực qua nhiều trang', blocks: [statistics([4, 90, 3])] }],
    },
  ],
  ...[201, 202].map((seed, index): [string, ReportContent] => [
    `cells merged at random, seed ${seed}`,
    reportWithMergedCells(seed, 40 * (index + 1)),
  ]),
  [
    'an official letter',
    ReportContent.parse({
      ...seedReport,
      type: 'congVan',
      symbol: 'UBND-VX',
      superiorLine: null,
      subject: 'tăng cường công tác tuyên truyền cải cách hành chính trên địa bàn',
    }),
  ],
  [
    'a department with a superior, urgent, for internal use, with appendices',
    ReportContent.parse({
      ...seedReport,
      superiorLine: 'UBND huyện Hương Sơn',
      agencyLines: ['Phòng Văn hóa - Thông tin'],
      urgency: 'veryUrgent',
      circulation: 'internal',
      drafterMark: { initials: 'PL', copies: 300 },
      contactLine: 'Địa chỉ: thôn Hà Trang, xã Sơn Trung, huyện Hương Sơn; ĐT: (0239) 0000 000',
      appendices: [
        { title: 'Danh mục thủ tục hành chính', blocks: [longTable] },
        { title: 'Số liệu', blocks: seedReport.blocks },
      ],
    }),
  ],
  ...Object.entries(SIGNATURES).map(([who, signature], index): [string, ReportContent] => [
    `signed by ${who}`,
    { ...randomReport(index, 12 + 9 * index), signature },
  ]),
  ...some([101, 102, 103, 104, 105, 106]).map((seed, index): [string, ReportContent] => [
    `words at random, seed ${seed}`,
    randomReport(seed, 15 * (index + 1)),
  ]),
  ...(process.env.SLOW
    ? [
        ['forty pages', { ...randomReport(107, 260), appendices: [] }] satisfies [
          string,
          ReportContent,
        ],
      ]
    : []),
];

/** Columns side by side are read in either order. */
const pagesOf = async (pdf: Uint8Array) =>
  (await linesByPage(pdf)).map((page) => page.filter((line) => line !== NOTE));

/** How many of the first lines are among the second, each counted once. */
const shared = (first: readonly string[], second: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const line of second) left.set(line, (left.get(line) ?? 0) + 1);
  return first.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count > 0;
  }).length;
};

describe.skipIf(!hasLibreOffice)('a Word file laid out by LibreOffice', () => {
  let documents: { name: string; paper: string[][]; word: string[][] }[];

  beforeAll(async () => {
    const files: Uint8Array[] = [];
    const papers: Uint8Array[] = [];
    for (const [, content] of CORPUS) {
      papers.push(renderPdf(content, ISSUING));
      files.push(await renderDocx(content, ISSUING));
    }
    const words = await printedByLibreOffice(files);
    documents = await Promise.all(
      CORPUS.map(async ([name], index) => ({
        name,
        paper: await pagesOf(papers[index] ?? new Uint8Array()),
        word: await pagesOf(words[index] ?? new Uint8Array()),
      })),
    );
  }, 180_000);

  test('has at least 99.5 % of the lines of the PDF', () => {
    const lines = documents.flatMap(({ paper }) => paper.flat()).length;
    const same = documents.reduce(
      (sum, { paper, word }) => sum + shared(paper.flat(), word.flat()),
      0,
    );

    expect(same / lines).toBeGreaterThanOrEqual(0.995);
  });

  test('has every page end of the PDF', () => {
    const ends = documents.map(({ name, paper, word }) => ({
      name,
      elsewhere: paper.flatMap((page, index) =>
        page.at(-1) === word[index]?.at(-1)
          ? []
          : [{ page: index + 1, inPdf: page.at(-1), inWord: word[index]?.at(-1) }],
      ),
    }));

    expect(ends.filter(({ elsewhere }) => elsewhere.length > 0)).toEqual([]);
  });
});
