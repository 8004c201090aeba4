// Which lines and tables stand in what is pasted? Read from Word's, LibreOffice's, Google's or a page's markup, never laid out.

import { isColour } from '../../../functions/document/letters/colours.ts';
import { letters, roman } from '../../../functions/document/numbering.ts';
import type { Run, Table } from '../../../functions/domain/content/block.ts';
import {
  type Align,
  headerRowsFor,
  laidOnGrid,
  MOST_COLUMNS,
  MOST_HEADER_ROWS,
  mostAre,
  parted,
  saidOf,
  withoutBareRows,
} from '../../../functions/domain/content/table-grid.ts';
import { joined, plain } from './pasted-words.ts';

/** What of it is not on the paper, or stands there otherwise; as an import says it of a Word file. */
export type PasteNote =
  | 'picture'
  | 'object'
  | 'comments'
  | 'deleted'
  | 'hidden'
  | 'nested'
  | 'wide'
  | 'merged'
  | 'shaded'
  | 'turned'
  | 'coloured'
  | 'underlined'
  | 'struck'
  | 'crowded'
  | 'encoding';
type Notes = Set<PasteNote>;
/** `level` is that of a heading of the page it comes from; `sign` stands before the words, but is none of them. */
export type PastedLine = { runs: Run[]; level: number; sign: string };

type Style = {
  bold: boolean;
  italic: boolean;
  raised: 'sup' | 'sub' | null;
  isLaidOut: boolean;
  isColoured: boolean;
  isUnderlined: boolean;
  isStruck: boolean;
};
type Css = Readonly<Record<string, string | undefined>>;

/** Plain lines, as from an e-mail. Word writes a hollow bullet as an o before a tab. */
export const linesOfText = (text: string): PastedLine[] =>
  text.split(/[\r\n\v\f\u0085\u2028\u2029]+/u).map((line) => ({
    runs: joined([{ text: line.replace(/^\s*o\t/u, '+ ') }]),
    level: 0,
    sign: '',
  }));

const named = (names: string) => new Set(names.split(/\s+/u));
const UNSEEN = named(
  `STYLE SCRIPT NOSCRIPT META LINK TITLE XML TEMPLATE DEL SVG
  IFRAME OBJECT AUDIO VIDEO CANVAS BUTTON SELECT TEXTAREA`,
);
const BROKEN_BY = named(
  `P DIV H1 H2 H3 H4 H5 H6 LI UL OL DL DT DD BR HR PRE BLOCKQUOTE SECTION ARTICLE HEADER FOOTER MAIN NAV ASIDE
  FIGURE FIGCAPTION CAPTION ADDRESS FORM FIELDSET LEGEND DETAILS SUMMARY CENTER`,
);

/** Styles are read as they are written. */
const cssOf = (element: Element): Css =>
  Object.fromEntries(
    (element.getAttribute('data-style') ?? '').split(';').map((each) => {
      const [name = '', ...value] = each.split(':');
      return [name.trim().toLowerCase(), value.join(':').trim().toLowerCase()];
    }),
  );

/** Not shown where it comes from, or no part of the text there, as a comment of Word's. */
const isUnseen = (element: Element, css: Css) =>
  UNSEEN.has(element.tagName.toUpperCase()) ||
  element.hasAttribute('hidden') ||
  element.classList.contains('msocomanchor') ||
  css.display === 'none' ||
  css.visibility === 'hidden' ||
  css['mso-hide'] === 'all' ||
  css['mso-element'] === 'comment-list';

const PICTURES = named('IMG SVG CANVAS VIDEO PICTURE');
const OBJECTS = named('OBJECT IFRAME EMBED AUDIO');
const hasWords = ({ textContent }: Element) => (textContent ?? '').trim() !== '';

