// Which blocks are the lines and tables of a body? Typed and automatic numbers, marks and looks decide.
import type { Block } from '../../domain/content/block.ts';
import { type NumberedKind, type Numbering, numbering } from '../numbering.ts';
import { tableBlocks } from './lift-table.ts';
import { isBold, isItalic, type Line, type Piece } from './line.ts';
import { noteLostLooks } from './lost-looks.ts';
import type { Notes } from './note.ts';
import { runsOf } from './report-runs.ts';
import type { WordRun } from './word-item.ts';

/** The runs behind so many characters. */
const behind = (runs: readonly WordRun[], characters: number): WordRun[] => {
  let left = characters;
  const rest = runs.map((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return { ...run, text };
  });
  const kept = rest.filter(({ text }) => text !== '');
  return kept.map((run, index) => (index === 0 ? { ...run, text: run.text.trimStart() } : run));
};

/** The words of a line behind its mark, whether that was typed or is printed by Word. */
const afterMark = (line: Line, mark: string): WordRun[] =>
  line.label === null ? behind(line.runs, mark.length) : [...line.runs];

/** All words, with the mark that Word prints by itself as typed text. */
const wholeLine = (line: Line): WordRun[] => {
  if (line.label === null) return [...line.runs];
  const [first] = line.runs;
  const look = { bold: first?.bold ?? false, italic: first?.italic ?? false };
  return [{ text: `${line.label} `, ...look }, ...line.runs];
};

