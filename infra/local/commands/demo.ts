// npm run demo: the main job on a stack of its own, and with --all the detours; the files that result are written into out/.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printedNumber } from '../../../functions/domain/issued/printed-number.ts';
import { clockAhead } from '../clock-ahead.ts';
import { showDetours } from '../demo/detours.ts';
import { mainJob } from '../demo/main-job.ts';
import { narrate } from '../demo/narrator.ts';
import { openOffice } from '../people/office.ts';
import { visitEachOnce } from '../people/visitor.ts';
import { type Stack, startStack } from '../stack.ts';
import { checkMachine } from '../this-machine/machine-check.ts';
import { runCommand } from './console.ts';
import { ASSEMBLY, ROOT, synthesizeIfOlder } from './synthesize.ts';

const OUT = join(ROOT, 'out');

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

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
