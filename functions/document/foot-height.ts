// Is the foot of a document higher than a page? Only then may a page's end tear it.
import { breakLines } from './break-lines.ts';
import type { Layout, TextStyle } from './layout.ts';
import type { PrintedForm } from './printed-form.ts';
import { columnRoom, pointsOfMm } from './rooms.ts';

/** Points that texts take up in a column of so many millimetres. */
const heightOf = (
  { ascent, descent, gap }: Layout['line'],
  texts: readonly string[],
  millimetres: number,
  style: TextStyle,
): number => {
  const lines = texts.flatMap((text) =>
    breakLines([{ ...style, text }], style.size, columnRoom(millimetres)),
  );
  return lines.length * style.size * (ascent + descent + gap);
};

/** Is either column of the foot higher than what the margins leave of a page? */
export const isFootTorn = (layout: Layout, form: PrintedForm): boolean => {
  const { styles, foot, signatureArea, paper, margin, line } = layout;
  const mark = form.drafterMark === null ? [] : [form.drafterMark];
  const left =
    heightOf(line, [form.recipientsTitle], foot.left, styles.authority) +
    heightOf(line, form.recipients, foot.left, styles.recipients) +
    heightOf(line, mark, foot.left, styles.drafterMark);
  const right =
    heightOf(line, form.authority, foot.right, styles.authority) +
    pointsOfMm(signatureArea.height) +
    heightOf(line, [form.signer], foot.right, styles.signer);
  return Math.max(left, right) > pointsOfMm(paper.height - margin.top - margin.bottom);
};
