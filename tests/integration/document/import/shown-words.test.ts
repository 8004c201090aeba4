// Are the words read that Word shows of a file, formatted as it shows them, and is every other word reported?
import { describe, expect, test } from 'vitest';
import { importDocx } from '../../../../functions/document/import/import-docx.ts';
import { plainText } from '../../../../functions/domain/content/block.ts';
import { p, r, tbl, wordFile } from '../../../support/files/word-file.ts';

type Others = Parameters<typeof wordFile>[1];

/** The blocks as words, and the notes but those on the parts of a letter, which none of these files has. */
const read = async (body: string, others?: Others) => {
  const { content, notes } = await importDocx(wordFile(body, others));
  return {
    blocks: content.blocks.map((block) => {
      if (block.kind !== 'table') return plainText(block.runs);
      return block.rows.map((row) => row.map(plainText).join(' | ')).join(' / ');
    }),
    runs: content.blocks.flatMap((block) => ('runs' in block ? block.runs : [])),
    notes: notes
      .filter(({ code }) => !/^no[A-Z]/u.test(code))
      .map(({ code, lost, text }) => `${lost ? 'lost' : 'kept'} ${code} ${text}`.trim()),
  };
};

const run = (text: string, properties: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('A property that styles toggle', () => {
  const style = (type: 'paragraph' | 'character', id: string, properties: string, basedOn = '') =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:rPr>${properties}</w:rPr></w:style>`;
  const inStyles = (direct = '') =>
    p(run('chữ', `<w:rStyle w:val="C"/>${direct}`), '<w:pStyle w:val="P"/>');
  const both = (property: string) =>
    style('paragraph', 'P', property) + style('character', 'C', property);
  const one = (property: string) => style('paragraph', 'P', property) + style('character', 'C', '');

  /** What of each is to be seen in the report. */
  const KINDS: [string, string, (shown: Awaited<ReturnType<typeof read>>) => boolean][] = [
    ['bold', 'b', ({ runs }) => runs[0]?.bold === true],
    ['italic', 'i', ({ runs }) => runs[0]?.italic === true],
    ['capitals', 'caps', ({ blocks }) => blocks[0] === 'CHỮ'],
    ['small capitals', 'smallCaps', ({ blocks }) => blocks[0] === 'CHỮ'],
    [
      'hidden',
      'vanish',
      ({ blocks, notes }) => blocks.length === 0 && notes[0] === 'lost hidden chữ',
    ],
    [
      'struck through',
      'strike',
      ({ blocks, notes }) => blocks[0] === 'chữ' && notes[0] === 'kept struck chữ',
    ],
  ];

  test.each(KINDS)('is off where two do, on where one does: %s', async (_, name, isOn) => {
    expect(isOn(await read(inStyles(), { styles: one(`<w:${name}/>`) }))).toBe(true);
    expect(isOn(await read(inStyles(), { styles: both(`<w:${name}/>`) }))).toBe(false);
  });

  test.each(KINDS)(
    'is what the piece itself says, whatever its styles do: %s',
    async (_, name, isOn) => {
      const styles = both(`<w:${name}/>`);

      expect(isOn(await read(inStyles(`<w:${name}/>`), { styles }))).toBe(true);
      expect(
        isOn(await read(inStyles(`<w:${name} w:val="false"/>`), { styles: one(`<w:${name}/>`) })),
      ).toBe(false);
    },
  );

  test.each(KINDS)('is on where the whole document has it: %s', async (_, name, isOn) => {
    const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:${name}/></w:rPr></w:rPrDefault></w:docDefaults>${one(`<w:${name}/>`)}`;

    expect(isOn(await read(inStyles(), { styles }))).toBe(true);
  });

  test('is said once by a style and what that is based on', async () => {
    const styles = style('paragraph', 'A', '<w:b/>') + style('paragraph', 'P', '<w:b/>', 'A');

    expect((await read(p(run('chữ', ''), '<w:pStyle w:val="P"/>'), { styles })).runs).toEqual([
      { text: 'chữ', bold: true },
    ]);
  });

  test('is not undone by a style that switches it off, nor by one of another type', async () => {
    const off = style('paragraph', 'P', '<w:b/>') + style('character', 'C', '<w:b w:val="0"/>');
    const other = style('paragraph', 'P', '<w:b/>') + style('paragraph', 'C', '<w:b/>');

    for (const styles of [off, other]) {
      expect((await read(inStyles(), { styles })).runs).toEqual([{ text: 'chữ', bold: true }]);
    }
  });

  test('is another one for writing from right to left', async () => {
    const { runs } = await read(p(run('một', '<w:b/><w:rtl/>') + run('hai', '<w:bCs/><w:cs/>')));

    expect(runs).toEqual([{ text: 'một' }, { text: 'hai', bold: true }]);
  });

  test('is told where it strikes words twice, which styles do not toggle', async () => {
    const styles = both('<w:dstrike/>');

    expect(await read(inStyles(), { styles })).toMatchObject({
      blocks: ['chữ'],
      notes: ['kept struck chữ'],
    });
  });
});

