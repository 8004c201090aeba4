// How does a piece of a Word file look, with all that it inherits from styles?
import { isColour } from '../letters/colours.ts';
import type { Fonts } from '../letters/symbols.ts';
import {
  type Alignment,
  OFF,
  type ParagraphSaid,
  paragraphSaid,
  type RunSaid,
  runSaid,
  type Toggle,
} from './said-properties.ts';
import {
  NO_PART,
  type PartAt,
  partsOfTable,
  type TablePart,
  type TableStyle,
  tableStyleOf,
} from './table-style.ts';
import type { ThemeFonts } from './theme-fonts.ts';
import { child, children, descend, val, type XmlElement } from './xml-tree.ts';

export interface RunLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly hidden: boolean;
  readonly struck: boolean;
  /** In another colour than black, or on another than white. */
  readonly coloured: boolean;
  readonly underlined: boolean;
  readonly raised: 'superscript' | 'subscript' | null;
  readonly fonts: Fonts;
}

export interface ParagraphLook {
  readonly alignment: Alignment;
  /** From 0; null for what is no heading. */
  readonly outline: number | null;
  readonly shaded: boolean;
  readonly keepNext: boolean;
  readonly breakBefore: boolean;
  readonly contents: boolean;
  readonly list: { readonly id: string; readonly level: number } | null;
}

export interface Style {
  readonly type: string;
  readonly basedOn: string | null;
  /** Of a heading, from 0. */
  readonly outline: number | undefined;
  /** Is it one of a table of contents? */
  readonly contents: boolean;
  readonly run: RunSaid;
  readonly paragraph: ParagraphSaid;
  /** Of the cells of its tables; null where it is of another type. */
  readonly table: TableStyle | null;
}

/** A style with all that it is based on. */
interface StyleChain {
  /** The nearest first. */
  readonly styles: readonly Style[];
  readonly run: RunSaid;
}

/** Whatever says how a paragraph and its runs look, but for themselves. */
export interface Inherited extends StyleChain {
  /** What the table says of the cell it stands in. */
  readonly table: TablePart;
}

export const NOTHING_INHERITED: Inherited = { styles: [], run: {}, table: NO_PART };

/** Longer chains of styles are a mistake or a circle. */
const LONGEST_CHAIN = 20;

/** Where nothing is said of letters beyond ASCII, they are in the font of those, and the other way round. */
const fontsOf = (said: RunSaid, complex: boolean): Fonts => {
  const { ascii = said.hAnsi ?? '', hAnsi = ascii, eastAsia = hAnsi, hint } = said;
  if (!complex) return { ascii, hAnsi, eastAsia: hint === 'eastAsia' ? eastAsia : hAnsi };
  const { complex: font = '' } = said;
  return { ascii: font, hAnsi: font, eastAsia: font };
};

/** Highlighting in the colour of the paper, or in none. */
const PAPER: ReadonlySet<string> = new Set(['none', 'white']);

const CONTENTS_NAME = /^(?:toc|mục lục)\s*\d$/iu;
const HEADING_NAME = /^(?:heading|tiêu đề|đầu đề)\s*(\d)$/iu;

