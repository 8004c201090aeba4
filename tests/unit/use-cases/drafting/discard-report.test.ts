// Who may throw a draft away, which, and what is left of it?
import { beforeEach, expect, test } from 'vitest';
import { brokenAt } from '../../../../functions/domain/broken-link.ts';
import { discardReport } from '../../../../functions/use-cases/drafting/discard-report.ts';
import { listReports } from '../../../../functions/use-cases/drafting/list-reports.ts';
import { readReport } from '../../../../functions/use-cases/drafting/read-report.ts';
import { saveReport } from '../../../../functions/use-cases/drafting/save-report.ts';
import { setWordsAside } from '../../../../functions/use-cases/drafting/set-words-aside.ts';
import { withdrawReport } from '../../../../functions/use-cases/drafting/withdraw-report.ts';
import { aContent, aPerson, aPersonId, CLERK, DRAFTER } from '../../../support/builders.ts';
import { aWorld, callerOf, STRANGER } from '../../../support/world.ts';
import { aDraft, historyOf, inReview, type TestWorld } from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const drafter = () => callerOf(world, DRAFTER);
const PAGE = { limit: 10, cursor: null };

test('it is not there any more, nor in any list; that it was stays in its chain', async () => {
  const { id, revision } = await aDraft(world);

  await discardReport(world, await drafter(), { reportId: id, revision });

  await expect(readReport(world, await drafter(), id)).rejects.toMatchObject({
    code: 'report_not_found',
  });
  const wish = { reportId: id, revision, content: aContent() };
  await expect(saveReport(world, await drafter(), wish)).rejects.toMatchObject({
    code: 'report_not_found',
  });
  expect((await listReports(world, await drafter(), { ...PAGE, state: null })).items).toEqual([]);
  expect(await historyOf(world, id)).toEqual(['created', 'discarded']);
  const { items } = await world.reports.events(id, PAGE);
  expect(brokenAt(items, { length: 2, hash: items[1]?.hash ?? null })).toBeNull();
});

test('what was set aside from it is gone with it, however much, and however late', async () => {
  const { id: reportId, revision } = await aDraft(world);
  const aside = async (subject: string) =>
    setWordsAside(world, await drafter(), { reportId, content: aContent({ subject }) });
  for (let at = 0; at < 100; at += 1) await aside(`Bản ${at}`);
  const whileItGoes: typeof world.commit = async (change) => {
    if (change.discarded) await aside('Đúng lúc đó');
    return world.commit(change);
  };

  const there = { ...world, commit: whileItGoes };
  await discardReport(there, await drafter(), { reportId, revision });

  await expect(aside('Về sau')).rejects.toMatchObject({ code: 'report_not_found' });
  expect(world.everything().filter(([key]) => key.startsWith('aside/'))).toEqual([]);
});

test('only that of whoever began it, however many write on it', async () => {
  const { id, revision } = await aDraft(world);
  const colleague = aPerson({ id: aPersonId('cao-thi-lua'), name: 'Cao Thị Lụa' });
  world.directoryHas(colleague);

  for (const [person, code] of [
    [colleague, 'not_permitted'],
    [CLERK, 'not_permitted'],
    [STRANGER, 'report_not_found'],
  ] as const) {
    const caller = await callerOf(world, person);
    await expect(discardReport(world, caller, { reportId: id, revision })).rejects.toMatchObject({
      code,
    });
  }
});

test('what was saved since they looked is not thrown away unseen', async () => {
  const { id, revision } = await aDraft(world);
  const content = aContent({ subject: 'Kết quả quý IV' });
  const saved = await saveReport(world, await drafter(), { reportId: id, revision, content });

  await expect(
    discardReport(world, await drafter(), { reportId: id, revision }),
  ).rejects.toMatchObject({ code: 'revision_conflict' });
  expect(await readReport(world, await drafter(), id)).toMatchObject({ content });
  await discardReport(world, await drafter(), { reportId: id, revision: saved.revision });
});

test('what others are or were asked about is kept', async () => {
  const { reportId } = await inReview(world);
  const refused = { code: 'status_wrong' };
  const discarding = async () => {
    const { report } = await readReport(world, await drafter(), reportId);
    return discardReport(world, await drafter(), { reportId, revision: report.revision });
  };

  await expect(discarding()).rejects.toMatchObject(refused);
  await withdrawReport(world, await drafter(), reportId);
  await expect(discarding()).rejects.toMatchObject({
    ...refused,
    details: { facts: { status: 'draft', version: 2 } },
  });
});
