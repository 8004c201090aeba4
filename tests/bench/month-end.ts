// What does the last day of a month cost an office? Everybody presses at once, and all of it goes through one register.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DecisionView, WaitingRow } from '../../functions/contracts/views.ts';
import type { Finding } from '../../functions/domain/content/finding.ts';
import type { OutgoingEntry } from '../../functions/domain/issued/register.ts';
import { synthesizeIfOlder } from '../../infra/local/commands/synthesize.ts';
import { expectOk, seedContent } from '../../infra/local/people/office.ts';
import { type ApiResponse, type Visitor, visitorWith } from '../../infra/local/people/visitor.ts';
import { borrowStack, type LocalStack } from '../support/local-stack.ts';
import { heldMegabytes } from './held-memory.ts';
import { type Figure, type Measured, median } from './measure.ts';

const REPORTS = 150;
/**
 * A report costs some 1.2 s of processor time here: the database 0.26 (a hundred calls), its page and Word file 0.12, its
 * signatures 0.07, all that runs between them the rest. Two processors need 90 s for that, and what is typed and asked
 * meanwhile; on AWS each function has its own.
 */
const ALL_ISSUED_SECONDS = 110;
/** The register begins after the last number used on paper. */
const USED_ON_PAPER = 117;

const [DRAFTER, DEPUTY, CHAIRMAN] = ['tran-thi-thu-ha', 'le-quoc-hung', 'nguyen-van-minh'];
const [YEAR] = new Date().toISOString().split('-');

/** Drafts that are being typed at a time, before anything is measured. */
const TYPING = 4;
/** Each look reads and parses all that waits: more often, and looking would be a good part of what is measured. */
const LOOK_AGAIN_MS = 1_000;
/** As the web does: twice more by itself, after one and two seconds; then its person must press again. */
const WEB_REPEATS_AFTER_MS = [1_000, 2_000];

/** How often somebody was told to ask again, and how often they had to do so by hand. */
type Told = { askAgain: number; byHand: number; times: number[] };

/** A press until it has had its effect, under one key, as the screens send it. */
const press = async (send: (key: string) => Promise<ApiResponse>, told: Told): Promise<void> => {
  const key = randomUUID();
  const begin = performance.now();
  for (let tries = 0; ; tries += 1) {
    const answer = await send(key);
    if (answer.status !== 503) {
      expectOk(answer);
      told.times.push(performance.now() - begin);
      return;
    }
    told.askAgain += 1;
    if (tries >= WEB_REPEATS_AFTER_MS.length) told.byHand += 1;
    await pause(WEB_REPEATS_AFTER_MS[tries] ?? WEB_REPEATS_AFTER_MS.at(-1));
  }
};

/** All pages of a list. */
const readAll = async <Row>(visitor: Visitor, path: string): Promise<Row[]> => {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await visitor.get<{ items: Row[]; cursor: string | null }>(`${path}${at}`);
    const page: { items: Row[]; cursor: string | null } = expectOk(answer);
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return rows;
};

/** Some at a time, each begun when one before it has ended. */
const someAtATime = async <Each, Result>(
  all: Each[],
  work: (one: Each) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  const rest = all.entries();
  const hand = async () => {
    for (const [index, one] of rest) results[index] = await work(one);
  };
  await Promise.all(Array.from({ length: TYPING }, hand));
  return results;
};

const until = async (look: () => Promise<boolean>): Promise<void> => {
  while (!(await look())) await pause(LOOK_AGAIN_MS);
};

/** Seconds that the work takes. */
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1_000;
};

type Draft = { id: string; revision: number; passedOver: string[] };

/** Reports that are written and checked, so that nothing is left of them but a press. */
const writeDrafts = (stack: LocalStack): Promise<Draft[]> =>
  someAtATime(Array.from({ length: REPORTS }), async () => {
    const { id, revision } = await stack.desks.draft(seedContent());
    const visitor = await stack.desks.as(DRAFTER);
    const { findings } = expectOk(
      await visitor.get<{ findings: Finding[] }>(`/api/reports/${id}/findings`),
    );
    return { id, revision, passedOver: findings.map(({ rule }) => rule) };
  });

/** Everything that waits for this person, read as they read it before they decide. */
const readWaiting = async (stack: LocalStack, person: string): Promise<DecisionView[]> => {
  const visitor = await stack.desks.as(person);
  const rows = await readAll<WaitingRow>(visitor, '/api/waiting?limit=100');
  return someAtATime(rows, async ({ submissionId }) =>
    expectOk(await visitor.get<DecisionView>(`/api/submissions/${submissionId}`)),
  );
};

