// What happens to files that are no Word documents, or worse?
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkReport } from '../../../../functions/document/check/check-report.ts';
import { Budget, MOST } from '../../../../functions/document/import/budget.ts';
import { importDocx } from '../../../../functions/document/import/import-docx.ts';
import { LAYOUT } from '../../../../functions/document/layout.ts';
import { printedForm } from '../../../../functions/document/printed-form.ts';
import { renderDocx } from '../../../../functions/document/render-docx.ts';
import { LARGEST_FILE } from '../../../../functions/domain/file-kind.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import {
  longFoot,
  longMark,
  longSign,
  longText,
  longTextBox,
  manyAlternatives,
  nestedRuby,
  oneFootnote,
  oneHeader,
  partedLetters,
} from '../../../support/files/hostile-word-files.ts';
import {
  documentXml,
  p,
  packed,
  tbl,
  wordFile,
  wordParts,
} from '../../../support/files/word-file.ts';
import { seedReport } from '../../../support/seed-report.ts';

/** The code of the refusal; 'imported' if there is none. Anything else that is thrown is a fault. */
const outcome = async (file: Uint8Array, budget?: Budget): Promise<string> => {
  try {
    await importDocx(file, budget);
    return 'imported';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2_000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(2_000),
  ]);

const withDocument = (xml: string | Uint8Array) =>
  packed({
    ...wordParts(''),
    'word/document.xml': typeof xml === 'string' ? strToU8(xml) : xml,
  });

/** The sizes that a zip declares are at fixed places of its directory. */
const lyingAboutSize = (file: Uint8Array, name: string, size: number): Uint8Array => {
  const bytes = Buffer.from(file);
  for (const [signature, sizeAt, nameAt] of [
    ['PK\x03\x04', 22, 30],
    ['PK\x01\x02', 24, 46],
  ] as const) {
    for (let at = bytes.indexOf(signature); at !== -1; at = bytes.indexOf(signature, at + 4)) {
      const here = bytes.toString('latin1', at + nameAt, at + nameAt + name.length);
      if (here === name) bytes.writeUInt32LE(size, at + sizeAt);
    }
  }
  return bytes;
};

const EXTERNAL_ENTITY = documentXml(p('&file;')).replace(
  '<w:document',
  '<!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/hostname">]><w:document',
);
const BILLION_LAUGHS = documentXml(p('&b;')).replace(
  '<w:document',
  `<!DOCTYPE w [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]><w:document`,
);
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
/** Packed once: that takes longer than every reading of it. */
const BOMB = withDocument(zeros(64));

describe('A file is refused, and told why,', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['that is empty', 'file_not_docx', () => new Uint8Array()],
    ['that is a picture', 'file_not_docx', () => strToU8('\x89PNG\r\n\x1a\n')],
    ['that is a PDF', 'file_not_docx', () => strToU8('%PDF-1.7')],
    ['that is another zip', 'file_not_docx', () => zipSync({ 'a.txt': strToU8('a') })],
    ['that is an empty zip', 'file_not_docx', () => zipSync({})],
    ['of Word 2003', 'file_old_format', () => compound('WordDocument')],
    ['with a password', 'file_protected', () => compound('EncryptedPackage')],
    ['of 100 MB', 'file_too_large', () => zeros(100)],
    [
      'with macros',
      'file_with_macros',
      () => packed({ ...wordParts(p('a')), 'word/vbaProject.bin': strToU8('x') }),
    ],
    [
      'that declares macros',
      'file_with_macros',
      () =>
        packed({
          ...wordParts(p('a')),
          '[Content_Types].xml': strToU8(
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
          ),
        }),
    ],
    ['that reads other files', 'file_damaged', () => withDocument(EXTERNAL_ENTITY)],
    ['whose entities grow', 'file_damaged', () => withDocument(BILLION_LAUGHS)],
    ['that is not well-formed', 'file_damaged', () => withDocument(documentXml('<w:p>'))],
    ['that is no text', 'file_damaged', () => withDocument(new Uint8Array([0xff, 0xfe, 0xfd]))],
    ['that grows to 64 MB', 'file_damaged', () => BOMB],
    [
      'that grows beyond what it declares',
      'file_damaged',
      () => lyingAboutSize(BOMB, 'word/document.xml', 1_000),
    ],
    [
      'that declares less than nothing',
      'file_damaged',
      () => lyingAboutSize(wordFile(p('a')), 'word/document.xml', 0xfffffffe),
    ],
    [
      'of too many parts',
      'file_holds_too_much',
      () =>
        packed({
          ...wordParts(p('a')),
          ...Object.fromEntries(
            Array.from({ length: 3_000 }, (_, index) => [`e${index}`, new Uint8Array()]),
          ),
        }),
    ],
    [
      'nested without end',
      'file_holds_too_much',
      () => {
        const depth = 5_000;
        return wordFile(
          `${'<w:sdt><w:sdtContent>'.repeat(depth)}${'</w:sdtContent></w:sdt>'.repeat(depth)}`,
        );
      },
    ],
    [
      'of an element with too many attributes',
      'file_holds_too_much',
      () =>
        wordFile(`<w:p ${Array.from({ length: 600 }, (_, index) => `a${index}=""`).join(' ')}/>`),
    ],
    ['of more words than any document', 'file_holds_too_much', () => longText(15)],
    [
      'of long blanks',
      'file_holds_too_much',
      () => withDocument(documentXml(' '.repeat(MOST.bytes + 1))),
    ],
    [
      'of more blocks than a report may have',
      'content_too_large',
      () => wordFile(p('a').repeat(7_000)),
    ],
  ])('%s (%s)', async (_, code, file) => {
    expect(await outcome(file())).toBe(code);
  });

  /** As read as a file may be, but for so many elements: a file of all of them is read below, where memory is short. */
  const budgetFor = (nodes: number): Budget => {
    const budget = new Budget();
    budget.spend('nodes', MOST.nodes - nodes);
    return budget;
  };
  const paragraphs = '<w:p/>'.repeat(1_000);
  test.each<[string, Uint8Array, string, number]>([
    ['of too many elements', wordFile(paragraphs), 'file_holds_too_much', 1_000],
    [
      'of too many elements in many parts',
      wordFile(paragraphs, { header: paragraphs, footer: paragraphs }),
      'file_holds_too_much',
      2_500,
    ],
    ['but not of as many as there may be', wordFile(paragraphs), 'imported', 1_200],
  ])('%s', async (_, file, code, nodes) => {
    expect(await outcome(file, budgetFor(nodes))).toBe(code);
  });

  test('wherever it was cut off', async () => {
    const whole = await renderDocx(seedReport, null);
    for (let length = 0; length < whole.length; length += 97) {
      expect(await outcome(whole.subarray(0, length))).toMatch(/^file_(damaged|not_docx)$/);
    }
  });
});

