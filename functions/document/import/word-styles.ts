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

interface Style {
  readonly basedOn: string | null;
  readonly name: string;
  readonly run: XmlElement | undefined;
  readonly paragraph: XmlElement | undefined;
}

/** Longer chains of styles are a mistake or a circle. */
const LONGEST_CHAIN = 20;

/** `w:b` alone means yes; null where nothing is said. */
const toggle = (properties: XmlElement | undefined, name: string): boolean | null => {
  const found = child(properties, name);
  if (!found) return null;
  return !['0', 'false', 'off', 'none'].includes(val(found) ?? '1');
};

const ALIGNMENTS: Readonly<Record<string, ParagraphLook['alignment']>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
  thaiDistribute: 'both',
};

const CONTENTS_NAME = /^(?:toc|mục lục)\s*\d$/iu;
const HEADING_NAME = /^(?:heading|tiêu đề|đầu đề)\s*(\d)$/iu;

export class WordStyles {
  readonly #styles = new Map<string, Style>();
  readonly #defaults: { run: XmlElement | undefined; paragraph: XmlElement | undefined };
  readonly #chains = new Map<string, readonly Style[]>();
  #normal: string | null = null;

  constructor(part: XmlElement | null) {
    const defaults = child(part ?? undefined, 'docDefaults');
    this.#defaults = {
      run: descend(defaults, 'rPrDefault', 'rPr'),
      paragraph: descend(defaults, 'pPrDefault', 'pPr'),
    };
    for (const style of children(part ?? undefined, 'style')) {
      const { styleId, type, default: isDefault } = style.attributes;
      if (styleId === undefined) continue;
      this.#styles.set(styleId, {
        basedOn: val(style, 'basedOn') ?? null,
        name: val(style, 'name') ?? styleId,
        run: child(style, 'rPr'),
        paragraph: child(style, 'pPr'),
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

  #paragraphStyles(properties: XmlElement | undefined) {
    return this.#chain(val(properties, 'pStyle') ?? this.#normal);
  }

  /** `paragraph` and `run` are the properties (`w:pPr`, `w:rPr`) of the piece itself. */
  run(paragraph: XmlElement | undefined, run: XmlElement | undefined): RunLook {
    const sources = [
      run,
      ...this.#chain(val(run, 'rStyle')).map((style) => style.run),
      ...this.#paragraphStyles(paragraph).map((style) => style.run),
      this.#defaults.run,
    ];
    const on = (name: string) =>
      sources.map((source) => toggle(source, name)).find((said) => said !== null) ?? false;
    const raised = sources.map((source) => val(source, 'vertAlign')).find(Boolean);
    const fonts = sources.map((source) => child(source, 'rFonts')?.attributes);
    return {
      bold: on('b'),
      italic: on('i'),
      capitals: on('caps'),
      hidden: on('vanish'),
      raised: raised === 'superscript' || raised === 'subscript' ? raised : null,
      font: fonts.map((font) => font?.hAnsi ?? font?.ascii).find(Boolean) ?? '',
    };
  }

  paragraph(properties: XmlElement | undefined): ParagraphLook {
    const styles = this.#paragraphStyles(properties);
    const sources = [
      properties,
      ...styles.map((style) => style.paragraph),
      this.#defaults.paragraph,
    ];
    const said = (name: string) => sources.map((source) => val(source, name)).find(Boolean);
    const on = (name: string) =>
      sources.map((source) => toggle(source, name)).find((value) => value !== null) ?? false;
    const named = styles.map(({ name }) => HEADING_NAME.exec(name)?.[1]).find(Boolean);
    const outline = named ? Number(named) - 1 : Number(said('outlineLvl') ?? 9);
    // A paragraph may name the level alone, and leave the list to its style.
    const lists = sources.map((source) => child(source, 'numPr'));
    const id = lists.map((list) => val(list, 'numId')).find(Boolean);
    const level = lists.map((list) => val(list, 'ilvl')).find(Boolean);
    return {
      alignment: ALIGNMENTS[said('jc') ?? ''] ?? 'left',
      // Nine stands for body text.
      outline: outline >= 0 && outline < 9 ? outline : null,
      keepNext: on('keepNext'),
      breakBefore: on('pageBreakBefore'),
      contents: styles.some(({ name }) => CONTENTS_NAME.test(name)),
      list: id === undefined || id === '0' ? null : { id, level: Number(level ?? 0) },
    };
  }
}
