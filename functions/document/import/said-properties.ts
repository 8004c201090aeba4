// Which formatting do the properties of a run or a paragraph set themselves, before any style is asked?
import { fontName, type ThemeFonts } from './theme-fonts.ts';
import { child, val, type XmlElement } from './xml-tree.ts';

/** Said by several styles, they undo each other: ECMA-376, 17.7.3. Those that only draw letters otherwise are left out. */
const TOGGLES = ['b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'vanish'] as const;
export type Toggle = (typeof TOGGLES)[number];
/** Yes or no as well; there the nearest decides. */
const SWITCHES = ['cs', 'rtl', 'dstrike'] as const;
type Switch = (typeof SWITCHES)[number];

/** What the properties of a run say, and nothing where they say nothing: looked through once, then asked for every run. */
export type RunSaid = { [Name in Toggle | Switch]?: boolean } & {
  vertAlign?: string;
  colour?: string;
  highlight?: string;
  shaded?: boolean;
  underline?: string;
  /** Fonts by what they are for: ECMA-376, 17.3.2.26. */
  ascii?: string;
  hAnsi?: string;
  eastAsia?: string;
  complex?: string;
  hint?: string;
};

export type Alignment = 'left' | 'center' | 'right' | 'both';

export interface ParagraphSaid {
  readonly alignment: Alignment | undefined;
  readonly outline: number | undefined;
  readonly shaded: boolean | undefined;
  readonly keepNext: boolean | null;
  readonly breakBefore: boolean | null;
  readonly listId: string | undefined;
  readonly listLevel: number | undefined;
}

export const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off', 'none']);

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

/** Has it a colour of its own behind it? White is the paper's. */
export const isShaded = ({ attributes: { fill = 'auto' } }: XmlElement): boolean =>
  !['auto', 'ffffff'].includes(fill.toLowerCase());

/** The first of a kind counts; the properties may stand in an alternative. */
export const runSaid = (properties: XmlElement | undefined, theme: ThemeFonts): RunSaid => {
  let said: RunSaid = {};
  for (const element of properties?.children ?? []) {
    const { name } = element;
    if (ON_OFF.has(name)) said[name as Toggle | Switch] ??= isOn(element);
    else if (name === 'rFonts') said = { ...fontsSaid(element, theme), ...said };
    else if (name === 'AlternateContent') said = { ...runSaid(element, theme), ...said };
    else if (name === 'vertAlign') said.vertAlign ??= val(element) ?? '';
    else if (name === 'color') said.colour ??= val(element) ?? '';
    else if (name === 'highlight') said.highlight ??= val(element) ?? '';
    else if (name === 'u') said.underline ??= val(element) ?? '';
    else if (name === 'shd') said.shaded ??= isShaded(element);
  }
  return said;
};

/** The font that these properties name for letters beyond ASCII; null where they leave it to others. */
export const fontSaid = (properties: XmlElement | undefined, theme: ThemeFonts): string | null => {
  const { ascii = null, hAnsi = ascii } = runSaid(properties, theme);
  return hAnsi;
};

const ALIGNMENTS: ReadonlyMap<string, Alignment> = new Map([
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

export const paragraphSaid = (properties: XmlElement | undefined): ParagraphSaid => {
  const list = child(properties, 'numPr');
  const shading = child(properties, 'shd');
  return {
    alignment: alignmentIn(val(properties, 'jc')),
    outline: numberIn(val(properties, 'outlineLvl')),
    shaded: shading && isShaded(shading),
    keepNext: toggle(properties, 'keepNext'),
    breakBefore: toggle(properties, 'pageBreakBefore'),
    listId: val(list, 'numId'),
    listLevel: numberIn(val(list, 'ilvl')),
  };
};
