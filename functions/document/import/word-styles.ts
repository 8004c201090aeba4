// How does a piece of a Word file look, with all that it inherits from styles?
import type { Fonts } from '../letters/symbols.ts';
import { fontName, type ThemeFonts } from './theme-fonts.ts';
import { child, children, descend, val, type XmlElement } from './xml-tree.ts';

export interface RunLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly raised: 'superscript' | 'subscript' | null;
  readonly fonts: Fonts;
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

/** Said by several styles, they undo each other: ECMA-376, 17.7.3. Those that only draw letters otherwise are left out. */
const TOGGLES = ['b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'vanish'] as const;
type Toggle = (typeof TOGGLES)[number];
/** Yes or no as well; there the nearest decides. */
const SWITCHES = ['cs', 'rtl', 'dstrike'] as const;
type Switch = (typeof SWITCHES)[number];

/** What the properties of a run say, and nothing where they say nothing: looked through once, then asked for every run. */
type RunSaid = { [Name in Toggle | Switch]?: boolean } & {
  vertAlign?: string;
  /** Fonts by what they are for: ECMA-376, 17.3.2.26. */
  ascii?: string;
  hAnsi?: string;
  eastAsia?: string;
  complex?: string;
  hint?: string;
};

interface ParagraphSaid {
  readonly alignment: ParagraphLook['alignment'] | undefined;
  readonly outline: number | undefined;
  readonly keepNext: boolean | null;
  readonly breakBefore: boolean | null;
  readonly listId: string | undefined;
  readonly listLevel: number | undefined;
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
}

/** A style with all that it is based on. */
export interface StyleChain {
  /** The nearest first. */
  readonly styles: readonly Style[];
  readonly run: RunSaid;
}

/** Longer chains of styles are a mistake or a circle. */
const LONGEST_CHAIN = 20;

const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off', 'none']);

const isOn = (element: XmlElement): boolean => !OFF.has(val(element) ?? '1');

/** `w:b` alone means yes; null where nothing is said. */
const toggle = (properties: XmlElement | undefined, name: string): boolean | null => {
  const found = child(properties, name);
  return found ? isOn(found) : null;
};

/** In one element the theme's font stands above the one that is named. */
const fontsSaid = ({ attributes }: XmlElement, theme: ThemeFonts): RunSaid => {
  const said: RunSaid = {};
  const put = (slot: 'ascii' | 'hAnsi' | 'eastAsia' | 'complex', role?: string, name?: string) => {
    if (role) said[slot] = theme(role);
    else if (name) said[slot] = fontName(name);
  };
  put('ascii', attributes.asciiTheme, attributes.ascii);
  put('hAnsi', attributes.hAnsiTheme, attributes.hAnsi);
  put('eastAsia', attributes.eastAsiaTheme, attributes.eastAsia);
  put('complex', attributes.cstheme, attributes.cs);
  if (attributes.hint) said.hint = attributes.hint;
  return said;
};

const ON_OFF: ReadonlySet<string> = new Set([...TOGGLES, ...SWITCHES]);

/** The first of a kind counts; the properties may stand in an alternative. */
const runSaid = (properties: XmlElement | undefined, theme: ThemeFonts): RunSaid => {
  let said: RunSaid = {};
  for (const element of properties?.children ?? []) {
    const { name } = element;
    if (ON_OFF.has(name)) said[name as Toggle | Switch] ??= isOn(element);
    else if (name === 'rFonts') said = { ...fontsSaid(element, theme), ...said };
    else if (name === 'AlternateContent') said = { ...runSaid(element, theme), ...said };
    else if (name === 'vertAlign') said.vertAlign ??= val(element) ?? '';
  }
  return said;
};

/** The font that these properties name for letters beyond ASCII; null where they leave it to others. */
export const fontSaid = (properties: XmlElement | undefined, theme: ThemeFonts): string | null => {
  const { ascii = null, hAnsi = ascii } = runSaid(properties, theme);
  return hAnsi;
};

/** Where nothing is said of letters beyond ASCII, they are in the font of those, and the other way round. */
const fontsOf = (said: RunSaid, complex: boolean): Fonts => {
  const { ascii = said.hAnsi ?? '', hAnsi = ascii, eastAsia = hAnsi, hint } = said;
  if (!complex) return { ascii, hAnsi, eastAsia: hint === 'eastAsia' ? eastAsia : hAnsi };
  const { complex: font = '' } = said;
  return { ascii: font, hAnsi: font, eastAsia: font };
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
  readonly #chains = {
    paragraph: new Map<string, StyleChain>(),
    character: new Map<string, StyleChain>(),
  };
  readonly #theme: ThemeFonts;
  #normal: string | null = null;

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
      });
      if (type === 'paragraph' && !OFF.has(isDefault)) this.#normal = styleId;
    }
  }

  /** Of that type only: any other is ignored (17.3.1.27, 17.3.2.29). Asked for every run, so it is looked up once. */
  #chain(type: 'paragraph' | 'character', id: string | null | undefined): StyleChain {
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

  /** The styles of a paragraph (`w:pPr`), for it and for its runs. */
  of(properties: XmlElement | undefined): StyleChain {
    return this.#chain('paragraph', val(properties, 'pStyle') ?? this.#normal);
  }

  /** `run` are the properties (`w:rPr`) of the piece itself, in a paragraph of these styles. */
  run(paragraph: StyleChain, run: XmlElement | undefined): RunLook {
    const direct = runSaid(run, this.#theme);
    const character = this.#chain('character', val(run, 'rStyle'));
    const defaults = this.#defaults.run;
    const said: RunSaid = { ...defaults, ...paragraph.run, ...character.run, ...direct };
    const on = (name: Toggle): boolean => {
      const own = direct[name];
      if (own !== undefined) return own;
      return (
        defaults[name] === true || (paragraph.run[name] ?? false) !== (character.run[name] ?? false)
      );
    };
    const complex = said.cs === true || said.rtl === true;
    const { vertAlign: raised } = said;
    return {
      bold: on(complex ? 'bCs' : 'b'),
      italic: on(complex ? 'iCs' : 'i'),
      capitals: on('caps') || on('smallCaps'),
      hidden: on('vanish'),
      struck: on('strike') || said.dstrike === true,
      raised: raised === 'superscript' || raised === 'subscript' ? raised : null,
      fonts: fontsOf(said, complex),
    };
  }

  /** `properties` are those (`w:pPr`) of the paragraph itself. */
  paragraph(properties: XmlElement | undefined): ParagraphLook {
    const { styles } = this.of(properties);
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
