// How wide is the place that a text stands in? In points, in the twentieths that Word counts in.
import { LAYOUT, TEXT_WIDTH } from './layout.ts';
import type { PrintedTable, PrintedText } from './printed-body.ts';

/** Points. */
export interface Room {
  readonly first: number;
  readonly others: number;
}

export const pointsOfMm = (millimetres: number) => Math.round((millimetres / 25.4) * 72 * 20) / 20;

export const mmOfPoints = (points: number) => (points / 72) * 25.4;

/** What the margins leave, each rounded for itself. */
const TEXT_ROOM =
  pointsOfMm(LAYOUT.paper.width) - pointsOfMm(LAYOUT.margin.left) - pointsOfMm(LAYOUT.margin.right);

const even = (points: number): Room => ({ first: points, others: points });

export const columnRoom = (millimetres: number): Room => even(pointsOfMm(millimetres));

/** Lines below the first begin where its text does, behind so many points. */
export const hangingRoom = (millimetres: number, mark: number): Room => {
  const room = pointsOfMm(millimetres);
  return { first: room, others: room - mark };
};

/** Centred text has all of it, a paragraph all but the indent. */
export const bodyRoom = ({ above }: PrintedText): Room =>
  above === null
    ? { first: TEXT_ROOM - pointsOfMm(LAYOUT.body.firstLineIndent), others: TEXT_ROOM }
    : even(TEXT_ROOM);

/** Millimetres of each column. */
export const columnWidths = ({ columns }: PrintedTable): number[] => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (TEXT_WIDTH * share) / shares);
};

/** What the insets leave of a column of the table. */
export const cellRoom = (table: PrintedTable): ((column: number) => Room) => {
  const rooms = columnWidths(table).map((width) => pointsOfMm(width) - 2 * LAYOUT.table.insetX);
  return (column) => even(rooms[column] ?? 0);
};
