// Which letters does a Word file show, whatever font they were typed in, and however an editor has parted them?
import { describe, expect, test } from 'vitest';
import { importDocx } from '../../../../functions/document/import/import-docx.ts';
import { plainText } from '../../../../functions/domain/content/block.ts';
import { p, wordFile } from '../../../support/files/word-file.ts';

type Others = Parameters<typeof wordFile>[1];

const read = async (body: string, others?: Others): Promise<string[]> => {
  const { content } = await importDocx(wordFile(body, others));
  return content.blocks.map((block) => ('runs' in block ? plainText(block.runs) : block.kind));
};

const fonts = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const THEME =
  '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>';
const run = (text: string, properties: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const old = (text: string) => run(text, fonts('.VnTime'));
const vni = (text: string, more = '') => run(text, `${fonts('VNI-Times')}${more}`);

const style = (type: 'paragraph' | 'character', id: string, run: string, more = '') =>
  `<w:style w:type="${type}" w:styleId="${id}" ${more}><w:name w:val="${id}"/><w:rPr>${run}</w:rPr></w:style>`;
const NORMAL = 'w:default="1"';
const defaults = (run: string) =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault></w:docDefaults>`;
const theme = (minor: string) =>
  `<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="${minor}"/></a:minorFont></a:fontScheme></a:themeElements>`;

describe('A font of the theme', () => {
  const WORDS = 'Lê Thị Bưởi, ngõ 7×8, sai số ±2%, tã lót, nhà xã, mì, nghĩ, kể';

  test.each<[string, string, Others]>([
    [
      'in a piece whose style names an old font',
      p(run(WORDS, THEME)),
      { styles: style('paragraph', 'Normal', fonts('.VnTime'), NORMAL) },
    ],
    [
      'in one element with an old font',
      p(
        run(
          WORDS,
          `<w:rFonts w:ascii=".VnTime" w:asciiTheme="minorHAnsi" w:hAnsi=".VnTime" w:hAnsiTheme="minorHAnsi"/>`,
        ),
      ),
      {},
    ],
    [
      'of a character style over the old font of a paragraph style',
      p(run(WORDS, '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>'),
      { styles: style('paragraph', 'P', fonts('.VnTime')) + style('character', 'C', THEME) },
    ],
    [
      'of a paragraph style over the old font of the whole document',
      p(run(WORDS, ''), '<w:pStyle w:val="P"/>'),
      { styles: defaults(fonts('.VnTime')) + style('paragraph', 'P', THEME) },
    ],
    [
      'that an alternative names',
      p(
        run(
          WORDS,
          `<mc:AlternateContent><mc:Choice Requires="wps">${THEME}</mc:Choice></mc:AlternateContent>`,
        ),
      ),
      { styles: defaults(fonts('.VnTime')) },
    ],
  ])('leaves the words as they are: %s', async (_, body, others) => {
    expect(await read(body, others)).toEqual([WORDS]);
  });

  test('gives way to a font that stands nearer', async () => {
    const styles = defaults(THEME) + style('paragraph', 'P', fonts('.VnTime'));

    expect(await read(p(old('Lª V¨n An')), { styles })).toEqual(['Lê Văn An']);
    expect(await read(p(run('Lª V¨n An', ''), '<w:pStyle w:val="P"/>'), { styles })).toEqual([
      'Lê Văn An',
    ]);
  });

  test('may be an old one by the name that the theme gives it', async () => {
    const body = p(run('Lª V¨n An', ''));
    const styles = defaults(THEME);

    expect(await read(body, { styles, theme: theme('.VnTime') })).toEqual(['Lê Văn An']);
    expect(await read(body, { styles, theme: theme('Calibri') })).toEqual(['Lª V¨n An']);
  });
});

test('Letters beyond ASCII are in the font for them, whatever the others say', async () => {
  const piece = (properties: string) => p(run('Lª', properties));
  const body = [
    piece('<w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/>'),
    piece('<w:rFonts w:ascii=".VnTime" w:hAnsi="Arial"/>'),
    piece('<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs=".VnTime"/>'),
    piece('<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs=".VnTime"/><w:cs/>'),
    piece('<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia=".VnTime"/>'),
    piece('<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia=".VnTime" w:hint="eastAsia"/>'),
  ].join('');

  expect(await read(body)).toEqual(['Lê', 'Lª', 'Lª', 'Lê', 'Lª', 'Lê']);
});

test('A style of another type than is asked for says nothing', async () => {
  const styles = style('paragraph', 'P', fonts('.VnTime'));

  expect(await read(p(run('Lª', '<w:rStyle w:val="P"/>')), { styles })).toEqual(['Lª']);
});

describe('A soft hyphen', () => {
  test('is a letter in an old font, as an element and as a character', async () => {
    const element = `<w:r><w:rPr>${fonts('.VnTime')}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc th</w:t><w:softHyphen/><w:t>¬ng</w:t></w:r>`;

    expect(await read(p(element) + p(old('n\u00ADíc')))).toEqual(['nước thương', 'nước']);
  });

  test('is one there too before a letter that no word has behind it', async () => {
    const element = `<w:r><w:rPr>${fonts('.VnTime')}</w:rPr><w:t>ch</w:t><w:softHyphen/><w:t>÷a</w:t></w:r>`;

    expect(await read(p(element) + p(old('ch\u00AD÷a')))).toEqual(['chữa', 'chữa']);
  });

  test('is a capital letter in an old capital font', async () => {
    const element = `<w:r><w:rPr>${fonts('.VnTimeH')}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>`;

    expect(await read(p(element))).toEqual(['NƯỚC']);
  });

  test('is invisible in any other, and a hyphen that does not break is one', async () => {
    const element =
      '<w:r><w:t>công</w:t><w:softHyphen/><w:t>tác UBND</w:t><w:noBreakHyphen/><w:t>VX</w:t></w:r>';

    expect(await read(p(element) + p('công\u00ADtác'))).toEqual([
      'côngtác UBND\u2011VX',
      'côngtác',
    ]);
  });
});

describe('A letter whose sign stands in another piece', () => {
  const HIDDEN = '<w:vanish/>';

  test.each<[string, string, string]>([
    ['after it', vni('Co') + vni('äng hoøa'), 'Cộng hòa'],
    ['of another look', vni('xa') + vni('õ hoäi', '<w:b/>'), 'xã hội'],
    ['of its own', vni('nghe') + vni('ä') + vni(' só'), 'nghệ sĩ'],
    ['on a letter with a horn', vni('ngö') + vni('ôø') + vni('i'), 'người'],
    ['in capitals', vni('CO') + vni('ÄNG'), 'CỘNG'],
    [
      'behind a bookmark',
      `${vni('hoa')}<w:bookmarkStart/><w:proofErr/>${vni('ø bình')}`,
      'hoà bình',
    ],
    ['in a link', `${vni('ba')}<w:hyperlink>${vni('ûn')}</w:hyperlink>`, 'bản'],
    ['behind hidden words', vni('ba') + vni('x', HIDDEN) + vni('ûn'), 'bản'],
    [
      'behind deleted ones',
      `${vni('ba')}<w:del><w:r><w:delText>x</w:delText></w:r></w:del>${vni('ûn')}`,
      'bản',
    ],
    [
      'where Word has ended a page',
      `<w:r><w:rPr>${fonts('VNI-Times')}</w:rPr><w:t>ba</w:t><w:lastRenderedPageBreak/><w:t>ûn</w:t></w:r>`,
      'bản',
    ],
    [
      'behind a soft hyphen',
      `<w:r><w:rPr>${fonts('VNI-Times')}</w:rPr><w:t>ba</w:t><w:softHyphen/><w:t>ûn</w:t></w:r>`,
      'bản',
    ],
    ['behind a soft hyphen in its own piece', vni('ba') + vni('\u00ADûn'), 'bản'],
    ['in Unicode, as a Mac has them', run('ba', '') + run('\u0309n', '<w:b/>'), 'bản'],
  ])('is one letter: %s', async (_, body, words) => {
    expect(await read(p(body))).toEqual([words]);
  });

  test('has the look of the letter', async () => {
    const { content } = await importDocx(wordFile(p(vni('xa') + vni('õ hoäi', '<w:b/>'))));

    expect(content.blocks).toMatchObject([
      { runs: [{ text: 'xã' }, { text: ' hội', bold: true }] },
    ]);
  });

  test('stays as it is where no letter is before it', async () => {
    expect(await read(p(vni('ba ') + vni('ûn')) + p(run('ba', '') + run('ûn', '')))).toEqual([
      'ba ûn',
      'baûn',
    ]);
  });
});

describe('An old capital font', () => {
  test.each([
    '.VnTimeH',
    '.VNTIMEH',
    '.vntimeh',
    'VnTimeH',
    'VnArialH',
    '.VnArial NarrowH',
    '.VnBook-AntiquaH',
    '.VnTifani HeavyH',
    '.VnCentury SchoolbookH',
    ' .VnTimeH ',
    '@.VnTimeH',
    '.VnTimeH Bold',
    '.VnTimeH;Times New Roman',
  ])('shows capitals under the name of %s', async (font) => {
    expect(await read(p(run('tê tr×nh', fonts(font))))).toEqual(['TỜ TRÌNH']);
  });

  test.each(['.VnTime', '.VNTIME', '.vnarial narrow', 'VnTime', '.VnTime, Arial Nash'])(
    'is none under the name of %s',
    async (font) => {
      expect(await read(p(run('tê tr×nh', fonts(font))))).toEqual(['tờ trình']);
    },
  );

  test.each(['Times New Roman', 'VNtimes new roman', 'VNF-Comic Sans', 'Vnacademy', 'Algerian H'])(
    'is not old under the name of %s',
    async (font) => {
      expect(await read(p(run('tê tr×nh', fonts(font))))).toEqual(['tê tr×nh']);
    },
  );
});

test('The number that a list prints is in the font of the list, or of the paragraph that it is printed for', async () => {
  const level = (font: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§iÓm %1:"/>${font}</w:lvl>`;
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${level(`<w:rPr>${fonts('.VnTime')}</w:rPr>`)}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level('')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
  ].join('');
  const list = (id: number, mark = '') =>
    `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>${mark}`;

  expect(
    await read(p('một', list(1)) + p(old('mét'), list(2, `<w:rPr>${fonts('.VnTime')}</w:rPr>`)), {
      numbering,
    }),
  ).toEqual(['Điểm 1: một', 'Điểm 1: một']);
});

test('A symbol of an old font is the letter that it shows', async () => {
  const symbol = (font: string, char: string) =>
    `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
  const body = [
    p(symbol('.VnTime', '00AE') + symbol('.VnTime', 'F0AE')),
    p(vni('ba') + symbol('VNI-Times', 'F0FB') + vni('n')),
    p(old('\uF0AE')),
  ].join('');

  expect(await read(body)).toEqual(['đđ', 'bản', 'đ']);
});
