// Which words does a Word file show, in which order and how? Read from its parts, whoever wrote them.

import {
  awaitsSign,
  type Fonts,
  raisedFigures,
  SOFT_HYPHEN,
  shownInFonts,
  signsBefore,
  symbolOf,
  typedIn,
} from '../letters/symbols.ts';
import { lineOfFormula } from './formula.ts';
import type { ListNumbers } from './list-numbers.ts';
import { listNumbers } from './list-numbers.ts';
import type { Notes } from './note.ts';
import type { DocxParts } from './open-docx.ts';
import { SeenWords } from './seen-words.ts';
import { themeFonts } from './theme-fonts.ts';
import {
  DATE_PIECES,
  GAP,
  isAlwaysFilled,
  LONGEST_INSTRUCTION,
  unfilled,
} from './unfilled-fields.ts';
import {
  paragraphsIn,
  type WordCell,
  type WordItem,
  type WordRun,
  type WordTable,
  wordsOf,
} from './word-item.ts';
import { type StyleChain, WordStyles } from './word-styles.ts';
import { child, children, NOT_UNDERSTOOD, val, type XmlElement } from './xml-tree.ts';

/** What was struck while changes were tracked. */
const DELETED = new Set(['del', 'moveFrom']);

/** What is read one below the other: the items so far, and a paragraph that goes on in the next. */
interface Flow {
  readonly items: WordItem[];
  begun: { readonly content: ParagraphContent; readonly properties: XmlElement | undefined } | null;
}

/** A nested paragraph or table gets no deeper than the tree it is read from. */
export class WordReader {
  readonly #styles: WordStyles;
  readonly #listNumber: ListNumbers;
  readonly #footnotes: ReadonlyMap<string, XmlElement>;
  /** Those that were put below their paragraph: Word has one reference to each, a circle of them is nobody's. */
  readonly #placed = new Set<string>();
  readonly #notes: Notes;
  readonly #seen = new SeenWords();

