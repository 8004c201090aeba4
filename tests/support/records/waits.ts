// What is kept of those who are asked, of the tokens that answer, and of what the workflow owes or an office has ended?
import { describe, expect, test } from 'vitest';
import type { Urgency } from '../../../functions/domain/content/urgency.ts';
import type { OrganizationId, PersonId } from '../../../functions/domain/ids.ts';
import { askRound, withdraw } from '../../../functions/domain/workflow/approving.ts';
import type { Asked } from '../../../functions/domain/workflow/asked.ts';
import type { Decided } from '../../../functions/domain/workflow/decided.ts';
import type { Step } from '../../../functions/domain/workflow/step.ts';
import type { Submission } from '../../../functions/domain/workflow/submission.ts';
import {
  A_HASH,
  aPersonId,
  aReport,
  aSubmission,
  CHAIRMAN,
  CLERK,
  DRAFTER,
  MORNING,
  REVIEWER,
} from '../builders.ts';
import { FIRST, inPages, type Kept, LATER } from './kept.ts';

export const waitsAreKept = (kept: Kept): void => {
  describe('what an office has brought to an end', () => {
    test('is listed by kind, latest first, its own alone', async () => {
      const organizationId: OrganizationId = 'org_son-dong';
      const step = (given: Partial<Step> = {}): Step => ({
        organizationId,
        submissionId: aSubmission().submission.id,
        kind: 'review',
        since: MORNING,
        at: MORNING,
        ...given,
      });
      const [early, late] = [step(), step({ at: LATER })];
      const others = [step({ kind: 'sign' }), step({ organizationId: 'org_son-tay' })];
      for (const one of [early, late, ...others]) await kept.records.commit({ step: one });

      const pages = await inPages(
        (page) => kept.records.submissions.steps(organizationId, 'review', page),
        1,
      );

      expect(pages).toEqual([[late], [early]]);
    });
  });

  describe('what somebody has decided', () => {
    test('is listed latest first, their own alone', async () => {
      const personId = aPersonId('who-decides');
      const decision = (given: Partial<Decided> = {}): Decided => ({
        personId,
        submissionId: aSubmission().submission.id,
        reportId: aReport().id,
        round: 0,
        kind: 'agree',
        subject: 'Kết quả quý I',
        symbol: 'BC-UBND',
        at: MORNING,
        ...given,
      });
      const [early, late] = [decision(), decision({ kind: 'sign', at: LATER })];
      for (const one of [early, late, decision({ personId: aPersonId('another') })]) {
        await kept.records.commit({ decided: one });
      }

      const pages = await inPages((page) => kept.records.submissions.decidedBy(personId, page), 1);

      expect(pages).toEqual([[late], [early]]);
    });
  });

  describe('those who are asked', () => {
    const ask = (
      submission: Pick<Submission, 'id' | 'reportId'>,
      person: PersonId,
      since = MORNING,
    ): Asked => ({
      submissionId: submission.id,
      reportId: submission.reportId,
      organizationId: 'org_son-trung',
      wait: { kind: 'round', round: 0 },
      asked: { person },
      subject: 'Kết quả quý I',
      symbol: 'BC-UBND',
      urgency: null,
      drafterId: DRAFTER.id,
      since,
      reminders: 0,
    });

    test('find the most urgent first, however long the others have waited', async () => {
      const person = aPersonId('nong-thi-hien');
      const waiting = (urgency: Urgency | null, since = LATER) => ({
        ...ask(aSubmission().submission, person, since),
        urgency,
      });
      const ordinary = waiting(null, MORNING);
      const urgent = waiting('urgent');
      const immediate = waiting('immediate');
      const waitedLonger = waiting('immediate', MORNING);
      const all = [ordinary, urgent, immediate, waitedLonger];
      await kept.records.commit({ asked: { add: all, remove: [] } });

      const pages = await inPages(
        (page) => kept.records.waiting.of('org_son-trung', { person }, page),
        3,
      );

      expect(pages).toEqual([[waitedLonger, immediate, urgent], [ordinary]]);
    });

    test('find what waits for them, longest waiting first, until it no longer does', async () => {
      const first = aSubmission().submission;
      const second = aSubmission().submission;
      const late = ask(first, REVIEWER.id, LATER);
      const early = ask(second, REVIEWER.id);
      await kept.records.commit({
        asked: { add: [late, early, ask(first, CHAIRMAN.id)], remove: [] },
      });

      const mine = () => kept.records.waiting.of('org_son-trung', { person: REVIEWER.id }, FIRST);
      expect((await mine()).items).toEqual([early, late]);
      expect(await kept.records.submissions.askedIn(first.id)).toHaveLength(2);

      await kept.records.commit({ asked: { add: [], remove: [late] } });
      expect((await mine()).items).toEqual([early]);
    });

    test('stay on the list when they are taken off it and put on it in one change', async () => {
      const { submission } = aSubmission();
      const before = ask(submission, REVIEWER.id);
      const after = { ...before, reminders: 1 };
      await kept.records.commit({ asked: { add: [before], remove: [] } });

      await kept.records.commit({ asked: { add: [after], remove: [before] } });

      expect(await kept.records.submissions.askedIn(submission.id)).toEqual([after]);
    });

    test('as clerks find what waits for any of them', async () => {
      const { submission } = aSubmission();
      const seal: Asked = {
        ...ask(submission, CLERK.id),
        asked: { role: 'clerk' },
        wait: { kind: 'seal' },
      };
      await kept.records.commit({ asked: { add: [seal], remove: [] } });

      const { items } = await kept.records.waiting.of('org_son-trung', { role: 'clerk' }, FIRST);

      expect(items).toEqual([seal]);
    });
  });

  describe('a token', () => {
    test('is found by its wait', async () => {
      const { submission } = aSubmission();
      const wait = { kind: 'round' as const, round: 0 };
      const token = { submissionId: submission.id, wait, token: 'a-token', told: true };

      await kept.records.commit({ token });
      expect(await kept.records.tokens.read(submission.id, wait)).toEqual(token);
      expect(await kept.records.tokens.read(submission.id, { kind: 'seal' })).toBeNull();
    });
  });

  describe('a submission that has ended meanwhile', () => {
    test('is met by whoever comes too late, who is told how it ended', async () => {
      const { submission } = aSubmission();
      await kept.records.commit({ submission: { before: null, after: submission } });
      const withdrawn = withdraw(submission, LATER);
      await kept.records.commit({ submission: { before: submission, after: withdrawn } });

      const late = { before: submission, after: askRound(submission, A_HASH, LATER) };
      await expect(kept.records.commit({ submission: late })).rejects.toMatchObject({
        code: 'revision_conflict',
        details: { facts: { revision: withdrawn.revision, status: 'withdrawn' } },
      });
      expect(await kept.records.submissions.read(submission.id)).toEqual(withdrawn);
    });
  });

  describe('what the workflow owes', () => {
    test('is listed since before a moment, and no longer once it is settled', async () => {
      const { submission } = aSubmission();
      await kept.records.commit({ submission: { before: null, after: submission } });

      expect((await kept.records.owed.before(LATER, FIRST)).items).toContain(submission.id);
      expect((await kept.records.owed.before(MORNING, FIRST)).items).not.toContain(submission.id);

      const settled = { ...submission, owedSince: null, revision: 2 };
      await kept.records.commit({ submission: { before: submission, after: settled } });
      expect((await kept.records.owed.before(LATER, FIRST)).items).not.toContain(submission.id);
    });
  });
};