/** What the workflow did again because something did not answer, or somebody was faster. */
const stepsTriedAgain = ({ machine }: LocalStack): number =>
  machine
    .list()
    .flatMap(({ name }) => machine.history(name))
    .filter(({ error }) => error !== undefined).length;

/**
 * A month's reports submitted, agreed and signed, each time all at once: from each press until its effect is there.
 * What people read between their presses is not counted.
 */
export const measureMonthEnd = async (): Promise<Measured> => {
  await synthesizeIfOlder();
  const stack = await borrowStack();
  const told: Told = { askAgain: 0, byHand: 0, times: [] };
  const as = async (person: string) => visitorWith(stack.url, await stack.mint.valid(person));
  const waits = async (person: string) => {
    const rows = await readAll<WaitingRow>(await as(person), '/api/waiting?limit=100');
    return rows.length >= REPORTS;
  };
  const decideAll = async (person: string, kind: 'agree' | 'sign', views: DecisionView[]) => {
    const visitor = await as(person);
    await Promise.all(
      views.map(({ submission: { id, contentHash, pageHash } }) => {
        const wish = { kind, contentHash, ...(pageHash && { pageHash }) };
        const path = `/api/submissions/${id}/decisions`;
        return press((key) => visitor.post(path, wish, { 'idempotency-key': key }), told);
      }),
    );
  };
  const drafts = await writeDrafts(stack);
  stack.counts.reset();
  const [before, memory] = [process.cpuUsage(), heldMegabytes()];
  const submitting = await seconds(async () => {
    const visitor = await as(DRAFTER);
    await Promise.all(
      drafts.map(({ id, revision, passedOver }) =>
        press(
          (key) =>
            visitor.post(
              `/api/reports/${id}/submissions`,
              { passedOver },
              { 'if-match': `"${revision}"`, 'idempotency-key': key },
            ),
          told,
        ),
      ),
    );
    await until(() => waits(DEPUTY));
  });
  const toAgree = await readWaiting(stack, DEPUTY);
  const agreeing = await seconds(async () => {
    await decideAll(DEPUTY, 'agree', toAgree);
    await until(() => waits(CHAIRMAN));
  });
  const toSign = await readWaiting(stack, CHAIRMAN);
  let rows: OutgoingEntry[] = [];
  const signing = await seconds(async () => {
    await decideAll(CHAIRMAN, 'sign', toSign);
    await until(async () => {
      const path = `/api/registers/outgoing?year=${YEAR}&series=baoCao&limit=100`;
      rows = await readAll<OutgoingEntry>(await as('phan-thi-ngoc-lan'), path);
      return rows.filter(({ status }) => status === 'complete').length >= REPORTS;
    });
  });
  const numbers = rows.map(({ number }) => number).toSorted((one, other) => one - other);
  const gaps = numbers.filter((number, index) => number !== USED_ON_PAPER + 1 + index).length;
  const calls = stack.counts.all().reduce((sum, count) => sum + count.calls, 0);
  const processor = process.cpuUsage(before);
  const orientation: Figure[] = [
    { what: 'from submitting to being asked', value: submitting, unit: 's' },
    { what: 'from agreeing to the signer being asked', value: agreeing, unit: 's' },
    { what: 'from signing to being issued', value: signing, unit: 's' },
    { what: 'answers that said "ask again"', value: told.askAgain, unit: '' },
    { what: 'steps that the workflow tried again', value: stepsTriedAgain(stack), unit: '' },
    { what: 'calls of AWS for a report', value: calls / REPORTS, unit: '' },
    // Beside it Java and the renderer work, in processes of their own.
    {
      what: 'processor time of a report, in the stack itself',
      value: (processor.user + processor.system) / 1_000 / REPORTS,
      unit: 'ms',
    },
    { what: 'memory before', value: memory, unit: 'MB' },
    { what: 'memory after', value: heldMegabytes(), unit: 'MB' },
    { what: 'a press, median', value: median(told.times), unit: 'ms' },
    { what: 'a press, longest', value: Math.max(...told.times), unit: 'ms' },
  ];
  return {
    name: `the end of a month: ${REPORTS} reports submitted, agreed and signed at once`,
    figures: [
      {
        what: 'all issued after',
        value: submitting + agreeing + signing,
        unit: 's',
        goal: { atMost: ALL_ISSUED_SECONDS },
      },
      { what: 'presses repeated by hand', value: told.byHand, unit: '', goal: { atMost: 0 } },
      { what: 'gaps in the register', value: gaps, unit: '', goal: { atMost: 0 } },
    ],
    orientation,
  };
};