  constructor(parts: DocxParts, notes: Notes) {
    const theme = themeFonts(parts.theme);
    this.#styles = new WordStyles(parts.styles, theme);
    this.#listNumber = listNumbers(parts.numbering, theme);
    this.#footnotes = new Map([
      ...notesOf('footnote', parts.footnotes),
      ...notesOf('endnote', parts.endnotes),
    ]);
    this.#notes = notes;
  }

  /** The items of a body, a cell, a text box, a header, through whatever is wrapped around them. */
  items(container: XmlElement): WordItem[] {
    const flow: Flow = { items: [], begun: null };
    this.#read(container, flow);
    this.#end(flow);
    return flow.items;
  }

  #read(container: XmlElement, flow: Flow) {
    for (const element of container.children) {
      if (element.name === 'p') this.#paragraph(element, flow);
      else if (DELETED.has(element.name)) this.#deleted(element);
      else if (element.name === NOT_UNDERSTOOD) this.#left(element);
      else if (element.name === 'tbl') {
        this.#end(flow);
        flow.items.push(this.#table(element));
      } else if (isInline(element) || element.children.some(isInline)) {
        // Words that no paragraph holds, in wrappings that nobody knows.
        this.#paragraph({ ...element, children: [element] }, flow);
      } else this.#read(element, flow);
    }
  }

  /** What has begun and finds no paragraph to go on in is one by itself; nothing is left of one that was deleted whole. */
  #end(flow: Flow) {
    const { begun } = flow;
    flow.begun = null;
    if (begun && !begun.content.isEmpty) this.#put(begun.content, begun.properties, flow);
  }

  #table(element: XmlElement): WordTable {
    const rows: WordTable['rows'][number][] = [];
    const addRows = (container: XmlElement) => {
      for (const inner of container.children) {
        if (inner.name === NOT_UNDERSTOOD) {
          this.#left(inner);
          continue;
        }
        if (inner.name !== 'tr') {
          addRows(inner);
          continue;
        }
        const properties = child(inner, 'trPr');
        if (child(properties, 'del')) {
          this.#deleted(inner);
          continue;
        }
        const header = child(properties, 'tblHeader');
        const before = spanOf(child(properties, 'gridBefore'), 0);
        const empty = before > 0 ? [emptyCell(before)] : [];
        const cells = [...empty, ...this.#cells(inner)];
        rows.push({ header: header !== undefined && !isOff(header), cells });
      }
    };
    addRows(element);
    const grid = children(child(element, 'tblGrid'), 'gridCol');
    return { kind: 'table', widths: grid.map(({ attributes }) => Number(attributes.w ?? 0)), rows };
  }

  #cells(row: XmlElement): WordCell[] {
    return row.children.flatMap((element): WordCell[] => {
      if (element.name === NOT_UNDERSTOOD) {
        this.#left(element);
        return [];
      }
      if (element.name !== 'tc') return this.#cells(element);
      const properties = child(element, 'tcPr');
      const merge = child(properties, 'vMerge');
      const goesOn = val(merge) !== 'restart';
      // The place of a cell that was deleted stays, so that the others keep theirs.
      const isGone = child(properties, 'cellDel') !== undefined;
      if (isGone) this.#deleted(element);
      return [
        {
          items: isGone ? [] : this.items(element),
          columns: spanOf(child(properties, 'gridSpan'), 1),
          down: merge ? (goesOn ? 'goesOn' : 'starts') : null,
          isShaded: isColoured(child(properties, 'shd')),
          isTurned: TURNED.has(val(properties, 'textDirection') ?? ''),
        },
      ];
    });
  }

  /** Where its mark is gone, its words begin the paragraph that follows, which has the marks and looks: 17.13.5.15. */
  #paragraph(element: XmlElement, flow: Flow) {
    const properties = child(element, 'pPr');
    const styles = this.#styles.of(properties);
    const content =
      flow.begun?.content ?? new ParagraphContent(this.#styles, this.#notes, this.#seen);
    content.read(element, styles);
    flow.begun = { content, properties };
    if (this.#isJoined(properties, styles)) return;
    flow.begun = null;
    this.#put(content, properties, flow);
  }

  /** Deleted or moved away while changes were tracked, or hidden, as where a heading and its paragraph share a line. */
  #isJoined(properties: XmlElement | undefined, styles: StyleChain): boolean {
    const mark = child(properties, 'rPr');
    if (!mark) return false;
    const isGone = mark.children.some(({ name }) => DELETED.has(name));
    return isGone || this.#styles.run(styles, mark).hidden;
  }

  /** A paragraph, the text boxes that hang on it, and the notes below it. */
  #put(content: ParagraphContent, properties: XmlElement | undefined, { items }: Flow) {
    const look = this.#styles.paragraph(properties);
    const { runs } = content;
    // A list counts its empty paragraphs too, but prints nothing where there is nothing else.
    const label = look.list && this.#listNumber(look.list, this.#fontOfMark(properties));
    for (const box of content.boxes) for (const item of this.#textBox(box)) items.push(item);
    items.push({
      kind: 'paragraph',
      label,
      listLevel: look.list?.level ?? 0,
      alignment: look.alignment,
      outline: look.outline,
      keepNext: look.keepNext,
      contents: look.contents,
      breakBefore: look.breakBefore || content.breakBefore,
      runs,
    });
    if (content.hasGap) this.#notes.add('field', wordsOf({ runs }));
    for (const id of content.noteIds) {
      const note = this.#placed.has(id) ? undefined : this.#footnotes.get(id);
      this.#placed.add(id);
      if (note) for (const item of this.#footnote(note)) items.push(item);
    }
  }

  #fontOfMark(properties: XmlElement | undefined): string {
    const styles = this.#styles.of(properties);
    return this.#styles.run(styles, child(properties, 'rPr')).fonts.hAnsi;
  }

  #textBox(box: XmlElement): WordItem[] {
    const items = this.items(box);
    const words = paragraphsIn(items).map(wordsOf).join(' ').trim();
    if (words === '') return [];
    this.#notes.add('textBox', words);
    return items;
  }

  #footnote(note: XmlElement): WordItem[] {
    const items = this.items(note);
    this.#notes.add('footnote', paragraphsIn(items).map(wordsOf).join(' '));
    return items;
  }

  #left(element: XmlElement) {
    this.#notes.add('object', this.#seen.all(element));
  }

  #deleted(element: XmlElement) {
    this.#notes.add('deleted', this.#seen.all(element));
  }

  /** The words of these parts, and those of the notes below their pages, that stand where no reader looks for words. */
  passedOver(parts: readonly XmlElement[]): string[] {
    const all = [...parts, ...this.#footnotes.values()];
    return all.flatMap((element) => this.#seen.passedOver(element));
  }
}

/** Footnotes by kind and id; those without words of an author, such as separators, have a type. */
const notesOf = (kind: 'footnote' | 'endnote', part: XmlElement | null): [string, XmlElement][] =>
  children(part ?? undefined, kind)
    .filter(({ attributes }) => attributes.type === undefined || attributes.type === 'normal')
    .map((note) => [`${kind}${note.attributes.id}`, note]);

/** Word's own bound for the columns of a table is 63. */
const MOST_SPANNED = 63;

const spanOf = (element: XmlElement | undefined, least: 0 | 1): number =>
  Math.max(least, Math.min(Math.trunc(Number(val(element))) || least, MOST_SPANNED));

const emptyCell = (columns: number): WordCell => ({
  items: [],
  columns,
  down: null,
  isShaded: false,
  isTurned: false,
});

/** From below, or from above: as Word says it, and as the standard does. */
const TURNED: ReadonlySet<string> = new Set(['btLr', 'tbRl', 'tbRlV', 'lr', 'rl', 'rlV']);

/** White is the paper's own colour. */
const isColoured = (shading: XmlElement | undefined): boolean =>
  !['auto', 'ffffff'].includes((shading?.attributes.fill ?? 'auto').toLowerCase());

const isOff = (element: XmlElement) => ['0', 'false', 'off'].includes(val(element) ?? '1');

const isInline = ({ name }: XmlElement) => name === 'r' || name === 'oMath';

/** Without `preserve`, white space at the ends is layout of the XML; a no-break space is a word's own. */
const shownText = (text: string, space: string | undefined) =>
  space === 'preserve' ? text : text.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/gu, '');

