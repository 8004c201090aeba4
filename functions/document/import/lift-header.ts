// Where above the body stands the header: in a table, as most have it, or in lines with tabs?
import {
  emptyHeader,
  type Header,
  HeaderLines,
  isDate,
  isHeaderPart,
  isMotto,
  isNation,
  isNumber,
} from './header-lines.ts';
import { isAddressed, isTitle, takeAddressees, takeTitle } from './lift-title.ts';
import { allLines, isDecoration, type Line, type Piece } from './line.ts';
import type { Notes } from './note.ts';
import { columnsIn, type WordTable, widthOf } from './word-item.ts';

/** Header and title stand in so many lines or tables at the beginning; further down it is the body. */
const REACH = 25;
/** Lines above the table of a header, such as `Mẫu số 01`: with more of them it is no header. */
const MOST_ABOVE = 6;
/** Two, and narrow ones that keep them apart; a table of figures has more. */
const MOST_COLUMNS = 6;
/** Fifty addressees, which a report may have, and all else; more is a part of the body. */
const MOST_LINES = 100;
/** Number and date in a table of their own. */
const MOST_ROWS_MORE = 3;

/** Number and date on one line, parted by spaces: the number may have some too, where it is to be filled in. */
const NUMBER_AND_DATE = /^(Số[^/]*\/\s*\S+)\s{3,}(\S.*ngày.*)$/iu;

/** One line where two columns stand side by side, parted by tabs, or by many spaces that are no places to fill in. */
const columnsOf = (line: Line): Line[] => {
  const [, ...both] = NUMBER_AND_DATE.exec(line.text) ?? [];
  const spaced = line.text.includes('\t') || isNumber(line) || isDate(line);
  const parts = line.text.split(spaced ? /\t+/u : /\s{4,}/u);
  return (parts.length === 1 && both.length > 0 ? both : parts)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ ...line, text: text.trim() }));
};

type Found = { lines: Line[]; next: number; before: Line[] };

const byColumn = (table: WordTable, notes: Notes): Line[] =>
  columnsIn(table).flatMap((items) => allLines(items, notes));

/** Its cells from left to right, each from top to bottom; and what goes on below, number and date for the most part. */
const inTable = (pieces: readonly Piece[], notes: Notes): Found | null => {
  const index = pieces.slice(0, REACH).findIndex(({ kind }) => kind === 'table');
  const table = pieces[index];
  if (table?.kind !== 'table' || widthOf(table) > MOST_COLUMNS) return null;
  const before = pieces.slice(0, index).filter((piece) => piece.kind === 'line');
  const above = before.filter(({ text }) => !isDecoration(text));
  if (above.length > MOST_ABOVE || above.some((line) => isNation(line) || isTitle(line)))
    return null;
  const lines = byColumn(table, notes);
  const known = lines.some(isNation) || isNumberAndDate(table, lines);
  return known && lines.length <= MOST_LINES
    ? goingOn(pieces, { lines, next: index + 1, before }, notes)
    : null;
};

/** One of each, and little else; a table that lists documents has a number and a date in each row. */
const isNumberAndDate = ({ rows }: WordTable, lines: readonly Line[]): boolean =>
  rows.length <= MOST_ROWS_MORE &&
  lines.filter(isNumber).length === 1 &&
  lines.filter(isDate).length === 1;

const goingOn = (pieces: readonly Piece[], found: Found, notes: Notes): Found => {
  const { lines, next, before } = found;
  const at = pieces.findIndex(
    (piece, index) => index >= next && (piece.kind === 'table' || !isDecoration(piece.text)),
  );
  const piece = pieces[at];
  if (!piece || at >= REACH) return found;
  const isTable = piece.kind === 'table';
  if (isTable && widthOf(piece) > MOST_COLUMNS) return found;
  const more = isTable ? byColumn(piece, notes) : columnsOf(piece);
  const words = more.filter(({ text }) => !isDecoration(text));
  const isPart = isTable
    ? piece.rows.length <= MOST_ROWS_MORE && words.some((line) => isNumber(line) || isDate(line))
    : words.every(isHeaderPart);
  if (!isPart || lines.length + more.length > MOST_LINES) return found;
  return goingOn(pieces, { lines: [...lines, ...more], next: at + 1, before }, notes);
};

/** As plain lines, above the title or the addressees. */
const inLines = (pieces: readonly Piece[]): Found | null => {
  const top = pieces.slice(0, REACH);
  const end = top.findIndex(
    (piece) => piece.kind === 'table' || isTitle(piece, true) || isAddressed(piece),
  );
  const lines = (end === -1 ? top : top.slice(0, end)).filter((piece) => piece.kind === 'line');
  const last = lines.findLastIndex((line) =>
    columnsOf(line).some((part) => isNation(part) || isMotto(part) || isDate(part)),
  );
  if (!lines.some((line) => columnsOf(line).some(isNation))) return null;
  // A body may follow at once, without a title.
  const next = end === -1 || end === REACH ? last + 1 : end;
  const parts = lines.slice(0, next).flatMap(columnsOf);
  return parts.length > MOST_LINES ? null : { lines: parts, next, before: [] };
};

/** The parts that were found, lines that are none of them, and where the body begins; what is not there stays empty. */
export const liftHeader = (
  pieces: readonly Piece[],
  notes: Notes,
): { header: Header; unknown: Line[]; next: number } => {
  const header = emptyHeader();
  const found = inTable(pieces, notes) ?? inLines(pieces);
  if (!found) notes.add('noHead');
  const taken = new HeaderLines(header, notes);
  for (const line of found?.lines ?? []) taken.take(line);
  const others = taken.close();
  const title = takeTitle(header, pieces, found?.next ?? 0, found !== null, notes);
  const next = takeAddressees(header, pieces, title.next, notes);
  const unknown = [...(found?.before ?? []), ...others, ...title.unknown];
  return { header, unknown: unknown.filter(({ text }) => !isDecoration(text)), next };
};
