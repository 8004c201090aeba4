// What was meant by what is pasted? Word's, LibreOffice's or a page's markup, or plain lines, read as blocks of the house.
import type { Block, Run } from '../../../functions/domain/block.ts';
import { unprintableIn } from '../../../functions/domain/text.ts';
import { type BlockShape, written } from '../block-shape.ts';

/** A line before its typed number or sign is understood; `level` is that of a heading of the page it comes from. */
type Line = { runs: Run[]; level: number };
type Style = { bold: boolean; italic: boolean };
type Table = Extract<Block, { kind: 'table' }>;

/** What no font of the decree has is shown as an empty box, for the writer to see. */
const BOX = '\u25A1';
/** Zero-width signs and soft hyphens say nothing on paper. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

const printable = (text: string): string => {
  const clean = text.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(/\s+/gu, ' ');
  return unprintableIn(clean) === null
    ? clean
    : Array.from(clean, (each) => (unprintableIn(each) === null ? each : BOX)).join('');
};

/** Neighbours of one style become one run; spaces at the ends and double ones go. */
const joined = (runs: Run[]): Run[] => {
  const done: Run[] = [];
  for (const { text, ...style } of runs) {
    const last = done.at(-1);
    const wanted = !last || last.text.endsWith(' ') ? text.trimStart() : text;
    if (wanted === '') continue;
    const isSame = last && last.bold === style.bold && last.italic === style.italic;
    if (isSame) last.text += wanted;
    else done.push({ ...style, text: wanted });
  }
  const last = done.at(-1);
  if (last) last.text = last.text.trimEnd();
  return done;
};

const plain = (runs: Run[]) => runs.map(({ text }) => text).join('');

/** The runs from the unit `from` on. */
const without = (runs: Run[], from: number): Run[] => {
  let left = from;
  return joined(
    runs.map((run) => {
      const text = run.text.slice(left);
      left = Math.max(0, left - run.text.length);
      return { ...run, text };
    }),
  );
};

const isAll = (runs: Run[], style: keyof Style) =>
  runs.length > 0 && runs.every((run) => run[style] || run.text.trim() === '');

/** Longer ones are not headings but clauses, whatever number they bear. */
const LONGEST_HEADING = 160;

/** What each typed beginning announces. A bold or short line below a number is a heading, any other a clause. */
const BEGINNINGS: [RegExp, (runs: Run[]) => BlockShape][] = [
  [/^điều \d+[.:] /iu, () => 'article'],
  [/^[IVX]{1,6}[.)/] ?/u, () => 'heading1'],
  [/^\d{1,2}[.)] /u, (runs) => (isAll(runs, 'bold') ? 'heading2' : 'clause2')],
  [/^[a-zđ]\) ?/u, (runs) => (isHeadingLike(runs) ? 'heading3' : 'clause3')],
  [/^[-–—•●▪*\u00B7\uF0B7] ?/u, () => 'bullet1'],
  [/^[+○◦\u25E6] ?/u, () => 'bullet2'],
];

const isHeadingLike = (runs: Run[]) =>
  plain(runs).length <= LONGEST_HEADING && !/[.;:,]$/u.test(plain(runs));

const UNITS: Record<string, BlockShape> = {
  phần: 'part',
  chương: 'chapter',
  mục: 'section',
  'tiểu mục': 'subsection',
};
const DIVISION = /^(phần|chương|tiểu mục|mục) (?:thứ )?[IVXLC\d]+[.:]?$/iu;

/** Their style is the house's own. */
const unstyled = (runs: Run[]): Run[] => joined(runs.map(({ text }) => ({ text })));

const blockOf = ({ runs, level }: Line): Block => {
  const text = plain(runs);
  for (const [beginning, shapeOf] of BEGINNINGS) {
    const found = beginning.exec(text);
    if (!found) continue;
    const rest = without(runs, found[0].length);
    const shape = shapeOf(rest);
    return written(shape, shape.startsWith('heading') ? unstyled(rest) : rest);
  }
  if (level > 0) return written(`heading${Math.min(level, 3) as 1 | 2 | 3}`, unstyled(runs));
  if (/^căn cứ /iu.test(text) && isAll(runs, 'italic'))
    return written('legalBasis', unstyled(runs));
  return written('paragraph', runs);
};

/** `Phần I` stands on a line of its own; the line below is its title. */
const blocksOf = (lines: (Line | Table)[]): Block[] => {
  const blocks: Block[] = [];
  let unit: BlockShape | null = null;
  for (const line of lines) {
    if ('kind' in line) {
      blocks.push(line);
      continue;
    }
    const text = plain(line.runs);
    if (text === '') continue;
    const division = DIVISION.exec(text)?.[1]?.toLocaleLowerCase('vi');
    if (unit) blocks.push(written(unit, unstyled(line.runs)));
    else if (!division) blocks.push(blockOf(line));
    unit = !unit && division ? (UNITS[division] ?? null) : null;
  }
  return blocks;
};

/** Plain lines, as from an e-mail. */
export const blocksOfText = (text: string): Block[] =>
  blocksOf(
    text.split(/[\r\n]+/u).map((line) => ({ runs: joined([{ text: printable(line) }]), level: 0 })),
  );

