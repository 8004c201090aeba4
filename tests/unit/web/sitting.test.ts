// With which words does a desk begin after a sitting that ended badly, when does somebody have to choose, and what is saved then?
import { describe, expect, test } from 'vitest';
import { ReportContent } from '../../../functions/domain/content/report-content.ts';
import {
  answered,
  begin,
  isContested,
  isSafe,
  overtaken,
  type Saved,
  send,
  toKeep,
  tookTheirs,
  toPutOver,
  toSave,
  withoutBody,
} from '../../../web/drafting/keeping/sitting.ts';
import { aContent, MORNING } from '../../support/builders.ts';

const about = (subject: string) => ReportContent.parse(aContent({ subject }));
const FIRST = about('Lần đầu');
const SENT = about('Đã gửi đi');
const MINE = about('Của tôi');
const THEIRS = about('Của người khác');

const stored = (content: ReportContent, revision: number): Saved => ({
  content,
  revision,
  updatedAt: MORNING,
});

/** As a reload finds it: what was kept, and what the API has. */
const reloaded = (report: Saved, { content, sitting }: ReturnType<typeof begin>) =>
  begin(report, toKeep(sitting, content));

describe('a desk begins', () => {
  test('with words that are stored already, about which nothing is asked', () => {
    const { content, sitting } = begin(stored(SENT, 2), { content: SENT, basis: 1, sent: null });

    expect(content).toBe(sitting.saved.content);
    expect(isSafe(sitting, content)).toBe(true);
    expect(toKeep(sitting, content)).toBeNull();
  });

  test('with kept words that go on from the present revision', () => {
    const { content, sitting } = begin(stored(FIRST, 1), { content: MINE, basis: 1, sent: SENT });

    expect(isContested(sitting)).toBe(false);
    expect(toSave(sitting, content)).toMatchObject({ content: MINE, revision: 1 });
  });

  test('with words that follow a save whose answer never came, and go on from it', () => {
    const { content, sitting } = begin(stored(SENT, 2), { content: MINE, basis: 1, sent: SENT });

    expect(toSave(sitting, content)).toMatchObject({ content: MINE, revision: 2 });
  });

  test.each([null, SENT])('with a choice when somebody else has overtaken them', (sent) => {
    const { content, sitting } = begin(stored(THEIRS, 2), { content: MINE, basis: 1, sent });

    expect(content).toBe(MINE);
    expect(isContested(sitting)).toBe(true);
    expect(toSave(sitting, content)).toBeNull();
  });
});

describe('a choice', () => {
  const theirs = stored(THEIRS, 2);
  const asked = begin(theirs, { content: MINE, basis: 1, sent: null });

  test('is asked again after every reload until somebody has chosen', () => {
    let desk = asked;
    for (let reload = 0; reload < 5; reload += 1) {
      desk = reloaded(theirs, desk);
      expect(isContested(desk.sitting)).toBe(true);
      expect(desk.content).toEqual(MINE);
      expect(toSave(desk.sitting, desk.content)).toBeNull();
    }
  });

  test('is asked again when a reload comes before the answer to it, unless it was saved', () => {
    const sitting = send(asked.sitting, toPutOver(asked.sitting, MINE));

    expect(isContested(reloaded(theirs, { content: MINE, sitting }).sitting)).toBe(true);
    const saved = reloaded(stored(MINE, 3), { content: MINE, sitting });
    expect(isContested(saved.sitting)).toBe(false);
  });

  test('is asked anew when somebody has been faster with other words still', () => {
    const pressed = send(asked.sitting, toPutOver(asked.sitting, MINE));
    const sitting = overtaken(pressed, stored(SENT, 3));

    expect(isContested(sitting)).toBe(true);
    expect(toPutOver(sitting, MINE)).toMatchObject({ revision: 3, setsAside: true });
  });

  test('for one’s own words is saved over the others, which are set aside', () => {
    const choice = toPutOver(asked.sitting, MINE);
    expect(choice).toMatchObject({ content: MINE, revision: 2, setsAside: true });

    const sitting = answered(asked.sitting, choice, { revision: 3, updatedAt: MORNING });
    expect(isContested(sitting)).toBe(false);
    expect(toKeep(sitting, MINE)).toBeNull();
  });

  test('for the others leaves nothing to save', () => {
    const sitting = tookTheirs(asked.sitting);

    expect(isSafe(sitting, THEIRS)).toBe(true);
    expect(toSave(sitting, THEIRS)).toBeNull();
  });
});

describe('words that do not fit', () => {
  const long = { ...FIRST, place: 'Sơn Trung', subject: `Về ${'việc '.repeat(104)}này` };

  test('are saved as far as they do, and kept whole', () => {
    const { sitting } = begin(stored(FIRST, 1), null);
    const saving = toSave(sitting, long);
    expect(saving?.content.subject).toHaveLength(500);

    if (saving === null) throw new Error('nothing to save');
    const after = answered(sitting, saving, { revision: 2, updatedAt: MORNING });
    expect(toSave(after, long)).toBeNull();
    expect(isSafe(after, long)).toBe(false);
    expect(toKeep(after, long)?.content).toBe(long);

    const again = reloaded(stored(saving.content, 2), { content: long, sitting: after });
    expect(again.content).toBe(long);
    expect(again.sitting.misfits).toMatchObject([{ path: ['subject'] }]);
    expect(isContested(again.sitting)).toBe(false);
    expect(toSave(again.sitting, again.content)).toBeNull();
  });

  test('into one record are saved without their body, and that is said', () => {
    const large = { ...FIRST, place: 'Hương Sơn', blocks: [...FIRST.blocks, ...FIRST.blocks] };
    const { sitting } = begin(stored(FIRST, 1), null);
    const saving = toSave(sitting, large);
    const rest = saving && withoutBody(saving, sitting.saved);

    expect(rest).toMatchObject({
      of: large,
      content: { place: 'Hương Sơn', blocks: FIRST.blocks },
      misfits: [{ path: ['blocks'], wrong: { what: 'tooBig' } }],
    });
    expect(rest && withoutBody(rest, sitting.saved)).toBeNull();
  });
});
