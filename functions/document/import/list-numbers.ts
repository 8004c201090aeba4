// Which number or mark does Word print before a paragraph of a list? Counted as Word counts.
import { unprintableIn } from '../../domain/content/text.ts';
import { isOfSymbols, shownIn } from '../letters/symbols.ts';
import { roman } from '../numbering.ts';
import { fontSaid } from './said-properties.ts';
import type { ThemeFonts } from './theme-fonts.ts';
import { child, children, val, type XmlElement } from './xml-tree.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.`: the numbers of the levels, in text; of a bullet, the mark itself. */
  readonly text: string;
  /** null where it has that of the paragraph's mark. */
  readonly font: string | null;
  readonly legal: boolean;
  /** How many of the levels above let it begin anew; with 0 it counts on through all of them. */
  readonly restartsAfter: number;
}

interface List {
  /** Lists of one abstract definition count on together. */
  readonly counts: (number | null)[];
  readonly levels: readonly Level[];
  readonly restarts: Map<number, number>;
}

const LEVELS = 9;

/** UTF-16 units: nine numbers with a sign between them, or a word and one; every paragraph of the list begins with it. */
const LONGEST_MARK = 40;

const latin = (value: number): string => {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  // After z Word repeats the letter: aa, bb.
  return letter.repeat(Math.min(Math.floor((value - 1) / 26) + 1, 10));
};

const format = (value: number, how: string): string => {
  if (how === 'none') return '';
  if (value < 1) return `${value}`;
  switch (how) {
    case 'upperRoman':
      return roman(Math.min(value, 5_000));
    case 'lowerRoman':
      return roman(Math.min(value, 5_000)).toLowerCase();
    case 'upperLetter':
      return latin(value).toUpperCase();
    case 'lowerLetter':
      return latin(value);
    case 'decimalZero':
      return `${value}`.padStart(2, '0');
    default:
      return `${value}`;
  }
};

/** The minus of Symbol stands for a hyphen before an item. */
const MINUS = '−';

/** Bullets are what their fonts of symbols show; one that is not known is a dot. */
const bulletShown = (font: string, text: string): string => {
  const { text: shown } = shownIn(isOfSymbols(font) ? font : '', text);
  if (shown === MINUS) return '-';
  return unprintableIn(shown) === null ? shown : '•';
};

/** Numbers are read as numbers whatever symbols a font would show in their places; letters of old fonts are theirs. */
const numberText = (font: string, text: string): string =>
  shownIn(isOfSymbols(font) ? '' : font, text).text;

const levelOf = (element: XmlElement, theme: ThemeFonts): Level => ({
  restartsAfter: Number(val(element, 'lvlRestart') ?? LEVELS),
  start: Number(val(element, 'start') ?? 1),
  format: val(element, 'numFmt') ?? 'decimal',
  text: (val(element, 'lvlText') ?? '').slice(0, LONGEST_MARK),
  font: fontSaid(child(element, 'rPr'), theme),
  legal: child(element, 'isLgl') !== undefined,
});

/** An abstract definition, looked through once however many lists name it. */
interface Definition {
  readonly counts: (number | null)[];
  readonly levels: readonly Level[];
  /** The style whose definition stands for it. */
  readonly style: string | undefined;
}

const definitionOf = (definition: XmlElement, theme: ThemeFonts): Definition => {
  const levels: Level[] = [];
  for (const element of children(definition, 'lvl')) {
    const at = Number(element.attributes.ilvl);
    if (at >= 0 && at < LEVELS) levels[at] = levelOf(element, theme);
  }
  const counts = Array<null>(LEVELS).fill(null);
  return { counts, levels, style: val(definition, 'numStyleLink') };
};

/**
 * Gives the printed mark of the next paragraph of a list: `II.`, `1.2.`, `-`; null where there is none. `font`: that of
 * the paragraph's mark.
 */
export type ListNumbers = (
  list: { readonly id: string; readonly level: number },
  font: string,
) => string | null;

export const listNumbers = (part: XmlElement | null, theme: ThemeFonts): ListNumbers => {
  const definitions = new Map<string, Definition>();
  const byStyle = new Map<string, Definition>();
  for (const element of children(part ?? undefined, 'abstractNum')) {
    const definition = definitionOf(element, theme);
    definitions.set(element.attributes.abstractNumId ?? '', definition);
    const style = val(element, 'styleLink');
    if (style) byStyle.set(style, definition);
  }
  const lists = new Map<string, List>();
  for (const element of children(part ?? undefined, 'num')) {
    const named = definitions.get(val(element, 'abstractNumId') ?? '');
    const definition = byStyle.get(named?.style ?? '') ?? named;
    if (!definition) continue;
    const levels = [...definition.levels];
    const restarts = new Map<number, number>();
    for (const override of children(element, 'lvlOverride')) {
      const at = Number(override.attributes.ilvl);
      if (!(at >= 0 && at < LEVELS)) continue;
      const own = child(override, 'lvl');
      if (own) levels[at] = levelOf(own, theme);
      const start = val(override, 'startOverride');
      if (start !== undefined) restarts.set(at, Number(start));
    }
    lists.set(element.attributes.numId ?? '', { counts: definition.counts, levels, restarts });
  }

  return ({ id, level: at }, font) => {
    const list = lists.get(id);
    const level = list?.levels[at];
    if (!list || !level) return null;
    const { counts, levels, restarts } = list;
    const restart = restarts.get(at);
    const before = counts[at];
    counts[at] = restart ?? (before == null ? level.start : before + 1);
    restarts.delete(at);
    for (let below = at + 1; below < LEVELS; below += 1) {
      if (at < (levels[below]?.restartsAfter ?? LEVELS)) counts[below] = null;
    }
    if (level.text === '') return null;
    const typedIn = level.font ?? font;
    if (level.format === 'bullet') return bulletShown(typedIn, level.text);
    return numberText(typedIn, level.text).replace(/%([1-9])/gu, (_, digit: string) => {
      const wanted = Number(digit) - 1;
      const source = levels[wanted];
      const value = counts[wanted] ?? source?.start ?? 1;
      return format(value, level.legal ? 'decimal' : (source?.format ?? 'decimal'));
    });
  };
};