const UNSEEN = new Set(['STYLE', 'SCRIPT', 'META', 'LINK', 'TITLE', 'XML', 'TEMPLATE']);
const BROKEN_BY = /^(P|DIV|H[1-6]|LI|UL|OL|BLOCKQUOTE|SECTION|ARTICLE|PRE|DL|DT|DD|CENTER|BR|HR)$/u;

/** Styles are read as they are written: the markup is never laid out. */
const styledAs = (element: Element, style: Style): Style => {
  const css = element.getAttribute('data-style') ?? '';
  const weight = /font-weight:\s*(\w+)/u.exec(css)?.[1];
  const slant = /font-style:\s*(\w+)/u.exec(css)?.[1];
  const isStrong = ['B', 'STRONG', 'TH'].includes(element.tagName);
  const isSlanted = ['I', 'EM'].includes(element.tagName);
  return {
    bold: weight ? weight === 'bold' || Number(weight) >= 600 : style.bold || isStrong,
    italic: slant ? slant === 'italic' : style.italic || isSlanted,
  };
};

/** A list of a page has its signs in no text; Word's has them, and they are kept. */
const signOf = (item: Element): string => {
  const list = item.parentElement;
  if (item.tagName !== 'LI' || /mso-list/u.test(item.getAttribute('data-style') ?? '')) return '';
  if (list?.tagName !== 'OL') return item.parentElement?.closest('li') ? '+ ' : '- ';
  const at = Array.from(list.children).indexOf(item);
  return list.closest('li') ? `${'abcdđeghiklmnopqrstuvxy'[at] ?? 'y'}) ` : `${at + 1}. `;
};

const tableOf = (table: Element): Table | null => {
  const rows = Array.from(table.querySelectorAll('tr')).filter(
    (row) => row.closest('table') === table,
  );
  const cells: Run[][][] = rows.map(() => []);
  // What a wide or high cell covers stays empty: the house's tables have plain cells.
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.querySelectorAll(':scope > td, :scope > th')) {
      while (cells[at]?.[column]) column += 1;
      const wide = Math.max(1, Number(cell.getAttribute('colspan') ?? 1));
      const high = Math.max(1, Number(cell.getAttribute('rowspan') ?? 1));
      for (let down = 0; down < high; down += 1) {
        for (let right = 0; right < wide; right += 1) {
          const isFirst = down === 0 && right === 0;
          const line = cells[at + down];
          if (line) line[column + right] = isFirst ? wordsOf(cell) : [{ text: '' }];
        }
      }
      column += wide;
    }
  }
  const width = Math.max(...cells.map((line) => line.length));
  if (width < 1) return null;
  const headed = rows.filter((row) => row.closest('thead') || row.querySelector(':scope > th'));
  return {
    kind: 'table',
    columns: Array.from({ length: width }, () => ({
      share: Math.round(1e4 / width) / 100,
      align: 'left' as const,
    })),
    headerRows: Math.min(3, headed.length || 1),
    rows: cells.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? [{ text: '' }])),
  };
};

/** A cell is one line: its paragraphs are joined. */
const wordsOf = (cell: Element): Run[] => {
  const words = linesOf(cell).flatMap((line, at) =>
    'kind' in line ? [] : [...(at > 0 ? [{ text: ' ' }] : []), ...line.runs],
  );
  const runs = joined(words);
  return runs.length > 0 ? runs : [{ text: '' }];
};

const linesOf = (root: Element): (Line | Table)[] => {
  const lines: (Line | Table)[] = [];
  let runs: Run[] = [];
  let level = 0;
  const breakLine = () => {
    if (runs.length > 0) lines.push({ runs: joined(runs), level });
    runs = [];
  };
  const walk = (parent: Node, style: Style) => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        const text = printable(child.data);
        const { bold, italic } = style;
        if (text !== '') runs.push({ text, ...(bold && { bold }), ...(italic && { italic }) });
        continue;
      }
      if (!(child instanceof Element) || UNSEEN.has(child.tagName)) continue;
      if (child.tagName === 'TABLE') {
        breakLine();
        const table = tableOf(child);
        if (table) lines.push(table);
        continue;
      }
      const breaks = BROKEN_BY.test(child.tagName);
      if (breaks) breakLine();
      if (/^H[1-6]$/u.test(child.tagName)) level = Number(child.tagName[1]);
      const sign = signOf(child);
      if (sign) runs.push({ text: sign });
      walk(child, styledAs(child, style));
      if (breaks) breakLine();
      if (/^H[1-6]$/u.test(child.tagName)) level = 0;
    }
  };
  walk(root, { bold: false, italic: false });
  breakLine();
  return lines;
};

/** The policy of the page refuses styles even in what is only read: as data they may be looked at. */
const withoutStyles = (markup: string): string =>
  markup
    .replaceAll(/<style\b.*?<\/style>/gisu, '')
    .replaceAll(/<[^<>]*>/gu, (tag) => tag.replaceAll(/\sstyle\s*=/giu, ' data-style='));

/** Markup from elsewhere. It is parsed where nothing runs or loads. */
export const blocksOfMarkup = (markup: string): Block[] =>
  blocksOf(linesOf(new DOMParser().parseFromString(withoutStyles(markup), 'text/html').body));
