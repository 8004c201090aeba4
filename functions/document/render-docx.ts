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
  SectionType,
  TextRun,
} from 'docx';
import type { ReportContent } from '../domain/report-content.ts';
import {
  centred,
  eighths,
  gap,
  halfPoints,
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
import { LAYOUT, REUSE_NOTE, TEXT_WIDTH } from './layout.ts';
import type { PrintedBody, PrintedTable, PrintedText } from './printed-body.ts';
import {
  type Issuing,
  type PrintedAppendix,
  type PrintedForm,
  type PrintedStamp,
  printedForm,
} from './printed-form.ts';
import { bodyRoom, hangingRoom, mmOfPoints } from './rooms.ts';

const { styles } = LAYOUT;

const header = (form: PrintedForm) => {
  const { left, right, gapAboveNumber } = LAYOUT.header;
  const spacing = { before: twips(gapAboveNumber) };
  return columns(
    [left, right],
    [
      [
        [
          ...(form.superior ? [centred('superior', form.superior, left)] : []),
          ...form.agency.map((line) => centred('agency', line, left)),
          rule('agency', form.agency.at(-1) ?? '', LAYOUT.rule.shareOfText, left),
        ],
        [
          centred('nation', form.nation, right),
          centred('motto', form.motto, right),
          rule('motto', form.motto, 1, right),
        ],
      ],
      [
        [
          centred('number', form.number, left, { spacing }),
          ...(form.matter
            ? [
                centred('matter', form.matter, left, {
                  spacing: { before: twips(LAYOUT.matter.gapAbove) },
                }),
              ]
            : []),
        ],
        [centred('placeAndDate', form.placeAndDate, right, { spacing })],
      ],
      ...stamps(form),
    ],
  );
};

/** A row of their own, if there are any; a cell may not end in a table. */
const stamps = ({ urgency, circulation }: PrintedForm) => {
  if (!urgency && !circulation) return [];
  const cell = (
    stamp: PrintedStamp | null,
    alignment: (typeof AlignmentType)['LEFT' | 'CENTER'],
  ) => (stamp ? [gap(LAYOUT.stamp.gapAbove), stampTable(stamp, alignment), gap(1)] : [gap(1)]);
  return [[cell(urgency, AlignmentType.LEFT), cell(circulation, AlignmentType.CENTER)]];
};

const title = ({ title }: PrintedForm): Paragraph[] => {
  if (!title) return [];
  const { gapAbove, indent } = LAYOUT.title;
  const sides = { left: twipsOfMm(indent), right: twipsOfMm(indent) };
  return [
    centred('type', title.type, TEXT_WIDTH, { spacing: { before: twips(gapAbove) } }),
    centred('subject', title.subject, TEXT_WIDTH - 2 * indent, { indent: sides }),
    rule('subject', title.subject, LAYOUT.rule.shareOfText, TEXT_WIDTH, TEXT_WIDTH - 2 * indent),
  ];
};

const addressees = ({ addressees }: PrintedForm): Paragraph[] => {
  if (!addressees) return [];
  const { lead, lines } = addressees;
  const indent = LAYOUT.addressees.indent;
  const width = (text: string) => widthOf(text, styles.addressees);
  /** Begins so many points behind the indent; its other lines stand under the text behind the mark. */
  const hanging = (text: string, mark: string, behind = 0, options: IParagraphOptions = {}) =>
    printed(
      'addressees',
      mark + text,
      hangingRoom(TEXT_WIDTH - indent - mmOfPoints(behind), width(mark)),
      {
        ...options,
        indent: {
          left: twipsOfMm(indent) + twips(behind) + twips(width(mark)),
          hanging: twips(width(mark)),
        },
      },
    );
  const before = { spacing: { before: twips(LAYOUT.title.gapBelow) } };
  const [only = '', ...more] = lines;
  if (more.length === 0) return [hanging(only, `${lead} `, 0, before)];
  // The hyphens stand under the colon.
  const colon = width(lead.replace(':', ''));
  return [
    printed('addressees', lead, TEXT_WIDTH - indent, {
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

const bodyText = (text: PrintedText) => {
  const { heading, above, keepWithNext, runs } = text;
  const name = heading === null ? undefined : HEADINGS[Math.min(heading, HEADINGS.length) - 1];
  return new Paragraph({
    ...(name && { heading: name }),
    keepNext: keepWithNext,
    alignment: above === null ? AlignmentType.JUSTIFIED : AlignmentType.CENTER,
    indent: {
      ...(above === null && { firstLine: twipsOfMm(LAYOUT.body.firstLineIndent) }),
      right: widened(runs, styles.body, bodyRoom(text)),
    },
    spacing: { after: twips(LAYOUT.body.gapBelow) },
    children: [
      ...(above === null ? [] : [run(above, styles.division), new TextRun({ break: 1 })]),
      ...runsIn(runs, styles.body),
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
const tableInBody = (table: PrintedTable) => [
  gap(HAIR, { keepNext: true }),
  bodyTable(table),
  gap(LAYOUT.body.gapBelow - HAIR),
];

const body = (items: PrintedBody) =>
  items.flatMap((item) => (item.kind === 'text' ? [bodyText(item)] : tableInBody(item)));

const foot = (form: PrintedForm) => {
  const { line } = LAYOUT;
  const { left, right } = LAYOUT.foot;
  return columns(
    [left, right],
    [
      [
        [
          // As high as the authority's line, so that both stand on one level, though they differ in size.
          printed('recipientsTitle', form.recipientsTitle, left, {
            spacing: {
              line: twips(styles.authority.size * (line.ascent + line.descent + line.gap)),
              lineRule: LineRuleType.EXACT,
            },
          }),
          ...form.recipients.map((text) => printed('recipients', text, left)),
          ...(form.drafterMark ? [printed('drafterMark', form.drafterMark, left)] : []),
        ],
        [
          ...form.authority.map((text) => centred('authority', text, right)),
          centred('signer', form.signer, right, {
            spacing: { before: twipsOfMm(LAYOUT.signatureArea.height) },
          }),
        ],
      ],
    ],
    isFootTorn(form),
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
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [run(REUSE_NOTE, styles.reuseNote)],
  });

/** The border of a paragraph is its line, as wide as the text. */
const contactLine = ({ contactLine }: PrintedForm): Paragraph[] => {
  if (contactLine === null) return [];
  const { gapBelowRule } = LAYOUT.contactLine;
  const size = eighths(LAYOUT.rule.thickness);
  const top = { style: BorderStyle.SINGLE, size, space: gapBelowRule, color: '000000' };
  return [printed('contactLine', contactLine, TEXT_WIDTH, { border: { top } })];
};

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

/** An appendix is a section of its own: a new page, and page numbers from 1, which is not shown. */
const appendix = ({ number, title, reference, body: items }: PrintedAppendix) => ({
  properties: {
    type: SectionType.NEXT_PAGE,
    titlePage: true,
    page: { ...page(), pageNumbers: { start: 1 } },
  },
  headers: { first: new Header({ children: [] }), default: pageNumber() },
  footers: {
    first: new Footer({ children: [note()] }),
    default: new Footer({ children: [note()] }),
  },
  children: [
    centred('appendix', number, TEXT_WIDTH),
    centred('appendixTitle', title, TEXT_WIDTH),
    ...reference.map((line) => centred('appendixReference', line, TEXT_WIDTH)),
    gap(LAYOUT.appendix.gapBelow),
    ...body(items),
  ],
});

/** The Word file of a report, to copy from: the lines and page ends of its PDF, and a note that it has no legal worth. */
export const renderDocx = async (
  content: ReportContent,
  issuing: Issuing | null,
): Promise<Uint8Array> => {
  const form = printedForm(content, issuing);
  const document = new Document({
    title: form.properties.title,
    creator: form.properties.author,
    description: REUSE_NOTE,
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
        heading4: headingStyle,
        heading5: headingStyle,
        heading6: headingStyle,
      },
    },
    sections: [
      {
        // The first page's header is its own, and empty: its number is not shown.
        properties: { titlePage: true, page: page() },
        headers: { first: new Header({ children: [] }), default: pageNumber() },
        footers: {
          first: new Footer({ children: [...contactLine(form), note()] }),
          default: new Footer({ children: [note()] }),
        },
        children: [
          header(form),
          ...title(form),
          ...addressees(form),
          gap(LAYOUT.addressees.gapBelow),
          ...body(form.body),
          foot(form),
          // A document may not end in a table, and what follows a full page would be a page more.
          gap(HAIR),
        ],
      },
      ...form.appendices.map(appendix),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