/** What is left out with an element; nothing of what nobody has seen there. */
const leftOutWith = (element: Element, css: Css): PasteNote | null => {
  const tag = element.tagName.toUpperCase();
  if (element.hasAttribute('hidden') || css.display === 'none' || css.visibility === 'hidden')
    return null;
  if (PICTURES.has(tag)) return 'picture';
  if (OBJECTS.has(tag)) return 'object';
  if (!hasWords(element)) return null;
  if (tag === 'DEL') return 'deleted';
  if (css['mso-hide'] === 'all') return 'hidden';
  return css['mso-element'] === 'comment-list' ? 'comments' : null;
};

const isBold = (weight: string) => weight.startsWith('bold') || Number(weight) >= 600;
const isSaid = (value: string | undefined): value is string =>
  value !== undefined && value !== 'inherit';

/** Below the letters or through them. */
const lineOf = (css: Css): string => css['text-decoration'] ?? css['text-decoration-line'] ?? '';

/** `said`: the colour of its letters, where the element says one. */
const styledAs = (
  { tagName }: Pick<Element, 'tagName'>,
  css: Css,
  style: Style,
  said: string | null = css.color ?? null,
): Style => ({
  bold: isSaid(css['font-weight'])
    ? isBold(css['font-weight'])
    : style.bold || ['B', 'STRONG', 'TH'].includes(tagName),
  italic: isSaid(css['font-style'])
    ? /^(italic|oblique)/u.test(css['font-style'])
    : style.italic || ['I', 'EM'].includes(tagName),
  raised:
    tagName === 'SUP' || css['vertical-align'] === 'super'
      ? 'sup'
      : tagName === 'SUB' || css['vertical-align'] === 'sub'
        ? 'sub'
        : style.raised,
  isLaidOut: tagName === 'PRE' || /^(pre|break)/u.test(css['white-space'] ?? '') || style.isLaidOut,
  isColoured: said === null || said === 'inherit' ? style.isColoured : isColour(said),
  isUnderlined: style.isUnderlined || tagName === 'U' || /underline/u.test(lineOf(css)),
  isStruck:
    style.isStruck || ['S', 'STRIKE'].includes(tagName) || /line-through/u.test(lineOf(css)),
});

const DIGITS = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹', sub: '₀₁₂₃₄₅₆₇₈₉' };

/** The 2 of m² would be another number on the line. */
const textAs = (text: string, { raised }: Style): string =>
  raised && /^\d+$/u.test(text.trim())
    ? text.trim().replaceAll(/\d/gu, (digit) => DIGITS[raised][Number(digit)] ?? digit)
    : text;

/** The number that a list of a page gives an item, by the scheme of the decree where it has such a level. */
const numberOf = (item: Element, list: Element, css: Css): string => {
  const items = Array.from(list.children).filter(({ tagName }) => tagName === 'LI');
  const from = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1;
  const count = Math.max(1, from + items.indexOf(item));
  const kind =
    css['list-style-type'] ?? cssOf(list)['list-style-type'] ?? list.getAttribute('type') ?? '';
  if (kind === 'I' || kind === 'upper-roman') return `${roman(count)}. `;
  const isInner = depthOf(item, list) > 1;
  return isInner || /^(a|lower-(alpha|latin))$/u.test(kind) ? `${letters(count)}) ` : `${count}. `;
};

/** How deep within lists. Google and Word in a browser say it; elsewhere lists stand within lists of their kind. */
const depthOf = (item: Element, list: Element): number => {
  const within = list.parentElement?.closest(list.tagName) ? 2 : 1;
  const said = list.parentElement?.closest('ul, ol') ? 1 : Number(item.getAttribute('aria-level'));
  return Math.max(within, said || 1);
};

/** Does Word write the sign out within the item? In lists of HTML's own it does not. */
const hasSign = (item: Element): boolean =>
  item.querySelector('[data-style*="mso-list:ignore" i]') !== null;

/** A list of a page has its signs in no text. */
const signOf = (item: Element, css: Css): string => {
  const list = item.parentElement;
  if (item.tagName !== 'LI' || !list || hasSign(item)) return '';
  if ((css['list-style-type'] ?? cssOf(list)['list-style-type']) === 'none') return '';
  if (list.tagName === 'OL') return numberOf(item, list, css);
  return depthOf(item, list) > 1 ? '+ ' : '- ';
};