/** UTF-16 units: three lines of the paper. Asked for at every picture. */
const LONGEST_BEGINNING = 300;

const NOTHING_SAID = { isLetter: false, awaitsSign: false } as const;

/** A field that is open. */
interface Field {
  readonly begin: XmlElement;
  instruction: string;
  /** How much had been said when its result began; null within its instruction, which is not printed. */
  resultFrom: number | null;
}

/** How a piece of a run is said: its words as they stand, or letters in its fonts. */
interface Voice {
  readonly say: (text: string) => void;
  readonly letters: (text: string, fonts?: Fonts) => void;
}

/** Collects what stands in one paragraph, or in several that are one. */
class ParagraphContent {
  readonly runs: WordRun[] = [];
  readonly boxes: XmlElement[] = [];
  readonly noteIds: string[] = [];
  breakBefore = false;
  /** Was there something that Word fills in, and the file does not say what? */
  hasGap = false;
  readonly #styles: WordStyles;
  readonly #notes: Notes;
  readonly #seen: SeenWords;
  #paragraphStyles: StyleChain = { styles: [], run: {} };
  readonly #fields: Field[] = [];
  /** In the instructions of how many of them. */
  #instructions = 0;
  /** Pieces of words that were said. */
  #said = 0;
  /** What was said last, for the sign of a letter that stands in the next piece. */
  #last: { readonly isLetter: boolean; readonly awaitsSign: boolean } = NOTHING_SAID;

  constructor(styles: WordStyles, notes: Notes, seen: SeenWords) {
    this.#styles = styles;
    this.#notes = notes;
    this.#seen = seen;
  }

  get isEmpty() {
    return this.runs.length + this.boxes.length + this.noteIds.length === 0;
  }

  /** Letters have the look of the paragraph in which they were typed, though its mark is gone. */
  read(paragraph: XmlElement, styles: StyleChain) {
    this.#paragraphStyles = styles;
    this.#readAll(paragraph);
  }

