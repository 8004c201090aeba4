// What is checked when a draft is saved and submitted, and how is each refusal named?
import { beforeEach, describe, expect, test } from 'vitest';
import { applyFix } from '../../../../functions/domain/content/finding.ts';
import type { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import type { ApprovalRound } from '../../../../functions/domain/directory/organization.ts';
import type { OrganizationId, PersonId, ReportId } from '../../../../functions/domain/ids.ts';
import { checkReport } from '../../../../functions/use-cases/drafting/check-report.ts';
import { previewReport } from '../../../../functions/use-cases/drafting/preview-report.ts';
import { saveReport } from '../../../../functions/use-cases/drafting/save-report.ts';
import { submitReport } from '../../../../functions/use-cases/drafting/submit-report.ts';
import { withdrawReport } from '../../../../functions/use-cases/drafting/withdraw-report.ts';
import {
  A_CHAIN,
  aContent,
  aPersonId,
  CHAIRMAN,
  CLERK,
  DRAFTER,
  REVIEWER,
} from '../../../support/builders.ts';
import { aWorld, callerOf, DEPUTY, DISTRICT, SIGNER, STRANGER } from '../../../support/world.ts';
import { aDraft, historyOf, type TestWorld } from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const submit = async (
  content: ReportContent = aContent(),
  chain: ApprovalRound[] = A_CHAIN,
  revision = 1,
) => {
  const { id: reportId } = await aDraft(world, content);
  return submitReport(world, await callerOf(world, DRAFTER), { reportId, revision, chain });
};

const SIGN: ApprovalRound = { kind: 'sign', people: [SIGNER.id], needed: 1 };
const reviewBy = (id: PersonId): ApprovalRound => ({ kind: 'review', people: [id], needed: 1 });
const OWN_BLOCK = aContent().signature;
const to = (organizationId: OrganizationId | null) => ({
  text: 'UBND huyện',
  organizationId,
  means: 'system' as const,
});

describe('submitting', () => {
  test('freezes the words and starts the workflow', async () => {
    const { report, submission } = await submit();

    expect(report).toMatchObject({ status: 'inReview', submissionId: submission.id });
    expect(await world.submissions.frozen(submission.id)).toEqual(aContent());
    expect(world.machine.started).toEqual([submission.id]);
  });

  test('is refused for what cannot be printed, which the draft keeps as it was typed and the check names', async () => {
    const content = aContent({ place: 'Sơn Trung 😀' });
    const { id: reportId } = await aDraft(world);
    const drafter = await callerOf(world, DRAFTER);

    const { revision } = await saveReport(world, drafter, { reportId, revision: 1, content });

    expect(await world.reports.read(reportId)).toMatchObject({ content });
    const { findings } = await checkReport(world, drafter, reportId);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'unprintable-text',
        severity: 'error',
        path: ['place'],
        vi: 'Dấu “😀” ở địa danh không in được: thay bằng chữ hoặc dấu khác.',
      }),
    );
    const refusal = {
      code: 'text_unprintable',
      details: { fields: [{ path: ['content', 'place'] }] },
    };
    const printing = { ...world, renderer: { render: () => Promise.reject(new Error('printed')) } };
    await expect(previewReport(printing, drafter, reportId)).rejects.toMatchObject(refusal);
    const passedOver = findings.map(({ rule }) => rule);
    await expect(
      submitReport(world, drafter, { reportId, revision, chain: A_CHAIN, passedOver }),
    ).rejects.toMatchObject(refusal);
  });

  test('is refused while warnings of the check have not been passed over', async () => {
    await expect(submit(aContent({ subject: 'Kết quả năm 2026.' }))).rejects.toMatchObject({
      code: 'findings_open',
      details: { fields: [{ path: ['content', 'subject'] }] },
    });
    expect(world.machine.started).toEqual([]);
  });

  test('keeps with the version what was passed over knowingly', async () => {
    const content = aContent({ subject: 'Kết quả năm 2026.' });
    const { id: reportId } = await aDraft(world, content);
    const wish = { reportId, revision: 1, chain: A_CHAIN, passedOver: ['subject-ends-with-mark'] };

    const { submission } = await submitReport(world, await callerOf(world, DRAFTER), wish);

    expect(submission.findings).toMatchObject([
      { rule: 'subject-ends-with-mark', severity: 'warning', path: ['subject'] },
    ]);
  });

  test('is refused for a secret document, whatever is passed over', async () => {
    const blocks = [{ kind: 'paragraph' as const, runs: [{ text: 'TỐI MẬT' }] }];
    const { id: reportId } = await aDraft(world, aContent({ blocks }));
    const wish = { reportId, revision: 1, chain: A_CHAIN, passedOver: ['secret-document'] };

    await expect(submitReport(world, await callerOf(world, DRAFTER), wish)).rejects.toMatchObject({
      code: 'document_secret',
    });
  });

  test('takes the chain of the organization when none is said', async () => {
    const { id: reportId, revision } = await aDraft(world);
    const caller = await callerOf(world, DRAFTER);
    const settings = { ...caller.organization.settings, chain: A_CHAIN };
    const organization = { ...caller.organization, settings };

    const { submission } = await submitReport(
      world,
      { ...caller, organization },
      { reportId, revision },
    );

    expect(submission.chain).toEqual(A_CHAIN);
  });

  test('twice at once starts one submission', async () => {
    const { id: reportId, revision } = await aDraft(world);
    const caller = await callerOf(world, DRAFTER);
    const press = () => submitReport(world, caller, { reportId, revision, chain: A_CHAIN });

    const results = await Promise.allSettled([press(), press()]);

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(world.machine.started).toHaveLength(1);
    expect(await historyOf(world, reportId)).toEqual(['created', 'submitted']);
  });

  test.each<[string, string, (string | number)[], ApprovalRound[]]>([
    ['an empty chain', 'chain_empty', ['chain'], []],
    ['a chain without a signer', 'chain_without_signer', ['chain'], [reviewBy(REVIEWER.id)]],
    ['a chain with two signers', 'chain_without_signer', ['chain'], [SIGN, SIGN]],
    [
      'a reviewer of another organization',
      'chain_person_unknown',
      ['chain', 0, 'people', 0],
      [reviewBy(STRANGER.id), SIGN],
    ],
    [
      'a reviewer who is none',
      'chain_person_unknown',
      ['chain', 1, 'people', 0],
      [reviewBy(REVIEWER.id), reviewBy(CLERK.id), SIGN],
    ],
    [
      'a signer who may not sign',
      'chain_person_unknown',
      ['chain', 0, 'people', 0],
      [{ ...SIGN, people: [DEPUTY.id] }],
    ],
  ])('%s is refused', async (_, code, path, chain) => {
    await expect(submit(aContent(), chain)).rejects.toMatchObject({
      code,
      details: { fields: [{ path }] },
    });
    expect(world.machine.started).toEqual([]);
  });

  test.each<[string, string, (string | number)[], Partial<ReportContent>]>([
    ['without a subject', 'input_invalid', ['content', 'subject'], { subject: '' }],
    ['without words', 'input_invalid', ['content', 'blocks'], { blocks: [] }],
    [
      'with an empty line of Nơi nhận',
      'input_invalid',
      ['content', 'recipients', 0, 'text'],
      { recipients: [{ text: '', organizationId: null, means: 'paper' }] },
    ],
    [
      'with the name of somebody who does not sign',
      'input_invalid',
      ['content', 'signature', 'name'],
      { signature: { ...OWN_BLOCK, name: 'Người Khác' } },
    ],
    [
      'under an authority that its signer does not have',
      'input_invalid',
      ['content', 'signature', 'authority'],
      { signature: { ...OWN_BLOCK, authority: null } },
    ],
    [
      'under a title that its signer does not have',
      'input_invalid',
      ['content', 'signature', 'titles'],
      { signature: { ...OWN_BLOCK, titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] } },
    ],
    [
      'to a recipient that is not there',
      'recipient_unknown',
      ['content', 'addressees', 1, 'organizationId'],
      { addressees: [to(DISTRICT.id), to('org_nowhere')] },
    ],
    [
      'to nobody by the system',
      'recipient_unknown',
      ['content', 'recipients', 0, 'organizationId'],
      { recipients: [to(null)] },
    ],
  ])('a report %s is refused', async (_, code, path, given) => {
    await expect(submit(aContent(given))).rejects.toMatchObject({
      code,
      details: { fields: [{ path }] },
    });
  });

  test('for a deputy names nobody else’s office above their name, and the desk says how it is put right', async () => {
    const signatureBlock = {
      authority: 'TM. ỦY BAN NHÂN DÂN',
      titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      name: DEPUTY.name,
    };
    const { signingKey } = SIGNER;
    const deputy = { ...DEPUTY, roles: ['signer' as const], signingKey, signatureBlock };
    world.directoryHas(deputy);
    const chain = [{ ...SIGN, people: [deputy.id] }];
    const drafter = await callerOf(world, DRAFTER);
    const settings = { ...drafter.organization.settings, chain };
    const caller = { ...drafter, organization: { ...drafter.organization, settings } };
    const content = aContent({ signature: { ...OWN_BLOCK, name: DEPUTY.name } });
    const { id: reportId, revision } = await aDraft(world, content);

    const press = submitReport(world, caller, { reportId, revision });
    await expect(press).rejects.toMatchObject({
      code: 'input_invalid',
      details: { fields: [{ path: ['content', 'signature', 'titles'] }] },
    });

    const { findings } = await checkReport(world, caller, reportId);
    const right = findings.reduce(
      (words, { fix }) => (fix ? applyFix(words, fix) : words),
      content,
    );
    const saved = await saveReport(world, caller, { reportId, revision, content: right });
    const { submission } = await submitReport(world, caller, {
      reportId,
      revision: saved.revision,
    });
    expect((await world.submissions.frozen(submission.id))?.signature).toEqual(signatureBlock);
  });

  test('says which of those asked together cannot be', async () => {
    const together = { ...reviewBy(REVIEWER.id), people: [REVIEWER.id, CLERK.id] };

    await expect(submit(aContent(), [together, SIGN])).rejects.toMatchObject({
      code: 'chain_person_unknown',
      details: { fields: [{ path: ['chain', 0, 'people', 1] }] },
    });
  });

  test('to a signer of whom nobody has said how they are printed is refused', async () => {
    world.directoryHas({ ...SIGNER, signatureBlock: null });

    await expect(submit()).rejects.toMatchObject({
      code: 'signature_unknown',
      details: { fields: [{ path: ['chain', 1, 'people', 0] }] },
    });
  });

  test('to an organization that is no more is refused', async () => {
    world.organizationIs({ ...DISTRICT, validUntil: '2026-03-01T00:00:00Z' });

    await expect(submit()).rejects.toMatchObject({
      code: 'recipient_closed',
      details: { fields: [{ path: ['content', 'addressees', 0, 'organizationId'] }] },
    });
  });

  test('to a signer without a key is refused before anybody is asked', async () => {
    world.directoryHas(CHAIRMAN);

    await expect(submit()).rejects.toMatchObject({ code: 'key_missing' });
  });

  test('what somebody saved meanwhile is refused with the present revision', async () => {
    await expect(submit(aContent(), A_CHAIN, 7)).rejects.toMatchObject({
      code: 'revision_conflict',
      details: { facts: { revision: 1 } },
    });
  });
});

