// What does a paragraph of a Word file say, piece by piece: words, symbols, breaks, fields, drawings, references?
import {
  type Fonts,
  raisedFigures,
  SOFT_HYPHEN,
  shownInFonts,
  symbolOf,
  typedIn,
} from '../letters/symbols.ts';
import { drawnIn } from './drawn.ts';
import { lineOfFormula } from './formula.ts';
import type { Notes } from './note.ts';
import { OpenFields } from './open-fields.ts';
import { SaidRuns } from './said-runs.ts';
import type { SeenWords } from './seen-words.ts';
import { DATE_PIECES, GAP, isUnfilledControl } from './unfilled-fields.ts';
import type { WordRun } from './word-item.ts';
import { type Inherited, NOTHING_INHERITED, type WordStyles } from './word-styles.ts';
import { child, NOT_UNDERSTOOD, type XmlElement } from './xml-tree.ts';

/** What was struck while changes were tracked. */
export const DELETED: ReadonlySet<string> = new Set(['del', 'moveFrom']);

/** Without `preserve`, white space at the ends is layout of the XML; a no-break space is a word's own. */
const shownText = (text: string, space: string | undefined) =>
  space === 'preserve' ? text : text.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/gu, '');

/** How a piece of a run is said: its words as they stand, or letters in its fonts. */
interface Voice {
  readonly say: (text: string) => void;
  readonly letters: (text: string, fonts?: Fonts) => void;
}

/** Collects what stands in one paragraph, or in several that are one. */
export class ParagraphContent {
  readonly boxes: XmlElement[] = [];
  readonly noteIds: string[] = [];
  breakBefore = false;
  /** Was there something that Word fills in, and the file does not say what? */
  hasGap = false;
  readonly #styles: WordStyles;
  readonly #notes: Notes;
  readonly #seen: SeenWords;
  readonly #said = new SaidRuns();
  readonly #fields = new OpenFields();
  #inherited: Inherited = NOTHING_INHERITED;

  constructor(styles: WordStyles, notes: Notes, seen: SeenWords) {
    this.#styles = styles;
    this.#notes = notes;
    this.#seen = seen;
  }

  get runs(): readonly WordRun[] {
    return this.#said.runs;
  }

  get isEmpty() {
    return this.runs.length + this.boxes.length + this.noteIds.length === 0;
  }

  /** Letters have the look of the paragraph in which they were typed, though its mark is gone. */
  read(paragraph: XmlElement, inherited: Inherited) {
    this.#inherited = inherited;
    this.#readAll(paragraph);
  }

  #readAll(container: XmlElement) {
    for (const element of container.children) {
      if (element.name === 'r') this.#run(element);
      else if (DELETED.has(element.name)) this.#notes.add('deleted', this.#seen.all(element));
      else if (element.name === NOT_UNDERSTOOD) this.#left(element);
      else if (element.name === 'oMath') this.#formula(element);
      else if (element.name === 'fldSimple') this.#simpleField(element);
      else if (isUnfilledControl(element)) this.#notes.add('blank', this.#seen.all(element));
      else if (element.name !== 'pPr') this.#readAll(element);
    }
  }

  #left(element: XmlElement) {
    this.#notes.add('object', this.#seen.all(element) || this.#said.beginning());
  }

  #formula(element: XmlElement) {
    this.#seen.all(element);
    const line = lineOfFormula(element);
    const isPlain = element.children.every(({ name }) => name === 'r');
    if (!isPlain) this.#notes.add('formula', line);
    this.#said.plain(line);
  }

  #run(element: XmlElement) {
    const look = this.#styles.run(this.#inherited, child(element, 'rPr'));
    // Words within the instruction of a field are as hidden as hidden ones.
    const isHidden = () => look.hidden || this.#fields.isInstruction;
    const say = (text: string) => {
      if (text === '') return;
      if (isHidden()) {
        this.#notes.add('hidden', text);
        return;
      }
      if (look.struck) this.#notes.add('struck', text);
      this.#said.say(text, look);
    };
    const letters = (text: string, fonts = look.fonts) => {
      const rest = isHidden() ? text : this.#behindSigns(text, fonts);
      const shown = shownInFonts(fonts, rest);
      if (shown.decoded) this.#notes.add('encoding');
      const raised = look.raised ? raisedFigures(shown.text, look.raised) : shown.text;
      say(look.capitals ? raised.toLocaleUpperCase('vi') : raised);
      if (shown.text !== '' && !isHidden()) this.#said.typed(rest, fonts);
    };
    this.#pieces(element, { say, letters });
  }

  #behindSigns(text: string, fonts: Fonts): string {
    const { rest, decoded } = this.#said.behindSigns(text, fonts);
    if (decoded) this.#notes.add('encoding');
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
        this.#fields.instruct(piece.text);
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
    else this.#said.plain('\n');
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
    this.#fill(this.#fields.mark(element, this.#said.count), say);
  }

  #simpleField(element: XmlElement) {
    const before = this.#said.count;
    this.#readAll(element);
    this.#fill(this.#fields.simple(element, before, this.#said.count), (text) =>
      this.#said.plain(text),
    );
  }

  #fill(filling: { words: string; isGap: boolean } | null, say: Voice['say']) {
    if (!filling) return;
    say(filling.words);
    if (filling.isGap) this.hasGap = true;
  }

  /** Lines are drawn under headings and are printed anew; words in a shape are words; the rest is a picture. */
  #drawing(element: XmlElement) {
    const { boxes, words, hasPicture } = drawnIn(element, this.#seen);
    for (const box of boxes) this.boxes.push(box);
    if (words !== null) this.#notes.add('picture', words);
    else if (hasPicture) this.#notes.add('picture', this.#said.beginning());
    else if (element.name === 'object') this.#notes.add('object', this.#said.beginning());
  }
}
