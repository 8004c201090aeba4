// Which words does a Word file show, in which order and how? Read from its parts, whoever wrote them.
import { lineOfFormula } from './formula.ts';
import type { ListNumbers } from './list-numbers.ts';
import { listNumbers } from './list-numbers.ts';
import type { Notes } from './note.ts';
import type { DocxParts } from './open-docx.ts';
import { SeenWords } from './seen-words.ts';
import { raisedFigures, shownIn, symbolOf } from './symbols.ts';
import { paragraphsIn, type WordItem, type WordRun, type WordTable, wordsOf } from './word-item.ts';
import { type Style, WordStyles } from './word-styles.ts';
import { child, children, chosen, val, type XmlElement } from './xml-tree.ts';

/** What was struck while changes were tracked. */
const DELETED = new Set(['del', 'moveFrom']);

/** A nested paragraph or table gets no deeper than the tree it is read from. */
export class WordReader {
  readonly #styles: WordStyles;
  readonly #listNumber: ListNumbers;
  readonly #footnotes: ReadonlyMap<string, XmlElement>;
  /** Those that were put below their paragraph: Word has one reference to each, a circle of them is nobody's. */
  readonly #put = new Set<string>();
  readonly #notes: Notes;
  readonly #seen = new SeenWords();

  constructor(parts: DocxParts, notes: Notes) {
    this.#styles = new WordStyles(parts.styles);
    this.#listNumber = listNumbers(parts.numbering);
    this.#footnotes = new Map([
      ...notesOf('footnote', parts.footnotes),
      ...notesOf('endnote', parts.endnotes),
    ]);
    this.#notes = notes;
  }

  /** The items of a body, a cell, a text box, a header, through whatever is wrapped around them. */
  items(container: XmlElement): WordItem[] {
    const items: WordItem[] = [];
    for (const element of container.children) {
      if (element.name === 'tbl') items.push(this.#table(element));
      else if (DELETED.has(element.name)) this.#deleted(element);
      // One by one: what a text box or a wrapping holds may be more than a call takes arguments.
      else for (const item of this.#itemsOf(element)) items.push(item);
    }
    return items;
  }

  #itemsOf(element: XmlElement): WordItem[] {
    if (element.name === 'p') return this.#paragraph(element);
    if (element.name === 'AlternateContent') return this.#alternative(element);
    // Words that no paragraph holds, in wrappings that nobody knows.
    const isBare = isInline(element) || element.children.some(isInline);
    return isBare ? this.#paragraph({ ...element, children: [element] }) : this.items(element);
  }

  #alternative(element: XmlElement): WordItem[] {
    const one = chosen(element);
    return one ? this.items(one) : [];
  }

  #table(element: XmlElement): WordTable {
    const rows: WordTable['rows'][number][] = [];
    const addRows = (container: XmlElement) => {
      for (const inner of container.children) {
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
        const empty = before > 0 ? [{ items: [], columns: before }] : [];
        const cells = [...empty, ...this.#cells(inner)];
        rows.push({ header: header !== undefined && !isOff(header), cells });
      }
    };
    addRows(element);
    const grid = children(child(element, 'tblGrid'), 'gridCol');
    return { kind: 'table', widths: grid.map(({ attributes }) => Number(attributes.w ?? 0)), rows };
  }

  #cells(row: XmlElement): WordTable['rows'][number]['cells'][number][] {
    return row.children.flatMap((element) => {
      if (element.name !== 'tc') return this.#cells(element);
      const properties = child(element, 'tcPr');
      const columns = spanOf(child(properties, 'gridSpan'), 1);
      if (columns > 1 || child(properties, 'vMerge')) this.#notes.add('merged');
      return [{ items: this.items(element), columns }];
    });
  }

  /** A paragraph, the text boxes that hang on it, and the notes below it. */
  #paragraph(element: XmlElement): WordItem[] {
    const properties = child(element, 'pPr');
    const look = this.#styles.paragraph(properties);
    const content = new ParagraphContent(
      this.#styles,
      this.#notes,
      this.#seen,
      this.#styles.of(properties),
    );
    content.readAll(element);
    const runs = content.runs;
    // A list counts its empty paragraphs too, but prints nothing where there is nothing else.
    const label = look.list && this.#listNumber(look.list);
    const items: WordItem[] = content.boxes.flatMap((box) => this.#textBox(box));
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
    for (const id of content.noteIds) {
      const note = this.#put.has(id) ? undefined : this.#footnotes.get(id);
      this.#put.add(id);
      if (note) for (const item of this.#footnote(note)) items.push(item);
    }
    return items;
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

const isOff = (element: XmlElement) => ['0', 'false', 'off'].includes(val(element) ?? '1');

const isInline = ({ name }: XmlElement) => name === 'r' || name === 'oMath';

/** Without `preserve`, white space at the ends is layout of the XML; a no-break space is a word's own. */
const shownText = (text: string, space: string | undefined) =>
  space === 'preserve' ? text : text.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/gu, '');

/** UTF-16 units: three lines of the paper. Asked for at every picture. */
const LONGEST_BEGINNING = 300;

/** Collects what stands in one paragraph. */
class ParagraphContent {
  readonly runs: WordRun[] = [];
  readonly boxes: XmlElement[] = [];
  readonly noteIds: string[] = [];
  breakBefore = false;
  readonly #styles: WordStyles;
  readonly #notes: Notes;
  readonly #seen: SeenWords;
  readonly #paragraphStyles: readonly Style[];
  /** For each field that is open: are we in its instruction, which is not printed? */
  readonly #fields: boolean[] = [];
  /** In how many of them. */
  #instructions = 0;

  constructor(
    styles: WordStyles,
    notes: Notes,
    seen: SeenWords,
    paragraphStyles: readonly Style[],
  ) {
    this.#styles = styles;
    this.#notes = notes;
    this.#seen = seen;
    this.#paragraphStyles = paragraphStyles;
  }

  readAll(container: XmlElement) {
    for (const element of container.children) {
      if (element.name === 'r') this.#run(element);
      else if (DELETED.has(element.name)) this.#notes.add('deleted', this.#seen.all(element));
      else if (element.name === 'AlternateContent') this.#alternative(element);
      else if (element.name === 'oMath') this.#formula(element);
      else if (element.name !== 'pPr') this.readAll(element);
    }
  }

  #alternative(element: XmlElement) {
    const one = chosen(element);
    if (one) this.readAll(one);
  }

  #formula(element: XmlElement) {
    this.#seen.all(element);
    const line = lineOfFormula(element);
    const isPlain = element.children.every(({ name }) => name === 'r');
    if (!isPlain) this.#notes.add('formula', line);
    this.runs.push({ text: line, bold: false, italic: false });
  }

  #run(element: XmlElement) {
    const look = this.#styles.run(this.#paragraphStyles, child(element, 'rPr'));
    const { bold, italic } = look;
    const say = (text: string) => {
      if (text === '') return;
      // Words within the instruction of a field are as hidden as hidden ones.
      if (look.hidden || this.#instructions > 0) {
        this.#notes.add('hidden', text);
        return;
      }
      const last = this.runs.at(-1);
      if (last && last.bold === bold && last.italic === italic) {
        this.runs[this.runs.length - 1] = { ...last, text: last.text + text };
      } else this.runs.push({ text, bold, italic });
    };
    const letters = (text: string) => {
      const shown = shownIn(look.font, text);
      if (shown.decoded) this.#notes.add('encoding');
      const raised = look.raised ? raisedFigures(shown.text, look.raised) : shown.text;
      say(look.capitals ? raised.toLocaleUpperCase('vi') : raised);
    };
    this.#pieces(element, say, letters);
  }

  #pieces(element: XmlElement, say: (text: string) => void, letters: (text: string) => void) {
    for (const piece of element.children) {
      switch (piece.name) {
        case 't':
          letters(shownText(this.#seen.one(piece), piece.attributes.space));
          break;
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
          say(symbolOf(piece.attributes.char ?? '', piece.attributes.font ?? ''));
          break;
        case 'fldChar':
          this.#field(piece.attributes.fldCharType);
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
        case 'AlternateContent': {
          const one = chosen(piece);
          if (one) this.#pieces(one, say, letters);
          break;
        }
        case 'ruby':
          this.#ruby(piece, say);
          break;
      }
    }
  }

  /** Before the words it starts the paragraph on a new page, between them it ends a line. */
  #pageBreak() {
    if (this.runs.length === 0) this.breakBefore = true;
    else this.runs.push({ text: '\n', bold: false, italic: false });
  }

  /** What is read above the words stands in brackets behind them; each is read once, whatever is missing. */
  #ruby(element: XmlElement, say: (text: string) => void) {
    const above = child(element, 'rt');
    this.readAll({ ...element, children: element.children.filter((inner) => inner !== above) });
    say('(');
    if (above) this.readAll(above);
    say(')');
  }

  #field(kind: string | undefined) {
    if (kind === 'begin') this.#fields.push(true);
    else if (kind === 'separate' || kind === 'end') {
      const inInstruction = this.#fields.pop();
      if (inInstruction) this.#instructions -= 1;
      if (kind === 'separate' && inInstruction !== undefined) this.#fields.push(false);
    }
    if (kind === 'begin') this.#instructions += 1;
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
const found = (element: XmlElement, name: string): XmlElement[] => {
  if (element.name === 'AlternateContent') {
    const one = chosen(element);
    return one ? found(one, name) : [];
  }
  return element.children.flatMap((inner) => {
    if (inner.name === name) return [inner];
    return inner.name === 'txbxContent' ? [] : found(inner, name);
  });
};
