// Which part of Article 8 does a line above the body hold: agency, number, place, matter, stamp?
import type { DocumentType } from '../../domain/content/document-type.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { folded, isBold, isDecoration, type Line } from './line.ts';
import type { Notes } from './note.ts';
import { hasPlaceholder, isGap, withGaps } from './placeholder.ts';

export interface Header {
  type: DocumentType | null;
  superiorLine: string | null;
  agencyLines: string[];
  symbol: string | null;
  place: string;
  subject: string;
  addressees: string[];
  urgency: ReportContent['urgency'];
  circulation: ReportContent['circulation'];
}

export const emptyHeader = (): Header => ({
  type: null,
  superiorLine: null,
  agencyLines: [],
  symbol: null,
  place: '',
  subject: '',
  addressees: [],
  urgency: null,
  circulation: null,
});

const NATION = 'cong hoa xa hoi chu nghia viet nam';
const MOTTO = /^doc lap\s?[-–]\s?tu do\s?[-–]\s?hanh phuc$/u;
const NUMBER = /^Số\s*[:.]?(?=\s*[\d…./])/iu;
/** Number, symbol (which people also type with spaces around its hyphen), and what stands behind them. */
const NUMBER_PARTS =
  /^Số\s*[:.]?\s*([\d\s…./_-]*)\/\s*([\p{L}\d.&]+(?:\s?[-–]\s?[\p{L}\d.&]+)*)(?:\s+(.*))?$/iu;