describe('What the style of a table says of a cell', () => {
  const said = (type: string, run: string, more = '') =>
    `<w:tblStylePr w:type="${type}"><w:rPr>${run}</w:rPr>${more}</w:tblStylePr>`;
  const tableStyle = (id: string, inside: string, basedOn = '') =>
    `<w:style w:type="table" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}${inside}</w:style>`;
  const table = (look: string, rows: readonly (readonly string[])[], id = 'T') =>
    `<w:tbl><w:tblPr><w:tblStyle w:val="${id}"/><w:tblLook ${look}/></w:tblPr>${rows
      .map(
        (cells) =>
          `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(r(cell))}</w:tc>`).join('')}</w:tr>`,
      )
      .join('')}</w:tbl>`;
  const ROWS = [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ];
  const CAPS = '<w:caps/>';
  const FIRST_ROW = 'w:firstRow="1" w:noHBand="1" w:noVBand="1"';

  test.each<[string, string, string, string]>([
    ['the first row', said('firstRow', CAPS), FIRST_ROW, 'A | B | C / d | e | f / g | h | i'],
    [
      'none that the table does not ask for',
      said('firstRow', CAPS),
      'w:firstRow="0"',
      'a | b | c / d | e | f / g | h | i',
    ],
    [
      'what an old number asks for: the last row and the last column',
      said('lastRow', CAPS) + said('lastCol', CAPS) + said('firstRow', CAPS),
      'w:val="0140"',
      'a | b | C / d | e | F / G | H | I',
    ],
    [
      'the first row, which stands above the first column',
      said('firstRow', '<w:caps w:val="0"/>') + said('firstCol', CAPS),
      'w:firstRow="1" w:firstColumn="1"',
      'a | b | c / D | e | f / G | h | i',
    ],
    [
      'a corner, which stands above both',
      said('firstRow', CAPS) + said('nwCell', '<w:caps w:val="0"/>'),
      'w:firstRow="1" w:firstColumn="1"',
      'a | B | C / d | e | f / g | h | i',
    ],
    [
      'bands below the header',
      said('band1Horz', CAPS),
      'w:firstRow="1"',
      'a | b | c / D | E | F / g | h | i',
    ],
    [
      'bands of columns',
      said('band2Vert', CAPS),
      'w:noHBand="1"',
      'a | B | c / d | E | f / g | H | i',
    ],
    [
      'no bands where the table wants none',
      said('band1Horz', CAPS) + said('band1Vert', CAPS),
      'w:noHBand="1" w:noVBand="1"',
      'a | b | c / d | e | f / g | h | i',
    ],
    ['all of it', `<w:rPr>${CAPS}</w:rPr>`, 'w:noHBand="1"', 'A | B | C / D | E | F / G | H | I'],
  ])('is read of %s', async (_, inside, look, words) => {
    const styles = tableStyle('T', inside);

    expect((await read(table(look, ROWS), { styles })).blocks).toEqual([words]);
  });

  test('is toggled with what the styles of paragraph and letters say', async () => {
    const styles = `${tableStyle('T', said('firstRow', CAPS))}<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/><w:rPr>${CAPS}</w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:rPr>${CAPS}</w:rPr></w:style>`;
    const inP = (properties: string) => p(run('chữ', properties), '<w:pStyle w:val="P"/>');
    const rows = [
      [
        '<w:p><w:r><w:t>một</w:t></w:r></w:p>',
        inP(''),
        inP('<w:rStyle w:val="C"/>'),
        inP('<w:caps w:val="0"/>'),
      ],
      ['a', 'b', 'c', 'd'],
    ];

    expect((await read(table(FIRST_ROW, rows), { styles })).blocks).toEqual([
      'MỘT | chữ | CHỮ | chữ / a | b | c | d',
    ]);
  });

  test('goes through the styles that it is based on, and not into a table within the cell', async () => {
    const styles =
      tableStyle('A', said('firstRow', '<w:b/><w:caps/>')) +
      tableStyle('T', said('firstRow', '<w:caps w:val="0"/>') + said('lastRow', '<w:b/>'), 'A') +
      tableStyle('B', '');
    const inner = table('w:firstRow="0"', [['trong']], 'B');
    const { content } = await importDocx(
      wordFile(
        table('w:firstRow="0" w:lastRow="1"', [
          ['a', 'b'],
          ['c', `${inner}${p('')}`],
        ]) +
          table(FIRST_ROW, [
            ['d', 'e'],
            ['f', 'g'],
          ]),
        { styles },
      ),
    );

    expect(content.blocks).toMatchObject([
      {
        headerRows: 0,
        rows: [
          [[{ text: 'a' }], [{ text: 'b' }]],
          [[{ text: 'c', bold: true }], [{ text: 'trong' }]],
        ],
      },
      {
        headerRows: 1,
        rows: [
          [[{ text: 'd' }], [{ text: 'e' }]],
          [[{ text: 'f' }], [{ text: 'g' }]],
        ],
      },
    ]);
  });

  test('is how its words stand, in which font, whether they are hidden, and what is behind them', async () => {
    const styles = tableStyle(
      'T',
      said(
        'firstCol',
        '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>',
        '<w:pPr><w:jc w:val="right"/></w:pPr>',
      ) +
        said('lastCol', '<w:vanish/>') +
        said('firstRow', '', '<w:tcPr><w:shd w:val="clear" w:fill="D9E2F3"/></w:tcPr>'),
    );
    const body = table('w:firstRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="1"', [
      ['x·', 'a', 'ẩn'],
      ['héi', 'b', ''],
    ]);
    const { blocks, notes } = await read(body, { styles });
    const { content } = await importDocx(wordFile(body, { styles }));

    expect(blocks).toEqual(['xã | a |  / hội | b | ']);
    expect(content.blocks).toMatchObject([
      { columns: [{ align: 'right' }, { align: 'left' }, {}] },
    ]);
    expect(notes).toEqual(['kept encoding', 'lost hidden ẩn', 'kept shaded']);
  });
});

describe('What Word fills in', () => {
  const GAP = 'lost field';

  test.each(['dayShort', 'dayLong', 'monthShort', 'monthLong', 'yearShort', 'yearLong'])(
    'leaves a gap, which is told with its sentence: w:%s',
    async (name) => {
      const body = `<w:r><w:t xml:space="preserve">Lập </w:t><w:${name}/><w:t xml:space="preserve"> này</w:t></w:r>`;

      expect(await read(p(body))).toMatchObject({
        blocks: ['Lập … này'],
        notes: [`${GAP} Lập … này`],
      });
    },
  );

  const field = (instruction: string, result: string | null, form = '') =>
    `<w:r><w:fldChar w:fldCharType="begin">${form}</w:fldChar></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>${result === null ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const simple = (instruction: string, result = '') =>
    `<w:fldSimple w:instr="${instruction}">${result}</w:fldSimple>`;

  test.each([
    ['a date without its result', field(' DATE \\@ "dd" ', null)],
    ['a date whose result is empty', field(' DATE ', '')],
    ['a simple date without words', simple(' TIME \\@ HH ')],
    ['what nobody knows, without its result', field(' EQ \\f(1;2) ', null)],
  ])('leaves a gap too where it is %s', async (_, content) => {
    expect(await read(p(`${r('Lúc ')}${content}`))).toMatchObject({
      blocks: ['Lúc …'],
      notes: [`${GAP} Lúc …`],
    });
  });

  test.each<[string, string, string]>([
    ['a date', field(' DATE ', r('12/3')), 'Lúc 12/3'],
    ['a simple date', simple(' DATE ', r('12/3')), 'Lúc 12/3'],
    ['an empty result that may be meant so', field(' IF a = b "" "" ', ''), 'Lúc'],
    ['a mark of an index', field(' XE "Hồ sơ" ', null), 'Lúc'],
    [
      'a date in the instruction of another',
      field(`</w:instrText></w:r>${field(' DATE ', null)}<w:r><w:instrText>`, r('xong')),
      'Lúc xong',
    ],
    ['the number of a page', '<w:r><w:pgNum/></w:r>', 'Lúc …'],
    [
      'a box',
      field(
        ' FORMCHECKBOX ',
        null,
        '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>',
      ),
      'Lúc □',
    ],
    [
      'a box with a cross',
      field(
        ' FORMCHECKBOX ',
        '',
        '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>',
      ),
      'Lúc ■',
    ],
    [
      'a choice',
      field(
        ' FORMDROPDOWN ',
        '',
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Nam"/><w:listEntry w:val="Nữ"/></w:ddList></w:ffData>',
      ),
      'Lúc Nữ',
    ],
  ])('is read where the file says it: %s', async (_, content, words) => {
    expect(await read(p(`${r('Lúc ')}${content}`))).toMatchObject({ blocks: [words], notes: [] });
  });

  test('is the date in a header, which stays blank', async () => {
    const { content, notes } = await importDocx(
      wordFile(
        tbl([
          [
            p(r('UBND XÃ SƠN TRUNG', { bold: true })) + p('Số: /BC-UBND'),
            p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
              p(
                '<w:r><w:t xml:space="preserve">Sơn Trung, ngày </w:t><w:dayShort/><w:t xml:space="preserve"> tháng </w:t><w:monthShort/><w:t xml:space="preserve"> năm </w:t><w:yearLong/></w:r>',
              ),
          ],
        ]),
      ),
    );

    expect(content.place).toBe('Sơn Trung');
    expect(notes.map(({ code }) => code)).toContain('field');
  });

  test('is no word of a page footer where it is the page number', async () => {
    const { notes } = await read(p('Nội dung.'), {
      footer:
        p('<w:r><w:t xml:space="preserve">Trang </w:t><w:pgNum/></w:r>') + p(simple(' PAGE ')),
    });

    expect(notes).toEqual([]);
  });
});

