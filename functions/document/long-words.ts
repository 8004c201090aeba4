// What becomes of a word wider than its line? Typst would print it off the sheet; here it may break, as in Word.
import { widthOf } from './fonts.ts';
import { LAYOUT, TEXT_WIDTH, type TextStyle } from './layout.ts';
import type { PrintedForm, PrintedRun } from './printed-form.ts';

/** A zero-width space: a place where a line may end, that takes up no room and shows nothing. */
const BREAK = '\u200B';

/** No word of Vietnamese is longer; below this nothing is measured. */
const WORTH_MEASURING = /\S{8,}/gu;

const pointsOfMm = (millimetres: number) => (millimetres / 25.4) * 72;

/** The text with breaks in words wider than `room` (points): into pieces that fill a line each. */
const broken = (text: string, room: number, style: TextStyle): string =>
  text.replace(WORTH_MEASURING, (word) => {
    if (widthOf(word, style) <= room) return word;
    let pieces = '';
    let used = 0;
    for (const character of word) {
      const width = widthOf(character, style);
      if (used + width > room && used > 0) {
        pieces += BREAK;
        used = 0;
      }
      pieces += character;
      used += width;
    }
    return pieces;
  });

/** The printed form with breaks in whatever is wider than its line or its column. */
export const withLongWordsBroken = (form: PrintedForm): PrintedForm => {
  const { styles, header, foot, title, addressees, table } = LAYOUT;
  const lines = (texts: readonly string[], millimetres: number, style: TextStyle) =>
    texts.map((text) => broken(text, pointsOfMm(millimetres), style));
  const line = (text: string, millimetres: number, style: TextStyle) =>
    broken(text, pointsOfMm(millimetres), style);
  const runs = (items: readonly PrintedRun[], room: number, { size }: TextStyle) =>
    items.map((run) => ({ ...run, text: broken(run.text, room, { ...run, size }) }));

  return {
    ...form,
    superior: form.superior && line(form.superior, header.left, styles.superior),
    agency: lines(form.agency, header.left, styles.agency),
    placeAndDate: line(form.placeAndDate, header.right, styles.placeAndDate),
    matter: form.matter && line(form.matter, header.left, styles.matter),
    title: form.title && {
      ...form.title,
      subject: line(form.title.subject, TEXT_WIDTH - 2 * title.indent, styles.subject),
    },
    addressees: form.addressees && {
      ...form.addressees,
      // Half of what the indent leaves: the rest is for `Kính gửi:` before them.
      lines: lines(form.addressees.lines, (TEXT_WIDTH - addressees.indent) / 2, styles.addressees),
    },
    body: form.body.map((item) => {
      if (item.kind === 'text') {
        return { ...item, runs: runs(item.runs, pointsOfMm(TEXT_WIDTH), styles.body) };
      }
      const shares = item.columns.reduce((sum, { share }) => sum + share, 0);
      return {
        ...item,
        rows: item.rows.map((cells) =>
          cells.map((cell, column) => {
            const width = (TEXT_WIDTH * (item.columns[column]?.share ?? 0)) / shares;
            return runs(cell, pointsOfMm(width) - 2 * table.insetX, styles.tableCell);
          }),
        ),
      };
    }),
    recipients: lines(form.recipients, foot.left, styles.recipients),
    authority: lines(form.authority, foot.right, styles.authority),
    signer: line(form.signer, foot.right, styles.signer),
  };
};
