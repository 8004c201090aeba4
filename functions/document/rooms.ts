// How wide is the place that a text stands in? In points, in the twentieths that Word counts in.
import { type Layout, textWidth } from './layout.ts';
import type { PrintedCell, PrintedTable, PrintedText } from './printed-body.ts';

/** Points. */
export interface Room {
  readonly first: number;
  readonly others: number;
}

export const pointsOfMm = (millimetres: number) => Math.round((millimetres / 25.4) * 72 * 20) / 20;

export const mmOfPoints = (points: number) => (points / 72) * 25.4;

/** What the margins leave, each rounded for itself. */
const textRoom = ({ paper, margin }: Layout): number =>
  pointsOfMm(paper.width) - pointsOfMm(margin.left) - pointsOfMm(margin.right);

const even = (points: number): Room => ({ first: points, others: points });

export const columnRoom = (millimetres: number): Room => even(pointsOfMm(millimetres));

/** Lines below the first begin where its text does, behind so many points. */
export const hangingRoom = (millimetres: number, mark: number): Room => {
  const room = pointsOfMm(millimetres);
  return { first: room, others: room - mark };
};

/** Centred text has all of it, a paragraph all but the indent. */
export const bodyRoom = (layout: Layout, { above }: PrintedText): Room => {
  const room = textRoom(layout);
  if (above !== null) return even(room);
  return { first: room - pointsOfMm(layout.body.firstLineIndent), others: room };
};

/** Millimetres of each column. */
export const columnWidths = (layout: Layout, { columns }: PrintedTable): number[] => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (textWidth(layout) * share) / shares);
};

/** What the insets leave of the columns that the cell stands in. */
export const cellRoom = (
  layout: Layout,
  table: PrintedTable,
): ((cell: Pick<PrintedCell, 'column' | 'colSpan'>) => Room) => {
  const { insetX } = layout.table;
  const widths = columnWidths(layout, table).map(pointsOfMm);
  return ({ column, colSpan }) => {
    const own = widths.slice(column, column + colSpan);
    return even(own.reduce((sum, width) => sum + width, -2 * insetX));
  };
};