describe('A paragraph whose mark is gone', () => {
  const mark = (kind: string) => `<w:rPr><w:${kind}/></w:rPr>`;
  const gone = (content: string, more = '') => p(content, `${more}${mark('del')}`);

  test.each([
    ['deleted', mark('del')],
    ['moved away', mark('moveFrom')],
    ['hidden', mark('vanish')],
    ['of a large letter that it begins with', '<w:framePr w:dropCap="drop" w:lines="3"/>'],
    [
      'hidden so that a heading stands in the line of its paragraph',
      '<w:rPr><w:vanish/><w:specVanish/></w:rPr>',
    ],
  ])('goes on in the next: %s', async (_, properties) => {
    expect((await read(p('Nửa đầu ', properties) + p('nửa sau.'))).blocks).toEqual([
      'Nửa đầu nửa sau.',
    ]);
  });

  test('goes on through all that are gone, and through what is wrapped around them', async () => {
    const { blocks, notes } = await read(
      `${gone('Một ')}<w:bookmarkStart/>${gone('hai ')}<w:sdt><w:sdtContent>${p('ba.')}</w:sdtContent></w:sdt>${p('Bốn.')}`,
    );

    expect(blocks).toEqual(['Một hai ba.', 'Bốn.']);
    expect(notes).toEqual([]);
  });

  test('leaves nothing where its words are deleted as well', async () => {
    const deleted = '<w:del><w:r><w:delText>bỏ đi</w:delText></w:r></w:del>';
    const { blocks, notes } = await read(p('Trên.') + gone(deleted) + p('Dưới.') + gone(deleted));

    expect(blocks).toEqual(['Trên.', 'Dưới.']);
    expect(notes).toEqual(['lost deleted bỏ đi']);
  });

  test('stays one where nothing follows that it could go on in: in a cell, before a table', async () => {
    const { blocks } = await read(
      `${tbl([[gone('Một ') + p('hai'), gone('ba')]])}${gone('Trước bảng')}${tbl([['ô', 'bên']])}${gone('Cuối')}`,
    );

    expect(blocks).toEqual(['Một hai | ba', 'Trước bảng', 'ô | bên', 'Cuối']);
  });

  test('is no item of a list: that counts what is left, and looks as what it goes on in', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const { content } = await importDocx(
      wordFile(p('Một', item) + gone('Hai ', item) + p('và ba', item) + p('Bốn', item), {
        numbering,
      }),
    );

    expect(content.blocks.map((block) => 'runs' in block && plainText(block.runs))).toEqual([
      'Một',
      'Hai và ba',
      'Bốn',
    ]);
    expect(content.blocks.map(({ kind }) => kind)).toEqual(['clause', 'clause', 'clause']);
  });

  test('has its letters in the font of the style they were typed in', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Cu"><w:name w:val="Cu"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>';

    expect(
      (await read(gone('®¬n ', '<w:pStyle w:val="Cu"/>') + p('đơn'), { styles })).blocks,
    ).toEqual(['đơn đơn']);
  });
});

