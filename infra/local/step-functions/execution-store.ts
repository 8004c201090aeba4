// What is kept of an execution, and how does it survive a kill at any instant? One JSON file per
// execution, replaced as a whole: written beside, then renamed over. Half a write is never seen.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readKept } from '../this-machine/kept-json.ts';
import type { Definition, Json } from './definition.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
export type TaskFailure = { error: string; cause?: string };
export type TaskResult = { output: Json } | TaskFailure;

/** One try of a Task. All instants are milliseconds since 1970, by the wall clock. */
export type Attempt = {
  deadline?: number;
  token?: string;
  /** The function of a token task has returned: it need not be called again. */
  invoked?: true;
  /** The first answer wins: a result, an error, or the timeout. Kept before anyone is told. */
  answer?: TaskResult;
};

/** A stay in one state. */
export type Visit = {
  state: string;
  input: Json;
  enteredAt: number;
  /** The history tells of it already. */
  entered?: true;
  /** How often each Retry rule has been used, by its place in the list. */
  retries: Record<number, number>;
  /** The pause before a retry ends at this instant. */
  retryAt?: number;
  /** A Wait state ends at this instant. */
  wakeAt?: number;
  attempt?: Attempt;
  /** The branches of a Parallel, the iterations of a Map. */
  strands?: Strand[];
};

/** A branch in the wide sense, a run through states one after the other: the execution's own, a Parallel's branch, a Map's iteration. */
export type Strand = { visit: Visit; done?: { output: Json } };

type HistoryEvent = { at: number; type: string; state?: string; error?: string };

export type StatusChange = {
  executionArn: string;
  stateMachineArn: string;
  name: string;
  status: ExecutionStatus;
  input: Json;
  output?: Json;
  error?: string;
  cause?: string;
};

export type Execution = {
  arn: string;
  name: string;
  /** SHA-256 of the definition it started with: an execution keeps its definition over deployments. */
  definition: string;
  status: ExecutionStatus;
  input: Json;
  output?: Json;
  error?: string;
  cause?: string;
  startedAt: number;
  stoppedAt?: number;
  /** The machine's own TimeoutSeconds. */
  deadline?: number;
  redriveCount: number;
  redrivenAt?: number;
  strand: Strand;
  history: HistoryEvent[];
  /** Status changes nobody has been told of yet, oldest first. */
  untold: StatusChange[];
};

/** Opens the folder of one machine's executions. Throws one sentence that names a damaged file. */
export const openStore = (folder: string) => {
  const definitions = join(folder, 'definitions');
  const executions = join(folder, 'executions');
  mkdirSync(definitions, { recursive: true });
  mkdirSync(executions, { recursive: true });

  /** Executions whose folder is there: each is saved dozens of times. */
  const settled = new Set<string>();

  const fileOf = (name: string) => join(executions, folderNameOf(name), 'execution.json');

  return {
    /** Every execution that was ever saved. A folder without a file is a start that was never acknowledged. */
    load(): Execution[] {
      return readdirSync(executions)
        .map((entry) => join(executions, entry, 'execution.json'))
        .filter((file) => existsSync(file))
        .map((file) => readMarked<Execution>(file, 'strand'));
    },

    /** Synchronous, so that nothing happens between deciding and keeping. */
    save(execution: Execution): void {
      const file = fileOf(execution.name);
      if (!settled.has(file)) mkdirSync(join(file, '..'), { recursive: true });
      settled.add(file);
      replace(file, JSON.stringify(execution));
    },

    keepDefinition(definition: Definition): string {
      const text = JSON.stringify(definition);
      const key = createHash('sha256').update(text).digest('hex');
      const file = join(definitions, `${key}.json`);
      if (!existsSync(file)) replace(file, text);
      return key;
    },

    definition(key: string): Definition {
      return readMarked<Definition>(join(definitions, `${key}.json`), 'States');
    },
  };
};

/** A name may hold letters a file system cannot: those folders are called by the name's hash. */
const folderNameOf = (name: string): string =>
  /^[\w-]+$/.test(name) ? name : `~${createHash('sha256').update(name).digest('hex')}`;

const replace = (file: string, text: string): void => {
  writeFileSync(`${file}.next`, text);
  renameSync(`${file}.next`, file);
};

const readMarked = <Kept>(file: string, mark: string): Kept => {
  const marked = z.custom<Kept>(
    (kept) => typeof kept === 'object' && kept !== null && mark in kept,
    `"${mark}" is missing`,
  );
  return readKept(file, marked);
};
