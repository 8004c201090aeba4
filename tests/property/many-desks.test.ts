// One draft on several PCs, in several tabs, by several people: are anybody's words ever lost, or saved over another's unasked?
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isContested, isSafe } from '../../web/drafting/keeping/sitting.ts';
import { type DeskAction, type DraftWorld, days, nameOf, openOffice } from './many-desks.ts';

/**
 * Enough that a desk is contested, reloaded and chosen for; the first test would tell. Each run draws others, so with half of
 * them a run sees what all would a run later; `SLOW=1` tries them all.
 */
const DAYS = process.env.SLOW ? 120 : 60;

beforeEach(() => {
  // Whoever is overtaken waits a random while before hearing so; here no time passes.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const on = async (day: DeskAction[], look: (office: DraftWorld, wish: DeskAction) => unknown) => {
  const office = await openOffice();
  await office.act({ kind: 'open', pc: 0, person: 0 });
  for (const wish of day) {
    await office.act(wish);
    await look(office, wish);
  }
  return office;
};

const everyDay = (holds: (day: DeskAction[]) => Promise<void>) =>
  fc.assert(fc.asyncProperty(days, holds), { numRuns: DAYS });

/** Everything that these words were written over, themselves included. */
const lineOf = ({ parents }: DraftWorld, name: string): string[] => {
  const line = [name];
  for (let over = parents.get(name); over !== undefined; over = parents.get(over)) line.push(over);
  return line;
};

/** The words that can be come to again: in the draft, set aside, kept in a browser, or on a desk. */
const found = async (office: DraftWorld): Promise<Set<string>> => {
  const { draft, aside } = await office.there();
  const names = [
    draft,
    ...aside,
    ...office.kept.map(({ words }) => nameOf(words.content)),
    ...office.tabs.map(({ content }) => nameOf(content)),
  ];
  return new Set(names.flatMap((name) => lineOf(office, name)));
};

test('the days tried here have desks that are contested, reloaded so, and chosen for both ways', async () => {
  const seen = new Set<string>();
  for (const day of fc.sample(days, { numRuns: DAYS, seed: 30 })) {
    let wasContested = false;
    const office = await on(day, ({ tabs, kept }, wish) => {
      const isNow = tabs.some(({ sitting }) => isContested(sitting));
      if (isNow) seen.add('contested');
      if (isNow && wasContested && wish.kind === 'reload') seen.add('reloaded while contested');
      if (tabs.some(({ waiting }) => waiting.length > 0)) seen.add('several desks left');
      if (kept.some(({ words }) => words.content.subject.length > 500)) seen.add('too long');
      wasContested = isNow;
    });
    if (office.saves.some(({ isChosen }) => isChosen)) seen.add('mine');
    if ((await office.there()).aside.length > 0) seen.add('aside');
  }
  expect([...seen].toSorted()).toEqual([
    'aside',
    'contested',
    'mine',
    'reloaded while contested',
    'several desks left',
    'too long',
  ]);
});

describe('on every such day', () => {
  test('nothing is saved over words that were not seen, unless somebody has chosen and they are set aside', () =>
    everyDay(async (day) => {
      const office = await on(day, () => undefined);
      const { aside } = await office.there();
      for (const { before, after, isChosen } of office.saves) {
        if (isChosen) expect(aside).toContain(before);
        else expect(lineOf(office, after)).toContain(before);
      }
    }));

  test('whatever was written can be come to again, or what was written over it', () =>
    everyDay(async (day) => {
      await on(day, async (office) => {
        const there = await found(office);
        for (const name of office.parents.keys()) expect(there).toContain(name);
      });
    }));

  test('a desk that is contested is so after a reload, until somebody chooses', () =>
    everyDay(async (day) => {
      const office = await on(day, () => undefined);
      for (const { sitting, content, desk } of [...office.tabs]) {
        if (!isContested(sitting) || sitting.sent !== null) continue;
        const at = office.tabs.findIndex((tab) => tab.sitting === sitting);
        await office.act({ kind: 'reload', tab: at, network: 'works' });
        // Another tab may show the same words, and not know yet that they were overtaken.
        const again = office.tabs.filter(
          (tab) => tab.desk === desk || tab.waiting.some((one) => one.desk === desk),
        );
        expect(again).toHaveLength(1);
        const { draft } = await office.there();
        for (const tab of again) {
          if (tab.desk === desk && draft !== nameOf(content))
            expect(isContested(tab.sitting)).toBe(true);
        }
      }
    }));

  test('once the network works and all have chosen, the API has every word that was not written over', () =>
    everyDay(async (day) => {
      const office = await on(day, () => undefined);
      // Everybody comes back to every PC, and sits there until all is safe.
      for (const pc of [0, 1]) {
        for (const person of [0, 1]) {
          await office.act({ kind: 'signInAs', pc, person });
          for (let rest = 0; rest < 40; rest += 1) {
            const at = office.tabs.findIndex(
              ({ sitting, content }) => !isSafe(sitting, content) || isContested(sitting),
            );
            const tab = office.tabs[at];
            if (tab === undefined) break;
            if (tab.content.subject.length > 500)
              await office.act({ kind: 'type', tab: at, network: 'works' });
            const kind = !isContested(tab.sitting) ? 'rest' : rest % 2 === 0 ? 'mine' : 'theirs';
            await office.act({ kind, tab: at, network: 'works' });
          }
        }
      }

      expect(office.kept).toEqual([]);
      const { draft, aside } = await office.there();
      const there = new Set([draft, ...aside].flatMap((name) => lineOf(office, name)));
      for (const name of office.parents.keys()) expect(there).toContain(name);
    }));
});