const UNITS: Readonly<Record<string, 'part' | 'chapter' | 'section' | 'subsection'>> = {
  phần: 'part',
  chương: 'chapter',
  mục: 'section',
  'tiểu mục': 'subsection',
};
const DIVISION = /^(phần|chương|mục|tiểu mục)\s+([IVXLC]+|\d{1,3})\s*[.:]?(?:\s+(.+))?$/iu;
const ARTICLE = /^Điều\s+\d{1,3}[.:]\s*/iu;
/** A number, and whatever people put behind it. */
const NUMBERS: readonly (readonly [RegExp, NumberedKind & `level${string}`])[] = [
  [/^([IVXLC]{1,8})\s?(?:[.)](?:\s+|(?=\p{L}))|(?:\/|\s?[-–])\s+)/u, 'level1'],
  [/^(\d{1,3})\s?(?:[.)](?:\s+|(?=\p{L}))|\/\s+)/u, 'level2'],
  [/^([a-zđ]{1,2})\s?(?:[.)](?:\s+|(?=\p{Lu}))|\/\s+)/u, 'level3'],
];
/** Marks as people type them, also without a space before a word. Boxes and circles that others follow are answers. */
const MARK =
  /^(?:[-–—−+•·▪▫◊►◦▶▸➢➣➤➔❖★]|[■●○◆◇❍❏❐❑❒](?!.*[□■○●◆◇☐☑☒❍❏❐❑❒◉◎]))(?:\s+|(?=[\p{L}“"(]))/u;
/** Boxes and ticks say something of the words behind them, also where Word prints them. */
const ANSWER = /^[☐☑☒✓✔✕✖✗✘]$/u;
/** Marks as our own files print them; any other is a word of its author. */
const OWN_MARK = /^[-+] /u;
const LEGAL_BASIS = /^(?:căn cứ|theo đề nghị|xét đề nghị|xét)\s/iu;
/** A plain line that begins with `I.` is a heading, unless it is as long as a paragraph. */
const LONGEST_HEADING = 200;

/** In a table of contents, by its style or with dots before the page: it counts nothing. */
const isContents = ({ contents, text }: Line) => contents || /[.…]{5}\s*\d{1,3}$/u.test(text);

/** Finds the blocks of one body; numbers count through it. */
class Body {
  readonly blocks: Block[] = [];
  readonly #pieces: readonly Piece[];
  readonly #notes: Notes;
  readonly #own: boolean;
  readonly #number: Numbering = numbering();
  #at = 0;
  /** Does nothing but what it rests on stand above? */
  #begins = true;

  constructor(pieces: readonly Piece[], notes: Notes, own: boolean) {
    this.#own = own;
    this.#pieces = pieces.filter((piece) => piece.kind === 'table' || piece.text !== '');
    this.#notes = notes;
  }

  read(): Block[] {
    for (; this.#at < this.#pieces.length; this.#at += 1) {
      const piece = this.#pieces[this.#at];
      if (!piece) continue;
      const isTable = piece.kind === 'table';
      const found = isTable ? tableBlocks(piece, this.#notes, this.#own) : [this.#block(piece)];
      for (const block of found) this.#put(block);
    }
    return this.blocks;
  }

  #put(block: Block) {
    this.#begins &&= block.kind === 'legalBasis';
    this.blocks.push(block);
  }

  #block(line: Line): Block {
    if (isContents(line)) return { kind: 'paragraph', runs: runsOf(wholeLine(line)) };
    return (
      this.#division(line) ??
      this.#article(line) ??
      this.#numbered(line) ??
      this.#bullet(line) ??
      this.#legalBasis(line) ?? { kind: 'paragraph', runs: runsOf(wholeLine(line)) }
    );
  }

  /** Does the line bear the number that comes next? Only then may it be left to counting. */
  #follows(what: NumberedKind, typed: string): boolean {
    const upcoming = this.#number.upcoming(what);
    if (this.#own ? upcoming === typed.trim() : bare(upcoming) === bare(typed)) {
      this.#number(what);
      return true;
    }
    return false;
  }

  /** Our own files print the marks of what is no heading plain. */
  #isMark({ runs: [first] }: Line): boolean {
    return !(this.#own && (first?.bold || first?.italic));
  }

  #division(line: Line): Block | null {
    const [, unit = '', number = '', sameLine] = DIVISION.exec(line.text) ?? [];
    const kind = UNITS[unit.toLocaleLowerCase('vi')];
    const stands = line.alignment === 'center' && (isBold(line) || line.outline !== null);
    if (!kind || !stands) return null;
    const titles: Line[] = [];
    if (sameLine === undefined) {
      for (let next = this.#at + 1; next < this.#pieces.length; next += 1) {
        const piece = this.#pieces[next];
        if (piece?.kind !== 'line' || piece.alignment !== 'center' || !isBold(piece)) break;
        if (DIVISION.test(piece.text)) break;
        titles.push(piece);
      }
    }
    const title = sameLine ?? titles.map(({ text }) => text).join(' ');
    if (title === '' || !this.#follows(kind, `${unit} ${number}`)) return null;
    this.#at += titles.length;
    return { kind: 'division', unit: kind, runs: [{ text: title }] };
  }

  #article(line: Line): Block | null {
    const [mark] = ARTICLE.exec(line.text) ?? [];
    if (mark === undefined || !(isBold(line) || line.outline !== null)) return null;
    if (!this.#follows('article', mark)) return null;
    return { kind: 'article', runs: runsOf(afterMark(line, mark), { bold: true }) };
  }

  #numbered(line: Line): Block | null {
    for (const [pattern, what] of NUMBERS) {
      const [mark] = pattern.exec(line.text) ?? [];
      if (mark === undefined) continue;
      const level = Number(what.at(-1)) as 1 | 2 | 3;
      const heads = isBold(line) || line.outline !== null;
      if (!heads && !this.#isMark(line)) return null;
      if (level === 1 && !heads && line.text.length > LONGEST_HEADING) return null;
      if (!this.#follows(what, mark)) {
        this.#notes.add('number', line.text);
        return null;
      }
      const runs = afterMark(line, mark);
      return heads || level === 1
        ? { kind: 'heading', level, runs: runsOf(runs, { bold: true, italic: true }) }
        : { kind: 'clause', level, runs: runsOf(runs) };
    }
    return null;
  }

  #bullet(line: Line): Block | null {
    const automatic =
      line.label !== null && /^[^\p{L}\d]$|^o$/u.test(line.label) && !ANSWER.test(line.label);
    const [typed] = (this.#own ? OWN_MARK : MARK).exec(line.text) ?? [];
    const mark = automatic ? `${line.label} ` : typed;
    if (mark === undefined || !this.#isMark(line)) return null;
    const rest = afterMark(line, mark);
    const first = { ...line, runs: rest };
    if (!mark.startsWith('+') && line.keepNext && isItalic(first)) {
      return { kind: 'label', runs: runsOf(rest, { italic: true }) };
    }
    const level = mark.startsWith('+') || (automatic && line.listLevel > 0) ? 2 : 1;
    return { kind: 'bullet', level, runs: runsOf(rest) };
  }

  /** In italics, or one of those at the beginning that end as such lines do. */
  #legalBasis(line: Line): Block | null {
    if (!LEGAL_BASIS.test(line.text) || /:$/u.test(line.text)) return null;
    if (!isItalic(line) && !(this.#begins && /;$/u.test(line.text))) return null;
    const runs = runsOf(wholeLine(line), { italic: true });
    const last = runs.at(-1);
    if (last) last.text = last.text.replace(/(?<![\s;.,])[\s;.,]+$/u, '');
    return { kind: 'legalBasis', runs };
  }
}

/** `1/`, `1)` and `1.` are one number. */
const bare = (number: string) =>
  number
    .replace(/[\s.:/)\-–]+$/u, '')
    .replace(/^\D{2,}/u, (word) => word.toLocaleLowerCase('vi').replace(/\s+/gu, ' '));

/**
 * The blocks of a body. Words stay in their order; a number that does not follow stays as text.
 * `own`: a file of ours, whose marks are taken word for word.
 */
export const liftBlocks = (pieces: readonly Piece[], notes: Notes, own: boolean): Block[] => {
  noteLostLooks(pieces, notes);
  return new Body(pieces, notes, own).read();
};
