// Is a report still issued once, if everything is killed between its submission and its last delivery, and started again?
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReportId, SubmissionId } from '../../functions/domain/ids.ts';
import { roundsAgreed } from '../../functions/domain/workflow/submission.ts';
import { type Office, openOffice, until } from '../../infra/local/people/office.ts';
import { visitEachOnce } from '../../infra/local/people/visitor.ts';
import { drawsFrom } from '../support/draws.ts';
import { onePage } from '../support/seed-report.ts';
import { type BehindTheDesks, behindTheDesks } from './behind-the-desks.ts';
import type { Instant, News, Order } from './mortal-stack.ts';

const DRAFTER = 'tran-thi-thu-ha';
const RECIPIENTS = ['org_huyen-huong-son', 'org_phong-noi-vu', 'org_phong-van-hoa'];
/** The last number that the commune used on paper. */
const ON_PAPER = 117;
/** Two starts of the whole stack and two ways of a report, on a machine that does other things as well. */
const PATIENCE_MS = 300_000;

const after = (caller: string, action: string, nth = 1): Instant => ({
  ...{ moment: 'after', caller, action, nth },
});

/** Between what must not be done twice and the news of it. */
const TELLING: Instant[] = [
  after('approval', 'dynamodb:TransactWriteItems', 2), // the chairman's decision | the resumption
  after('number', 'dynamodb:TransactWriteItems'), // number | sign
  after('sign', 's3:PutObject'), // sign | seal
  after('seal', 's3:PutObject'), // seal | store
];

/** Everything that changes something between submission and last delivery, and how often it happens on a straight way. */
const CHANGES: [caller: string, action: string, times: number][] = [
  ['drafting', 'dynamodb:TransactWriteItems', 1],
  ['drafting', 'states:StartExecution', 1],
  ['prepare', 's3:PutObject', 1],
  ['render', 's3:PutObject', 5],
  ['ask', 'dynamodb:TransactWriteItems', 2],
  ['ask', 'ses:SendEmail', 2],
  ['ask', 'dynamodb:PutItem', 2],
  ['approval', 'dynamodb:TransactWriteItems', 2],
  ['approval', 'states:SendTaskSuccess', 2],
  ['number', 'dynamodb:TransactWriteItems', 1],
  ['sign', 's3:PutObject', 1],
  ['seal', 'kms:Sign', 1],
  ['seal', 's3:PutObject', 1],
  ['store', 's3:PutObject', 2],
  ['store', 'dynamodb:PutItem', 1],
  ['close', 'dynamodb:TransactWriteItems', 1],
  ['deliver', 'dynamodb:TransactWriteItems', 3],
];
const INSTANTS = CHANGES.flatMap(([caller, action, times]) =>
  Array.from({ length: times }, (_, index): Instant[] => [
    { moment: 'before', caller, action, nth: index + 1 },
    { moment: 'after', caller, action, nth: index + 1 },
  ]).flat(),
);

/** As many as an office's bad luck is asked to show. */
const ALL = 20;
const SEED = 118;

const nameOf = ({ moment, caller, action, nth }: Instant) =>
  `${moment} call ${nth} of ${action} by ${caller}`;

const chosenInstants = (): Instant[] => {
  const told = TELLING.map(nameOf);
  const others = INSTANTS.filter((instant) => !told.includes(nameOf(instant)));
  const draw = drawsFrom(SEED);
  const drawn = Array.from({ length: ALL - TELLING.length }, () =>
    others.splice(Math.floor(draw() * others.length), 1),
  );
  return [...TELLING, ...drawn.flat()];
};

/** Half a minute each: a quick run shows that no second number is taken. */
const QUICK = TELLING.filter(({ caller }) => caller === 'number');

const instants = process.env.SLOW ? chosenInstants() : QUICK;

/** Processes that still use the folder; what is dead already shows no command line. */
const livingIn = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    });

