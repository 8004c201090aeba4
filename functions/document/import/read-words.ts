// Which words does a Word file show, in which order and how? Read from its parts, whoever wrote them.
import { type ListNumbers, listNumbers } from './list-numbers.ts';
import type { Notes } from './note.ts';
import type { DocxParts } from './open-docx.ts';
import { DELETED, ParagraphContent } from './paragraph-content.ts';
import { SeenWords } from './seen-words.ts';
import { NO_PART, type TablePart } from './table-style.ts';
import { themeFonts } from './theme-fonts.ts';
import { isUnfilledControl } from './unfilled-fields.ts';
import { paragraphsIn, type WordItem, wordsOf } from './word-item.ts';
import { type Inherited, WordStyles } from './word-styles.ts';
import { type CellReader, tableIn } from './word-table.ts';
import { child, children, NOT_UNDERSTOOD, type XmlElement } from './xml-tree.ts';

/** What is read one below the other: the items so far, and a paragraph that goes on in the next. */
interface Flow {
  readonly items: WordItem[];
  begun: { readonly content: ParagraphContent; readonly properties: XmlElement | undefined } | null;
  /** What the table says of the cell in which all this stands. */
  readonly table: TablePart;
}

/** Of a letter over several lines, beside them or in the margin. */
const DROPPED: ReadonlySet<string> = new Set(['drop', 'margin']);

/** A nested paragraph or table gets no deeper than the tree it is read from. */
export class WordReader {
  readonly #styles: WordStyles;
  readonly #listNumber: ListNumbers;
  readonly #footnotes: ReadonlyMap<string, XmlElement>;
  /** Those that were put below their paragraph: Word has one reference to each, a circle of them is nobody's. */
  readonly #placed = new Set<string>();
  readonly #notes: Notes;
  readonly #seen = new SeenWords();
  readonly #cells: CellReader = {
    style: (table) => this.#styles.table(table),
    items: (cell, part) => this.items(cell, part),
    deleted: (element) => this.#deleted(element),
    left: (element) => this.#left(element),
  };

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
  items(container: XmlElement, table = NO_PART): WordItem[] {
    const flow: Flow = { items: [], begun: null, table };
    this.#read(container, flow);
    this.#end(flow);
    return flow.items;
  }

  #read(container: XmlElement, flow: Flow) {
    for (const element of container.children) {
      if (element.name === 'p') this.#paragraph(element, flow);
      else if (DELETED.has(element.name)) this.#deleted(element);
      else if (element.name === NOT_UNDERSTOOD) this.#left(element);
      else if (isUnfilledControl(element)) this.#notes.add('blank', this.#seen.all(element));
      else if (element.name === 'tbl') {
        this.#end(flow);
        flow.items.push(tableIn(element, this.#cells));
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

  /** Where its mark is gone, its words begin the paragraph that follows, which has the marks and looks: 17.13.5.15. */
  #paragraph(element: XmlElement, flow: Flow) {
    const properties = child(element, 'pPr');
    const inherited = this.#styles.of(properties, flow.table);
    const content =
      flow.begun?.content ?? new ParagraphContent(this.#styles, this.#notes, this.#seen);
    content.read(element, inherited);
    flow.begun = { content, properties };
    if (this.#isJoined(properties, inherited)) return;
    flow.begun = null;
    this.#put(content, properties, flow);
  }

  /**
   * Deleted or moved away while changes were tracked; hidden, as where a heading and its paragraph share a line; or the
   * large letter that the next paragraph begins with (17.3.1.11).
   */
  #isJoined(properties: XmlElement | undefined, inherited: Inherited): boolean {
    if (DROPPED.has(child(properties, 'framePr')?.attributes.dropCap ?? 'none')) return true;
    const mark = child(properties, 'rPr');
    if (!mark) return false;
    const isGone = mark.children.some(({ name }) => DELETED.has(name));
    return isGone || this.#styles.run(inherited, mark).hidden;
  }

  /** A paragraph, the text boxes that hang on it, and the notes below it. */
  #put(content: ParagraphContent, properties: XmlElement | undefined, { items, table }: Flow) {
    const inherited = this.#styles.of(properties, table);
    const look = this.#styles.paragraph(properties, inherited);
    const { runs } = content;
    const fontOfMark = () => this.#styles.run(inherited, child(properties, 'rPr')).fonts.hAnsi;
    // A list counts its empty paragraphs too, but prints nothing where there is nothing else.
    const label = look.list && this.#listNumber(look.list, fontOfMark());
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
      runs: look.shaded ? runs.map((run) => ({ ...run, coloured: true })) : runs,
    });
    if (content.hasGap) this.#notes.add('field', wordsOf({ runs }));
    for (const id of content.noteIds) {
      const note = this.#placed.has(id) ? undefined : this.#footnotes.get(id);
      this.#placed.add(id);
      if (note) for (const item of this.#footnote(note)) items.push(item);
    }
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

const isInline = ({ name }: XmlElement) => name === 'r' || name === 'oMath';
