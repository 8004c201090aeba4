// How does a piece of a Word file look, with all that it inherits from styles?
import { child, children, descend, val, type XmlElement } from './xml-tree.ts';

export interface RunLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly hidden: boolean;
  readonly raised: 'superscript' | 'subscript' | null;
  readonly font: string;
}

export interface ParagraphLook {
  readonly alignment: 'left' | 'center' | 'right' | 'both';
  /** From 0; null for what is no heading. */
  readonly outline: number | null;
  readonly keepNext: boolean;
  readonly breakBefore: boolean;
  readonly contents: boolean;
  readonly list: { readonly id: string; readonly level: number } | null;
}

/** What the properties of a run say, null where they say nothing: looked through once, then asked for every run. */
interface RunSaid {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly capitals: boolean | null;
  readonly hidden: boolean | null;
  readonly raised: string | undefined;
  readonly font: string | undefined;
}

interface ParagraphSaid {
  readonly alignment: ParagraphLook['alignment'] | undefined;
  readonly outline: number | undefined;
  readonly keepNext: boolean | null;
  readonly breakBefore: boolean | null;
  readonly listId: string | undefined;
  readonly listLevel: number | undefined;
}

export interface Style {
  readonly basedOn: string | null;
  /** Of a heading, from 0. */
  readonly outline: number | undefined;
  /** Is it one of a table of contents? */
  readonly contents: boolean;
  readonly run: RunSaid;
  readonly paragraph: ParagraphSaid;
}

/** Longer chains of styles are a mistake or a circle. */
const LONGEST_CHAIN = 20;

/** `w:b` alone means yes; null where nothing is said. */
const toggle = (properties: XmlElement | undefined, name: string): boolean | null => {
  const found = child(properties, name);
  if (!found) return null;
  return !['0', 'false', 'off', 'none'].includes(val(found) ?? '1');
};

/** ECMA-376 knows 31; names are compared for every run. */
const LONGEST_FONT_NAME = 100;

const runSaid = (properties: XmlElement | undefined): RunSaid => {
  const fonts = child(properties, 'rFonts')?.attributes;
  return {
    bold: toggle(properties, 'b'),
    italic: toggle(properties, 'i'),
    capitals: toggle(properties, 'caps'),
    hidden: toggle(properties, 'vanish'),
    raised: val(properties, 'vertAlign'),
    font: (fonts?.hAnsi ?? fonts?.ascii)?.slice(0, LONGEST_FONT_NAME),
  };
};

const ALIGNMENTS: ReadonlyMap<string, ParagraphLook['alignment']> = new Map([
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['both', 'both'],
  ['distribute', 'both'],
  ['thaiDistribute', 'both'],
]);

const alignmentIn = (said: string | undefined) =>
  said ? (ALIGNMENTS.get(said) ?? 'left') : undefined;

const numberIn = (said: string | undefined) => (said ? Number(said) : undefined);

const paragraphSaid = (properties: XmlElement | undefined): ParagraphSaid => {
  const list = child(properties, 'numPr');
  return {
    alignment: alignmentIn(val(properties, 'jc')),
    outline: numberIn(val(properties, 'outlineLvl')),
    keepNext: toggle(properties, 'keepNext'),
    breakBefore: toggle(properties, 'pageBreakBefore'),
    listId: val(list, 'numId'),
    listLevel: numberIn(val(list, 'ilvl')),
  };
};

const CONTENTS_NAME = /^(?:toc|mục lục)\s*\d$/iu;
const HEADING_NAME = /^(?:heading|tiêu đề|đầu đề)\s*(\d)$/iu;

export class WordStyles {
  readonly #styles = new Map<string, Style>();
  readonly #defaults: { readonly run: RunSaid; readonly paragraph: ParagraphSaid };
  readonly #chains = new Map<string, readonly Style[]>();
  #normal: string | null = null;

  constructor(part: XmlElement | null) {
    const defaults = child(part ?? undefined, 'docDefaults');
    this.#defaults = {
      run: runSaid(descend(defaults, 'rPrDefault', 'rPr')),
      paragraph: paragraphSaid(descend(defaults, 'pPrDefault', 'pPr')),
    };
    for (const style of children(part ?? undefined, 'style')) {
      const { styleId, type, default: isDefault } = style.attributes;
      if (styleId === undefined) continue;
      const name = val(style, 'name') ?? styleId;
      const [, level] = HEADING_NAME.exec(name) ?? [];
      this.#styles.set(styleId, {
        basedOn: val(style, 'basedOn') ?? null,
        outline: level ? Number(level) - 1 : undefined,
        contents: CONTENTS_NAME.test(name),
        run: runSaid(child(style, 'rPr')),
        paragraph: paragraphSaid(child(style, 'pPr')),
      });
      if (type === 'paragraph' && isDefault === '1') this.#normal = styleId;
    }
  }

  /** The nearest first. Asked for every run of a file, so it is looked up once. */
  #chain(id: string | null | undefined): readonly Style[] {
    const known = this.#chains.get(id ?? '');
    if (known) return known;
    const chain: Style[] = [];
    let next = id ? this.#styles.get(id) : undefined;
    while (next && chain.length < LONGEST_CHAIN) {
      chain.push(next);
      next = next.basedOn ? this.#styles.get(next.basedOn) : undefined;
    }
    this.#chains.set(id ?? '', chain);
    return chain;
  }

  /** The styles of a paragraph (`w:pPr`), the nearest first, for it and for its runs. */
  of(properties: XmlElement | undefined): readonly Style[] {
    return this.#chain(val(properties, 'pStyle') ?? this.#normal);
  }

  /** `run` are the properties (`w:rPr`) of the piece itself, in a paragraph of these styles. */
  run(paragraphStyles: readonly Style[], run: XmlElement | undefined): RunLook {
    const sources = [
      runSaid(run),
      ...this.#chain(val(run, 'rStyle')).map((style) => style.run),
      ...paragraphStyles.map((style) => style.run),
      this.#defaults.run,
    ];
    const on = (name: 'bold' | 'italic' | 'capitals' | 'hidden') =>
      sources.find((said) => said[name] !== null)?.[name] ?? false;
    const raised = sources.find((said) => said.raised)?.raised;
    return {
      bold: on('bold'),
      italic: on('italic'),
      capitals: on('capitals'),
      hidden: on('hidden'),
      raised: raised === 'superscript' || raised === 'subscript' ? raised : null,
      font: sources.find(({ font }) => font)?.font ?? '',
    };
  }

  /** `properties` are those (`w:pPr`) of the paragraph itself. */
  paragraph(properties: XmlElement | undefined): ParagraphLook {
    const styles = this.of(properties);
    const sources = [
      paragraphSaid(properties),
      ...styles.map((style) => style.paragraph),
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
      keepNext: on('keepNext'),
      breakBefore: on('breakBefore'),
      contents: styles.some(({ contents }) => contents),
      list: id === undefined || id === '0' ? null : { id, level },
    };
  }
}
