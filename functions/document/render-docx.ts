// How does a report become the Word file that others copy from? The lines of the PDF, without its worth.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ReportContent } from '../domain/report-content.ts';
import { widthOf } from './fonts.ts';
import { LAYOUT, TEXT_WIDTH, type TextStyle } from './layout.ts';
import {
  type Issuing,
  type PrintedForm,
  type PrintedRun,
  type PrintedTable,
  type PrintedText,
  printedForm,
} from './printed-form.ts';

/** Printed at the foot of every page: only the signed PDF is the report. */
const NOTE = 'Bản để tổng hợp, không có giá trị pháp lý';

const { styles } = LAYOUT;
type StyleName = keyof typeof styles;

// Word counts in twentieths of a point (twips), half points and eighths of a point.
const twips = (points: number) => Math.round(points * 20);
const twipsOfMm = (millimetres: number) => Math.round((millimetres / 25.4) * 72 * 20);
const halfPoints = (points: number) => points * 2;
const eighths = (points: number) => points * 8;

const run = (text: string, { size, bold, italic }: TextStyle) =>
  new TextRun({ text, size: halfPoints(size), bold, italics: italic });

const runsIn = (runs: readonly PrintedRun[], { size }: TextStyle) =>
  runs.map(({ text, bold, italic }) => run(text, { size, bold, italic }));

const printed = (name: StyleName, text: string, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, children: [run(text, styles[name])] });

const centred = (name: StyleName, text: string, options: IParagraphOptions = {}) =>
  printed(name, text, { ...options, alignment: AlignmentType.CENTER });

/** An empty line of an exact height in points. */
const gap = (points: number, options: IParagraphOptions = {}) =>
  new Paragraph({
    ...options,
    spacing: { ...options.spacing, line: twips(points), lineRule: LineRuleType.EXACT },
  });

/** A solid line in the middle of a column, as long as its share of the text: the border of an empty paragraph. */
const rule = (name: StyleName, text: string, share: number, column: number, room = column) => {
  const length = Math.min(twips(widthOf(text, styles[name])), twipsOfMm(room)) * share;
  const side = Math.round((twipsOfMm(column) - length) / 2);
  return gap(LAYOUT.rule.height - LAYOUT.rule.gapAbove, {
    spacing: { before: twips(LAYOUT.rule.gapAbove) },
    indent: { left: side, right: side },
    border: {
      top: {
        style: BorderStyle.SINGLE,
        size: eighths(LAYOUT.rule.thickness),
        space: 0,
        color: '000000',
      },
    },
  });
};

/** Columns without lines and insets: one row of cells for each row of paragraphs. */
const columns = (widths: readonly number[], rows: readonly (readonly Paragraph[])[][]) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twipsOfMm(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: widths.map(twipsOfMm),
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: twipsOfMm(widths[index] ?? 0), type: WidthType.DXA },
                children: [...children],
              }),
          ),
        }),
    ),
  });

const header = (form: PrintedForm) => {
  const { left, right, gapAboveNumber } = LAYOUT.header;
  const spacing = { before: twips(gapAboveNumber) };
  return columns(
    [left, right],
    [
      [
        [
          ...(form.superior ? [centred('superior', form.superior)] : []),
          ...form.agency.map((line) => centred('agency', line)),
          rule('agency', form.agency.at(-1) ?? '', LAYOUT.rule.shareOfText, left),
        ],
        [
          centred('nation', form.nation),
          centred('motto', form.motto),
          rule('motto', form.motto, 1, right),
        ],
      ],
      [
        [
          centred('number', form.number, { spacing }),
          ...(form.matter
            ? [
                centred('matter', form.matter, {
                  spacing: { before: twips(LAYOUT.matter.gapAbove) },
                }),
              ]
            : []),
        ],
        [centred('placeAndDate', form.placeAndDate, { spacing })],
      ],
    ],
  );
};

const title = ({ title }: PrintedForm): Paragraph[] => {
  if (!title) return [];
  const { gapAbove, indent } = LAYOUT.title;
  const sides = { left: twipsOfMm(indent), right: twipsOfMm(indent) };
  return [
    centred('type', title.type, { spacing: { before: twips(gapAbove) } }),
    centred('subject', title.subject, { indent: sides }),
    rule('subject', title.subject, LAYOUT.rule.shareOfText, TEXT_WIDTH, TEXT_WIDTH - 2 * indent),
  ];
};

const addressees = ({ addressees }: PrintedForm): Paragraph[] => {
  if (!addressees) return [];
  const { lead, lines } = addressees;
  const width = (text: string) => twips(widthOf(text, styles.addressees));
  const indent = twipsOfMm(LAYOUT.addressees.indent);
  const hanging = (left: number, mark: string) => ({
    left: left + width(mark),
    hanging: width(mark),
  });
  const before = { spacing: { before: twips(LAYOUT.title.gapBelow) } };
  if (lines.length === 1) {
    return [
      printed('addressees', `${lead} ${lines[0]}`, {
        ...before,
        indent: hanging(indent, `${lead} `),
      }),
    ];
  }
  // The hyphens stand under the colon.
  const list = indent + width(lead.replace(':', ''));
  return [
    printed('addressees', lead, { ...before, indent: { left: indent } }),
    ...lines.map((line) => printed('addressees', line, { indent: hanging(list, '- ') })),
  ];
};

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
};

