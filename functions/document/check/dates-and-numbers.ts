// Do dates exist, and are dates and figures written as the decree and Vietnamese usage have them?
import { passagesIn, RUNNING } from './passages.ts';
import { type Rule, warns, warnsOf } from './rule.ts';

const TEXTS = [...RUNNING, 'subject', 'cell'] as const;

const exists = (day: number, month: number, year: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** `19/01/2023`, and `ngày 19 tháng 01 năm 2023`. */
const DATE =
  /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\d)/giu;
const partsOf = ([, day1, month1, year1, day2, month2, year2]: RegExpExecArray) =>
  [Number(day1 ?? day2), Number(month1 ?? month2), Number(year1 ?? year2)] as const;

export const DATES_AND_NUMBERS: readonly Rule[] = [
  warnsOf('date-impossible', {
    kinds: TEXTS,
    find: DATE,
    unless: (match) => exists(...partsOf(match)),
    vi: ([found]) => `Ngày “${found}” không có trong lịch.`,
    en: ([found]) => `There is no such day as “${found}”.`,
  }),
  warns('date-to-come', (content, { today }) =>
    passagesIn(content)
      .filter(({ kind }) => RUNNING.includes(kind))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/số\s+\d+[^\s]*\s+ngày\s+(\d{1,2})\/(\d{1,2})\/(\d{4})/giu)]
          .filter(
            ([, day = '', month = '', year = '']) =>
              `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` > today,
          )
          .map(([found]) => ({
            path,
            vi: `Văn bản viện dẫn có ngày chưa đến: “${found}”.`,
            en: `A cited document has a date to come: “${found}”.`,
          })),
      ),
  ),
  warnsOf('date-without-zero', {
    kinds: TEXTS,
    find: /(?<=ngày\s+)\d(?=\s+tháng)|(?<=ngày\s+\d{1,2}\s+tháng\s+)[12](?=\s+năm)/giu,
    vi: ([found]) => `Ngày nhỏ hơn 10, tháng 1 và 2 ghi thêm số 0: 0${found}.`,
    en: ([found]) => `Days below 10 and months 1 and 2 get a 0: 0${found}.`,
    by: ([found]) => `0${found}`,
  }),
  warnsOf('month-with-zero', {
    kinds: TEXTS,
    find: /(?<=ngày\s+\d{1,2}\s+tháng\s+)0[3-9](?=\s+năm)/giu,
    vi: ([found]) => `Tháng 3 đến 9 không ghi số 0: ${found.slice(1)}.`,
    en: ([found]) => `Months 3 to 9 get no 0: ${found.slice(1)}.`,
    by: ([found]) => found.slice(1),
  }),
  warnsOf('year-of-two-figures', {
    kinds: TEXTS,
    find: /(?<![\d/])\d{1,2}\/\d{1,2}\/\d{2}(?![\d/])/gu,
    vi: ([found]) => `Năm ghi đủ bốn chữ số: “${found}”.`,
    en: ([found]) => `The year has four figures: “${found}”.`,
  }),
  warnsOf('thousands-with-commas', {
    kinds: TEXTS,
    find: /(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])/gu,
    vi: ([found]) => `Phân cách hàng nghìn bằng dấu chấm: ${found.replaceAll(',', '.')}.`,
    en: ([found]) => `Thousands are parted by full stops: ${found.replaceAll(',', '.')}.`,
    by: ([found]) => found.replaceAll(',', '.'),
  }),
  warnsOf('share-with-full-stop', {
    kinds: TEXTS,
    find: /(?<![\d.,])\d{1,3}\.\d{1,2}(?=\s?%)/gu,
    vi: ([found]) => `Phần thập phân ghi sau dấu phẩy: ${found.replace('.', ',')}%.`,
    en: ([found]) => `Decimals stand behind a comma: ${found.replace('.', ',')}%.`,
    by: ([found]) => found.replace('.', ','),
  }),
  warnsOf('space-before-share', {
    kinds: TEXTS,
    find: /(?<=\d)\s+(?=%)/gu,
    vi: () => 'Dấu % viết liền sau số.',
    en: () => 'The sign % follows its number without a space.',
    by: () => '',
  }),
];
