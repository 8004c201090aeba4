// Which lines below the body are Nơi nhận and the signature block? Side by side in a table, or one below the other.
// A report has one signer. Whoever signs beside them stays in the body, and is reported.
import { ARCHIVE, LISTED, RECIPIENTS_TITLE, withoutEnd } from '../../domain/content/listed-line.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { isCapitals, tidy } from './header-lines.ts';
import { allLines, isDecoration, type Line, type Piece } from './line.ts';
import type { Notes } from './note.ts';
import { hasPlaceholder, isGap } from './placeholder.ts';
import { columnsIn, widthOf } from './word-item.ts';

export interface Foot {
  recipients: string[];
  archive: string;
  drafterMark: ReportContent['drafterMark'];
  signature: { authority: string | null; titles: string[]; name: string };
}

const MARK = /^([\p{Lu}]{1,10})\s*\.?\s*\((\d{1,4})\)\s*\.?$/u;
const AUTHORITY = /^(?:TM|T\/M)\s*[./]/u;
/** What stands above a name: in whose name, and in which office. */
const TITLE =
  /^(?:(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)\s*[./]|(?:PHÓ|TỔNG|QUYỀN|CHÁNH|KẾ TOÁN|CÔNG CHỨC|THỦ TRƯỞNG|TRƯỞNG|ĐỘI TRƯỞNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|CHỦ NHIỆM|TỔ TRƯỞNG|BÍ THƯ|THƯ KÝ|CHỈ HUY)(?!\p{L}))|CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG/u;
const REMARK = /^\(.*\)$|^\[.*\]$|^đã ký$/iu;
const MOST_TITLES = 3;
/** Of a title or a name, two of them side by side included; a longer line is a paragraph. */
const LONGEST = 160;
/** A signature block has no more lines above its name. */
const REACH = 12;

const takeRecipients = (foot: Foot, lines: readonly Line[], notes: Notes): Line[] => {
  const unknown: Line[] = [];
  let open = false;
  for (const line of lines) {
    const text = tidy(line.text.replace(RECIPIENTS_TITLE, ''));
    const words = withoutEnd(text.replace(LISTED, ''));
    const [, initials, copies] = MARK.exec(text) ?? [];
    if (isGap(words)) {
      if (hasPlaceholder(words)) notes.add('blank', text);
      continue;
    }
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

/** Each word with a capital, two to six of them. */
const NAME = /^(?:\p{Lu}[\p{L}'’.-]*)(?: \p{Lu}[\p{L}'’.-]*){1,5}$/u;

/** In capitals it could be a title: then it is known by the place above it that was left for the signature. */
const isPerson = (text: string, belowGap: boolean): boolean =>
  NAME.test(text) && !TITLE.test(text.toLocaleUpperCase('vi')) && (belowGap || !isCapitals(text));

const isRemark = (text: string): boolean => REMARK.test(text) || isGap(text);

/** Whoever signs, with what stands above their name: the lines of a column, ended by each name. */
const signersIn = (column: readonly Line[]): Line[][] => {
  const signers: Line[][] = [[]];
  let belowGap = false;
  let ended = false;
  for (const line of column) {
    const text = tidy(line.text);
    const isWord = !isRemark(text);
    if (isWord && ended) signers.push([]);
    signers.at(-1)?.push(line);
    if (isWord) ended = isPerson(text, belowGap);
    belowGap = !isWord && signers.at(-1)?.some(({ text: said }) => !isRemark(tidy(said))) === true;
  }
  return signers;
};

const wordsIn = (lines: readonly Line[]): string[] =>
  lines.map(({ text }) => tidy(text)).filter((text) => !isRemark(text));

const isNamed = (lines: readonly Line[]): boolean => {
  const last = wordsIn(lines).at(-1);
  return last !== undefined && isPerson(last, true);
};

/** A name alone belongs to the titles in the column before it. */
const joined = (signers: readonly Line[][]): Line[][] => {
  const whole: Line[][] = [];
  for (const lines of signers) {
    const before = whole.at(-1);
    const isNameAlone = wordsIn(lines).length === 1 && isNamed(lines);
    if (before && wordsIn(before).length > 0 && !isNamed(before) && isNameAlone) {
      before.push(...lines);
    } else whole.push([...lines]);
  }
  return whole;
};

/** Who signs for the agency says so, as the decree asks; where nobody does, it is the last who is named. */
const signerOf = (signers: readonly Line[][]): readonly Line[] =>
  signers.findLast(isSignedSide) ??
  signers.findLast(isNamed) ??
  signers.findLast((lines) => wordsIn(lines).length > 0) ??
  [];

const takeSignature = (foot: Foot, columns: readonly (readonly Line[])[], notes: Notes): Line[] => {
  const signers = joined(columns.flatMap(signersIn));
  for (const text of signers.flat().map((line) => tidy(line.text))) {
    if (hasPlaceholder(text) && isGap(text)) notes.add('blank', text);
    else if (REMARK.test(text)) notes.add('signed', text);
  }
  const signer = signerOf(signers);
  const words = wordsIn(signer);
  const last = words.at(-1) ?? '';
  // A draft may have no name yet.
  const isName = !(TITLE.test(last) && isCapitals(last));
  const above = isName ? words.slice(0, -1) : words;
  const [first = ''] = above;
  foot.signature = {
    authority: AUTHORITY.test(first) ? first : null,
    titles: AUTHORITY.test(first) ? above.slice(1) : above,
    name: isName ? last : '',
  };
  const left = new Set(foot.signature.titles.splice(MOST_TITLES));
  const more = signer.filter(({ text }) => left.has(tidy(text)));
  const others = signers.filter((lines) => lines !== signer).flat();
  return [...others.filter(({ text }) => !isRemark(tidy(text))), ...more];
};

/** Nơi nhận, and the columns beside it, above it or below it, in each of which somebody may sign. */
type Sides = { left: Line[]; right: Line[][]; from: number; to: number };

/** More columns, or more rows, have a table of figures. */
const MOST_COLUMNS = 4;
/** A hundred recipients, which a report may have, on two lines each, and all else; more is a part of the body. */
const MOST_LINES = 250;

/** With its colon; or without, where somebody signs beside it, since a column of a table may bear that name too. */
const isRecipientsSide = (lines: readonly Line[], sides: readonly (readonly Line[])[]) => {
  const lead = lines.find(({ text }) => RECIPIENTS_TITLE.test(text));
  if (!lead) return false;
  const isSigned = (side: readonly Line[]) =>
    side.some(({ text }) => TITLE.test(text) && isCapitals(text));
  return /:/u.test(lead.text) || (lines.some(isListed) && sides.some(isSigned));
};

const isListed = ({ text }: Line) => LISTED.test(text) || ARCHIVE.test(text);

/** `TM. ỦY BAN NHÂN DÂN`, `Q. CHỦ TỊCH`; not `Q. 1` of an address. */
const SIGNED =
  /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ)\s*[./]\s*\p{L}{2}|^Q\.\s*(?:chủ|trưởng|giám|viện|chánh|bí)(?!\p{L})/iu;

const isSignedSide = (lines: readonly Line[]) =>
  lines.some(({ text }) => SIGNED.test(text) && isCapitals(text.slice(0, 2)));

const inTable = (pieces: readonly Piece[], notes: Notes): Sides | null => {
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'table' || piece.rows.length > REACH) continue;
    if (widthOf(piece) > MOST_COLUMNS) continue;
    const sides = columnsIn(piece).map((items) => allLines(items, notes));
    const recipients = sides.findIndex((lines) => isRecipientsSide(lines, sides));
    if (recipients === -1 && !sides.some(isSignedSide)) continue;
    if (sides.flat().length > MOST_LINES) continue;
    const column = sides[recipients] ?? [];
    // Somebody may sign above it, in the same column.
    const begins = Math.max(
      column.findIndex(({ text }) => RECIPIENTS_TITLE.test(text)),
      0,
    );
    const right = sides.map((lines, side) =>
      side === recipients ? lines.slice(0, begins) : lines,
    );
    return { left: column.slice(begins), right, from: index, to: index + 1 };
  }
  return null;
};

