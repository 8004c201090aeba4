// What was meant by the lines that are pasted? Their typed numbers and signs, read as blocks of the house.
import type { Block, Run, Table } from '../../../functions/domain/content/block.ts';
import { type BlockShape, written } from './block-shape.ts';
import type { PastedLine } from './pasted-lines.ts';
import { joined, plain } from './pasted-words.ts';

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

const isAll = (runs: Run[], style: 'bold' | 'italic') =>
  runs.length > 0 && runs.every((run) => run[style] || run.text.trim() === '');

/** Longer ones are not headings but clauses, whatever number they bear. */
const LONGEST_HEADING = 160;

const isHeadingLike = (runs: Run[]) =>
  plain(runs).length <= LONGEST_HEADING && !/[.;:,]$/u.test(plain(runs));

/**
 * What each typed beginning announces. A bold or short line below a number is a heading, any other a clause. Without a
 * space a number or sign may belong to the word: V/v, V.I. Lênin, 1.5 tỷ, -5 độ, +84. Boxes and ticks are words: they say
 * something of what follows, and so does a box or circle that another follows.
 */
const BEGINNINGS: [RegExp, (runs: Run[], level: number) => BlockShape][] = [
  [/^điều \d+[.:] /iu, () => 'article'],
  [/^[IVX]{1,6}[.)/](?: |(?=\p{Lu}(?!\.)))/u, () => 'heading1'],
  [
    /^\d{1,2}[.)](?: |(?=\p{Lu}))/u,
    (runs, level) => (level > 0 || isAll(runs, 'bold') ? 'heading2' : 'clause2'),
  ],
  [
    /^(?:[a-zđ]\) ?|[a-zđ]\. )/u,
    (runs, level) => (level > 0 || isHeadingLike(runs) ? 'heading3' : 'clause3'),
  ],
  [/^(?:[-–—*](?: |(?=\p{L}))|[•▪►▶▸➢➣➤➔❖★\u00B7] ?)/u, () => 'bullet1'],
  [/^[●■◆◇❏❐❑❒](?!.*[□■○●◆◇☐☑☒❍❏❐❑❒◉◎]) ?/u, () => 'bullet1'],
  [/^(?:[+](?: |(?=\p{L}))|◦ ?|[○❍](?!.*[□■○●◆◇☐☑☒❍❏❐❑❒◉◎]) ?)/u, () => 'bullet2'],
];

const UNITS: Record<string, BlockShape> = {
  phần: 'part',
  chương: 'chapter',
  mục: 'section',
  'tiểu mục': 'subsection',
};
const DIVISION = /^(phần|chương|tiểu mục|mục) (?:thứ )?[IVXLC\d]+[.:]?$/iu;

/** Their style is the house's own. */
const unstyled = (runs: Run[]): Run[] => joined(runs.map(({ text }) => ({ text })));

const isAnnounced = (runs: Run[]) => BEGINNINGS.some(([beginning]) => beginning.test(plain(runs)));

const blockOf = ({ runs: said, level, sign }: PastedLine): Block => {
  // What is typed goes before what a list adds; the number of a page's heading is its level.
  const runs = isAnnounced(said) || level > 0 || !sign ? said : [{ text: sign }, ...said];
  const text = plain(runs);
  for (const [beginning, shapeOf] of BEGINNINGS) {
    const found = beginning.exec(text);
    if (!found) continue;
    const rest = without(runs, found[0].length);
    const shape = shapeOf(rest, level);
    return written(shape, shape.startsWith('heading') ? unstyled(rest) : rest);
  }
  if (level > 0) return written(`heading${Math.min(level, 3) as 1 | 2 | 3}`, unstyled(runs));
  if (/^căn cứ /iu.test(text) && isAll(runs, 'italic'))
    return written('legalBasis', unstyled(runs));
  return written('paragraph', joined(runs));
};

/** `Phần I` stands on a line of its own; the line below is its title. */
export const blocksOf = (lines: (PastedLine | Table)[]): Block[] => {
  const blocks: Block[] = [];
  let unit: { shape: BlockShape; said: PastedLine } | null = null;
  for (const line of lines) {
    if ('kind' in line) {
      if (unit) blocks.push(blockOf(unit.said));
      unit = null;
      blocks.push(line);
      continue;
    }
    const text = plain(line.runs);
    if (text === '') continue;
    if (unit) {
      blocks.push(written(unit.shape, unstyled(line.runs)));
      unit = null;
      continue;
    }
    const shape = UNITS[DIVISION.exec(text)?.[1]?.toLocaleLowerCase('vi') ?? ''];
    if (shape) unit = { shape, said: line };
    else blocks.push(blockOf(line));
  }
  if (unit) blocks.push(blockOf(unit.said));
  return blocks;
};