/** Boxes and ticks say something of the words behind them. */
const ANSWER = /^[☐☑☒✓✔✕✖✗✘]$/u;

/** Word and WPS write the sign out: a number, or what a font of symbols shows. */
const wordsSignOf = (sign: Element): string => {
  const text = plain(joined([{ text: sign.textContent ?? '' }]));
  if (/[.)/]$/u.test(text) || ANSWER.test(text)) return `${text} `;
  if (/^[-–—+]$/u.test(text)) return `${text} `;
  const level = /level(\d)/u.exec(
    sign.closest('[data-style*="mso-list:l"]')?.getAttribute('data-style') ?? '',
  )?.[1];
  return text === 'o' || Number(level ?? 1) > 1 ? '+ ' : '- ';
};

/** The widest of HTML; 0 reaches to the end. */
const FURTHEST = 65_534;

const spanOf = (cell: Element, name: string): number => {
  const said = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return said === 0 && name === 'rowspan' ? FURTHEST : Math.max(1, Math.min(said || 1, FURTHEST));
};

const ALIGNS: Readonly<Record<string, Align>> = {
  left: 'left',
  start: 'left',
  justify: 'left',
  center: 'center',
  middle: 'center',
  right: 'right',
  end: 'right',
};

const alignOf = (cell: Element): Align =>
  [cell, ...cell.querySelectorAll(':scope > p, :scope > div')]
    .map((each) => cssOf(each)['text-align'] ?? each.getAttribute('align')?.toLowerCase())
    .map((said) => ALIGNS[said ?? ''])
    .findLast((each) => each !== undefined) ?? 'left';

type Cell = { runs: Run[]; align: Align; rowSpan: number; colSpan: number };

/** White, or none. */
const PAPERS_OWN =
  /^(?:|#?f{3}(?:f{3})?|white|window|transparent|none|auto|inherit|initial|rgba?\((?:255, ?){2}255.*|rgba\(.*, ?0\))$/u;

const isShaded = (element: Element, css: Css): boolean => {
  const said = css['background-color'] ?? css.background ?? element.getAttribute('bgcolor') ?? '';
  // What follows the colour is how a picture behind the cell would lie.
  const [colour = ''] = said.toLowerCase().split(/ (?!.*\))/u);
  return !PAPERS_OWN.test(colour);
};

const cellOf = (cell: Element, notes: Notes): Cell => {
  const css = cssOf(cell);
  if (isShaded(cell, css)) notes.add('shaded');
  if (/^(?:vertical|tb)/u.test(css['writing-mode'] ?? css['layout-flow'] ?? ''))
    notes.add('turned');
  const lines = linesOf(cell, notes, styledAs({ tagName: '' }, css, PLAIN));
  if (lines.some((line) => 'kind' in line)) notes.add('nested');
  return {
    runs: wordsOf(lines),
    align: alignOf(cell),
    rowSpan: spanOf(cell, 'rowspan'),
    colSpan: spanOf(cell, 'colspan'),
  };
};

/** Widths as they are said, if all are and in one unit; else all columns are alike. */
const sharesOf = (table: Element, rows: Element[], width: number): number[] => {
  const columns = Array.from(
    table.querySelectorAll(':scope > col, :scope > colgroup > col, :scope > colgroup:empty'),
  ).flatMap((column) =>
    // One more than a table may have says enough.
    Array.from({ length: Math.min(spanOf(column, 'span'), MOST_COLUMNS + 1) }, () => column),
  );
  const cells = rows
    .map((row) => Array.from(row.children))
    .find((each) => each.length === width && !each.some((cell) => spanOf(cell, 'colspan') > 1));
  for (const said of [columns, cells ?? []]) {
    const widths = said.map((each) =>
      /^([\d.]+)(\D*)$/u.exec(each.getAttribute('width') ?? cssOf(each).width ?? ''),
    );
    const numbers = widths.map((each) => Number(each?.[1] ?? 0));
    const isWhole = numbers.length === width && numbers.every((each) => each > 0);
    if (!isWhole || new Set(widths.map((each) => each?.[2])).size > 1) continue;
    const all = numbers.reduce((sum, each) => sum + each, 0);
    return numbers.map((each) => Math.max(0.01, Math.round((1e4 * each) / all) / 100));
  }
  return Array.from({ length: width }, () => Math.round(1e4 / width) / 100);
};

