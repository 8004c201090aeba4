// What is said of characters that cannot be printed, and what can a press do about them?
import { expect, test } from 'vitest';
import { checkReport } from '../../../../functions/document/check/check-report.ts';
import { COMPULSORY } from '../../../../functions/document/check/compulsory.ts';
import { type Block, runsOf } from '../../../../functions/domain/content/block.ts';
import { applyFix, Finding } from '../../../../functions/domain/content/finding.ts';
import type { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import { FACTS, named, paragraph, SOUND, table } from './sound-report.ts';

const findingsIn = (change: Partial<ReportContent>) => {
  const findings = checkReport({ ...SOUND, ...change }, FACTS, COMPULSORY);
  for (const finding of findings) Finding.parse(finding);
  return findings;
};
const said = (change: Partial<ReportContent>) => findingsIn(change).map(({ vi }) => vi);
const saying = (...blocks: Block[]) => ({ blocks });

test('every place is named as its writer knows it', () => {
  expect(
    said({
      ...saying(
        paragraph('Một.'),
        paragraph('Hai 😀.'),
        table([
          ['TT', 'Việc'],
          ['1', 'Chữ 漢'],
        ]),
      ),
      subject: 'Kết quả 🎉 năm 2026',
      recipients: [named('Như trên'), named('Sở 🏠')],
      appendices: [{ title: 'Danh mục', blocks: [paragraph('Lạ \uE000')] }],
    }).toSorted(),
  ).toEqual([
    'Chữ “漢” ở đoạn 3 (hàng 2, cột 2 của bảng) không in được: thay bằng chữ hoặc dấu khác.',
    'Dấu lạ (U+E000) ở phụ lục 1, đoạn 1 không in được: thay bằng chữ hoặc dấu khác.',
    'Dấu “🎉” ở trích yếu không in được: thay bằng chữ hoặc dấu khác.',
    'Dấu “🏠” ở dòng nơi nhận 2 không in được: thay bằng chữ hoặc dấu khác.',
    'Dấu “😀” ở đoạn 2 không in được: thay bằng chữ hoặc dấu khác.',
  ]);
});

test('the signs of one place are told together, each once, as people see them', () => {
  const family = '👨\u200D👩\u200D👧';

  expect(said(saying(paragraph(`😀 ${family} 😀 漢\u200B.`)))).toEqual([
    `Dấu “😀”, dấu “${family}”, chữ “漢”, dấu ẩn (U+200B) ở đoạn 1 không in được: thay bằng chữ hoặc dấu khác.`,
  ]);
});

test('what nobody sees is told by its code, also where it clings to a letter', () => {
  expect(said(saying(paragraph('a\u200Db\u2009c')))).toEqual([
    'Dấu ẩn (U+200D), dấu ẩn (U+2009) ở đoạn 1 không in được: thay bằng chữ hoặc dấu khác.',
  ]);
});

test('what nobody sees goes with a press, and what says the same takes its place', () => {
  const content = saying({
    kind: 'paragraph',
    runs: [{ text: 'công\u00ADtác ' }, { text: '✅ rồi', bold: true }],
  });
  const [finding, ...others] = findingsIn(content);

  expect(others).toEqual([]);
  expect(applyFix({ ...SOUND, ...content }, finding?.fix ?? []).blocks).toEqual([
    { kind: 'paragraph', runs: [{ text: 'côngtác ' }, { text: '✔ rồi', bold: true }] },
  ]);
});

test('what only its writer can mend has no press', () => {
  const [finding] = findingsIn(saying(paragraph('Vui 😀 lắm\u200B.')));

  expect(finding?.fix).toBeNull();
});

test('a paragraph of more runs than a fix may have is told all the same', () => {
  const runs = Array.from({ length: 200 }, () => ({ text: 'a\u200B' }));

  expect(findingsIn(saying({ kind: 'paragraph', runs }))).toMatchObject([{ fix: null }]);
});

test('marks of office texts are nothing to be told', () => {
  expect(said(saying({ kind: 'paragraph', runs: runsOf('☑ Có ☐ Không ✔ ✘ ➢ ⇒ ★') }))).toEqual([]);
});