describe('nobody is asked to sign what they saved', () => {
  const chairmanSaves = async () => {
    world.directoryHas({ ...SIGNER, roles: ['signer', 'drafter'] });
    const { id: reportId, revision } = await aDraft(world);
    const content = aContent({ subject: 'Lời của Chủ tịch' });
    return saveReport(world, await callerOf(world, SIGNER), { reportId, revision, content });
  };

  test('in the version that they saved', async () => {
    const { id: reportId, revision } = await chairmanSaves();

    const own = submitReport(world, await callerOf(world, DRAFTER), {
      reportId,
      revision,
      chain: [SIGN],
    });

    await expect(own).rejects.toMatchObject({ code: 'signer_saved_this_version' });
  });

  test('nor after somebody else was asked and the report was withdrawn', async () => {
    const other = { ...DEPUTY, roles: ['signer' as const], signingKey: SIGNER.signingKey };
    world.directoryHas({ ...other, name: SIGNER.name, signatureBlock: SIGNER.signatureBlock });
    const { id: reportId, revision } = await chairmanSaves();
    const drafter = await callerOf(world, DRAFTER);
    const chain: ApprovalRound[] = [{ ...SIGN, people: [other.id] }];
    await submitReport(world, drafter, { reportId, revision, chain });
    const back = await withdrawReport(world, drafter, reportId);

    const own = submitReport(world, drafter, {
      reportId,
      revision: back.revision,
      chain: [SIGN],
    });

    await expect(own).rejects.toMatchObject({ code: 'signer_saved_this_version' });
  });
});