const isBlank = ({ runs }: Cell) => plain(runs) === '';

const tableOf = (table: Element, notes: Notes): (PastedLine | Table)[] => {
  const lines = Array.from(table.querySelectorAll('tr')).filter(
    (row) => row.closest('table') === table && !isUnseen(row, cssOf(row)),
  );
  const { rows, placed } = laidOnGrid(
    lines.map((row) =>
      Array.from(row.querySelectorAll(':scope > td, :scope > th'), (cell) => cellOf(cell, notes)),
    ),
  );
  const width = rows[0]?.length ?? 0;
  const caption = Array.from(table.querySelectorAll(':scope > caption')).flatMap((each) =>
    linesOf(each, notes),
  );
  if (width === 0) return caption;
  // Too wide for any page: its words stand line by line.
  if (width > MOST_COLUMNS) {
    notes.add('wide');
    const said = rows.map((cells) =>
      cells.flatMap((cell) => (cell && !isBlank(cell) ? [cell] : [])),
    );
    return [
      ...caption,
      ...said.map((cells) => ({
        runs: joined(cells.flatMap(({ runs }, at) => (at > 0 ? [{ text: ' | ' }, ...runs] : runs))),
        level: 0,
        sign: '',
      })),
    ];
  }
  const headed = lines.filter((row) => row.closest('thead') || row.querySelector(':scope > th'));
  const wanted = Math.min(headed.length || 1, MOST_HEADER_ROWS);
  const headerRows = headerRowsFor(wanted, rows.length, placed);
  // Words of the body say how their column is aligned, but for those over several.
  const telling = placed.filter(({ cell, row }) => row >= headerRows && !isBlank(cell));
  const columns = sharesOf(table, lines, width).map((share, at) => ({
    share,
    align: mostAre(
      telling.flatMap(({ cell, column, colSpan }) =>
        column === at && colSpan === 1 ? [cell.align] : [],
      ),
    ),
  }));
  const own = new Map(
    telling.flatMap(({ cell, column }) =>
      cell.align === columns[column]?.align ? [] : [[cell, { align: cell.align }] as const],
    ),
  );
  const { parts, isCut } = parted(
    withoutBareRows<Run[], Table>({
      kind: 'table',
      columns,
      headerRows,
      rows: rows.map((cells) => cells.map((cell) => cell?.runs ?? [{ text: '' }])),
      ...saidOf(
        placed.map(({ cell, row, column, rowSpan, colSpan }) => ({
          ...{ row, column, rowSpan, colSpan },
          ...own.get(cell),
        })),
      ),
    }),
  );
  if (isCut) notes.add('merged');
  return [...caption, ...parts];
};

/** Everything in one line, as there is room for in a cell; signs are words there. */
export const wordsOf = (lines: (PastedLine | Table)[]): Run[] => {
  const pieces = lines.flatMap((line) =>
    'kind' in line
      ? line.rows.flat()
      : [line.sign ? [{ text: line.sign }, ...line.runs] : line.runs],
  );
  const runs = joined(pieces.flatMap((piece, at) => (at > 0 ? [{ text: ' ' }, ...piece] : piece)));
  return runs.length > 0 ? runs : [{ text: '' }];
};

const PLAIN: Style = {
  bold: false,
  italic: false,
  raised: null,
  isLaidOut: false,
  isColoured: false,
  isUnderlined: false,
  isStruck: false,
};

/** Of HTML's own, or as Word in a browser says it. */
const headingOf = (element: Element): string | null | undefined =>
  element.getAttribute('role') === 'heading'
    ? element.getAttribute('aria-level')
    : /^H([1-6])$/u.exec(element.tagName)?.[1];

