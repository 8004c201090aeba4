// Which lines below the header are type, subject and addressees?
import { DOCUMENT_TYPES, type DocumentType } from '../../domain/content/document-type.ts';
import { LONGEST_PART, MOST_ADDRESSEES } from '../../domain/content/lengths.ts';
import { LISTED, withoutEnd } from '../../domain/content/listed-line.ts';
import { type Header, isCapitals, tidy } from './header-lines.ts';
import { beginsAppendix, isReference } from './lift-appendices.ts';
import { allLines, folded, isBold, isDecoration, type Line, type Piece } from './line.ts';
import type { Notes } from './note.ts';
import { hasPlaceholder, isGap } from './placeholder.ts';

const MOST_SUBJECT_LINES = 6;
/** Blank lines and lines drawn with characters between two parts. */
const MOST_DECORATIONS = 25;

/** Of a subject that is not in the middle: two lines of the paper at the most. */
const LONGEST_UNCENTRED = 160;

const ADDRESSED = /^Kính\s+gửi\s*:?\s*(.*)$/iu;
/** Headings are centred now and then; a subject never begins so. */
const HEADING = /^(?:[IVXLC]+|\d{1,2})\s?[.)]\s|^(?:phần|chương|mục|điều)\s/iu;
/** The authority that decides stands below the title, in capitals (QUYẾT ĐỊNH, then CHỦ TỊCH …): it is no part of the subject. */
const ISSUER =
  /^(?:CHỦ TỊCH|CHỦ NHIỆM|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|THỐNG ĐỐC|BỘ TRƯỞNG|(?:TỔNG |PHÓ )?GIÁM ĐỐC|(?:\p{Lu}+ )?TRƯỞNG|CHÁNH)(?!\p{L})/u;
/** What people write between header and title, such as `(Dự thảo)`. */
const LONGEST_REMARK = 60;

type Typed = readonly [DocumentType, rest: string];

const typeNamed = (text: string): Typed | null => {
  const plain = folded(text);
  const named = Object.entries(DOCUMENT_TYPES)
    .filter(([, { name }]) => plain === folded(name) || plain.startsWith(`${folded(name)} `))
    .toSorted(([, one], [, other]) => other.name.length - one.name.length)[0];
  if (!named) return null;
  const [type, { name }] = named;
  return [type as DocumentType, tidy(tidy(text).slice(name.length))];
};

/** `BÁO CÁO`, centred or bold; below a header also plain, where it is alone on its line. */
export const isTitle = (line: Line, belowHeader = false): boolean => {
  const typed = typeNamed(line.text);
  if (!typed || !isCapitals(line.text.slice(0, 7))) return false;
  return line.alignment === 'center' || isBold(line) || (belowHeader && typed[1] === '');
};

export const isAddressed = ({ text }: Pick<Line, 'text'>) => ADDRESSED.test(text);

const lineAt = (pieces: readonly Piece[], at: number): Line | null => {
  const piece = pieces[at];
  return piece?.kind === 'line' ? piece : null;
};

const pastDecorations = (pieces: readonly Piece[], start: number): number => {
  let at = start;
  while (at < start + MOST_DECORATIONS && isDecoration(lineAt(pieces, at)?.text ?? '?')) at += 1;
  return at;
};

/** Type and subject, centred below the header; `next` is `start` where there are none. */
export const takeTitle = (
  header: Header,
  pieces: readonly Piece[],
  start: number,
  belowHeader: boolean,
  notes: Notes,
): { next: number; unknown: Line[] } => {
  const opens = (line: Line | null) => line !== null && isTitle(line, belowHeader);
  let at = pastDecorations(pieces, start);
  const unknown: Line[] = [];
  const remark = lineAt(pieces, at);
  const afterRemark = pastDecorations(pieces, at + 1);
  const behind = lineAt(pieces, afterRemark);
  if (remark && !opens(remark) && !isAddressed(remark) && opens(behind)) {
    // What stands below the first line of an appendix is the appendix's title.
    if (remark.text.length > LONGEST_REMARK || beginsAppendix(remark))
      return { next: start, unknown };
    unknown.push(remark);
    at = afterRemark;
  }
  const title = lineAt(pieces, at);
  const typed = title && opens(title) ? typeNamed(title.text) : null;
  if (!title || !typed) return { next: start, unknown: [] };
  const [type, rest] = typed;
  header.type = type;
  const subject = rest ? [rest] : [];
  at += 1;
  if (lineAt(pieces, at)?.text === '' && lineAt(pieces, at + 1)) at += 1;
  const below: Line[] = [];
  for (let next = lineAt(pieces, at); next && goesOn(title, next); next = lineAt(pieces, at)) {
    if (below.length >= MOST_SUBJECT_LINES) break;
    if (below.length + subject.length > 0 && isIssuer(next.text, type)) break;
    below.push(next);
    at += 1;
  }
  const lines = [...subject, ...below.map(({ text }) => text)];
  for (const text of lines.filter(isGap)) {
    if (hasPlaceholder(text)) notes.add('blank', text);
  }
  header.subject = tidy(lines.filter((text) => !isGap(text)).join(' '));
  return { next: pastDecorations(pieces, at), unknown };
};