describe('A file is read', () => {
  test.each<[string, () => Uint8Array]>([
    [
      'with a line feed behind its end',
      () => Buffer.concat([wordFile(p('Đủ')), Buffer.from('\n')]),
    ],
    [
      'in UTF-16, its bytes either way round',
      () => {
        const wide = Buffer.from(`\uFEFF${documentXml(p('Đủ'))}`, 'utf16le');
        return withDocument(wide.swap16());
      },
    ],
    [
      'whose parts are named in other letters than they are asked for',
      () => {
        const { 'word/document.xml': document, ...others } = wordParts('');
        return packed({ ...others, 'Word/Document.xml': strToU8(documentXml(p('Đủ'))) });
      },
    ],
    [
      'that embeds a workbook, whose kind has macros in its name',
      () =>
        packed({
          ...wordParts(p('Đủ')),
          '[Content_Types].xml': strToU8(
            '<Types><Default Extension="xlsb" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.12"/></Types>',
          ),
        }),
    ],
    [
      'whose body comes in two',
      () =>
        withDocument(documentXml('').replace('<w:body>', `<w:body>${p('Đủ')}</w:body><w:body>`)),
    ],
  ])('%s', async (_, file) => {
    const { content } = await importDocx(file());

    expect(content.blocks).toEqual([{ kind: 'paragraph', runs: [{ text: 'Đủ' }] }]);
  });
});