describe('saving', () => {
  const save = async (reportId: ReportId, revision: number, subject: string) =>
    saveReport(world, await callerOf(world, DRAFTER), {
      reportId,
      revision,
      content: aContent({ subject }),
    });

  test('what somebody saved meanwhile is refused with what is there now, and nothing is lost', async () => {
    const { id } = await aDraft(world);
    await save(id, 1, 'Lần một');

    await expect(save(id, 1, 'Lần hai')).rejects.toMatchObject({
      code: 'revision_conflict',
      details: { facts: { revision: 2, status: 'draft' } },
    });
    expect(await world.reports.read(id)).toMatchObject({ subject: 'Lần một' });
  });

  test('one’s own words again is no conflict, and no second save', async () => {
    const { id } = await aDraft(world);
    const first = await save(id, 1, 'Lần một');

    const again = await save(id, 1, 'Lần một');

    expect(again).toEqual(first);
  });

  test('one’s own words twice at once is one save', async () => {
    const { id } = await aDraft(world);

    const [one, other] = await Promise.all([save(id, 1, 'Một'), save(id, 1, 'Một')]);

    expect(one).toEqual(other);
    expect(one.revision).toBe(2);
  });

  test('somebody else’s words, is a conflict: whoever writes is named', async () => {
    const { id: reportId } = await aDraft(world);
    await save(reportId, 1, 'Lần một');
    const colleague = { ...DRAFTER, id: aPersonId('nguoi-khac') };
    world.directoryHas(colleague);
    const wish = { reportId, revision: 1, content: aContent({ subject: 'Lần một' }) };

    const theirs = saveReport(world, await callerOf(world, colleague), wish);

    await expect(theirs).rejects.toMatchObject({ code: 'revision_conflict' });
  });

  test('in the same moment as somebody else lets one of the two win', async () => {
    const { id } = await aDraft(world);

    const results = await Promise.allSettled([save(id, 1, 'Một'), save(id, 1, 'Hai')]);

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('often is one event in a sitting of half an hour', async () => {
    const { id } = await aDraft(world);
    await save(id, 1, 'Một');
    world.setTime('2026-03-02T01:29:59.000Z');
    await save(id, 2, 'Hai');
    expect(await historyOf(world, id)).toEqual(['created']);

    world.setTime('2026-03-02T01:30:00.000Z');
    await save(id, 3, 'Ba');
    expect(await historyOf(world, id)).toEqual(['created', 'edited']);
  });

  test('is refused to the hundred and first person, and the draft stays readable', async () => {
    const { id: reportId } = await aDraft(world);
    const saveAs = async (index: number, revision: number) => {
      const person = { ...DRAFTER, id: aPersonId(`nguoi-${index}`) };
      world.directoryHas(person);
      const wish = { reportId, revision, content: aContent({ subject: `Lần ${index}` }) };
      return saveReport(world, await callerOf(world, person), wish);
    };
    for (let index = 1; index < 100; index += 1) await saveAs(index, index);

    await expect(saveAs(100, 100)).rejects.toMatchObject({ code: 'savers_full' });

    expect(await world.reports.read(reportId)).toMatchObject({ revision: 100 });
    await saveAs(99, 100);
  });

  test('what is in review is refused', async () => {
    const { report } = await submit();

    await expect(save(report.id, report.revision, 'Muộn')).rejects.toMatchObject({
      code: 'status_wrong',
    });
  });

  test('is for drafters of the own organization; for others nothing is there', async () => {
    const { id: reportId } = await aDraft(world);
    const wish = { reportId, revision: 1, content: aContent() };

    await expect(saveReport(world, await callerOf(world, CLERK), wish)).rejects.toMatchObject({
      code: 'not_permitted',
    });
    await expect(saveReport(world, await callerOf(world, STRANGER), wish)).rejects.toMatchObject({
      code: 'report_not_found',
    });
  });
});
