// Are the words kept that were not chosen, for whom, and from whom?
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../../functions/domain/directory/organization.ts';
import type { ReportId } from '../../../../functions/domain/ids.ts';
import { listWordsSetAside } from '../../../../functions/use-cases/drafting/list-words-set-aside.ts';
import { readWordsSetAside } from '../../../../functions/use-cases/drafting/read-words-set-aside.ts';
import { saveReport } from '../../../../functions/use-cases/drafting/save-report.ts';
import { setWordsAside } from '../../../../functions/use-cases/drafting/set-words-aside.ts';
import { A_HASH, aContent, aPerson, aPersonId, CLERK, DRAFTER } from '../../../support/builders.ts';
import { aWorld, callerOf, STRANGER } from '../../../support/world.ts';
import { aDraft, submitted, type TestWorld } from '../office-day.ts';

const COLLEAGUE = aPerson({
  id: aPersonId('cao-thi-lua'),
  name: 'Cao Thị Lụa',
  roles: ['drafter'],
});
const FIRST_PAGE = { limit: 100, cursor: null };

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
  world.directoryHas(COLLEAGUE);
});

const asideOf = async (reportId: ReportId, person: Person = DRAFTER) =>
  (await listWordsSetAside(world, await callerOf(world, person), reportId, FIRST_PAGE)).items;

const save = async (
  person: Person,
  reportId: ReportId,
  revision: number,
  subject: string,
  setsAside?: boolean,
) =>
  saveReport(world, await callerOf(world, person), {
    reportId,
    revision,
    content: aContent({ subject }),
    ...(setsAside !== undefined && { setsAside }),
  });

describe('words that somebody chose others over', () => {
  test('are kept in the write that replaces them, with the name of whoever saved them', async () => {
    const { id, revision } = await aDraft(world);
    await save(COLLEAGUE, id, revision, 'Của Lụa');
    await save(DRAFTER, id, revision + 1, 'Của Hà', true);

    const [row, ...others] = await asideOf(id);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ writtenBy: COLLEAGUE.id, authorName: COLLEAGUE.name });
    const words = await readWordsSetAside(world, await callerOf(world, CLERK), {
      reportId: id,
      hash: row?.hash ?? A_HASH,
    });
    expect(words.content.subject).toBe('Của Lụa');
  });

  test('are not kept when the choice came too late and has to be made again', async () => {
    const { id, revision } = await aDraft(world);
    await save(COLLEAGUE, id, revision, 'Của Lụa');

    await expect(save(DRAFTER, id, revision, 'Của Hà', true)).rejects.toMatchObject({
      code: 'revision_conflict',
    });
    expect(await asideOf(id)).toEqual([]);
  });

  test('are kept once when the answer was lost and the choice is sent again', async () => {
    const { id, revision } = await aDraft(world);
    await save(COLLEAGUE, id, revision, 'Của Lụa');
    const first = await save(DRAFTER, id, revision + 1, 'Của Hà', true);
    const again = await save(DRAFTER, id, revision + 1, 'Của Hà', true);

    expect(again.revision).toBe(first.revision);
    expect(await asideOf(id)).toHaveLength(1);
  });

  test('are none where one saves as always', async () => {
    const { id, revision } = await aDraft(world);
    await save(DRAFTER, id, revision, 'Viết tiếp');

    expect(await asideOf(id)).toEqual([]);
  });
});

describe('words that one does not choose oneself', () => {
  const keep = async (person: Person, reportId: ReportId, subject = 'Không chọn') =>
    setWordsAside(world, await callerOf(world, person), {
      reportId,
      content: aContent({ subject }),
    });

  test('are kept, once, whatever has become of the report, and make nobody its author', async () => {
    const { reportId } = await submitted(world);
    await keep(COLLEAGUE, reportId);
    await keep(COLLEAGUE, reportId);

    expect(await asideOf(reportId)).toMatchObject([{ writtenBy: COLLEAGUE.id }]);
    const draft = await aDraft(world);
    await keep(COLLEAGUE, draft.id);
    expect(await world.reports.read(draft.id)).toEqual(draft);
  });

  test('are kept for drafters of the office alone', async () => {
    const { id } = await aDraft(world);

    await expect(keep(CLERK, id)).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(keep(STRANGER, id)).rejects.toMatchObject({ code: 'report_not_found' });
    await expect(asideOf(id, STRANGER)).rejects.toMatchObject({ code: 'report_not_found' });
  });

  test('that nobody kept are not there', async () => {
    const { id } = await aDraft(world);
    const asked = readWordsSetAside(world, await callerOf(world, DRAFTER), {
      reportId: id,
      hash: A_HASH,
    });

    await expect(asked).rejects.toMatchObject({ code: 'words_not_found' });
  });
});
