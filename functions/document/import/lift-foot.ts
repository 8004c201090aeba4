// Which lines below the body are Nơi nhận and the signature block? Side by side in a table, or one below the other.
import type { ReportContent } from '../../domain/report-content.ts';
import { allLines, folded, isDecoration, type Line, type Piece, withoutEnd } from './line.ts';
import type { Notes } from './note.ts';
import { columnsIn, widthOf } from './word-item.ts';

export interface Foot {
  recipients: string[];
  archive: string;
  drafterMark: ReportContent['drafterMark'];
  signature: { authority: string | null; titles: string[]; name: string };
}

/** With its colon, or alone: a column of a table may bear that name too. */
const RECIPIENTS = /^nơi\s+nhận\s*(?::\s*|$)/iu;
const ARCHIVE = /^lưu(?:\s*[:.]|\s+(?:VT|VP|HS)(?!\p{L}))/iu;
const LISTED = /^[-–—+•*]\s*/u;
const MARK = /^([\p{Lu}]{1,10})\s*\.?\s*\((\d{1,4})\)\s*\.?$/u;
const AUTHORITY = /^(?:TM|T\/M)\s*[./]/u;
/** What stands above a name: in whose name, and in which office. */
const TITLE =
  /^(?:(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)\s*[./]|(?:PHÓ|TỔNG|QUYỀN|CHÁNH|KẾ TOÁN|CÔNG CHỨC|THỦ TRƯỞNG|TRƯỞNG|ĐỘI TRƯỞNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|THƯ KÝ|CHỈ HUY)(?!\p{L}))|CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG/u;
const REMARK = /^\(.*\)$|^\[.*\]$|^đã ký$/iu;
const MOST_TITLES = 3;
/** Of a title or a name, two of them side by side included; a longer line is a paragraph. */
const LONGEST = 160;
/** A signature block has no more lines above its name. */
const REACH = 12;

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();

const takeRecipients = (foot: Foot, lines: readonly Line[]): Line[] => {
  const unknown: Line[] = [];
  let open = false;
  for (const line of lines) {
    const text = tidy(line.text.replace(RECIPIENTS, ''));
    const words = withoutEnd(text.replace(LISTED, ''));
    const [, initials, copies] = MARK.exec(text) ?? [];
    if (isDecoration(text)) continue;
    // A line that goes on below has neither mark nor hyphen.
    const goesOn = open && !LISTED.test(text) && foot.archive === '' && initials === undefined;
    open = !/[;.]$/u.test(text);
    if (goesOn) {
      foot.recipients.push(tidy(`${foot.recipients.pop() ?? ''} ${words}`));
      continue;
    }
    if (initials !== undefined && Number(copies) > 0) {
      foot.drafterMark = { initials, copies: Number(copies) };
    } else if (ARCHIVE.test(words) && foot.archive === '') foot.archive = words;
    else if (LISTED.test(text) || foot.archive === '') foot.recipients.push(words);
    else unknown.push(line);
  }
  return unknown;
};

const takeSignature = (foot: Foot, lines: readonly Line[], notes: Notes): Line[] => {
  const said = lines.map(({ text }) => tidy(text)).filter((text) => !isDecoration(text));
  for (const text of said.filter((text) => REMARK.test(text))) notes.add('signed', text);
  const words = said.filter((text) => !REMARK.test(text));
  const last = words.at(-1) ?? '';
  // A draft may have no name yet.
  const isName = !(TITLE.test(last) && last === last.toLocaleUpperCase('vi'));
  const above = isName ? words.slice(0, -1) : words;
  const [first = ''] = above;
  foot.signature = {
    authority: AUTHORITY.test(first) ? first : null,
    titles: AUTHORITY.test(first) ? above.slice(1) : above,
    name: isName ? last : '',
  };
  const more = foot.signature.titles.splice(MOST_TITLES);
  const left = new Set(more);
  return lines.filter(({ text }) => left.has(tidy(text)));
};

type Sides = { left: Line[]; right: Line[]; from: number; to: number };

/** More columns, or more rows, have a table of figures. */
const MOST_COLUMNS = 4;
/** A hundred recipients, which a report may have, on two lines each, and all else; more is a part of the body. */
const MOST_LINES = 250;

const isRecipientsSide = (lines: readonly Line[]) =>
  lines.some(({ text }) => RECIPIENTS.test(text)) &&
  lines.some(({ text }) => /:/u.test(text) || LISTED.test(text) || ARCHIVE.test(text));

const isSignedSide = (lines: readonly Line[]) =>
  lines.some(({ text }) => /^(?:TM|KT|TL|TUQ|Q)\./u.test(text));

