// Is the foot of a document higher than a page? Only then may a page's end tear it.
import { breakLines } from './break-lines.ts';
import { LAYOUT, type TextStyle } from './layout.ts';
import type { PrintedForm } from './printed-form.ts';
import { columnRoom, pointsOfMm } from './rooms.ts';

/** Points that texts take up in a column of so many millimetres. */
const heightOf = (texts: readonly string[], millimetres: number, style: TextStyle): number => {
  const { ascent, descent, gap } = LAYOUT.line;
  const lines = texts.flatMap((text) =>
    breakLines([{ ...style, text }], style.size, columnRoom(millimetres)),
  );
  return lines.length * style.size * (ascent + descent + gap);
};

/** Is either column of the foot higher than what the margins leave of a page? */
export const isFootTorn = (form: PrintedForm): boolean => {
  const { styles, foot, signatureArea, paper, margin } = LAYOUT;
  const mark = form.drafterMark === null ? [] : [form.drafterMark];
  const left =
    heightOf([form.recipientsTitle], foot.left, styles.authority) +
    heightOf(form.recipients, foot.left, styles.recipients) +
    heightOf(mark, foot.left, styles.drafterMark);
  const right =
    heightOf(form.authority, foot.right, styles.authority) +
    pointsOfMm(signatureArea.height) +
    heightOf([form.signer], foot.right, styles.signer);
  return Math.max(left, right) > pointsOfMm(paper.height - margin.top - margin.bottom);
};