export class WordStyles {
  readonly #styles = new Map<string, Style>();
  readonly #defaults: { readonly run: RunSaid; readonly paragraph: ParagraphSaid };
  readonly #chains = {
    paragraph: new Map<string, StyleChain>(),
    character: new Map<string, StyleChain>(),
    table: new Map<string, StyleChain>(),
  };
  readonly #theme: ThemeFonts;
  /** By their type, for what names none. */
  readonly #usual = new Map<string, string>();

  constructor(part: XmlElement | null, theme: ThemeFonts) {
    this.#theme = theme;
    const defaults = child(part ?? undefined, 'docDefaults');
    this.#defaults = {
      run: runSaid(descend(defaults, 'rPrDefault', 'rPr'), theme),
      paragraph: paragraphSaid(descend(defaults, 'pPrDefault', 'pPr')),
    };
    for (const style of children(part ?? undefined, 'style')) {
      const { styleId, type = 'paragraph', default: isDefault = '0' } = style.attributes;
      if (styleId === undefined) continue;
      const name = val(style, 'name') ?? styleId;
      const [, level] = HEADING_NAME.exec(name) ?? [];
      this.#styles.set(styleId, {
        type,
        basedOn: val(style, 'basedOn') ?? null,
        outline: level ? Number(level) - 1 : undefined,
        contents: CONTENTS_NAME.test(name),
        run: runSaid(child(style, 'rPr'), theme),
        paragraph: paragraphSaid(child(style, 'pPr')),
        table: type === 'table' ? tableStyleOf(style, theme) : null,
      });
      if (!OFF.has(isDefault)) this.#usual.set(type, styleId);
    }
  }

  /** Of that type only: any other is ignored (17.3.1.27, 17.3.2.29). Asked for every run, so it is looked up once. */
  #chain(type: 'paragraph' | 'character' | 'table', id: string | null | undefined): StyleChain {
    const chains = this.#chains[type];
    const known = chains.get(id ?? '');
    if (known) return known;
    const named = (one: string | null | undefined) => {
      const style = one ? this.#styles.get(one) : undefined;
      return style?.type === type ? style : undefined;
    };
    const styles: Style[] = [];
    for (let next = named(id); next && styles.length < LONGEST_CHAIN; next = named(next.basedOn)) {
      styles.push(next);
    }
    const run: RunSaid = Object.assign({}, ...styles.toReversed().map((style) => style.run));
    const chain = { styles, run };
    chains.set(id ?? '', chain);
    return chain;
  }

  /** What a paragraph (`w:pPr`) inherits, and its runs with it; in a cell, from the table too. */
  of(properties: XmlElement | undefined, table: TablePart): Inherited {
    const id = val(properties, 'pStyle') ?? this.#usual.get('paragraph');
    return { ...this.#chain('paragraph', id), table };
  }

  /** What the style of a table (`w:tblPr`) says of its cells. */
  table(properties: XmlElement | undefined): PartAt {
    const id = val(properties, 'tblStyle') ?? this.#usual.get('table');
    const { styles } = this.#chain('table', id);
    return partsOfTable(
      styles.flatMap(({ table }) => table ?? []),
      properties,
    );
  }

  /** `run` are the properties (`w:rPr`) of the piece itself, in a paragraph that inherits so much. */
  run(paragraph: Inherited, run: XmlElement | undefined): RunLook {
    const direct = runSaid(run, this.#theme);
    const character = this.#chain('character', val(run, 'rStyle'));
    const defaults = this.#defaults.run;
    const levels = [paragraph.table.run, paragraph.run, character.run];
    const said: RunSaid = Object.assign({}, defaults, ...levels, direct);
    const on = (name: Toggle): boolean => {
      const own = direct[name];
      if (own !== undefined) return own;
      return defaults[name] === true || levels.filter((level) => level[name]).length % 2 === 1;
    };
    const complex = said.cs === true || said.rtl === true;
    const { vertAlign: raised } = said;
    return {
      bold: on(complex ? 'bCs' : 'b'),
      italic: on(complex ? 'iCs' : 'i'),
      capitals: on('caps') || on('smallCaps'),
      hidden: on('vanish'),
      struck: on('strike') || said.dstrike === true,
      coloured:
        isColour(said.colour ?? '') || !PAPER.has(said.highlight ?? 'none') || said.shaded === true,
      underlined: (said.underline ?? 'none') !== 'none',
      raised: raised === 'superscript' || raised === 'subscript' ? raised : null,
      fonts: fontsOf(said, complex),
    };
  }

  /** `properties` are those (`w:pPr`) of the paragraph itself, which inherits so much. */
  paragraph(properties: XmlElement | undefined, { styles, table }: Inherited): ParagraphLook {
    const sources = [
      paragraphSaid(properties),
      ...styles.map((style) => style.paragraph),
      ...table.paragraphs,
      this.#defaults.paragraph,
    ];
    const on = (name: 'keepNext' | 'breakBefore') =>
      sources.find((source) => source[name] !== null)?.[name] ?? false;
    const named = styles.find((style) => style.outline !== undefined)?.outline;
    const outline = named ?? sources.find((said) => said.outline !== undefined)?.outline ?? 9;
    // A paragraph may name the level alone, and leave the list to its style.
    const id = sources.find((said) => said.listId)?.listId;
    const level = sources.find((said) => said.listLevel !== undefined)?.listLevel ?? 0;
    return {
      alignment: sources.find((said) => said.alignment)?.alignment ?? 'left',
      // Nine stands for body text.
      outline: outline >= 0 && outline < 9 ? outline : null,
      shaded: sources.find((said) => said.shaded !== undefined)?.shaded ?? false,
      keepNext: on('keepNext'),
      breakBefore: on('breakBefore'),
      contents: styles.some(({ contents }) => contents),
      list: id === undefined || id === '0' ? null : { id, level },
    };
  }
}
