// How does a report become the Word file that others copy from? The lines of the PDF, without its legal force.
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
  SectionType,
  TextRun,
} from 'docx';
import type { ReportContent } from '../domain/content/report-content.ts';
import { requirePrintable } from './check/unprintable.ts';
import {
  centred,
  eighths,
  gap,
  halfPoints,
  leastLine,
  printed,
  rule,
  run,
  runsIn,
  twips,
  twipsOfMm,
  widened,
} from './docx-paragraph.ts';
import { bodyTable, columns, stampTable } from './docx-table.ts';
import { widthOf } from './fonts.ts';
import { isFootTorn } from './foot-height.ts';
import { LAYOUT, type Layout, REUSE_NOTE, textWidth } from './layout.ts';
import type { PrintedBody, PrintedTable, PrintedText } from './printed-body.ts';
import {
  type Issuing,
  type PrintedAppendix,
  type PrintedForm,
  type PrintedStamp,
  printedForm,
} from './printed-form.ts';
import { bodyRoom, hangingRoom, mmOfPoints } from './rooms.ts';

const header = (layout: Layout, form: PrintedForm) => {
  const { left, right, gapAboveNumber } = layout.header;
  const spacing = { before: twips(gapAboveNumber) };
  return columns(
    layout,
    [left, right],
    [
      [
        [
          ...(form.superior ? [centred(layout, 'superior', form.superior, left)] : []),
          ...form.agency.map((line) => centred(layout, 'agency', line, left)),
          rule(layout, 'agency', form.agency.at(-1) ?? '', layout.rule.shareOfText, left),
        ],
        [
          centred(layout, 'nation', form.nation, right),
          centred(layout, 'motto', form.motto, right),
          rule(layout, 'motto', form.motto, 1, right),
        ],
      ],
      [
        [
          centred(layout, 'number', form.number, left, { spacing }),
          ...(form.matter
            ? [
                centred(layout, 'matter', form.matter, left, {
                  spacing: { before: twips(layout.matter.gapAbove) },
                }),
              ]
            : []),
        ],
        [centred(layout, 'placeAndDate', form.placeAndDate, right, { spacing })],
      ],
      ...stamps(layout, form),
    ],
  );
};

/** A row of their own, if there are any; a cell may not end in a table. */
const stamps = (layout: Layout, { urgency, circulation }: PrintedForm) => {
  if (!urgency && !circulation) return [];
  const cell = (
    stamp: PrintedStamp | null,
    alignment: (typeof AlignmentType)['LEFT' | 'CENTER'],
  ) =>
    stamp ? [gap(layout.stamp.gapAbove), stampTable(layout, stamp, alignment), gap(1)] : [gap(1)];
  return [[cell(urgency, AlignmentType.LEFT), cell(circulation, AlignmentType.CENTER)]];
};

const title = (layout: Layout, { title }: PrintedForm): Paragraph[] => {
  if (!title) return [];
  const { gapAbove, indent } = layout.title;
  const sides = { left: twipsOfMm(indent), right: twipsOfMm(indent) };
  return [
    centred(layout, 'type', title.type, textWidth(layout), {
      spacing: { before: twips(gapAbove) },
    }),
    centred(layout, 'subject', title.subject, textWidth(layout) - 2 * indent, { indent: sides }),
    rule(
      layout,
      'subject',
      title.subject,
      layout.rule.shareOfText,
      textWidth(layout),
      textWidth(layout) - 2 * indent,
    ),
  ];
};

const addressees = (layout: Layout, { addressees }: PrintedForm): Paragraph[] => {
  if (!addressees) return [];
  const { lead, lines } = addressees;
  const indent = layout.addressees.indent;
  const width = (text: string) => widthOf(text, layout.styles.addressees);
  /** Begins so many points behind the indent; its other lines stand under the text behind the mark. */
  const hanging = (text: string, mark: string, behind = 0, options: IParagraphOptions = {}) =>
    printed(
      layout,
      'addressees',
      mark + text,
      hangingRoom(textWidth(layout) - indent - mmOfPoints(behind), width(mark)),
      {
        ...options,
        indent: {
          left: twipsOfMm(indent) + twips(behind) + twips(width(mark)),
          hanging: twips(width(mark)),
        },
      },
    );
  const before = { spacing: { before: twips(layout.title.gapBelow) } };
  const [only = '', ...more] = lines;
  if (more.length === 0) return [hanging(only, `${lead} `, 0, before)];
  // The hyphens stand under the colon.
  const colon = width(lead.replace(':', ''));
  return [
    printed(layout, 'addressees', lead, textWidth(layout) - indent, {
      ...before,
      indent: { left: twipsOfMm(indent) },
    }),
    ...lines.map((line) => hanging(line.slice(2), line.slice(0, 2), colon)),
  ];
};

/** Word's own names for the outline; it knows nine, the library six, and no document nests deeper. */
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

const bodyText = (layout: Layout, text: PrintedText) => {
  const { styles } = layout;
  const { heading, above, keepWithNext, runs } = text;
  const name = heading === null ? undefined : HEADINGS[Math.min(heading, HEADINGS.length) - 1];
  return new Paragraph({
    ...(name && { heading: name }),
    keepNext: keepWithNext,
    alignment: above === null ? AlignmentType.JUSTIFIED : AlignmentType.CENTER,
    indent: {
      ...(above === null && { firstLine: twipsOfMm(layout.body.firstLineIndent) }),
      right: widened(runs, styles.body, bodyRoom(layout, text)),
    },
    spacing: { ...leastLine(layout, runs, styles.body), after: twips(layout.body.gapBelow) },
    children: [
      ...(above === null ? [] : [run(above, styles.division), new TextRun({ break: 1 })]),
      ...runsIn(layout, runs, styles.body),
    ],
  });
};