export const linesOf = (
  root: Element,
  notes: Notes,
  look: Style = PLAIN,
): (PastedLine | Table)[] => {
  const lines: (PastedLine | Table)[] = [];
  let runs: Run[] = [];
  let level = 0;
  let sign = '';
  // A sign waits for the first words of its item, which may stand in a paragraph of their own.
  const breakLine = () => {
    const whole = joined(runs);
    if (whole.length > 0) {
      lines.push({ runs: whole, level, sign });
      sign = '';
    }
    runs = [];
  };
  const read = (text: string, style: Style) => {
    const { bold, italic } = style;
    if (text.trim() !== '') {
      if (style.isStruck) notes.add('struck');
      if (style.isColoured) notes.add('coloured');
      if (style.isUnderlined) notes.add('underlined');
    }
    const parts = style.isLaidOut ? text.split('\n') : [text];
    for (const [at, part] of parts.entries()) {
      if (at > 0) breakLine();
      runs.push({ text: textAs(part, style), ...(bold && { bold }), ...(italic && { italic }) });
    }
  };
  const walk = (parent: Node, style: Style) => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) read(child.data, style);
      if (!(child instanceof Element)) continue;
      const css = cssOf(child);
      const left = leftOutWith(child, css);
      if (left) notes.add(left);
      if (isUnseen(child, css)) continue;
      if (css['mso-list'] === 'ignore') {
        sign = wordsSignOf(child);
        continue;
      }
      if (child.tagName === 'TABLE') {
        breakLine();
        lines.push(...tableOf(child, notes));
        continue;
      }
      const breaks = BROKEN_BY.has(child.tagName);
      if (breaks) breakLine();
      const heading = headingOf(child);
      if (heading) level = Number(heading);
      if (child.tagName === 'LI') sign = signOf(child, css);
      if (isShaded(child, css) && hasWords(child)) notes.add('coloured');
      walk(child, styledAs(child, css, style, css.color ?? child.getAttribute('color')));
      if (breaks) breakLine();
      if (heading) level = 0;
      if (child.tagName === 'LI' || css['mso-list']) sign = '';
    }
  };
  walk(root, look);
  breakLine();
  return lines;
};

/** The policy of the page refuses styles even in what is only read: as data they may be looked at. */
const withoutStyles = (markup: string): string =>
  markup
    .replaceAll(/<style\b.*?<\/style>/gisu, '')
    .replaceAll(/<[^<>]*>/gu, (tag) => tag.replaceAll(/\sstyle\s*=/giu, ' data-style='));

/** What the classes of Excel and its like say, by name. */
const classesIn = (markup: string): Map<string, string> => {
  const said = new Map<string, string>();
  for (const [, sheet = ''] of markup.matchAll(/<style\b[^>]*>(.*?)<\/style>/gisu)) {
    for (const rule of sheet.split('}')) {
      const [names = '', style = ''] = rule.split('{');
      for (const [, name = ''] of names.matchAll(/\.([\w-]+)\s*(?:,|$)/gu)) said.set(name, style);
    }
  }
  return said;
};

/** In a workbook a cell's look is its class's alone. */
const withClassesSaid = (body: HTMLElement, classes: ReadonlyMap<string, string>): HTMLElement => {
  if (classes.size === 0) return body;
  for (const cell of body.querySelectorAll('td[class], th[class]')) {
    const said = Array.from(cell.classList, (name) => classes.get(name) ?? '');
    cell.setAttribute('data-style', [...said, cell.getAttribute('data-style') ?? ''].join(';'));
  }
  return body;
};

/** Markup from elsewhere, parsed where nothing runs or loads; what it said of styles stands in `data-style`. */
export const bodyOfMarkup = (markup: string): HTMLElement => {
  const { body } = new DOMParser().parseFromString(withoutStyles(markup), 'text/html');
  return withClassesSaid(body, classesIn(markup));
};