const inTable = (pieces: readonly Piece[], notes: Notes): Sides | null => {
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'table' || piece.rows.length > REACH) continue;
    if (widthOf(piece) > MOST_COLUMNS) continue;
    const sides = columnsIn(piece).map((items) => allLines(items, notes));
    const left = sides.findIndex(isRecipientsSide);
    if (left === -1 && !sides.some(isSignedSide)) continue;
    if (sides.flat().length > MOST_LINES) continue;
    const right = sides.filter((_, side) => side !== left).flat();
    return { left: sides[left] ?? [], right, from: index, to: index + 1 };
  }
  return null;
};

/** Where no table parts them, tabs do, or the signature stands above or below. */
const inLines = (pieces: readonly Piece[]): Sides | null => {
  const found = pieces.findLastIndex(
    (piece) => piece.kind === 'line' && RECIPIENTS.test(piece.text),
  );
  const at = found === -1 ? pieces.length : found;
  const from = signedFrom(pieces, at);
  // Without recipients, a name below a title is all there is to know a signature by.
  if (found === -1 && (from === at || !isName(pieces.slice(from).findLast(isWord)))) return null;
  const sides: Sides = { left: [], right: [], from, to: at };
  const isTitle = (piece: Piece | undefined) =>
    piece?.kind === 'line' && TITLE.test(piece.text) && folded(piece.text) !== piece.text;
  for (const piece of pieces.slice(sides.from, at)) {
    if (piece.kind === 'line') sides.right.push(piece);
  }
  for (; sides.to < pieces.length && sides.to < at + 4 * REACH; sides.to += 1) {
    const piece = pieces[sides.to];
    if (piece?.kind !== 'line' || /^phụ lục/iu.test(piece.text)) break;
    if (piece.text.length > LONGEST && !LISTED.test(piece.text)) break;
    const parts = piece.text.split(/\t+|\s{4,}/u).map((text) => ({ ...piece, text: text.trim() }));
    const [first, ...others] = parts;
    if (!first) continue;
    const listed = RECIPIENTS.test(first.text) || LISTED.test(first.text) || MARK.test(first.text);
    if (listed || ARCHIVE.test(first.text)) sides.left.push(first);
    else sides.right.push(first);
    for (const other of others) {
      if (other.text !== '' || isTitle(other)) sides.right.push(other);
    }
  }
  if (sides.left.length + sides.right.length > MOST_LINES) return null;
  return sides;
};

const isWord = (piece: Piece | undefined): boolean =>
  piece?.kind === 'table' || !isDecoration(piece?.text ?? '');

const isName = (piece: Piece | undefined): boolean =>
  piece?.kind === 'line' && NAME.test(tidy(piece.text));

const isCapitalTitle = (piece: Piece | undefined): boolean =>
  piece?.kind === 'line' &&
  piece.alignment !== 'both' &&
  TITLE.test(piece.text) &&
  piece.text === piece.text.toLocaleUpperCase('vi');

/** Where the titles begin that stand above `end`, with nothing but a remark and a name between. */
const signedFrom = (pieces: readonly Piece[], end: number): number => {
  let from = end;
  for (let at = end - 1; at >= 0 && at >= end - REACH; at -= 1) {
    const piece = pieces[at];
    if (isCapitalTitle(piece)) from = at;
    const belongs =
      piece?.kind === 'line' && (!isWord(piece) || REMARK.test(piece.text) || isName(piece));
    if (!isCapitalTitle(piece) && !belongs) break;
  }
  return from;
};

/** Each word with a capital, two to six of them. */
const NAME = /^(?:\p{Lu}[\p{L}'’.-]*)(?: \p{Lu}[\p{L}'’.-]*){1,5}$/u;

/** The parts that were found, lines that are none of them, and where body and foot end. */
export const liftFoot = (
  pieces: readonly Piece[],
  notes: Notes,
): { foot: Foot; unknown: Line[]; from: number; to: number } => {
  const foot: Foot = {
    recipients: [],
    archive: '',
    drafterMark: null,
    signature: { authority: null, titles: [], name: '' },
  };
  const sides = inTable(pieces, notes) ?? inLines(pieces);
  if (!sides) return { foot, unknown: [], from: pieces.length, to: pieces.length };
  const unknown = [...takeRecipients(foot, sides.left), ...takeSignature(foot, sides.right, notes)];
  const below = foot.signature.name === '' ? nameBelow(pieces, sides.to) : null;
  if (below) foot.signature.name = below.name;
  return { foot, unknown, from: sides.from, to: below?.to ?? sides.to };
};

/** Some type the name under the table that has all the rest. */
const nameBelow = (pieces: readonly Piece[], start: number) => {
  const at = pieces.findIndex(
    (piece, index) => index >= start && (piece.kind === 'table' || !isDecoration(piece.text)),
  );
  const piece = pieces[at];
  const name = piece?.kind === 'line' ? tidy(piece.text) : '';
  return NAME.test(name) && !/^phụ lục/iu.test(name) ? { name, to: at + 1 } : null;
};