/** The least height of a line in Word, in points: nobody sees it. */
const HAIR = 0.05;

/**
 * A gap keeps a table from what follows; Word would join it with another table.
 * LibreOffice deals long tables out to pages by a guess, and where it then has to push a table's first rows to the
 * next page, it forgets to fill that page. A line that clings to the table makes it look again.
 */
const tableInBody = (layout: Layout, table: PrintedTable) => [
  gap(HAIR, { keepNext: true }),
  bodyTable(layout, table),
  gap(layout.body.gapBelow - HAIR),
];

const body = (layout: Layout, items: PrintedBody) =>
  items.flatMap((item) =>
    item.kind === 'text' ? [bodyText(layout, item)] : tableInBody(layout, item),
  );

const foot = (layout: Layout, form: PrintedForm) => {
  const { line, styles } = layout;
  const { left, right } = layout.foot;
  return columns(
    layout,
    [left, right],
    [
      [
        [
          // As high as the authority's line, so that both stand on one level, though they differ in size.
          printed(layout, 'recipientsTitle', form.recipientsTitle, left, {
            spacing: {
              line: twips(styles.authority.size * (line.ascent + line.descent + line.gap)),
              lineRule: LineRuleType.EXACT,
            },
          }),
          ...form.recipients.map((text) => printed(layout, 'recipients', text, left)),
          ...(form.drafterMark ? [printed(layout, 'drafterMark', form.drafterMark, left)] : []),
        ],
        [
          ...form.authority.map((text) => centred(layout, 'authority', text, right)),
          centred(layout, 'signer', form.signer, right, {
            spacing: { before: twipsOfMm(layout.signatureArea.height) },
          }),
        ],
      ],
    ],
    isFootTorn(layout, form),
  );
};

const pageNumber = ({ styles }: Layout) =>
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

const note = ({ styles }: Layout) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [run(REUSE_NOTE, styles.reuseNote)],
  });

/** The border of a paragraph is its line, as wide as the text. */
const contactLine = (layout: Layout, { contactLine }: PrintedForm): Paragraph[] => {
  if (contactLine === null) return [];
  const { gapBelowRule } = layout.contactLine;
  const size = eighths(layout.rule.thickness);
  const top = { style: BorderStyle.SINGLE, size, space: gapBelowRule, color: '000000' };
  return [printed(layout, 'contactLine', contactLine, textWidth(layout), { border: { top } })];
};

const page = (layout: Layout) => {
  const { paper, margin } = layout;
  return {
    size: { width: twipsOfMm(paper.width), height: twipsOfMm(paper.height) },
    margin: {
      top: twipsOfMm(margin.top),
      bottom: twipsOfMm(margin.bottom),
      left: twipsOfMm(margin.left),
      right: twipsOfMm(margin.right),
      header: twipsOfMm(layout.pageNumber.fromEdge),
      footer: twipsOfMm(layout.reuseNote.fromEdge),
    },
  };
};

/** Headings bear Word's own names for its outline, and look like the body they stand in. */
const headingStyle = ({ font, styles }: Layout) => ({
  run: { font: font.word, color: '000000', size: halfPoints(styles.body.size) },
  paragraph: { spacing: { before: 0 } },
});

/** An appendix is a section of its own: a new page, and page numbers from 1, which is not shown. */
const appendix = (layout: Layout, { number, title, reference, body: items }: PrintedAppendix) => ({
  properties: {
    type: SectionType.NEXT_PAGE,
    titlePage: true,
    page: { ...page(layout), pageNumbers: { start: 1 } },
  },
  headers: { first: new Header({ children: [] }), default: pageNumber(layout) },
  footers: {
    first: new Footer({ children: [note(layout)] }),
    default: new Footer({ children: [note(layout)] }),
  },
  children: [
    centred(layout, 'appendix', number, textWidth(layout)),
    centred(layout, 'appendixTitle', title, textWidth(layout)),
    ...reference.map((line) => centred(layout, 'appendixReference', line, textWidth(layout))),
    gap(layout.appendix.gapBelow),
    ...body(layout, items),
  ],
});

/**
 * The Word file of a report, to copy from: the lines and page ends of its PDF, and a note that it has no legal worth.
 * Refusal: text_unprintable.
 */
export const renderDocx = async (
  content: ReportContent,
  issuing: Issuing | null,
  layout: Layout = LAYOUT,
): Promise<Uint8Array> => {
  requirePrintable(content);
  const { styles } = layout;
  const form = printedForm(layout, content, issuing);
  const heading = headingStyle(layout);
  const document = new Document({
    title: form.properties.title,
    creator: form.properties.author,
    description: REUSE_NOTE,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: {
            font: layout.font.word,
            size: halfPoints(styles.body.size),
            language: { value: 'vi-VN' },
          },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
        heading1: heading,
        heading2: heading,
        heading3: heading,
        heading4: heading,
        heading5: heading,
        heading6: heading,
      },
    },
    sections: [
      {
        // The first page's header is its own, and empty: its number is not shown.
        properties: { titlePage: true, page: page(layout) },
        headers: { first: new Header({ children: [] }), default: pageNumber(layout) },
        footers: {
          first: new Footer({ children: [...contactLine(layout, form), note(layout)] }),
          default: new Footer({ children: [note(layout)] }),
        },
        children: [
          header(layout, form),
          ...title(layout, form),
          ...addressees(layout, form),
          gap(layout.addressees.gapBelow),
          ...body(layout, form.body),
          foot(layout, form),
          // A document may not end in a table, and what follows a full page would be a page more.
          gap(HAIR),
        ],
      },
      ...form.appendices.map((one) => appendix(layout, one)),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
