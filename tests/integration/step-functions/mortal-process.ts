// A process that runs one approval and can die by SIGKILL at a chosen instant of its life:
//   node mortal-process.ts FOLDER LOG [INSTANT COUNT]
// It dies at the COUNT-th time it comes to that instant; without one it lives until the approval ends.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import type { Json } from '../../../infra/local/step-functions/definition.ts';
import { approvalMachine } from './approval-machine.ts';
import { lambdaError, MACHINE } from './machine-under-test.ts';

const [folder = '', log = '', instant = 'never', count = '0'] = process.argv.slice(2);

let left = Number(count);
const dieAt = (here: string): void => {
  if (here === instant && --left === 0) process.kill(process.pid, 'SIGKILL');
};

/** The files of an execution are written beside and renamed over: die before, between and after. */
const { renameSync, writeFileSync } = fs;
fs.writeFileSync = ((file: string, text: string, options?: fs.WriteFileOptions) => {
  if (String(file).endsWith('.next')) {
    if (instant === 'half-written' && left === 1)
      writeFileSync(file, text.slice(0, text.length / 2));
    dieAt('half-written');
  }
  writeFileSync(file, text, options);
}) as typeof fs.writeFileSync;
fs.renameSync = (from, to) => {
  dieAt('before-save');
  renameSync(from, to);
  dieAt('after-save');
};
syncBuiltinESMExports();

const { openStateMachine } = await import('../../../infra/local/step-functions/runner.ts');

const note = (entry: object) => fs.appendFileSync(log, `${JSON.stringify(entry)}\n`);
const notes = () =>
  fs.existsSync(log)
    ? fs
        .readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];

/** The person's decision, as a use case sends it: again and again until it has had its effect. */
const answer = (token: string): void => {
  const decision = notes().filter((entry) => entry.answering !== undefined).length;
  note({ answering: decision });
  dieAt('before-answer');
  try {
    machine.sendTaskSuccess(token, { decision });
    dieAt('after-answer');
    note({ acknowledged: decision });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'TaskTimedOut')) throw error;
  }
};

const invoke = async (arn: string, payload: Json): Promise<unknown> => {
  const called = arn.slice(arn.lastIndexOf(':') + 1);
  if (called === 'ask') {
    const { token } = payload as { token: string };
    const kept = fs.readFileSync(join(folder, 'executions', 'one', 'execution.json'), 'utf8');
    note({ called, token, deadline: JSON.parse(kept).strand.visit.attempt.deadline });
    setImmediate(() => answer(token));
  } else {
    note({ called, payload });
  }
  dieAt('during-call');
  await new Promise(setImmediate);
  const signed = notes().filter((entry) => entry.called === 'sign').length;
  if (called === 'sign' && signed < 3) throw lambdaError('Unavailable', 'the key is asleep');
  return called;
};

const machine = openStateMachine({
  arn: MACHINE,
  definition: approvalMachine,
  folder,
  invoke,
  onStatusChange: ({ status }) => {
    dieAt('before-told');
    note({ told: status });
    if (status === 'SUCCEEDED') setImmediate(() => machine.close());
  },
});
if (machine.list().length === 0) machine.start('one', { recipients: ['a', 'b'] });
machine.resumeAll();
const asked = notes().find((entry) => entry.token !== undefined);
if (asked !== undefined) answer(asked.token);
