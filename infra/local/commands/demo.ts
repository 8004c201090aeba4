// npm run demo: does the main job run? The seed report goes from its drafter to three inboxes, over HTTP, as those people.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryProgress, EventView } from '../../../functions/contracts/views.ts';
import { printedNumber } from '../../../functions/domain/printed-number.ts';
import { clockAhead } from '../clock-ahead.ts';
import { showDetours } from '../demo/detours.ts';
import { expectOk, type Office, openOffice } from '../people/office.ts';
import { visitEachOnce } from '../people/visitor.ts';
import { type Stack, startStack } from '../stack.ts';
import { checkMachine } from '../this-machine/machine-check.ts';
import { runCommand } from './console.ts';
import { ASSEMBLY, ROOT, synthesizeIfOlder } from './synthesize.ts';

const OUT = join(ROOT, 'out');
const OFFICERS = ['vo-thi-hong-nhung', 'bui-duc-long'];

type Narrator = <Result>(what: string, step: () => Promise<Result>) => Promise<Result>;

/** Prints each step with its time, and keeps the milliseconds. */
const narrate =
  (milliseconds: Record<string, number>): Narrator =>
  async (what, step) => {
    const started = performance.now();
    const result = await step();
    const took = Math.round(performance.now() - started);
    milliseconds[what] = took;
    console.log(`${String(took).padStart(7)} ms  ${what}`);
    return result;
  };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** From draft to receipts; gives what `demo.json` says of it. */
const mainJob = async (office: Office, tell: Narrator) => {
  const drafter = await office.as('tran-thi-thu-ha');
  const report = await tell('Trần Thị Thu Hà drafts the report', () => office.draft());
  await tell('she looks at the page', () =>
    drafter.get(`/api/reports/${report.id}/preview`).then(expectOk),
  );
  const submissionId = await tell('and submits it for signature', () => office.submit(report));
  await tell('Lê Quốc Hưng, who reviews, agrees', () =>
    office.decide('le-quoc-hung', submissionId, 'agree'),
  );
  await tell('Nguyễn Văn Minh, the chairman, signs', () =>
    office.decide('nguyen-van-minh', submissionId, 'sign'),
  );
  const issued = await tell('numbered, signed, sealed, stored and issued', () =>
    office.untilStatus(report.id, 'issued'),
  );
  const deliveries = await tell('delivered to three', () =>
    Promise.all([...OFFICERS, 'ho-thi-mai'].map((officer) => office.delivered(officer, report.id))),
  );
  const [pdf] = await tell('the two offices download it', () =>
    Promise.all(OFFICERS.map((officer) => office.download(officer, report.id, 'pdf'))),
  );
  const docx = await office.download('vo-thi-hong-nhung', report.id, 'docx');
  await tell('open it', async () => {
    for (const [index, officer] of OFFICERS.entries()) {
      const visitor = await office.as(officer);
      expectOk(await visitor.get(`/api/deliveries/${deliveries[index]?.id}`));
    }
  });
  const received = await tell('and receive it into their registers', () =>
    Promise.all(
      OFFICERS.map((officer, index) => office.receive(officer, deliveries[index]?.id ?? '')),
    ),
  );
  const history = await drafter.get<{ items: EventView[] }>(
    `/api/reports/${report.id}/history?limit=100`,
  );
  const progress = await drafter.get<{ items: DeliveryProgress[] }>(
    `/api/reports/${report.id}/deliveries`,
  );
  if (!pdf || !issued.issue) throw new Error('nothing was issued');
  return {
    report: issued,
    issue: issued.issue,
    submissionId,
    pdf,
    docx,
    received,
    history,
    progress,
  };
};

const writeOut = (
  {
    report,
    issue,
    submissionId,
    pdf,
    docx,
    received,
    history,
    progress,
  }: Awaited<ReturnType<typeof mainJob>>,
  authorityPem: string,
  milliseconds: Record<string, number>,
): void => {
  mkdirSync(OUT, { recursive: true });
  const name = printedNumber(issue.number, issue.symbol).replaceAll('/', '-');
  const write = (file: string, bytes: Uint8Array | string) => {
    writeFileSync(join(OUT, file), bytes);
    console.log(`           out/${file}`);
  };
  write(`${name}.pdf`, pdf.bytes);
  write(`${name}.docx`, docx.bytes);
  write('demo-ca.pem', authorityPem);
  const facts = {
    reportId: report.id,
    submissionId,
    status: report.status,
    number: printedNumber(issue.number, issue.symbol),
    date: issue.date,
    contentHash: report.submission?.contentHash,
    pageHash: report.submission?.pageHash,
    pdfSha256: sha256(pdf.bytes),
    docxSha256: sha256(docx.bytes),
    events: history.body.items.map(({ sequence, at, actor, happening, hash }) => ({
      sequence,
      at,
      actor,
      kind: happening.kind,
      hash,
    })),
    deliveries: progress.body.items,
    receipts: received.map((delivery) => ({
      deliveryId: delivery.id,
      ...(delivery.status === 'received' && { receipt: delivery.receipt }),
    })),
    milliseconds,
  };
  write('demo.json', `${JSON.stringify(facts, null, 2)}\n`);
};

/** A stack of its own, thrown away afterwards; nothing of `npm start` is touched. */
const withStack = async (
  show: (stack: Stack, passTime: (milliseconds: number) => void) => Promise<void>,
): Promise<void> => {
  const { now, passTime } = clockAhead();
  const folder = mkdtempSync(join(tmpdir(), 'trinh-ky-demo-'));
  const stack = await startStack({
    folder,
    assembly: ASSEMBLY,
    port: 0,
    filesPort: 0,
    report: (what) => console.error(what),
    clock: now,
  });
  try {
    await show(stack, (milliseconds) => passTime(stack, milliseconds));
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

await runCommand(async () => {
  checkMachine();
  await synthesizeIfOlder();
  const milliseconds: Record<string, number> = {};
  const tell = narrate(milliseconds);
  await withStack(async (stack, passTime) => {
    const office = openOffice(visitEachOnce(stack.url, stack.password));
    const done = await mainJob(office, tell);
    if (process.argv.includes('--all')) await showDetours(stack, office, { tell, passTime });
    writeOut(done, stack.authorityPem, milliseconds);
  });
  process.exit(0);
});