test('A cell that was deleted while changes were tracked is told, and the others keep their places', async () => {
  const cell = (words: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(words)}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const { blocks, notes } = await read(
    `<w:tbl>${row(cell('một'), cell('hai', '<w:cellDel/>'), cell('ba'))}${row(cell('a'), cell('b'), cell('c'))}</w:tbl>`,
  );

  expect(blocks).toEqual(['một |  | ba / a | b | c']);
  expect(notes).toEqual(['lost deleted hai']);
});

describe('Of several alternatives', () => {
  const WPG = 'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"';
  const SIGNS = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"';
  const either = (requires: string, one: string, other: string | null, declared = '') =>
    `<mc:AlternateContent ${declared}><mc:Choice Requires="${requires}">${one}</mc:Choice>${other === null ? '' : `<mc:Fallback>${other}</mc:Fallback>`}</mc:AlternateContent>`;
  const box = (words: string) =>
    `<w:r><w:pict><w:txbxContent>${p(words)}</w:txbxContent></w:pict></w:r>`;

  test.each<[string, string, string, string]>([
    ['one that is understood', 'wps', '', 'một'],
    ['one whose prefix is declared where it stands', 'wpg', WPG, 'một'],
    ['two that are understood', 'wps wpg', WPG, 'một'],
    ['the fallback of one that is not', 'w16se', SIGNS, 'hai'],
    ['the fallback where one of two is not', 'wps w16se', SIGNS, 'hai'],
    ['the fallback where nobody declares what is required', 'cx1', '', 'hai'],
    ['the fallback where a prefix means something else', 'wps', 'xmlns:wps="urn:other"', 'hai'],
  ])('the words are read of %s, wherever they stand', async (_, requires, declared, words) => {
    const of = (wrap: (inner: string) => string) =>
      either(requires, wrap('một'), wrap('hai'), declared);
    const body = [
      of((inner) => p(inner)),
      p(of((inner) => r(inner))),
      p(`<w:r>${of((inner) => `<w:t>${inner}</w:t>`)}</w:r>`),
      p(of((inner) => box(inner))),
      `<w:tbl>${of((inner) => `<w:tr><w:tc>${p(inner)}</w:tc><w:tc>${p('ô')}</w:tc></w:tr>`)}</w:tbl>`,
      `<w:tbl><w:tr><w:tc>${p('ô')}</w:tc>${of((inner) => `<w:tc>${p(inner)}</w:tc>`)}</w:tr></w:tbl>`,
      p(`<m:oMath>${of((inner) => `<m:r><m:t>${inner}</m:t></m:r>`)}</m:oMath>`),
    ].join('');

    expect((await read(body)).blocks).toEqual([
      words,
      words,
      words,
      words,
      `${words} | ô`,
      `ô | ${words}`,
      words,
    ]);
  });

  test('those within each other are chosen one by one', async () => {
    const inner = either('w16se', r('lạ'), r('trong'), SIGNS);

    expect((await read(p(either('wps', inner, r('ngoài'))))).blocks).toEqual(['trong']);
  });

  test('the one that is read is told as its kind: a picture for ink, a sign that cannot be printed', async () => {
    const ink = either(
      'wpi',
      '<w:r><w:drawing><w14:contentPart/></w:drawing></w:r>',
      '<w:r><w:pict><v:imagedata/></w:pict></w:r>',
      'xmlns:wpi="http://schemas.microsoft.com/office/word/2010/wordprocessingInk"',
    );
    const sign = `<w:r>${either('w16se', '<w16se:symEx/>', '<w:t>😀</w:t>', SIGNS)}</w:r>`;
    const { notes } = await read(p(`${r('Ký')}${ink}`) + p(`${r('Vui')}${sign}`));

    expect(notes).toEqual(['lost picture Ký', 'kept unprintable U+1F600: Vui😀']);
  });

  test('none is read where there is nothing to fall back on, and that is told', async () => {
    const alone = (inner: string) => either('w16se', inner, null, SIGNS);
    const picture = '<w:r><w:drawing><a:blip/></w:drawing></w:r>';
    const { blocks, notes } = await read(
      [
        alone(p('một')),
        p(`${r('Trước ')}${alone(r('hai'))}<w:r>${alone('<w:t>ba</w:t>')}</w:r>`),
        p(`${r('Có hình')}${alone(picture)}`),
        `<w:tbl>${alone(`<w:tr><w:tc>${p('bốn')}</w:tc></w:tr>`)}<w:tr><w:tc>${p('ô')}</w:tc><w:tc>${p('bên')}</w:tc>${alone(`<w:tc>${p('năm')}</w:tc>`)}</w:tr></w:tbl>`,
      ].join(''),
    );

    expect(blocks).toEqual(['Trước', 'Có hình', 'ô | bên']);
    expect(notes).toEqual(
      ['một', 'hai', 'ba', 'Có hình', 'bốn', 'năm'].map((words) => `lost object ${words}`),
    );
  });
});
