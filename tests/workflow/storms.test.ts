// What if somebody presses as fast as they can, or many at once? A hundred presses leave what one would: half of them are one
// press repeated under its name, half have a name each.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventView } from '../../functions/contracts/views.ts';
import type { ReportId, SubmissionId } from '../../functions/domain/ids.ts';
import { expectOk } from '../../infra/local/people/office.ts';
import { type Commune, openCommune } from './commune.ts';

const DRAFTER = 'tran-thi-thu-ha';
const DEPUTY = 'le-quoc-hung';
const CHAIRMAN = 'nguyen-van-minh';
const CLERK = 'phan-thi-ngoc-lan';
const ADMINISTRATOR = 'dinh-cong-tuan';

/** Twenty show what there is to show; a hundred take their time. */
const PRESSES = process.env.SLOW ? 100 : 20;

describe('a storm of presses', () => {
  let commune: Commune;
  let submissionId: SubmissionId;
  let reportId: ReportId;

  beforeAll(async () => {
    commune = await openCommune();
    // So that there is a seal for the clerk to press.
    await commune.behind.changeCommune({ sealing: 'clerk' });
    const report = await commune.office.draft();
    reportId = report.id;
    submissionId = await commune.office.submit(report);
  });
  afterAll(() => commune?.close());

  /** Somebody has what they wanted, whoever has not is refused in words, and nothing has broken inside. */
  const storm = async (person: string, path: string, body?: unknown): Promise<void> => {
    const visitor = await commune.office.as(person);
    const one = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: PRESSES }, (_, index) =>
        visitor.post<{ code?: string }>(path, body, {
          'idempotency-key': index % 2 === 0 ? one : randomUUID(),
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toContain(200);
    for (const { status, body: said } of answers.filter(({ status }) => status >= 300)) {
      expect([409, 503], JSON.stringify(said)).toContain(status);
      expect(said.code).toMatch(/^[a-z_]+$/);
    }
  };

  const decide = async (person: string, kind: 'agree' | 'sign') => {
    const { submission } = await commune.office.asked(person, submissionId);
    const { contentHash, pageHash } = submission;
    await storm(person, `/api/submissions/${submissionId}/decisions`, {
      ...{ kind, contentHash, pageHash },
    });
  };

  it('agrees once', async () => {
    await decide(DEPUTY, 'agree');
    await commune.office.asked(CHAIRMAN, submissionId);
    expect(await commune.behind.kinds(reportId)).toEqual([
      ...['created', 'submitted', 'asked', 'agreed', 'asked'],
    ]);
  });

  it('signs once, under one number', async () => {
    await decide(CHAIRMAN, 'sign');
    await commune.office.clerkAsked(submissionId, 'seal');
    expect((await commune.behind.kinds(reportId)).slice(5)).toEqual(['signed', 'numbered']);
    expect(await commune.behind.register()).toHaveLength(1);
  });

  it('seals once, and issues and delivers once', async () => {
    await storm(CLERK, `/api/registry/${submissionId}/seal`);
    await commune.behind.untilEnded(submissionId);
    expect((await commune.behind.kinds(reportId)).slice(7)).toEqual(['sealPressed', 'issued']);
    expect((await commune.behind.storedFiles(reportId)).toSorted()).toEqual([
      ...['reuse.docx', 'signed.pdf'],
    ]);
    expect((await commune.behind.records.deliveries.of(reportId)).delivered).toHaveLength(3);
    expect(await commune.behind.brokenLinks(reportId)).toEqual([]);
  });

  it('receives once, under one incoming number', async () => {
    const { id } = await commune.office.delivered('vo-thi-hong-nhung', reportId);
    await storm('vo-thi-hong-nhung', `/api/deliveries/${id}/receipt`);
    expect(await commune.behind.kinds(id)).toEqual(['arrived', 'received']);
    const year = new Date().getFullYear();
    const { items } = await commune.behind.records.incoming.rows('org_phong-noi-vu', year, {
      ...{ limit: 100, cursor: null },
    });
    expect(items).toHaveLength(1);
  });

  it('sends back once', async () => {
    const { id } = await commune.office.delivered('bui-duc-long', reportId);
    await storm('bui-duc-long', `/api/deliveries/${id}/return`, { reason: 'Gửi nhầm cơ quan.' });
    expect(await commune.behind.kinds(id)).toEqual(['arrived', 'sentBack']);
    expect(await commune.behind.brokenLinks(reportId)).toEqual([]);
  });

  it('takes a report back once', async () => {
    const { office, behind } = commune;
    const report = await office.draft();
    const taken = await office.submit(report);
    await office.asked(DEPUTY, taken);
    await storm(DRAFTER, `/api/reports/${report.id}/withdrawal`);
    await behind.untilEnded(taken);
    expect(await behind.kinds(report.id)).toEqual(['created', 'submitted', 'asked', 'withdrawn']);
  });

  it('closes an office once', async () => {
    const administrator = await commune.office.as(ADMINISTRATOR);
    const { id } = expectOk(
      await administrator.post<{ id: string }>('/api/directory', {
        name: 'Trung tâm Văn hóa xã Sơn Trung',
        parentId: 'org_son-trung',
        superiorLine: 'ỦY BAN NHÂN DÂN XÃ SƠN TRUNG',
        agencyLines: ['TRUNG TÂM VĂN HÓA'],
        place: 'Sơn Trung',
        abbreviation: 'TTVH',
        code: 'H99.10.01.01',
      }),
    );
    await storm(ADMINISTRATOR, `/api/directory/${id}/closing`, { successorId: 'org_son-trung' });
    const { items } = expectOk(
      await administrator.get<{ items: EventView[] }>(`/api/directory/${id}/changes`),
    );
    expect(items.map(({ happening }) => happening.kind)).toEqual([
      ...['organizationClosed', 'organizationAdded'],
    ]);
  });
});
