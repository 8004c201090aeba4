// How does a drafter's Word file become a report? Known parts go into fields, all other words into the body.
import type { Block } from '../../domain/content/block.ts';
import { DOCUMENT_TYPES, type DocumentType, symbolOf } from '../../domain/content/document-type.ts';
import type { ImportNote, NoteCode } from '../../domain/content/import-note.ts';
import { LONGEST_PART, MOST_ADDRESSEES, MOST_RECIPIENTS } from '../../domain/content/lengths.ts';
import {
  NO_OPTIONAL_PARTS,
  type RecipientLine,
  ReportContent,
} from '../../domain/content/report-content.ts';
import { Refusal } from '../../domain/refusal.ts';
import { REUSE_NOTE } from '../layout.ts';
import { Budget } from './budget.ts';
import { type Header, tidy } from './header-lines.ts';
import { beginsAppendix, liftAppendices } from './lift-appendices.ts';
import { liftBlocks } from './lift-blocks.ts';
import { liftFoot } from './lift-foot.ts';
import { liftHeader } from './lift-header.ts';
import { allLines, isDecoration, type Line, type Piece, piecesOf } from './line.ts';
import { Notes } from './note.ts';
import { type DocxParts, openDocx } from './open-docx.ts';
import { WordReader } from './read-words.ts';
import { runsOf } from './report-runs.ts';
import { unreadLines } from './unread-lines.ts';

export interface Imported {
  readonly content: ReportContent;
  readonly notes: readonly ImportNote[];
}

const PAGE_NUMBER = /^(?:trang\s*)?[\d…]*(?:\s*\/\s*[\d…]+)?$/iu;
/** What the foot of a first page says where it is the agency's address: Annex I, III.5. */
const CONTACT = /địa chỉ|điện thoại|đt\s*:|fax|email|thư điện tử|website|@/iu;

const paragraph = (line: Line): Block => ({
  kind: 'paragraph',
  runs: runsOf([{ text: line.text, bold: false, italic: false }]),
});

/** Lines of a field that are longer than the model allows stay in the body. */
class Fields {
  readonly left: Block[] = [];
  readonly #notes: Notes;
  constructor(notes: Notes) {
    this.#notes = notes;
  }

  fit(text: string, longest: number): string {
    if (text.length <= longest) return text;
    this.keep(text);
    return '';
  }

  keep(text: string) {
    this.#notes.add('placed', text);
    this.left.push({ kind: 'paragraph', runs: runsOf([{ text, bold: false, italic: false }]) });
  }

  recipients(texts: readonly string[], most: number): RecipientLine[] {
    for (const text of texts.slice(most)) this.keep(text);
    return texts
      .slice(0, most)
      .map((text) => this.fit(text, LONGEST_PART.recipient))
      .filter((text) => text !== '')
      .map((text) => ({ text, organizationId: null, means: 'nameOnly' }));
  }
}

const typeBySymbol = (symbol: string | null): DocumentType | null => {
  const [abbreviation] = symbol?.split('-') ?? [];
  const found = Object.entries(DOCUMENT_TYPES).find(
    ([, type]) => type.abbreviation === abbreviation,
  );
  return (found?.[0] as DocumentType | undefined) ?? null;
};

/** The model has no document without a type: where none can be told it is the usual one, and said to be. */
const typeOf = ({ type, symbol }: Header, notes: Notes): DocumentType => {
  const known = type ?? typeBySymbol(symbol);
  if (!known) notes.add('noType', symbol ?? '');
  return known ?? 'baoCao';
};

/** Notes with the whole line of what is not on the paper. */
const NOT_PRINTED: ReadonlySet<NoteCode> = new Set(['issued', 'signed', 'blank']);

const isWord = (piece: Piece) => piece.kind === 'table' || piece.text !== '';

const linesOfMargins = (parts: DocxParts, reader: WordReader, notes: Notes): string[] =>
  parts.margins.flatMap((part) => allLines(reader.items(part), notes).map(({ text }) => text));

/** The address in the foot of the first page; all else in headers and footers, page numbers apart, is told. */
const readMargins = (lines: readonly string[], notes: Notes): string | null => {
  let contact: string | null = null;
  for (const line of lines) {
    const text = tidy(line);
    if (isDecoration(text) || text === REUSE_NOTE || PAGE_NUMBER.test(text)) continue;
    if (contact === null && CONTACT.test(text) && text.length <= 180) contact = text;
    else if (text !== contact) notes.add('margin', text);
  }
  return contact;
};