/** What stands side by side on one line. */
const partsOf = (line: Line): Line[] =>
  line.text.split(/\t+|\s{4,}/u).map((text) => ({ ...line, text: text.trim() }));

/** Lines of parts as columns. A name alone on its line stands on the right; a blank line parts all of them. */
const columnsOf = (rows: readonly (readonly Line[])[]): Line[][] => {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) =>
    rows.flatMap((row) => {
      const [first] = row;
      const isBlank = row.length === 1 && first !== undefined && isDecoration(first.text);
      return (isBlank ? first : row[column - (width - row.length)]) ?? [];
    }),
  );
};

/** Where no table parts them, tabs do, or the signature stands above or below. */
const inLines = (pieces: readonly Piece[]): Sides | null => {
  const found = pieces.findLastIndex(
    (piece) => piece.kind === 'line' && RECIPIENTS_TITLE.test(piece.text),
  );
  const at = found === -1 ? pieces.length : found;
  const from = signedFrom(pieces, at);
  // Without recipients, a name below a title is all there is to know a signature by.
  if (found === -1 && (from === at || !isName(pieces.slice(from).findLast(isWord)))) return null;
  const left: Line[] = [];
  const right: Line[][] = [];
  let to = at;
  for (const piece of pieces.slice(from, at)) {
    if (piece.kind === 'line') right.push(partsOf(piece));
  }
  for (; to < pieces.length && to < at + 4 * REACH; to += 1) {
    const piece = pieces[to];
    if (piece?.kind !== 'line' || /^phụ lục/iu.test(piece.text)) break;
    if (piece.text.length > LONGEST && !LISTED.test(piece.text)) break;
    const [first, ...others] = partsOf(piece);
    if (!first) continue;
    const listed =
      RECIPIENTS_TITLE.test(first.text) || LISTED.test(first.text) || MARK.test(first.text);
    const isLeft = listed || ARCHIVE.test(first.text);
    if (isLeft) left.push(first);
    const beside = others.filter(({ text }) => text !== '');
    const row = isLeft ? beside : [first, ...beside];
    if (row.length > 0) right.push(row);
  }
  if (left.length + right.flat().length > MOST_LINES) return null;
  return { left, right: columnsOf(right), from, to };
};

const isWord = (piece: Piece | undefined): boolean =>
  piece?.kind === 'table' || !isGap(piece?.text ?? '');

const isName = (piece: Piece | undefined): boolean =>
  piece?.kind === 'line' && partsOf(piece).every(({ text }) => NAME.test(tidy(text)));

const isCapitalTitle = (piece: Piece | undefined): boolean =>
  piece?.kind === 'line' &&
  piece.alignment !== 'both' &&
  TITLE.test(piece.text) &&
  isCapitals(piece.text);

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
  if (!sides) {
    notes.add('noFoot');
    return { foot, unknown: [], from: pieces.length, to: pieces.length };
  }
  const unknown = [
    ...takeRecipients(foot, sides.left, notes),
    ...takeSignature(foot, sides.right, notes),
  ];
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
