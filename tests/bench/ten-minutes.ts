// Does the local stack hold more and more memory while an office works? Fifty people for ten minutes, a look at every minute.
import { setTimeout as pause } from 'node:timers/promises';
import type { ReportView, WaitingRow } from '../../functions/contracts/views.ts';
import { synthesizeIfOlder } from '../../infra/local/commands/synthesize.ts';
import { expectOk, seedContent } from '../../infra/local/people/office.ts';
import { borrowStack, type LocalStack } from '../support/local-stack.ts';
import { heldMegabytes } from './held-memory.ts';
import type { Measured } from './measure.ts';

const MINUTES = 10;
const PEOPLE = 50;
/** Each does something about every half minute; the first ones spread over it. */
const BETWEEN_PRESSES_MS = 30_000;
/** What a sample may lie above that of the first minute, for garbage not yet collected. */
const FLAT = 1.1;

const DRAFTER = 'tran-thi-thu-ha';

/** In turn: write and submit a report, agree to one, sign one, read lists. */
const presses = ({ desks }: LocalStack): (() => Promise<unknown>)[] => {
  const decideNext = async (person: string, kind: 'agree' | 'sign') => {
    const visitor = await desks.as(person);
    const { items } = expectOk(await visitor.get<{ items: WaitingRow[] }>('/api/waiting?limit=10'));
    const next = items[Math.floor(Math.random() * items.length)];
    if (next) await desks.decide(person, next.submissionId, kind);
  };
  const write = async () => {
    const { id, revision, content } = await desks.draft(seedContent());
    const drafter = await desks.as(DRAFTER);
    expectOk(await drafter.put(`/api/reports/${id}`, { content }, `"${revision}"`));
    await desks.submit(expectOk(await drafter.get<ReportView>(`/api/reports/${id}`)));
  };
  const read = async () => {
    const drafter = await desks.as(DRAFTER);
    const { items } = expectOk(await drafter.get<{ items: ReportView[] }>('/api/reports?limit=50'));
    for (const { id } of items.slice(0, 3)) await desks.read(DRAFTER, id);
    expectOk(await (await desks.as('ho-thi-mai')).get('/api/deliveries?limit=50'));
  };
  return [
    write,
    read,
    () => decideNext('le-quoc-hung', 'agree'),
    read,
    () => decideNext('nguyen-van-minh', 'sign'),
    read,
  ];
};

/** Resident memory of all its processes, minute by minute. */
export const measureTenMinutes = async (): Promise<Measured> => {
  await synthesizeIfOlder();
  const stack = await borrowStack();
  const all = presses(stack);
  const day = new AbortController();
  let [done, overtaken] = [0, 0];
  const person = async (number: number) => {
    await pause((BETWEEN_PRESSES_MS * number) / PEOPLE);
    for (let turn = number; !day.signal.aborted; turn += 1) {
      // Two may take up the same report; the later one is told so.
      await all[turn % all.length]?.().then(
        () => (done += 1),
        () => (overtaken += 1),
      );
      await pause(BETWEEN_PRESSES_MS * Math.random() * 2);
    }
  };
  for (let number = 0; number < PEOPLE; number += 1) void person(number);
  const held: number[] = [];
  for (let minute = 0; minute < MINUTES; minute += 1) {
    await pause(60_000);
    held.push(heldMegabytes());
  }
  day.abort();
  const [first = Number.NaN] = held;
  return {
    name: `the local stack, ${MINUTES} minutes of ${PEOPLE} people`,
    figures: [
      {
        what: 'memory at its most, of that after a minute',
        value: Math.max(...held) / first,
        goal: { atMost: FLAT },
      },
      { what: 'memory at its most', value: Math.max(...held), unit: 'MB', goal: { atMost: 1_024 } },
    ],
    orientation: [
      ...held.map((value, minute) => ({ what: `after minute ${minute + 1}`, value, unit: 'MB' })),
      { what: 'presses', value: done, unit: '' },
      { what: 'presses that came too late or were refused', value: overtaken, unit: '' },
    ],
  };
};