/**
 * Reads a .docx, at most LARGEST_FILE bytes, whoever wrote it. Every word is in the content, or a note tells it.
 * Recipients are only names; number and date are left to issuing.
 * Throws what openDocx throws, and content_too_large: more than a report may hold.
 */
export const importDocx = async (
  file: Uint8Array,
  budget: Budget = new Budget(),
): Promise<Imported> => {
  const parts = await openDocx(file, budget);
  const notes = new Notes();
  for (const { kind, words } of parts.besides) {
    for (const text of words) notes.add(kind === 'comments' ? 'comments' : 'object', text);
  }
  const reader = new WordReader(parts, notes);
  const items = reader.items(parts.document);
  const pieces = piecesOf(items, notes);
  const margins = linesOfMargins(parts, reader, notes);
  for (const text of reader.passedOver([parts.document, ...parts.margins])) {
    notes.add('unread', text);
  }
  const own = margins.includes(REUSE_NOTE);
  const contactLine = readMargins(margins, notes);

  const { header, unknown, next } = liftHeader(pieces, notes);
  const below = pieces.slice(next);
  const end = liftFoot(below, notes);
  // A file that is nothing but an appendix begins as one.
  const isAppendix = next === 0 && beginsAppendix(below.find(isWord));
  const above = below.slice(0, end.from);
  const behind = below.slice(end.to);
  const fields = new Fields(notes);
  const type = typeOf(header, notes);
  const { foot } = end;
  const head = {
    type,
    superiorLine:
      header.superiorLine && (fields.fit(header.superiorLine, LONGEST_PART.agencyLine) || null),
    agencyLines: header.agencyLines.map((line) => fields.fit(line, LONGEST_PART.agencyLine)),
    symbol: header.symbol ?? symbolOf(type, 'UBND'),
    place: fields.fit(header.place, LONGEST_PART.place),
    subject: fields.fit(header.subject, LONGEST_PART.subject),
    addressees: fields.recipients(header.addressees, MOST_ADDRESSEES),
  };
  const first = [...fields.left.splice(0), ...unknown.map(paragraph)];
  for (const { text } of unknown) notes.add('placed', text);
  const tail = {
    recipients: fields.recipients(foot.recipients, MOST_RECIPIENTS),
    archive: fields.fit(foot.archive, LONGEST_PART.archive),
    signature: {
      authority:
        foot.signature.authority &&
        (fields.fit(foot.signature.authority, LONGEST_PART.authority) || null),
      titles: foot.signature.titles.map((title) => fields.fit(title, LONGEST_PART.title)),
      name: fields.fit(foot.signature.name, LONGEST_PART.personName),
    },
  };
  for (const { text } of end.unknown) notes.add('placed', text);
  const body = liftBlocks(isAppendix ? [] : above, notes, own);
  const read = ReportContent.safeParse({
    ...NO_OPTIONAL_PARTS,
    ...head,
    agencyLines: head.agencyLines.length === 0 ? [''] : head.agencyLines,
    blocks: [...first, ...body, ...fields.left.splice(0), ...end.unknown.map(paragraph)],
    ...tail,
    signature: {
      ...tail.signature,
      titles: tail.signature.titles.length === 0 ? [''] : tail.signature.titles,
    },
    urgency: header.urgency,
    circulation: header.circulation,
    drafterMark: foot.drafterMark,
    contactLine,
    appendices: liftAppendices(isAppendix ? [...above, ...behind] : behind, notes).map(
      ({ title, pieces }) => {
        const fitting = fields.fit(title, LONGEST_PART.appendixTitle);
        return {
          title: fitting,
          blocks: [...fields.left.splice(0), ...liftBlocks(pieces, notes, own)],
        };
      },
    ),
  });
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Refusal('content_too_large', {
      message: `${issue?.path.join('.')}: ${issue?.message}`,
    });
  }
  const told = notes.all().filter(({ code }) => NOT_PRINTED.has(code));
  const lines = allLines(items, new Notes());
  for (const text of unreadLines(
    lines,
    read.data,
    told.map((note) => note.text),
  )) {
    notes.add('unread', text);
  }
  return { content: read.data, notes: notes.all() };
};
