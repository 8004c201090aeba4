// With what does a drafter begin, and what may an administrator add to it?
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../../functions/document/check/check-report.ts';
import { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import { OUTLINES } from '../../../../functions/domain/outlines/outlines.ts';
import { beginWithReport } from '../../../../functions/use-cases/drafting/begin-with-report.ts';
import { beginWithTemplate } from '../../../../functions/use-cases/drafting/begin-with-template.ts';
import { createReport } from '../../../../functions/use-cases/drafting/create-report.ts';
import { keepTemplate } from '../../../../functions/use-cases/drafting/keep-template.ts';
import { listTemplates } from '../../../../functions/use-cases/drafting/list-templates.ts';
import { removeTemplate } from '../../../../functions/use-cases/drafting/remove-template.ts';
import { DRAFTER } from '../../../support/builders.ts';
import { seedReport } from '../../../support/seed-report.ts';
import { ADMINISTRATOR, aWorld, callerOf, SIGNER, STRANGER } from '../../../support/world.ts';

const NAMED = { name: 'Báo cáo CCHC', help: 'Cuối năm' };

/** A world of March 2026, with a report of its drafter that speaks of 2026 and 2027. */
const prepare = async () => {
  const world = aWorld();
  world.directoryHas(ADMINISTRATOR, { ...SIGNER, signatureBlock: seedReport.signature });
  const { organization } = await callerOf(world, DRAFTER);
  const chain = [{ kind: 'sign' as const, people: [SIGNER.id], needed: 1 }];
  world.organizationIs({ ...organization, settings: { ...organization.settings, chain } });
  const drafter = await callerOf(world, DRAFTER);
  const administrator = await callerOf(world, ADMINISTRATOR);
  const content = { ...seedReport, subject: 'Kết quả năm 2026, phương hướng năm 2027' };
  const report = await createReport(world, drafter, content);
  return { world, drafter, administrator, report };
};

describe('An outline', () => {
  test.each(OUTLINES.map(({ id }) => id))(
    '%s becomes a report on the paper of the office, for this year',
    async (id) => {
      const { world, drafter } = await prepare();
      const content = await beginWithTemplate(world, drafter, id);

      expect(ReportContent.parse(content)).toEqual(content);
      expect(content.agencyLines).toEqual(drafter.organization.agencyLines);
      expect(content.symbol).toContain(drafter.organization.abbreviation);
      expect(JSON.stringify(content)).not.toMatch(/2025/);
      expect(content.signature.name).not.toBe('');
    },
  );

  test.each(OUTLINES.filter(({ id }) => id !== 'trong').map(({ id }) => id))(
    '%s has no fault in its form but the places to fill in',
    async (id) => {
      const { world, drafter } = await prepare();
      const content = await beginWithTemplate(world, drafter, id);
      const findings = checkReport(content, {
        today: '2026-03-02',
        abbreviation: null,
        closed: {},
        signer: null,
      });

      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(new Set(errors.map(({ rule }) => rule))).toEqual(new Set(['template-blank']));
    },
  );
});

describe('A template of the office', () => {
  test('is a report of its own, and moves with the years', async () => {
    const { world, drafter, administrator, report } = await prepare();
    await keepTemplate(world, administrator, report.id, NAMED);
    world.setTime('2027-02-01T01:00:00.000Z');
    const later = await callerOf(world, DRAFTER);

    const content = await beginWithTemplate(world, later, report.id);

    expect(content.subject).toBe('Kết quả năm 2027, phương hướng năm 2028');
    expect(await listTemplates(world, drafter)).toContainEqual({
      ...NAMED,
      id: report.id,
      type: 'baoCao',
      own: true,
    });
  });

  test('is kept and removed by the administrator alone, and is nothing to other offices', async () => {
    const { world, drafter, administrator, report } = await prepare();
    await keepTemplate(world, administrator, report.id, NAMED);
    const stranger = await callerOf(world, STRANGER);

    await expect(keepTemplate(world, drafter, report.id, NAMED)).rejects.toMatchObject({
      code: 'not_permitted',
    });
    await expect(removeTemplate(world, drafter, report.id)).rejects.toMatchObject({
      code: 'not_permitted',
    });
    await expect(beginWithTemplate(world, stranger, report.id)).rejects.toMatchObject({
      code: 'template_not_found',
    });
    await removeTemplate(world, administrator, report.id);
    await expect(beginWithTemplate(world, drafter, report.id)).rejects.toMatchObject({
      code: 'template_not_found',
    });
  });

  test('is refused when a hundred are there, but may be renamed', async () => {
    const { world, drafter, administrator, report } = await prepare();
    for (let count = 0; count < 99; count += 1) {
      const { id } = await createReport(world, drafter, seedReport);
      await keepTemplate(world, administrator, id, NAMED);
    }
    await keepTemplate(world, administrator, report.id, NAMED);
    const { id } = await createReport(world, drafter, seedReport);

    await expect(keepTemplate(world, administrator, id, NAMED)).rejects.toMatchObject({
      code: 'templates_full',
    });
    await keepTemplate(world, administrator, report.id, { ...NAMED, name: 'Tên mới' });
    expect((await listTemplates(world, drafter)).filter(({ own }) => own)).toHaveLength(100);
  });
});

test('Whatever a report begins with, it is signed by who signs at the end of the office’s steps today', async () => {
  const { world, administrator, report } = await prepare();
  await keepTemplate(world, administrator, report.id, NAMED);
  const signature = { authority: 'Q. CHỦ TỊCH', titles: ['PHÓ CHỦ TỊCH'], name: 'Hồ Văn Mới' };
  world.directoryHas({ ...SIGNER, name: signature.name, signatureBlock: signature });
  const drafter = await callerOf(world, DRAFTER);

  const begun = [
    await beginWithReport(world, drafter, report.id),
    await beginWithTemplate(world, drafter, report.id),
  ];

  expect(begun).toMatchObject([{ signature }, { signature }]);
});

test('An earlier report of the office is begun anew for this year, one of another office is not there', async () => {
  const { world, report } = await prepare();
  world.setTime('2027-02-01T01:00:00.000Z');
  const stranger = await callerOf(world, STRANGER);

  const content = await beginWithReport(world, await callerOf(world, DRAFTER), report.id);

  expect(content.subject).toBe('Kết quả năm 2027, phương hướng năm 2028');
  await expect(beginWithReport(world, stranger, report.id)).rejects.toMatchObject({
    code: 'report_not_found',
  });
});
