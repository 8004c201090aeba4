// Does what an earlier machine began still end, with the functions of today? Each machine that executions may still go by,
// while they wait for people, and something else is deployed over each of their waits.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { REFUSAL_CODES } from '../../functions/domain/refusal.ts';
import { until } from '../../infra/local/people/office.ts';
import { aPersonId } from '../support/builders.ts';
import { type Commune, openCommune } from './commune.ts';

/** Each as it was deployed, under the last day on which an execution may go by it; functions by their handlers' names, and `refusals` for every code. */
const KEPT = new URL('../fixtures/earlier-machines/', import.meta.url);

const DEPUTY = 'le-quoc-hung';
const CHAIRMAN = aPersonId('nguyen-van-minh');
/** Longer than any first question waits before it is put again. */
const A_DAY_MS = 86_400_000;

/** What is deployed while somebody is waited for. Whatever went by it would fail. */
const ANOTHER = { StartAt: 'Not by this one', States: { 'Not by this one': { Type: 'Fail' } } };

const Machine = z.looseObject({
  States: z.record(
    z.string(),
    z.looseObject({ ItemProcessor: z.looseObject({ States: z.looseObject({}) }).optional() }),
  ),
});

describe.each(readdirSync(KEPT))('the machine that is kept until %s', (file) => {
  let commune: Commune;
  let earlier: z.infer<typeof Machine>;

  beforeAll(async () => {
    commune = await openCommune();
    const { functions } = commune.stack.assembly();
    const text = readFileSync(new URL(file, KEPT), 'utf8')
      .replace(/"function:(\w+)"/g, (_, called) =>
        JSON.stringify(functions.find(({ id }) => id === called)?.arn),
      )
      .replaceAll('"refusals"', JSON.stringify(REFUSAL_CODES));
    earlier = Machine.parse(JSON.parse(text));
  });
  afterAll(() => commune?.close());

  /** Another machine, and every function anew: what they had in their memory is gone. */
  const deployOver = () => {
    commune.stack.reload();
    commune.stack.machine.update(ANOTHER);
  };

  /** A report whose first people are asked by the earlier machine. */
  const begun = async () => {
    const { office, stack } = commune;
    stack.machine.update(earlier);
    const report = await office.draft();
    const submissionId = await office.submit(report);
    await office.asked(DEPUTY, submissionId);
    stack.machine.update(ANOTHER);
    return { reportId: report.id, submissionId };
  };

  const entered = (submissionId: string): string[] =>
    commune.stack.machine
      .history(submissionId)
      .flatMap(({ type, state = '' }) => (type.endsWith('StateEntered') ? [state] : []));

  /** Nobody answers this question until they are reminded. */
  const letThemWait = (submissionId: string, question: string, reminder: string) =>
    until(reminder, async () => {
      const { type, state } = commune.stack.machine.history(submissionId).at(-1) ?? {};
      if (type === 'TaskStateEntered' && state === question) commune.stack.passTime(A_DAY_MS);
      return entered(submissionId).includes(reminder);
    });

  /** Nobody answers anything before they are reminded, the clerk seals, and once the sealed file is not found. */
  const issuedTheLongWay = async (): Promise<string> => {
    const { office, behind } = commune;
    await behind.changeCommune({ sealing: 'clerk' });
    const { reportId, submissionId } = await begun();
    await behind.changeCommune({ sealing: 'automatic' });
    await letThemWait(submissionId, 'Ask the people of this round', 'Remind them');
    deployOver();
    await office.decide(DEPUTY, submissionId, 'agree');
    await office.asked('nguyen-van-minh', submissionId);
    deployOver();
    await office.decide(CHAIRMAN, submissionId, 'sign');
    await office.clerkAsked(submissionId, 'seal');
    await letThemWait(submissionId, 'Ask the clerk to seal', 'Remind the clerk to seal');
    deployOver();
    commune.fail({ caller: 'store', action: 's3:GetObject', code: 'NoSuchKey', status: 404 });
    await office.clerkPresses(submissionId, 'seal');
    await office.clerkAsked(submissionId, 'stuck');
    deployOver();
    await letThemWait(
      submissionId,
      'Wait for the clerk to resume or give up',
      'Remind the clerk to resume or give up',
    );
    await office.clerkPresses(submissionId, 'resumption');

    expect(await behind.untilEnded(submissionId)).toMatchObject({
      status: 'issued',
      owedSince: null,
      turn: 1,
    });
    const { delivered } = await behind.records.deliveries.of(reportId);
    expect(delivered).toHaveLength(3);
    expect(await behind.brokenLinks(reportId)).toEqual([]);
    return submissionId;
  };

  const returned = async (): Promise<string> => {
    const { office, behind } = commune;
    const { submissionId } = await begun();
    await office.decide(DEPUTY, submissionId, 'return', 'Bổ sung số liệu.');
    expect(await behind.untilEnded(submissionId)).toMatchObject({ how: 'returned', turn: 1 });
    return submissionId;
  };

  const handedBack = async (): Promise<string> => {
    const { office, behind } = commune;
    const { submissionId } = await begun();
    const { signingKey } = await behind.changePerson(CHAIRMAN, { signingKey: null });
    await office.decide(DEPUTY, submissionId, 'agree');
    await office.decide(CHAIRMAN, submissionId, 'sign');
    expect(await behind.untilEnded(submissionId)).toMatchObject({ how: 'handedBack', turn: 1 });
    await behind.changePerson(CHAIRMAN, { signingKey });
    return submissionId;
  };

  it('ends right in every way, through every state that it knows, whatever is deployed over its waits', async () => {
    const gone = [await issuedTheLongWay(), await returned(), await handedBack()];

    const known = Object.entries(earlier.States).flatMap(([name, { ItemProcessor }]) => [
      name,
      ...Object.keys(ItemProcessor?.States ?? {}),
    ]);
    expect(new Set(gone.flatMap(entered))).toEqual(new Set(known));
  });
});
