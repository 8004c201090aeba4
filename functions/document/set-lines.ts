// How wide is each line of the paper? The printed form with every text broken into the lines that it is set in.
import { breakLines } from './break-lines.ts';
import { widthOf } from './fonts.ts';
import { isFootTorn } from './foot-height.ts';
import { type Layout, type TextStyle, textWidth } from './layout.ts';
import type { PrintedBody } from './printed-body.ts';
import type { PrintedForm } from './printed-form.ts';
import { bodyRoom, cellRoom, hangingRoom, mmOfPoints, pointsOfMm } from './rooms.ts';

/** The printed form as Typst gets it: it sets the lines, and breaks none. */
export const withLinesSet = (layout: Layout, form: PrintedForm) => {
  const { styles, header, rule, foot, title, addressees } = layout;
  const width = textWidth(layout);
  const subjectWidth = width - 2 * title.indent;
  /** `mark` stands before the first line; the others begin where its text does. */
  const set = (text: string, millimetres: number, style: TextStyle, mark = '') =>
    breakLines(
      [{ ...style, text: mark + text }],
      style.size,
      hangingRoom(millimetres, widthOf(mark, style)),
    );
  const setAll = (texts: readonly string[], millimetres: number, style: TextStyle) =>
    texts.map((text) => set(text, millimetres, style));
  const setAny = (text: string | null, millimetres: number, style: TextStyle) =>
    text === null ? null : set(text, millimetres, style);

  const body = (items: PrintedBody) =>
    items.map((item) => {
      if (item.kind === 'text') {
        return { ...item, lines: breakLines(item.runs, styles.body.size, bodyRoom(layout, item)) };
      }
      const room = cellRoom(layout, item);
      const { size } = styles.tableCell;
      return {
        ...item,
        rows: item.rows.map((row) => ({
          ...row,
          cells: row.cells.map(({ runs, ...cell }) => ({
            ...cell,
            lines: breakLines(runs, size, room(cell)),
          })),
        })),
      };
    });

  const addresseeLines = ({ lead, lines }: NonNullable<PrintedForm['addressees']>) => {
    const room = width - addressees.indent;
    const widthHere = (text: string) => widthOf(text, styles.addressees);
    const [only = '', ...more] = lines;
    if (more.length === 0) {
      const mark = `${lead} `;
      const line = set(only, room, styles.addressees, mark);
      return { lead: null, indent: 0, hanging: widthHere(mark), lines: [line] };
    }
    // The hyphens stand under the colon.
    const indent = widthHere(lead.replace(':', ''));
    const listed = lines.map((line) =>
      set(line.slice(2), room - mmOfPoints(indent), styles.addressees, line.slice(0, 2)),
    );
    return { lead, indent, hanging: widthHere('- '), lines: listed };
  };

  /** Points: a share of the text's width, which is that of its column where it has several lines. */
  const ruleUnder = (text: string, millimetres: number, style: TextStyle, share: number) =>
    Math.min(widthOf(text, style), pointsOfMm(millimetres)) * share;

  return {
    ...form,
    superior: setAny(form.superior, header.left, styles.superior),
    agency: setAll(form.agency, header.left, styles.agency),
    number: set(form.number, header.left, styles.number),
    placeAndDate: set(form.placeAndDate, header.right, styles.placeAndDate),
    matter: setAny(form.matter, header.left, styles.matter),
    title: form.title && {
      ...form.title,
      subject: set(form.title.subject, subjectWidth, styles.subject),
    },
    addressees: form.addressees && addresseeLines(form.addressees),
    body: body(form.body),
    rules: {
      agency: ruleUnder(form.agency.at(-1) ?? '', header.left, styles.agency, rule.shareOfText),
      motto: ruleUnder(form.motto, header.right, styles.motto, 1),
      subject: ruleUnder(form.title?.subject ?? '', subjectWidth, styles.subject, rule.shareOfText),
    },
    recipients: setAll(form.recipients, foot.left, styles.recipients),
    authority: setAll(form.authority, foot.right, styles.authority),
    signer: set(form.signer, foot.right, styles.signer),
    footIsTorn: isFootTorn(layout, form),
    drafterMark: setAny(form.drafterMark, foot.left, styles.drafterMark),
    contactLine: setAny(form.contactLine, width, styles.contactLine),
    appendices: form.appendices.map((appendix) => ({
      ...appendix,
      title: set(appendix.title, width, styles.appendixTitle),
      reference: setAll(appendix.reference, width, styles.appendixReference),
      body: body(appendix.body),
    })),
  };
};