/** A subject stands as its title does. Where that is not in the middle, it might be a paragraph: then it is short. */
const goesOn = (title: Line, { text, alignment, outline }: Line): boolean =>
  !(isDecoration(text) || isAddressed({ text }) || HEADING.test(text) || outline !== null) &&
  !isReference(text) &&
  alignment === title.alignment &&
  (alignment === 'center' || text.length <= LONGEST_UNCENTRED);

/** Decisions and resolutions name who takes them; no other type does. */
const isIssuer = (text: string, type: DocumentType): boolean =>
  ISSUER.test(text) && isCapitals(text) && (type === 'quyetDinh' || type === 'nghiQuyet');

/** Hyphens say what belongs to the list; without them a semicolon says that another follows. */
const listBelow = (pieces: readonly Piece[], start: number, first: string) => {
  const texts =
    first === ''
      ? []
      : [LISTED.test(first) && /;$/u.test(first) ? first.replace(LISTED, '') : first];
  let at = start;
  const goesOn = () => texts.length === 0 || /[;,]$/u.test(texts.at(-1) ?? '');
  const ended = () => /\.$/u.test(texts.at(-1) ?? '');
  for (; texts.length < MOST_ADDRESSEES && !ended(); at += 1) {
    const line = lineAt(pieces, at);
    if (!line || (line.text === '' && texts.length > 0)) break;
    if (line.text === '') continue;
    const listed = LISTED.test(line.text);
    if (line.text.length > LONGEST_PART.recipient || !(listed || goesOn())) break;
    texts.push(line.text.replace(LISTED, ''));
  }
  return { texts, next: at };
};

/** `Kính gửi:` in a cell, the addressees below it or in the cells beside it. */
const inTable = (piece: Piece | undefined, notes: Notes): string[] | null => {
  if (piece?.kind !== 'table' || piece.rows.length > MOST_ADDRESSEES) return null;
  const lines = allLines([piece], notes).filter(({ text }) => !isDecoration(text));
  const [lead, ...others] = lines;
  const [, first] = (lead && ADDRESSED.exec(lead.text)) || [];
  if (first === undefined || others.some(({ text }) => text.length > LONGEST_PART.recipient))
    return null;
  return [first, ...others.map(({ text }) => text)].map((text) => text.replace(LISTED, ''));
};

/** `Kính gửi: X`, or a list below it or beside it; where it names nobody it is no part and stays. */
export const takeAddressees = (
  header: Header,
  pieces: readonly Piece[],
  start: number,
  notes: Notes,
): number => {
  const at = pastDecorations(pieces, start);
  const tabled = inTable(pieces[at], notes);
  const [, first] = ADDRESSED.exec(lineAt(pieces, at)?.text ?? '') ?? [];
  if (!tabled && first === undefined) return start;
  const { texts, next } = tabled
    ? { texts: tabled, next: at + 1 }
    : listBelow(pieces, at + 1, first?.trim() ?? '');
  const said = texts.map((text) => withoutEnd(tidy(text)));
  const named = said.filter((text) => !isGap(text));
  if (named.length === 0 || named.length > MOST_ADDRESSEES) return start;
  for (const text of said.filter((one) => isGap(one) && hasPlaceholder(one))) {
    notes.add('blank', text);
  }
  header.addressees = named;
  return next;
};