describe('No file makes it fall over', () => {
  test('whatever bytes of a Word file are changed', async () => {
    const whole = await renderDocx(seedReport, null);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          expect(await outcome(bytes)).toMatch(/^(imported|file_\w+|content_too_large)$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['spaces', ' '],
    ['full stops', '.'],
    ['semicolons and spaces', '; '],
  ])('however long its runs of %s are', async (_, mark) => {
    const long = `${mark.repeat(60_000)}x`;
    const { content } = await importDocx(
      wordFile(
        [
          p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
          p(`Số: ${long}`),
          p(`Kính gửi: ${long}`),
          p(`Căn cứ ${long};`),
          p(`ngày${long}`),
          p('Nơi nhận:'),
          p(`- ${long}`),
        ].join(''),
      ),
    );
    const findings = checkReport(content, {
      today: '2026-11-27',
      abbreviation: null,
      closed: {},
      signer: null,
    });

    expect(printedForm(LAYOUT, content, null).body.length).toBeGreaterThan(3);
    expect(findings.length).toBeGreaterThan(0);
  });

  test('however its elements are put together, and no word is lost', async () => {
    let words = 0;
    const word = fc.constant(null).map(() => {
      words += 1;
      return `từ${words}`;
    });
    const run = word.map((text) => `<w:r><w:t>${text}</w:t></w:r>`);
    const { block } = fc.letrec<{ block: string; inline: string }>((tie) => ({
      inline: fc.oneof(
        { maxDepth: 4 },
        run,
        fc
          .tuple(fc.constantFrom('ins', 'hyperlink', 'smartTag', 'fldSimple', 'sdt'), tie('inline'))
          .map(([name, inner]) => `<w:${name}>${inner}</w:${name}>`),
        tie('block').map(
          (inner) => `<w:r><w:pict><w:txbxContent>${inner}</w:txbxContent></w:pict></w:r>`,
        ),
      ),
      block: fc.oneof(
        { maxDepth: 4 },
        fc.array(tie('inline'), { maxLength: 3 }).map((inner) => `<w:p>${inner.join('')}</w:p>`),
        fc
          .array(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), {
            minLength: 1,
            maxLength: 3,
          })
          .map((rows) => tbl(rows)),
        tie('block').map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
        const { content } = await importDocx(wordFile(blocks.join('')));
        const typed = blocks.join('').match(/từ\d+/gu) ?? [];
        const read = JSON.stringify(content).match(/từ\d+/gu) ?? [];
        expect(read.toSorted()).toEqual(typed.toSorted());
      }),
      { numRuns: 200 },
    );
  });
});

/** What it took to read a file, in the units of its budget. */
const spentOn = async (file: Uint8Array) => {
  const budget = new Budget();
  const { content, notes } = await importDocx(file, budget);
  return { ...budget.spent, content, notes };
};

const textOf = (content: object) => JSON.stringify(content);

describe('What is said too often is read once', () => {
  test('one header, however many relations name it', async () => {
    const [few, many] = [await spentOn(oneHeader(1)), await spentOn(oneHeader(2_000))];

    expect(many.words).toBe(few.words);
    expect(many.notes).toEqual(few.notes);
  });

  test('packed bytes that unpack to nothing, told by what they are', async () => {
    const budget = new Budget();
    budget.spend('bytes', 32 * 1024 * 1024 - 100);

    await expect(importDocx(wordFile(p('Đủ')), budget)).rejects.toMatchObject({
      code: 'file_holds_too_much',
    });
  });

  test('one footnote, however often it is named, and by itself too', async () => {
    const { content } = await spentOn(oneFootnote(50));

    expect(textOf(content).match(/chữ/gu)).toHaveLength(1_000);
  });

  test('the words that are read above others, within each other', async () => {
    const { content } = await spentOn(nestedRuby(12));

    expect(textOf(content).match(/Đủ/gu)).toHaveLength(1);
  });

  test('the sign between the parts of a formula, by its first character', async () => {
    const { content } = await spentOn(longSign(3));

    expect(content.blocks).toEqual([{ kind: 'paragraph', runs: [{ text: '(xx)' }] }]);
  });

  test('the mark of a list, as long as marks are', async () => {
    const { content } = await spentOn(longMark(100));

    expect(
      textOf(content)
        .match(/x+/gu)
        ?.every((mark) => mark.length <= 40),
    ).toBe(true);
  });

  test('one paragraph, of however many it was made', async () => {
    const { content } = await spentOn(partedLetters(1_000));

    expect(content.blocks).toHaveLength(1);
    expect(textOf(content).match(/ả/gu)).toHaveLength(999);
  });

  test('what alternatives ask for, within each other too', async () => {
    const { content } = await spentOn(manyAlternatives(1_000, 90));

    expect(content.blocks).toEqual([{ kind: 'paragraph', runs: [{ text: 'Đủ' }] }]);
  });

  test('a text box of more paragraphs than a call takes arguments', async () => {
    const { content } = await spentOn(longTextBox(150_000));

    expect(content.blocks).toEqual([]);
  });

  test('a foot with more lines than any has stays in the body', async () => {
    const { content } = await spentOn(longFoot(300));

    expect(content.recipients).toEqual([]);
    expect(content.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
  });
});

describe('The memory it takes is bounded', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The command line in a process that may use so much; a larger need ends it by a signal. */
  const importInside = async (file: Uint8Array, megabytes: number) => {
    const path = join(folder, 'file.docx');
    await writeFile(path, file);
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${megabytes}`,
        'functions/handlers/cli.ts',
        'import',
        path,
        '--out',
        join(folder, 'report.json'),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let told = '';
    child.stderr.on('data', (part) => {
      told += part;
    });
    const [code] = await new Promise<[number | null]>((done) => {
      child.on('close', (exit) => done([exit]));
    });
    return { code, told };
  };

  test.each<[string, () => Uint8Array]>([
    ['a bomb that says how large it is', () => BOMB],
    ['a bomb that lies', () => lyingAboutSize(BOMB, 'word/document.xml', 5_000_000)],
    ['16 MB of empty paragraphs', () => wordFile('<w:p/>'.repeat(2_700_000))],
    [
      'a file of the largest size',
      () => Buffer.concat([wordFile(p('a')), zeros(25)]).subarray(0, LARGEST_FILE),
    ],
  ])('by %s', async (_, file) => {
    const { code, told } = await importInside(file(), 256);

    expect(told).toMatch(/file_(too_large|damaged|holds_too_much)/);
    expect(code).toBe(1);
  });

  test('by the most words that a report may hold', async () => {
    const { code, told } = await importInside(wordFile(p('chữ '.repeat(40)).repeat(5_900)), 512);

    expect(told).not.toMatch(/left out|file_/);
    expect(code).toBe(0);
  });
});
