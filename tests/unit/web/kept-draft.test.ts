// With which words does a desk begin after a sitting that ended badly, and when does the drafter have to choose?
import { expect, test } from 'vitest';
import type { ReportView } from '../../../functions/contracts/views.ts';
import type { ReportContent } from '../../../functions/domain/report-content.ts';
import { startOf } from '../../../web/drafting/kept-draft.ts';
import { aContent } from '../../support/builders.ts';

const FIRST = aContent({ subject: 'Lần đầu' });
const SENT = aContent({ subject: 'Đã gửi đi' });
const LATEST = aContent({ subject: 'Viết sau đó' });

/** What a start is made from: the words and their revision. */
const stored = (content: ReportContent, revision: number) => ({ content, revision }) as ReportView;

test('words that are stored already are nothing to choose about', () => {
  const kept = { content: SENT, revision: 1 };
  expect(startOf(stored(SENT, 2), kept)).toEqual({ content: SENT, conflict: null });
});

test('words of the present revision go on', () => {
  const kept = { content: LATEST, revision: 1, sent: SENT };
  expect(startOf(stored(FIRST, 1), kept)).toEqual({ content: LATEST, conflict: null });
});

test('words that follow a save whose answer never came go on from it', () => {
  const kept = { content: LATEST, revision: 1, sent: SENT };
  expect(startOf(stored(SENT, 2), kept)).toEqual({ content: LATEST, conflict: null });
});

test('words that somebody else has overtaken are a choice', () => {
  const theirs = stored(FIRST, 2);
  for (const sent of [SENT, null, undefined]) {
    const kept = { content: LATEST, revision: 1, ...(sent !== undefined && { sent }) };
    expect(startOf(theirs, kept)).toEqual({ content: LATEST, conflict: theirs });
  }
});
