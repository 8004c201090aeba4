// How does a report become the Word file that others copy from? The lines of the PDF, without its worth.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { ReportContent } from '../domain/report-content.ts';
import {
  centred,
  gap,
  halfPoints,
  printed,
  rule,
  run,
  runsIn,
  twips,
  twipsOfMm,
} from './docx-paragraph.ts';
import { bodyTable, columns } from './docx-table.ts';
import { widthOf } from './fonts.ts';
import { LAYOUT, TEXT_WIDTH } from './layout.ts';
import { type Issuing, type PrintedForm, type PrintedText, printedForm } from './printed-form.ts';

/** Printed at the foot of every page: only the signed PDF is the report. */
const NOTE = 'Bản để tổng hợp, không có giá trị pháp lý';

const { styles } = LAYOUT;

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
