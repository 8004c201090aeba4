// How does a line of the paper become a paragraph of Word? Text, gaps and rules, in Word's units.
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import { widening } from './break-lines.ts';
import { markSize, stretchesOf, widthOf } from './fonts.ts';
import type { Layout, TextStyle } from './layout.ts';
import type { PrintedRun } from './printed-body.ts';
import { columnRoom, type Room } from './rooms.ts';

type StyleName = keyof Layout['styles'];

// Word counts in twentieths of a point (twips), half points and eighths of a point.
export const twips = (points: number) => Math.round(points * 20);
export const twipsOfMm = (millimetres: number) => Math.round((millimetres / 25.4) * 72 * 20);
export const halfPoints = (points: number) => points * 2;
export const eighths = (points: number) => points * 8;

export const run = (text: string, { size, bold, italic }: TextStyle, color?: string) =>
  new TextRun({ text, size: halfPoints(size), bold, italics: italic, ...(color && { color }) });

/** The paragraph's own mark: Word makes its line as high as the mark, whatever the text. */
export const mark = ({ size }: Pick<TextStyle, 'size'>) => ({ size: halfPoints(size) });

/** Marks that the letters' font lacks stand in one that has them, smaller, as in the PDF; bold stays with whoever copies it. */
const markRun = ({ markFont }: Layout, { text, bold, italic }: PrintedRun, size: number) =>
  new TextRun({
    text,
    font: markFont.word,
    size: halfPoints(markSize(size)),
    bold,
    italics: italic,
  });

export const runsIn = (layout: Layout, runs: readonly PrintedRun[], { size }: TextStyle) =>
  runs.flatMap(({ text: words, bold, italic }) =>
    stretchesOf(words).map(({ text, isMark }) =>
      isMark ? markRun(layout, { text, bold, italic }, size) : run(text, { size, bold, italic }),
    ),
  );

/** A line of nothing but marks is as high as those of letters: some programs go by what stands on it alone. */
export const leastLine = (
  { line }: Layout,
  runs: readonly PrintedRun[],
  { size }: Pick<TextStyle, 'size'>,
) =>
  runs.some(({ text }) => stretchesOf(text).some(({ isMark }) => isMark)) && {
    line: twips(size * (line.ascent + line.descent + line.gap)),
    lineRule: LineRuleType.AT_LEAST,
  };

/** The right indent, in twips, by which a paragraph has the lines of the PDF in every program: nearly always none. */
export const widened = (runs: readonly PrintedRun[], { size }: TextStyle, room: Room) =>
  -twips(widening(runs, size, room));

/** Text in a column of so many millimetres, or in a room of its own. */
export const printed = (
  layout: Layout,
  name: StyleName,
  text: string,
  place: number | Room,
  options: IParagraphOptions = {},
) => {
  const { styles } = layout;
  const room = typeof place === 'number' ? columnRoom(place) : place;
  const { right = 0, ...indent } = options.indent ?? {};
  const runs = [{ ...styles[name], text }];
  return new Paragraph({
    ...options,
    spacing: { ...leastLine(layout, runs, styles[name]), ...options.spacing },
    indent: {
      ...indent,
      right: Number(right) + widened(runs, styles[name], room),
    },
    run: mark(styles[name]),
    children: runsIn(layout, runs, styles[name]),
  });
};

export const centred = (
  layout: Layout,
  name: StyleName,
  text: string,
  place: number,
  options: IParagraphOptions = {},
) => printed(layout, name, text, place, { ...options, alignment: AlignmentType.CENTER });

/** An empty line of an exact height in points. */
export const gap = (points: number, options: IParagraphOptions = {}) =>
  new Paragraph({
    ...options,
    spacing: { ...options.spacing, line: twips(points), lineRule: LineRuleType.EXACT },
  });

/** A solid line in the middle of a column, as long as its share of the text: the border of an empty paragraph. */
export const rule = (
  layout: Layout,
  name: StyleName,
  text: string,
  share: number,
  column: number,
  room = column,
) => {
  const length = Math.min(twips(widthOf(text, layout.styles[name])), twipsOfMm(room)) * share;
  const side = Math.round((twipsOfMm(column) - length) / 2);
  return gap(layout.rule.height - layout.rule.gapAbove, {
    spacing: { before: twips(layout.rule.gapAbove) },
    indent: { left: side, right: side },
    border: {
      top: {
        style: BorderStyle.SINGLE,
        size: eighths(layout.rule.thickness),
        space: 0,
        color: '000000',
      },
    },
  });
};