const LONGEST_SYMBOL = 30;
const DATE = /^(?:(.*?)[,.]?\s*)?ngày\s*[\d\s….]*tháng\s*[\d\s….]*năm[\d\s….]*$/iu;
/** Stamped beside the header; no part of it, and no agency's name. */
const DRAFT = /^\(?du thao(?!\p{L})/u;
const MATTER = /^\(?(?:V\/v|Về việc)\s*:?\s*/iu;
/** The matter of a công văn is broken into a few lines under its number. */
const MOST_MATTER_LINES = 8;

const URGENCY = { khan: 'urgent', 'thuong khan': 'veryUrgent', 'hoa toc': 'immediate' } as const;
const CIRCULATION = {
  'luu hanh noi bo': 'internal',
  'xem xong tra lai': 'returnAfterReading',
} as const;

export const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();
export const isCapitals = (text: string) =>
  text === text.toLocaleUpperCase('vi') && /\p{L}/u.test(text);
/** In capitals, or alone on its line; not where a sentence speaks of the country. */
export const isNation = ({ text }: Pick<Line, 'text'>) => {
  const plain = folded(text);
  const at = plain.indexOf(NATION);
  return at !== -1 && (plain === NATION || isCapitals(tidy(text).slice(at, at + NATION.length)));
};
export const isMotto = ({ text }: Pick<Line, 'text'>) => MOTTO.test(folded(tidy(text)));
export const isNumber = ({ text }: Pick<Line, 'text'>) => NUMBER.test(withGaps(tidy(text)));
export const isDate = ({ text }: Pick<Line, 'text'>) => DATE.test(withGaps(tidy(text)));

/** May the line go on with a header that has begun? */
export const isHeaderPart = (line: Pick<Line, 'text'>): boolean =>
  isNumber(line) ||
  isDate(line) ||
  MATTER.test(line.text) ||
  folded(line.text) in URGENCY ||
  folded(line.text) in CIRCULATION;

type Other = { line: Line; agency: boolean; behindMotto: boolean };

/** Takes the parts from the lines one by one; what it does not know it hands back, in order. */
export class HeaderLines {
  readonly header: Header;
  readonly #notes: Notes;
  /** Everything that may be the agency's name, or is unknown. */
  readonly #others: Other[] = [];
  #seen = { nation: false, motto: false, number: false, date: false };
  #matterLines = 0;

  constructor(header: Header, notes: Notes) {
    this.header = header;
    this.#notes = notes;
  }

  take(line: Line) {
    const text = tidy(line.text);
    const plain = folded(text);
    if (isGap(text)) {
      this.#matterLines = 0;
      this.#blank(text);
    } else if (plain === NATION && !this.#seen.nation) this.#seen.nation = true;
    else if (MOTTO.test(plain) && !this.#seen.motto) {
      this.#seen.motto = true;
      this.#matterLines = 0;
    } else if (plain in URGENCY) this.header.urgency = URGENCY[plain as keyof typeof URGENCY];
    else if (plain in CIRCULATION) {
      this.header.circulation = CIRCULATION[plain as keyof typeof CIRCULATION];
    } else if (isDate(line) && !this.#seen.date) this.#date(text);
    else if (isNumber(line) && !this.#seen.number) this.#number(line, text);
    else if (this.#seen.number && MATTER.test(text)) this.#matter(text.replace(MATTER, ''));
    else if (this.#matterLines > 0) this.#matter(text);
    else this.#keep(line, !this.#seen.number && !DRAFT.test(plain));
  }

  #keep(line: Line, agency: boolean) {
    this.#others.push({ line, agency, behindMotto: this.#seen.motto });
  }

  #matter(text: string) {
    this.header.type = 'congVan';
    this.header.subject = tidy(`${this.header.subject} ${text}`);
    this.#matterLines = (this.#matterLines + 1) % MOST_MATTER_LINES;
  }

  /** What a template leaves open is told, unless it is dots, as on paper. */
  #blank(text: string) {
    if (hasPlaceholder(text)) this.#notes.add('blank', text);
  }

  #date(line: string) {
    this.#seen.date = true;
    const text = withGaps(line);
    this.#blank(line);
    const place = tidy(DATE.exec(text)?.[1] ?? '');
    this.header.place = isDecoration(place) ? '' : place;
    if (/\d/u.test(text.slice(place.length))) this.#notes.add('issued', text);
    this.#matterLines = 0;
  }

  #number(line: Line, said: string) {
    this.#seen.number = true;
    const text = withGaps(said);
    const [, number = '', typed = '', rest] = NUMBER_PARTS.exec(text) ?? [];
    const symbol = typed.replace(/\s*[-–]\s*/gu, '-').replace(/[.-]+$/u, '');
    const known = symbol !== '' && symbol.length <= LONGEST_SYMBOL;
    const isOpen = !known && hasPlaceholder(said);
    if (!isOpen && (!known || (rest !== undefined && !MATTER.test(rest)))) {
      this.#keep(line, false);
      return;
    }
    this.#blank(said);
    if (isOpen) return;
    this.header.symbol = symbol;
    if (/\d/u.test(number)) this.#notes.add('issued', text);
    if (rest !== undefined) this.#matter(rest.replace(MATTER, ''));
  }

  /** Does a name of an agency stand there? Typed in lines it may end behind the motto, but then its number follows. */
  #isName = ({ line, agency, behindMotto }: Other): boolean => {
    const looks = isCapitals(line.text) || isBold(line);
    return agency && (behindMotto ? looks && this.#seen.number : looks || this.#seen.number);
  };

  /** Whoever stands above and is not bold is the superior: Annex I, II.2. Hands back the lines that are nothing. */
  close(): Line[] {
    const above = this.#others.filter(this.#isName).map(({ line }) => line);
    const firstBold = above.findIndex(isBold);
    const cut = firstBold === -1 ? 0 : firstBold;
    const words = (lines: readonly Line[]) => lines.map(({ text }) => tidy(text));
    this.header.superiorLine = words(above.slice(0, cut)).join(' ') || null;
    const agency = words(above.slice(cut));
    // The model has three lines.
    this.header.agencyLines = [...agency.slice(0, 2), agency.slice(2).join(' ')].filter(Boolean);
    return this.#others.filter((other) => !this.#isName(other)).map(({ line }) => line);
  }
}
