// How do marks lie on a printed page? On some lines of an invented one, which stand for what pdf.js draws.
import { type PaperMark, PaperMarks, type Spot } from '../parts/files/paper-marks.tsx';
import type { Box } from '../parts/files/printed-lines.ts';
import styles from './shown.module.css';

/** In points: the upper part of a page of A4 with the margins of the decree, in letters of 13. */
const SIZE = { width: 595, height: 210 };
const LEFT = 85;
const LETTERS = 13;
/** How much of the letters stands above their line, and how high they are in all. */
const ABOVE = 11;
const HEIGHT = 14;

const LINES = [60, 84, 108, 132, 156];
const WORDS = [
  'Trong quý III năm 2026, Ủy ban nhân dân xã tiếp nhận 1.284 hồ sơ, trong đó',
  '1.102 hồ sơ nộp trực tuyến, đạt 85,8%; giải quyết đúng hạn 1.279 hồ sơ.',
  'Còn 5 hồ sơ đất đai quá hạn do phải xác minh nguồn gốc sử dụng đất.',
  'Công tác niêm yết thủ tục hành chính được thực hiện đầy đủ tại bộ phận',
  'tiếp nhận và trả kết quả, có mã để tra cứu bằng điện thoại.',
];
const WIDTH = 439;

/** A part of a line, from one share of it to another. */
const part = (line: number, from: number, to: number): Box => ({
  page: 0,
  left: LEFT + from * WIDTH,
  top: (LINES[line] ?? 0) - ABOVE,
  width: (to - from) * WIDTH,
  height: HEIGHT,
});
const whole = (line: number) => part(line, 0, 1);

/** Words that came; words that went, in the same line; both at once; a paragraph of two lines that is new. */
export const CHANGES: PaperMark[] = [
  { number: 1, come: [part(0, 0.72, 0.88)], goneAt: [], gone: [], reach: [whole(0)] },
  {
    number: 2,
    come: [],
    goneAt: [part(1, 0.44, 0.46)],
    gone: ['so với cùng kỳ năm trước'],
    reach: [whole(1)],
  },
  {
    number: 3,
    come: [part(1, 0.82, 0.9)],
    goneAt: [part(1, 0.82, 0.84)],
    gone: ['1.271'],
    reach: [whole(1)],
  },
  { number: 4, come: [whole(3), whole(4)], goneAt: [], gone: [], reach: [whole(3), whole(4)] },
];
/** What somebody asked for, over the end of a line; and what is not printed, beside which it stands. */
export const FRAMED: Spot = { boxes: [part(2, 0.7, 1), part(3, 0, 0.2)], isNear: false };
export const BESIDE: Spot = { boxes: [whole(2)], isNear: true };

export const MarkedPaper = ({
  marks = [],
  spot = null,
}: {
  marks?: readonly PaperMark[];
  spot?: Spot | null;
}) => (
  <div className={styles.marked} data-by-day>
    <svg
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={WORDS.join(' ')}
      fontSize={LETTERS}
    >
      {LINES.map((line, at) => (
        // As wide as its line in the letters of any machine.
        <text key={line} x={LEFT} y={line} textLength={WIDTH} lengthAdjust="spacingAndGlyphs">
          {WORDS[at]}
        </text>
      ))}
    </svg>
    <PaperMarks page={0} size={SIZE} marks={marks} spot={spot} />
  </div>
);
