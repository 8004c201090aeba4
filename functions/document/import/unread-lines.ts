// Which lines of a Word file would be missing, wholly or in part, from the paper of the report that was made from it?
// Asked at the end and of every file, so that no way of lifting parts can drop words silently.
import type { ReportContent } from '../../domain/content/report-content.ts';
import { LAYOUT } from '../layout.ts';
import type { PrintedBody } from '../printed-body.ts';
import { type PrintedForm, printedForm } from '../printed-form.ts';
import { tidy } from './header-lines.ts';
import { folded, type Line } from './line.ts';

const wordsIn = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const textsOfBody = (body: PrintedBody): string[] =>
  body.flatMap((item) => {
    const joined = (runs: readonly { readonly text: string }[]) =>
      runs.map(({ text }) => text).join('');
    return item.kind === 'table'
      ? item.rows.flatMap(({ cells }) => cells.map(({ runs }) => joined(runs)))
      : [item.above ?? '', joined(item.runs)];
  });

const textsOf = (form: PrintedForm): (string | null | undefined)[] => [
  form.superior,
  ...form.agency,
  form.nation,
  form.motto,
  form.number,
  form.placeAndDate,
  form.title?.type,
  form.title?.subject,
  form.matter,
  form.addressees?.lead,
  ...(form.addressees?.lines ?? []),
  form.urgency?.text,
  form.circulation?.text,
  ...textsOfBody(form.body),
  form.recipientsTitle,
  ...form.recipients,
  ...form.authority,
  form.signer,
  form.drafterMark,
  ...form.appendices.flatMap(({ number, title, reference, body }) => [
    number,
    title,
    ...reference,
    ...textsOfBody(body),
  ]),
];

/**
 * The lines with a word that the paper has less often than the file, in their order. What a list prints by itself does
 * not count, nor does what is `told` already: whole lines, however often they stand there, or words within one.
 */
export const unreadLines = (
  lines: readonly Line[],
  content: ReportContent,
  told: readonly string[],
): string[] => {
  const left = new Map<string, number>();
  const isTold = new Set(told);
  const toldWhole = new Set(lines.map(({ text }) => tidy(text)).filter((text) => isTold.has(text)));
  const toldWithin = told.filter((text) => !toldWhole.has(text));
  for (const text of [...textsOf(printedForm(LAYOUT, content, null)), ...toldWithin]) {
    for (const word of wordsIn(text ?? '')) left.set(word, (left.get(word) ?? 0) + 1);
  }
  return lines
    .filter(({ runs, text }) => {
      if (toldWhole.has(tidy(text))) return false;
      let whole = true;
      for (const word of wordsIn(runs.map(({ text }) => text).join(''))) {
        const count = left.get(word) ?? 0;
        if (count === 0) whole = false;
        else left.set(word, count - 1);
      }
      return !whole;
    })
    .map(({ text }) => text);
};
