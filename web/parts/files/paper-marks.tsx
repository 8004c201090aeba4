// What is marked on a printed page? What came, underlined; where something went, a wedge; each change by its number in the
// margin, as the list beside the paper counts them; and for a moment the place that somebody has asked for.
import { words } from '../../words/words.ts';
import styles from './paper-marks.module.css';
import type { Box } from './printed-lines.ts';

/** One change. `reach`: the lines that it stands in; `gone`: the words that went, which are on the paper no more. */
export type PaperMark = {
  number: number;
  come: Box[];
  goneAt: Box[];
  gone: string[];
  reach: Box[];
};

/** A place to look at. `isNear`: what is meant is not printed, and stands beside it. */
export type Spot = { boxes: Box[]; isNear: boolean };

/** In points: how far the margin's lines stand from the text, and how far what surrounds words from these. */
const MARGIN = { bar: 9, number: 13, apart: 11 };
const AROUND = 2;
/** In points: the left margin of a document, 30 mm (Decree 30/2020, Annex I, I.2). */
const LEFT_OF_TEXT = 85;

type Size = { width: number; height: number };

const bottomOf = ({ top, height }: Box): number => top + height;

/** Numbers of changes in one line stand one below the other. */
const numbersBeside = (marks: readonly (PaperMark & { from: number })[]) => {
  let free = Number.NEGATIVE_INFINITY;
  return marks
    .toSorted((one, other) => one.from - other.from)
    .map((mark) => {
      const at = Math.max(free, mark.from);
      free = at + MARGIN.apart;
      return { mark, at };
    });
};

const Change = ({
  mark: { number, come, goneAt, gone, reach },
  at,
}: {
  mark: PaperMark;
  at: number;
}) => {
  const left = Math.min(LEFT_OF_TEXT, ...reach.map((box) => box.left)) - MARGIN.bar;
  const top = Math.min(...reach.map((box) => box.top));
  const bottom = Math.max(...reach.map(bottomOf));
  return (
    <g data-change={number}>
      {gone.length > 0 && <title>{words.changes.goneWords(gone)}</title>}
      {come.map((box) => (
        <g key={`${box.left} ${box.top}`}>
          <rect
            className={styles.come}
            x={box.left}
            y={box.top}
            width={box.width}
            height={box.height}
          />
          <line
            className={styles.under}
            x1={box.left}
            x2={box.left + box.width}
            y1={bottomOf(box)}
            y2={bottomOf(box)}
          />
        </g>
      ))}
      {goneAt.map(({ left: x, top: y, height }) => (
        <path
          key={`${x} ${y}`}
          className={styles.gone}
          d={`M${x} ${y + height - 3} l3.5 6 h-7 z M${x} ${y + 2} V${y + height - 3}`}
        />
      ))}
      <line className={styles.bar} x1={left} x2={left} y1={top} y2={bottom} />
      <text className={styles.number} x={left - MARGIN.number + MARGIN.bar} y={at + MARGIN.bar}>
        {goneAt.length > 0 ? `−${number}` : number}
      </text>
    </g>
  );
};

/** Drawn over the page of this size, in points. Whoever listens has the list beside it. */
export const PaperMarks = ({
  page,
  size: { width, height },
  marks,
  spot,
}: {
  page: number;
  size: Size;
  marks: readonly PaperMark[];
  spot: Spot | null;
}) => {
  const here = marks.flatMap(({ come, goneAt, reach, ...mark }) => {
    const on = (boxes: readonly Box[]) => boxes.filter((box) => box.page === page);
    const lines = on(reach);
    const from = Math.min(...lines.map(({ top }) => top));
    return lines.length === 0
      ? []
      : [{ ...mark, come: on(come), goneAt: on(goneAt), reach: lines, from }];
  });
  const asked = spot?.boxes.filter((box) => box.page === page) ?? [];
  if (here.length + asked.length === 0) return null;
  return (
    <svg className={styles.marks} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {numbersBeside(here).map(({ mark, at }) => (
        <Change key={mark.number} mark={mark} at={at} />
      ))}
      {asked.length > 0 && (
        <g data-spot className={styles.spot}>
          {asked.map((box) => (
            <rect
              key={`${box.left} ${box.top}`}
              x={spot?.isNear ? LEFT_OF_TEXT - MARGIN.bar : box.left - AROUND}
              y={box.top - AROUND}
              width={spot?.isNear ? AROUND : box.width + 2 * AROUND}
              height={box.height + 2 * AROUND}
              rx={AROUND}
            />
          ))}
        </g>
      )}
    </svg>
  );
};
