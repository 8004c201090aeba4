// Do the notes of an imported report speak of what was made of its file, whatever the directory says later?
import { expect, test } from 'vitest';
import type { RecipientLine } from '../../../../functions/domain/content/report-content.ts';
import { importReport } from '../../../../functions/use-cases/drafting/import-report.ts';
import { readImport } from '../../../../functions/use-cases/drafting/read-import.ts';
import { aContent, anOrganization, DRAFTER } from '../../../support/builders.ts';
import { aWorld, callerOf, DISTRICT } from '../../../support/world.ts';

const named = (text: string): RecipientLine => ({ text, organizationId: null, means: 'nameOnly' });
const PROVINCE = anOrganization({ id: 'org_tinh', name: 'UBND tỉnh Hà Giang', code: 'H99' });

/** A file to the district and to a province that is not on the system yet. */
const imported = async () => {
  const world = aWorld();
  const content = aContent({ addressees: [named(DISTRICT.name), named(PROVINCE.name)] });
  const importer = {
    read: async ({ reportKey }: { reportKey: string }) => {
      const bytes = new TextEncoder().encode(JSON.stringify({ content, notes: [] }));
      await world.working.writeOnce(reportKey, bytes, 'application/json');
    },
  };
  const read = async () =>
    importReport({ ...world, importer }, await callerOf(world, DRAFTER), 'rpt_from-word');
  return { world, read, first: await read() };
};

test('a line that went to an organization is told of, also when that is called otherwise today', async () => {
  const { world, read, first } = await imported();
  expect(first.notes).toMatchObject([{ code: 'recipient', text: DISTRICT.name }]);

  world.organizationIs({ ...DISTRICT, name: 'UBND huyện Khác' });

  const caller = await callerOf(world, DRAFTER);
  expect((await readImport(world, caller, first.report.id)).notes).toEqual(first.notes);
  expect(await read()).toEqual(first);
});

test('a line that went nowhere is not told of, though the directory knows it today', async () => {
  const { world, read, first } = await imported();

  world.organizationIs(PROVINCE);

  const caller = await callerOf(world, DRAFTER);
  expect((await readImport(world, caller, first.report.id)).notes).toEqual(first.notes);
  expect((await read()).notes).toEqual(first.notes);
});

test('to look at the notes asks no directory', async () => {
  const { world, first } = await imported();
  const caller = await callerOf(world, DRAFTER);
  const organizations = async () => Promise.reject(new Error('nobody asked for this'));
  const silent = { ...world, directory: { ...world.directory, organizations } };

  expect((await readImport(silent, caller, first.report.id)).notes).toEqual(first.notes);
});
