// Which lines and tables stand in what is pasted? Read from Word's, LibreOffice's, Google's or a page's markup, never laid out.

import { letters, roman } from '../../../functions/document/numbering.ts';
import type { Block, Run } from '../../../functions/domain/block.ts';
import { joined, plain } from './pasted-words.ts';

export type Table = Extract<Block, { kind: 'table' }>;
/** `level` is that of a heading of the page it comes from; `sign` stands before the words, but is none of them. */
export type Line = { runs: Run[]; level: number; sign: string };

type Style = { bold: boolean; italic: boolean; raised: 'sup' | 'sub' | null; isLaidOut: boolean };
type Css = Readonly<Record<string, string | undefined>>;

/** Plain lines, as from an e-mail. Word writes a hollow bullet as an o before a tab. */
export const linesOfText = (text: string): Line[] =>
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

const isBold = (weight: string) => weight.startsWith('bold') || Number(weight) >= 600;
const isSaid = (value: string | undefined): value is string =>
  value !== undefined && value !== 'inherit';

const styledAs = ({ tagName }: Element, css: Css, style: Style): Style => ({
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

/** A list of a page has its signs in no text. */
const signOf = (item: Element, css: Css): string => {
  const list = item.parentElement;
  if (item.tagName !== 'LI' || !list || css['mso-list']) return '';
  if ((css['list-style-type'] ?? cssOf(list)['list-style-type']) === 'none') return '';
  if (list.tagName === 'OL') return numberOf(item, list, css);
  return depthOf(item, list) > 1 ? '+ ' : '- ';
};

/** Word and WPS write the sign out: a number, or a letter that only a font of symbols makes a bullet. */
const wordsSignOf = (sign: Element): string => {
  const text = plain(joined([{ text: sign.textContent ?? '' }]));
  if (/[.)/]$/u.test(text)) return `${text} `;
  if (/^[-–—+]$/u.test(text)) return `${text} `;
  const level = /level(\d)/u.exec(
    sign.closest('[data-style*="mso-list:l"]')?.getAttribute('data-style') ?? '',
  )?.[1];
  return text === 'o' || Number(level ?? 1) > 1 ? '+ ' : '- ';
};

/** The house's tables are no wider and no longer (Block of the domain). */
export const MOST_COLUMNS = 12;
export const MOST_ROWS = 1_000;
/** Wider spans come from programs that mean "to the end". */
const WIDEST_SPAN = 50;

const spanOf = (cell: Element, name: string) =>
  Math.min(WIDEST_SPAN, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));

const alignOf = (cell: Element): string => {
  const said = [cell, ...cell.querySelectorAll(':scope > p, :scope > div')].map(
    (each) => cssOf(each)['text-align'] ?? each.getAttribute('align')?.toLowerCase(),
  );
  return said.findLast((each) => each !== undefined) ?? '';
};

type Cell = { runs: Run[]; align: string };
const COVERED: Cell = { runs: [{ text: '' }], align: '' };

/** What a wide or high cell covers stays empty: the house's tables have plain cells. */
const gridOf = (rows: Element[]): Cell[][] => {
  const grid: Cell[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.querySelectorAll(':scope > td, :scope > th')) {
      while (grid[at]?.[column]) column += 1;
      const wide = spanOf(cell, 'colspan');
      for (let down = 0; down < spanOf(cell, 'rowspan'); down += 1) {
        for (let right = 0; right < wide; right += 1) {
          const isFirst = down === 0 && right === 0;
          const line = grid[at + down];
          if (line)
            line[column + right] = isFirst
              ? { runs: wordsOf(linesOf(cell)), align: alignOf(cell) }
              : COVERED;
        }
      }
      column += wide;
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? COVERED));
};