const bodyText = ({ heading, keepWithNext, runs }: PrintedText) =>
  new Paragraph({
    ...(heading && { heading: HEADINGS[heading] }),
    keepNext: keepWithNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twipsOfMm(LAYOUT.body.firstLineIndent) },
    spacing: { after: twips(LAYOUT.body.gapBelow) },
    children: runsIn(runs, styles.body),
  });

const bodyTable = ({ columns, headerRows, rows }: PrintedTable) => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => twipsOfMm((TEXT_WIDTH * share) / shares));
  const { insetX, insetY } = LAYOUT.table;
  const line = {
    style: BorderStyle.SINGLE,
    size: eighths(LAYOUT.table.stroke),
    color: '000000',
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twipsOfMm(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    margins: {
      left: twips(insetX),
      right: twips(insetX),
      top: twips(insetY),
      bottom: twips(insetY),
    },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row < headerRows,
          children: cells.map((runs, column) => {
            const isHeader = row < headerRows;
            return new TableCell({
              width: { size: widths[column] ?? 0, type: WidthType.DXA },
              verticalAlign: isHeader ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
              children: [
                new Paragraph({
                  alignment: isHeader ? 'center' : (columns[column]?.align ?? 'left'),
                  children: runsIn(runs, styles.tableCell),
                }),
              ],
            });
          }),
        }),
    ),
  });
};

/** A gap keeps a table from what follows; Word would join it with another table. */
const body = ({ body }: PrintedForm) =>
  body.flatMap((item) =>
    item.kind === 'text' ? [bodyText(item)] : [bodyTable(item), gap(LAYOUT.body.gapBelow)],
  );

const foot = (form: PrintedForm) => {
  const { line } = LAYOUT;
  return columns(
    [LAYOUT.foot.left, LAYOUT.foot.right],
    [
      [
        [
          // As high as the authority's line, so that both stand on one level, though they differ in size.
          printed('recipientsTitle', form.recipientsTitle, {
            spacing: {
              line: twips(styles.authority.size * (line.ascent + line.descent + line.gap)),
              lineRule: LineRuleType.EXACT,
            },
          }),
          ...form.recipients.map((text) => printed('recipients', text)),
        ],
        [
          ...form.authority.map((text) => centred('authority', text)),
          centred('signer', form.signer, {
            spacing: { before: twipsOfMm(LAYOUT.signatureArea.height) },
          }),
        ],
      ],
    ],
  );
};

const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(styles.pageNumber.size) }),
        ],
      }),
    ],
  });

const note = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run(NOTE, styles.reuseNote)],
      }),
    ],
  });

const page = () => {
  const { paper, margin } = LAYOUT;
  return {
    size: { width: twipsOfMm(paper.width), height: twipsOfMm(paper.height) },
    margin: {
      top: twipsOfMm(margin.top),
      bottom: twipsOfMm(margin.bottom),
      left: twipsOfMm(margin.left),
      right: twipsOfMm(margin.right),
      header: twipsOfMm(LAYOUT.pageNumber.fromEdge),
      footer: twipsOfMm(LAYOUT.reuseNote.fromEdge),
    },
  };
};

/** Headings bear Word's own names for its outline, and look like the body they stand in. */
const headingStyle = {
  run: { font: LAYOUT.font.word, color: '000000', size: halfPoints(styles.body.size) },
  paragraph: { spacing: { before: 0 } },
};

/** The Word file of a report, to copy from: the lines and page ends of its PDF, and a note that it has no legal worth. */
export const renderDocx = async (
  content: ReportContent,
  issuing: Issuing | null,
): Promise<Uint8Array> => {
  const form = printedForm(content, issuing);
  const document = new Document({
    title: form.properties.title,
    creator: form.properties.author,
    description: NOTE,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: {
            font: LAYOUT.font.word,
            size: halfPoints(styles.body.size),
            language: { value: 'vi-VN' },
          },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
        heading1: headingStyle,
        heading2: headingStyle,
        heading3: headingStyle,
      },
    },
    sections: [
      {
        // The first page's header is its own, and empty: its number is not shown.
        properties: { titlePage: true, page: page() },
        headers: { first: new Header({ children: [] }), default: pageNumber() },
        footers: { first: note(), default: note() },
        children: [
          header(form),
          ...title(form),
          ...addressees(form),
          gap(LAYOUT.addressees.gapBelow),
          ...body(form),
          foot(form),
          // A document may not end in a table.
          gap(1),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
