// Which Word files are cheap to send and expensive to read? Each says one thing too often.
import { strToU8 } from 'fflate';
import { p, packed, r, wordFile, wordParts } from './word-file.ts';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** A header of a thousand words, and so many relations that name it. */
export const oneHeader = (relations: number): Uint8Array =>
  packed({
    ...wordParts(p('Đủ'), { header: p('chữ '.repeat(1_000)) }),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships>${times(
        relations,
        (id) => `<Relationship Id="r${id}" Type="${TYPE}/header" Target="header.xml"/>`,
      )}</Relationships>`,
    ),
  });

/** Words of one paragraph, in megabytes. */
export const longText = (megabytes: number): Uint8Array =>
  wordFile(p('chu '.repeat(megabytes * 250_000)));

/** So many furigana, each within what is read above another, and none with words below. */
export const nestedRuby = (depth: number): Uint8Array =>
  wordFile(
    p(`${'<w:r><w:ruby><w:rt>'.repeat(depth)}${r('Đủ')}${'</w:rt></w:ruby></w:r>'.repeat(depth)}`),
  );

const REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>';

/** One footnote, which refers to itself, and so many references to it. */
export const oneFootnote = (references: number): Uint8Array =>
  wordFile(p(`${r('Đủ')}${REFERENCE.repeat(references)}`), {
    footnotes: `<w:footnote w:id="2">${p(`${r('chữ '.repeat(1_000))}${REFERENCE}`)}</w:footnote>`,
  });

/** A text box of so many paragraphs: more than a call takes arguments, from some hundred thousand on. */
export const longTextBox = (paragraphs: number): Uint8Array =>
  wordFile(
    p(`<w:r><w:pict><w:txbxContent>${'<w:p/>'.repeat(paragraphs)}</w:txbxContent></w:pict></w:r>`),
  );

/** A formula of so many parts, between which stands a sign as long. */
export const longSign = (parts: number): Uint8Array =>
  wordFile(
    p(
      `<m:oMath><m:d><m:dPr><m:sepChr m:val="${'x'.repeat(parts)}"/></m:dPr>${'<m:e/>'.repeat(parts)}</m:d></m:oMath>`,
    ),
  );

const LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

/** So many paragraphs of a list, each of which is to begin with a mark as long. */
export const longMark = (paragraphs: number): Uint8Array =>
  wordFile(p('Đủ', LISTED).repeat(paragraphs), {
    numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="${'x'.repeat(paragraphs)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  });

/** So many runs, and a style with as many properties that says nothing about any of them. */
export const longStyle = (runs: number): Uint8Array =>
  wordFile(p('Đủ ').repeat(runs), {
    styles: `<w:docDefaults><w:rPrDefault><w:rPr>${'<w:x/>'.repeat(runs)}</w:rPr></w:rPrDefault></w:docDefaults>`,
  });

/** So many lines where recipients stand, none of which begins anew. */
export const longFoot = (lines: number): Uint8Array =>
  wordFile(
    `${p('Đủ')}<w:tbl><w:tr><w:tc>${p('Nơi nhận:')}${p('- a')}${p('a').repeat(lines)}</w:tc><w:tc>${p('TM. A')}</w:tc></w:tr></w:tbl>`,
  );

/** So many paragraphs without a mark, in an old font, each beginning with the sign of the letter before it. */
export const partedLetters = (paragraphs: number): Uint8Array =>
  wordFile(
    `${'<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>ûa</w:t></w:r></w:p>'.repeat(paragraphs)}${p('Đủ')}`,
    {
      styles:
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr></w:rPrDefault></w:docDefaults>',
    },
  );

/** So many alternatives, each requiring the same twenty times, within others so deep. */
export const manyAlternatives = (count: number, depth: number): Uint8Array => {
  const choice = `<mc:AlternateContent><mc:Choice Requires="${'wps '.repeat(19)}other">`;
  const end = '</mc:Choice><mc:Fallback/></mc:AlternateContent>';
  const declared = '<mc:AlternateContent><mc:Choice Requires="wps" xmlns:other="urn:other">';
  return wordFile(
    `${declared.repeat(depth)}${`${choice}${end}`.repeat(count)}${p('Đủ')}${end.repeat(depth)}`,
  );
};

/** As many blank paragraphs as the budget has nodes for. */
export const blankParagraphs = (paragraphs: number): Uint8Array =>
  wordFile('<w:p/>'.repeat(paragraphs));