/** Widths as they are said, if all are and in one unit; else all columns are alike. */
const sharesOf = (table: Element, rows: Element[], width: number): number[] => {
  const columns = Array.from(table.querySelectorAll('col')).flatMap((column) =>
    Array.from({ length: spanOf(column, 'span') }, () => column),
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

/** Numbers stand right and counts in the middle, where all below the head do. */
const alignmentOf = (cells: (Cell | undefined)[]): Table['columns'][number]['align'] => {
  const [first, ...others] = new Set(
    cells.filter((cell) => cell && plain(cell.runs) !== '').map((cell) => cell?.align),
  );
  return others.length === 0 && (first === 'center' || first === 'right') ? first : 'left';
};

const tableOf = (table: Element): (Line | Table)[] => {
  const rows = Array.from(table.querySelectorAll('tr')).filter(
    (row) => row.closest('table') === table,
  );
  const grid = gridOf(rows);
  const width = grid[0]?.length ?? 0;
  const caption = Array.from(table.querySelectorAll(':scope > caption')).flatMap(linesOf);
  if (width === 0) return caption;
  // Too wide for any page: its words stand line by line.
  if (width > MOST_COLUMNS) {
    const lines = grid.map((cells) => cells.filter(({ runs }) => plain(runs) !== ''));
    return [
      ...caption,
      ...lines.map((cells) => ({
        runs: joined(cells.flatMap(({ runs }, at) => (at > 0 ? [{ text: ' | ' }, ...runs] : runs))),
        level: 0,
        sign: '',
      })),
    ];
  }
  const headed = rows.filter((row) => row.closest('thead') || row.querySelector(':scope > th'));
  const headerRows = Math.min(3, headed.length || 1, grid.length);
  const shares = sharesOf(table, rows, width);
  const columns = shares.map((share, at) => ({
    share,
    align: alignmentOf(grid.slice(headerRows).map((cells) => cells[at])),
  }));
  const parts = Math.ceil(grid.length / MOST_ROWS);
  return [
    ...caption,
    ...Array.from({ length: parts }, (_, part): Table => {
      const cells = grid.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS);
      return {
        kind: 'table',
        columns,
        headerRows: part === 0 ? headerRows : 0,
        rows: cells.map((line) => line.map(({ runs }) => runs)),
      };
    }),
  ];
};

/** Everything in one line, as there is room for in a cell; signs are words there. */
export const wordsOf = (lines: (Line | Table)[]): Run[] => {
  const pieces = lines.flatMap((line) =>
    'kind' in line
      ? line.rows.flat()
      : [line.sign ? [{ text: line.sign }, ...line.runs] : line.runs],
  );
  const runs = joined(pieces.flatMap((piece, at) => (at > 0 ? [{ text: ' ' }, ...piece] : piece)));
  return runs.length > 0 ? runs : [{ text: '' }];
};

const linesOf = (root: Element): (Line | Table)[] => {
  const lines: (Line | Table)[] = [];
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
      if (isUnseen(child, css)) continue;
      if (css['mso-list'] === 'ignore') {
        sign = wordsSignOf(child);
        continue;
      }
      if (child.tagName === 'TABLE') {
        breakLine();
        lines.push(...tableOf(child));
        continue;
      }
      const breaks = BROKEN_BY.has(child.tagName);
      if (breaks) breakLine();
      const heading = /^H([1-6])$/u.exec(child.tagName)?.[1];
      if (heading) level = Number(heading);
      if (child.tagName === 'LI') sign = signOf(child, css);
      walk(child, styledAs(child, css, style));
      if (breaks) breakLine();
      if (heading) level = 0;
      if (child.tagName === 'LI' || css['mso-list']) sign = '';
    }
  };
  walk(root, { bold: false, italic: false, raised: null, isLaidOut: false });
  breakLine();
  return lines;
};

/** The policy of the page refuses styles even in what is only read: as data they may be looked at. */
const withoutStyles = (markup: string): string =>
  markup
    .replaceAll(/<style\b.*?<\/style>/gisu, '')
    .replaceAll(/<[^<>]*>/gu, (tag) => tag.replaceAll(/\sstyle\s*=/giu, ' data-style='));

/** Markup from elsewhere. It is parsed where nothing runs or loads. */
export const linesOfMarkup = (markup: string): (Line | Table)[] =>
  linesOf(new DOMParser().parseFromString(withoutStyles(markup), 'text/html').body);