  #readAll(container: XmlElement) {
    for (const element of container.children) {
      if (element.name === 'r') this.#run(element);
      else if (DELETED.has(element.name)) this.#notes.add('deleted', this.#seen.all(element));
      else if (element.name === NOT_UNDERSTOOD) this.#left(element);
      else if (element.name === 'oMath') this.#formula(element);
      else if (element.name === 'fldSimple') this.#simpleField(element);
      else if (element.name !== 'pPr') this.#readAll(element);
    }
  }

  #left(element: XmlElement) {
    this.#notes.add('object', this.#seen.all(element) || this.#before());
  }

  #formula(element: XmlElement) {
    this.#seen.all(element);
    const line = lineOfFormula(element);
    const isPlain = element.children.every(({ name }) => name === 'r');
    if (!isPlain) this.#notes.add('formula', line);
    this.#plain(line);
  }

  /** Words as they stand, in no look of their own. */
  #plain(text: string) {
    if (text === '') return;
    this.runs.push({ text, bold: false, italic: false });
    this.#said += 1;
    this.#last = NOTHING_SAID;
  }

  #run(element: XmlElement) {
    const look = this.#styles.run(this.#paragraphStyles, child(element, 'rPr'));
    const { bold, italic } = look;
    // Words within the instruction of a field are as hidden as hidden ones.
    const isHidden = () => look.hidden || this.#instructions > 0;
    const say = (text: string) => {
      if (text === '') return;
      if (isHidden()) {
        this.#notes.add('hidden', text);
        return;
      }
      if (look.struck) this.#notes.add('struck', text);
      this.#said += 1;
      this.#last = NOTHING_SAID;
      const last = this.runs.at(-1);
      if (last && last.bold === bold && last.italic === italic) {
        this.runs[this.runs.length - 1] = { ...last, text: last.text + text };
      } else this.runs.push({ text, bold, italic });
    };
    const letters = (text: string, fonts = look.fonts) => {
      const rest = isHidden() ? text : this.#behindSigns(text, fonts);
      const shown = shownInFonts(fonts, rest);
      if (shown.decoded) this.#notes.add('encoding');
      const raised = look.raised ? raisedFigures(shown.text, look.raised) : shown.text;
      say(look.capitals ? raised.toLocaleUpperCase('vi') : raised);
      if (shown.text === '' || isHidden()) return;
      this.#last = {
        isLetter: /^[\p{L}\p{M}]$/u.test(rest.slice(-1)),
        awaitsSign: awaitsSign(fonts, rest),
      };
    };
    this.#pieces(element, { say, letters });
  }

  /** Editors part a letter from its sign: it belongs to the letter, whatever the look of the piece it stands in. */
  #behindSigns(text: string, fonts: Fonts): string {
    const last = this.runs.at(-1);
    if (!last || !this.#last.isLetter) return text;
    const { signs, rest } = signsBefore(fonts, text, this.#last.awaitsSign);
    if (signs === '') return text;
    if (this.#last.awaitsSign) this.#notes.add('encoding');
    this.runs[this.runs.length - 1] = { ...last, text: last.text + signs };
    this.#last = { isLetter: true, awaitsSign: false };
    return rest;
  }

  /** Letters are read together: a soft hyphen is an element, and in old fonts a letter among them. */
  #pieces(element: XmlElement, voice: Voice) {
    let typed = '';
    const type = () => {
      if (typed !== '') voice.letters(typed);
      typed = '';
    };
    for (const piece of element.children) {
      if (piece.name === 't') typed += shownText(this.#seen.one(piece), piece.attributes.space);
      else if (piece.name === 'softHyphen') typed += SOFT_HYPHEN;
      else {
        type();
        this.#piece(piece, voice);
      }
    }
    type();
  }

  #piece(piece: XmlElement, voice: Voice) {
    const { say } = voice;
    switch (piece.name) {
      case 'tab':
      case 'ptab':
        say('\t');
        break;
      case 'br':
        if (piece.attributes.type === 'page') this.#pageBreak();
        else say('\n');
        break;
      case 'cr':
        say('\n');
        break;
      case 'noBreakHyphen':
        say('\u2011');
        break;
      case 'sym':
        this.#symbol(piece, voice);
        break;
      case 'pgNum':
        say(GAP);
        break;
      case 'fldChar':
        this.#field(piece, say);
        break;
      case 'instrText':
        this.#instruct(piece.text);
        break;
      case 'footnoteReference':
        this.noteIds.push(`footnote${piece.attributes.id}`);
        break;
      case 'endnoteReference':
        this.noteIds.push(`endnote${piece.attributes.id}`);
        break;
      case 'delText':
        this.#notes.add('deleted', this.#seen.one(piece));
        break;
      case 'drawing':
      case 'pict':
      case 'object':
        this.#drawing(piece);
        break;
      case 'AlternateContent':
        this.#pieces(piece, voice);
        break;
      case NOT_UNDERSTOOD:
        this.#left(piece);
        break;
      case 'ruby':
        this.#ruby(piece, say);
        break;
      default:
        if (DATE_PIECES.has(piece.name)) this.#gap(say);
    }
  }

  #gap(say: Voice['say']) {
    say(GAP);
    this.hasGap = true;
  }

  /** Of a font that shows other letters than are typed, it is one of these. */
  #symbol({ attributes: { char = '', font = '' } }: XmlElement, { say, letters }: Voice) {
    const typed = typedIn(font, char);
    if (typed === null) say(symbolOf(char, font));
    else letters(typed, { ascii: font, hAnsi: font, eastAsia: font });
  }

  /** Before the words it starts the paragraph on a new page, between them it ends a line. */
  #pageBreak() {
    if (this.runs.length === 0) this.breakBefore = true;
    else this.#plain('\n');
  }

  /** What is read above the words stands in brackets behind them; each is read once, whatever is missing. */
  #ruby(element: XmlElement, say: Voice['say']) {
    const above = child(element, 'rt');
    this.#readAll({ ...element, children: element.children.filter((inner) => inner !== above) });
    say('(');
    if (above) this.#readAll(above);
    say(')');
  }

  #field(element: XmlElement, say: Voice['say']) {
    const kind = element.attributes.fldCharType;
    const field = this.#fields.at(-1);
    if (kind === 'begin') {
      this.#fields.push({ begin: element, instruction: '', resultFrom: null });
      this.#instructions += 1;
    } else if (kind === 'separate' || kind === 'end') {
      if (field?.resultFrom === null) {
        this.#instructions -= 1;
        if (kind === 'separate') field.resultFrom = this.#said;
      }
      if (kind === 'end') this.#fields.pop();
      if (kind === 'end' && field) this.#fill(field, say);
    }
  }

  #instruct(text: string) {
    const field = this.#fields.at(-1);
    if (field?.resultFrom === null) {
      field.instruction = (field.instruction + text).slice(0, LONGEST_INSTRUCTION);
    }
  }

  /** Where the file has no result, what stands there instead. One that came empty may be meant so. */
  #fill({ begin, instruction, resultFrom }: Field, say: Voice['say']) {
    if (this.#instructions > 0) return;
    if (resultFrom !== null && !(resultFrom === this.#said && isAlwaysFilled(instruction))) return;
    const { words, isGap } = unfilled(instruction, begin);
    say(words);
    if (isGap) this.hasGap = true;
  }

  #simpleField(element: XmlElement) {
    const before = this.#said;
    this.#readAll(element);
    const instruction = (element.attributes.instr ?? '').slice(0, LONGEST_INSTRUCTION);
    if (this.#said !== before) return;
    this.#fill({ begin: element, instruction, resultFrom: before }, (text) => this.#plain(text));
  }

  /** Lines are drawn under headings and are printed anew; words in a shape are words; the rest is a picture. */
  #drawing(element: XmlElement) {
    for (const box of found(element, 'txbxContent')) this.boxes.push(box);
    const drawnWords = [
      ...found(element, 'textpath').map(({ attributes }) => attributes.string ?? ''),
      ...found(element, 't').map((words) => this.#seen.one(words)),
    ];
    const pictures = [...found(element, 'blip'), ...found(element, 'imagedata')];
    if (drawnWords.length > 0) this.#notes.add('picture', drawnWords.join(' '));
    else if (pictures.length > 0) this.#notes.add('picture', this.#before());
    else if (element.name === 'object') this.#notes.add('object', this.#before());
  }

  /** The words that the paragraph begins with say where a picture stands. */
  #before(): string {
    let words = '';
    for (const { text } of this.runs) {
      words += text.slice(0, LONGEST_BEGINNING);
      if (words.length >= LONGEST_BEGINNING) break;
    }
    return words.slice(0, LONGEST_BEGINNING);
  }
}

/** All outermost elements of that name, wherever they stand; what is in a text box is read with its words. */
const found = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((inner) => {
    if (inner.name === name) return [inner];
    return inner.name === 'txbxContent' ? [] : found(inner, name);
  });