const ENTRY = fileURLToPath(new URL('./mortal-stack.ts', import.meta.url));

type Living = {
  process: ChildProcess;
  died: Promise<unknown>;
  office: Office;
  behind: BehindTheDesks;
  order(what: Order): Promise<void>;
};

const bringToLife = async (folder: string): Promise<Living> => {
  // A group of its own, which dies as a whole and takes nothing of the test with it.
  const child = spawn(process.execPath, [ENTRY, folder], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit');
  const heard = async (): Promise<News> => {
    const [news] = await Promise.race([once(child, 'message'), died]);
    if (typeof news !== 'object' || news === null) throw new Error('the stack died');
    return news;
  };
  const news = await heard();
  if (!('ready' in news)) throw new Error('the stack did not say where it is');
  const { url, password, doors } = news.ready;
  return {
    process: child,
    died,
    office: openOffice(visitEachOnce(url, password), onePage),
    behind: behindTheDesks(doors),
    order: async (what) => {
      child.send(what);
      await heard();
    },
  };
};

/** Everybody does what is theirs to do, from where the report is now. */
const pressOn = async ({ office, behind }: Living, reportId: ReportId): Promise<SubmissionId> => {
  const report = await office.read(DRAFTER, reportId);
  const underWay = report.status === 'draft' ? null : report.submission;
  const submissionId = underWay?.id ?? (await office.submit(report));
  const round = roundsAgreed(await behind.submission(submissionId));
  if (round === 0) await office.decide('le-quoc-hung', submissionId, 'agree');
  if (round <= 1) await office.decide('nguyen-van-minh', submissionId, 'sign');
  await behind.untilEnded(submissionId);
  return submissionId;
};

describe('a stack that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  let living: Living | undefined;

  afterAll(async () => {
    living?.behind.close();
    living?.process.kill('SIGKILL');
    await living?.died;
    await until('everything to end', async () => livingIn(folder).length === 0);
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [index, instant] of instants.entries()) {
    it(
      `issues the report once, though it died ${nameOf(instant)}`,
      async () => {
        // Prepare: a report on its way, and the end of everything.
        living ??= await bringToLife(folder);
        const { id } = await living.office.draft();
        await living.order({ dieAt: { ...instant } });
        await Promise.race([living.died, pressOn(living, id).catch(() => living?.died)]);
        await living.died;
        living.behind.close();
        const { signalCode } = living.process;
        await until('Java and the renderer to end', async () => livingIn(folder).length === 0);

        // Act: the next morning. What was pressed and had no effect is found by the sweep.
        living = await bringToLife(folder);
        const { office, behind, order } = living;
        const { submission } = await office.read(DRAFTER, id);
        if (submission) await behind.letTimePass(submission.id);
        await order({ sweep: true });
        const submissionId = await pressOn(living, id);

        // Assess
        const register = await behind.register();
        const { delivered: deliveries } = await behind.records.deliveries.of(id);
        const kinds = await behind.kinds(id);
        expect(signalCode).toBe('SIGKILL');
        expect(await behind.submission(submissionId)).toMatchObject({
          status: 'issued',
          number: { number: ON_PAPER + 1 + index },
          stuck: null,
          owedSince: null,
        });
        expect(register.map(({ number, status }) => [number, status])).toEqual(
          register.map((_, row) => [ON_PAPER + 1 + row, 'complete']),
        );
        expect(register).toHaveLength(index + 1);
        expect((await behind.storedFiles(id)).toSorted()).toEqual(['reuse.docx', 'signed.pdf']);
        expect(deliveries.map(({ recipientId }) => recipientId).toSorted()).toEqual(RECIPIENTS);
        expect(kinds.filter((kind) => ['numbered', 'issued'].includes(kind))).toHaveLength(2);
        expect(await behind.brokenLinks(id)).toEqual([]);
      },
      PATIENCE_MS,
    );
  }
});
