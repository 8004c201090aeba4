// How does a Word file of somebody else come about in a test? From the XML of its parts.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type OtherPart =
  | 'styles'
  | 'theme'
  | 'numbering'
  | 'footnotes'
  | 'comments'
  | 'diagramData'
  | 'header'
  | 'footer';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const rels = (targets: readonly (readonly [string, string])[]) =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([kind, target]) =>
        `<Relationship Id="${kind}1" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** `<w:document>` around a body, as Word declares it. */
export const documentXml = (body: string) =>
  `${declaration}<w:document xmlns:w="${W}" xmlns:r="${RELATIONS}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`;

/** The entries of a file, to be changed before they are packed. */
export const wordParts = (
  body: string,
  others: Partial<Record<OtherPart, string>> = {},
): Record<string, Uint8Array> => {
  const names = Object.keys(others) as OtherPart[];
  const part = (name: OtherPart) =>
    `${declaration}<w:${name === 'header' ? 'hdr' : name === 'footer' ? 'ftr' : name} xmlns:w="${W}">${others[name]}</w:${name === 'header' ? 'hdr' : name === 'footer' ? 'ftr' : name}>`;
  return {
    '[Content_Types].xml': strToU8(
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(rels([['officeDocument', 'word/document.xml']])),
    'word/document.xml': strToU8(documentXml(body)),
    'word/_rels/document.xml.rels': strToU8(rels(names.map((name) => [name, `${name}.xml`]))),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, strToU8(part(name))])),
  };
};

export const packed = (parts: Zippable): Uint8Array => zipSync(parts);

export const wordFile = (body: string, others: Partial<Record<OtherPart, string>> = {}) =>
  packed(wordParts(body, others));

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

type Look = { bold?: boolean; italic?: boolean; font?: string };

export const r = (text: string, { bold, italic, font }: Look = {}) =>
  `<w:r><w:rPr>${font ? `<w:rFonts w:ascii="${font}"/>` : ''}${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph; `properties` go into `w:pPr`. */
export const p = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`;

export const CENTRED = '<w:jc w:val="center"/>';

export const tbl = (rows: readonly (readonly string[])[]) =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows
    .map(
      (cells) =>
        `<w:tr>${cells
          .map((cell) => `<w:tc><w:tcPr/>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`)
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

/** What the parts of a file say. */
export const entriesOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
