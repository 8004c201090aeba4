// How do last year's words become this year's? The years and periods they speak of move on; what they cite stays.
import type { Block, Run } from './block.ts';
import type { ReportContent } from './report-content.ts';

const YEAR = /(?<!\d)20\d{2}(?!\d)/gu;
/** `năm 2025`, `năm học 2025-2026`, `vụ Đông Xuân 2025`, `so với 2024`, `dự toán 2025`. */
const LEAD = String.raw`(?:năm(?:\s+học)?|vụ(?:\s+\p{L}+){1,3}|so với|cùng kỳ|dự toán|kế hoạch|chỉ tiêu)\s+`;
const SPOKEN_OF = new RegExp(`(?<!\\p{L})${LEAD}$`, 'iu');
/** The second year of `năm 2025-2026`. */
const SECOND = new RegExp(`(?<!\\p{L})${LEAD}(20\\d{2})\\s*(?:[-–,]|và|đến)\\s*$`, 'iu');
/** The first one, and the other it reaches to. */
const REACHES_TO = /^\s*[-–]\s*(20\d{2})(?!\d)/u;
/** `quý I/2025`, `quý I, II/2025`, `tháng 6/2025`. */
const QUARTER_OR_MONTH =
  /(?:quý\s+(?:(?:I{1,3}|IV|[1-4])\s*(?:,|và|[-–])\s*){0,3}(?:I{1,3}|IV|[1-4])|tháng\s+(?:\d{1,2}\s*(?:,|và|[-–])\s*){0,11}\d{1,2})\s*\/\s*$/iu;
/** `15/12/` or `ngày 15 tháng 12 năm`: a day of its own. */
const DAY =
  /(?:(?<!\d)(\d{1,2})\/(\d{1,2})\/|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s*(?:năm\s+|\/\s*))$/iu;
/** A day up to which, or from which to another, a report counts. */
const UP_TO = /đến\s+(?:hết\s+)?(?:ngày\s+)?$/iu;
const FROM = /(?<!kể\s)từ\s+(?:ngày\s+)?$/iu;
const TO_ANOTHER = /^\s*(?:đến|[-–])\s+(?:hết\s+)?(?:ngày\s+)?\d/u;
/** `Luật Đất đai năm 2024`: the year is a part of a name. */
const NAMED = /(?:luật|hiến pháp|pháp lệnh)[^.,;:]{0,100}$/iu;
/** `Kế hoạch số 11/KH-UBND ngày 19/01/2025 của … về … năm`: number, day and title of another document belong together. */
const CITED = /số\s+\d+[^\s,;]*\/[^\s,;]+[^,;:()]{0,200}$/iu;
const NUMBER_FOLLOWS = /^\s+số\s+\d/iu;
/** As far before a year as any of these reach. */
const REACH = 260;

/** A report speaks of its year, of the one before and of the one after; any other year is history. */
const NEAR = 1;

/** Does the report speak of this year, which stands between `before` and `after`? */
const isSpokenOf = (before: string, after: string, isNear: (year: number) => boolean): boolean => {
  if (CITED.test(before) || NAMED.test(before) || NUMBER_FOLLOWS.test(after)) return false;
  const day = DAY.exec(before);
  if (day) {
    const ahead = before.slice(0, day.index);
    return UP_TO.test(ahead) || (FROM.test(ahead) && TO_ANOTHER.test(after));
  }
  const [, first] = SECOND.exec(before) ?? [];
  if (first !== undefined) return isNear(Number(first));
  const [, other] = REACHES_TO.exec(after) ?? [];
  if (other !== undefined && !isNear(Number(other))) return false;
  return SPOKEN_OF.test(before) || QUARTER_OR_MONTH.test(before);
};

/** The text with its years moved; as long as before. */
const movedText = (text: string, from: number, to: number): string => {
  const isNear = (year: number) => Math.abs(year - from) <= NEAR;
  const moved = text.replace(YEAR, (written, at: number) => {
    const before = text.slice(Math.max(0, at - REACH), at);
    const after = text.slice(at + written.length, at + REACH);
    const year = Number(written);
    return isNear(year) && isSpokenOf(before, after, isNear) ? `${year + to - from}` : written;
  });
  return withoutLeapDays(moved, text);
};

/** The 29th of February stands in no calendar but every fourth; what was typed so stays. */
const withoutLeapDays = (moved: string, typed: string): string =>
  moved.replace(/29(?=\/0?2\/20\d{2}| tháng 0?2 năm 20\d{2})/gu, (day, at: number) => {
    const [, year = ''] = /(20\d{2})/u.exec(moved.slice(at)) ?? [];
    const isLeap = Number(year) % 4 === 0;
    return isLeap || moved.slice(at, at + 30) === typed.slice(at, at + 30) ? day : '28';
  });

/** A year may be in other letters than the word before it. */
const movedRuns = (runs: Run[], from: number, to: number): Run[] => {
  const moved = movedText(runs.map(({ text }) => text).join(''), from, to);
  let at = 0;
  return runs.map((run) => {
    const text = moved.slice(at, at + run.text.length);
    at += run.text.length;
    return { ...run, text };
  });
};

const movedBlock = (block: Block, from: number, to: number): Block =>
  block.kind === 'table'
    ? { ...block, rows: block.rows.map((row) => row.map((cell) => movedRuns(cell, from, to))) }
    : { ...block, runs: movedRuns(block.runs, from, to) };

/** A content that speaks of the year `to` as it spoke of `from`. */
export const withYearsMoved = (
  content: ReportContent,
  from: number,
  to: number,
): ReportContent => ({
  ...content,
  subject: movedText(content.subject, from, to),
  blocks: content.blocks.map((block) => movedBlock(block, from, to)),
  appendices: content.appendices.map(({ title, blocks }) => ({
    title: movedText(title, from, to),
    blocks: blocks.map((block) => movedBlock(block, from, to)),
  })),
});
