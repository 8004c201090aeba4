// How does a state call its function? With a limit, again only when trying again can help, and for people's answers by a token.
import { Duration, Token } from 'aws-cdk-lib';
import {
  IntegrationPattern,
  JitterType,
  JsonPath,
  type RetryProps,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import {
  type Answer,
  Answered,
  type Asking,
  HAND_OFFS,
  type HandOff,
  Started,
} from '../../functions/contracts/hand-offs.ts';
import type { Sha256 } from '../../functions/domain/ids.ts';
import type { Wait } from '../../functions/domain/workflow/wait.ts';
import type { AppFunction } from '../constructs/app-function.ts';
import { type From, type Into, Path, partsOf, pathsInto, read } from './paths.ts';

/** The functions that the states call. */
export type Workers = Record<HandOff['by'], AppFunction>;

/** Where the states stand, and who does their work. */
export type MachineScope = { scope: Construct; workers: Workers };

/** What a contract asks for, whole or in parts, each said or read from its place in the state's input. */
export type Told<Contract> = Contract | From<Contract> | Parts<Contract>;
type Parts<Contract> = Contract extends string | number
  ? never
  : Contract extends object
    ? { [Name in keyof Contract]: Told<Contract[Name]> }
    : never;

/** Ours for "what is behind me did not answer", and Lambda's own. A refusal or a bug stays what it is, however often it is tried. */
const WORTH_ANOTHER_TRY = [
  'Unavailable',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Sandbox.Timedout',
];

/** At most 2, 4, 8 … 60 s apart, three minutes in all: by then a service has failed over, or a person must look. */
const AGAIN: RetryProps = {
  errors: WORTH_ANOTHER_TRY,
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.seconds(60),
  maxAttempts: 7,
  jitterStrategy: JitterType.FULL,
};

/**
 * The function's process ended in the middle of its work: by itself, for want of memory, or by a promise that nobody
 * awaited; `Lambda.Unknown` where Step Functions was not told which. A bundle that does not start is not among them.
 */
const CRASHED = [
  'Runtime.ExitError',
  'Runtime.OutOfMemory',
  'Runtime.UnhandledPromiseRejection',
  'Lambda.Unknown',
];

/** Three tries in all: bad luck does not come so often, and what ends a process each time is for a person to look at. */
const AFTER_A_CRASH: RetryProps = { ...AGAIN, errors: CRASHED, maxAttempts: 2 };

/** Beyond the function's own limit: to start it, and to hear of its end before giving it up. */
const TO_START_AND_HEAR = Duration.seconds(15);

/** In CDK's words, which leaves out what is null; the contracts want it said. */
export const inFull = (told: object): Record<string, unknown> => {
  const said = (value: unknown): unknown => {
    if (value instanceof Path) return read(value);
    if (value === null) return Token.asAny(null);
    return typeof value === 'object' ? inFull(value) : value;
  };
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, said(value)]));
};

/** Of an answer as much goes on as the data have a name for, whatever else it says. */
const kept = (answerTo: object | undefined) => {
  if (answerTo === undefined) return { resultPath: JsonPath.DISCARD };
  const names = partsOf(answerTo);
  return {
    resultPath: String(answerTo),
    ...(names.length > 0 && {
      resultSelector: Object.fromEntries(
        names.map((name) => [name, JsonPath.stringAt(`$.${name}`)]),
      ),
    }),
  };
};

/**
 * For the log alone (`contracts/correlation.ts`). The whole input, as what is not in it cannot be read by its path: functions of before start
 * executions that do not say where they came from.
 */
const BESIDES = {
  state: JsonPath.stringAt('$$.State.Name'),
  origin: JsonPath.objectAt('$$.Execution.Input'),
};
const payloadOf = (told: object): TaskInput =>
  TaskInput.fromObject({ ...inFull(told), ...BESIDES });

/** A state that calls a function. Its answer goes to `answerTo`, or nowhere. */
export const call = <Step extends HandOff>(
  { scope, workers }: MachineScope,
  name: string,
  step: Step,
  {
    told,
    answerTo,
  }: { told: Told<z.infer<Step['told']>>; answerTo?: Into<z.infer<Step['answers']>> },
): LambdaInvoke => {
  const worker = workers[step.by];
  const task = new LambdaInvoke(scope, name, {
    lambdaFunction: worker,
    payload: payloadOf(told),
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
    ...kept(answerTo),
    taskTimeout: Timeout.duration(worker.limit.plus(TO_START_AND_HEAR)),
  });
  task.addRetry(AGAIN);
  task.addRetry(AFTER_A_CRASH);
  return task;
};

const { submissionId } = pathsInto(Started);
const { answer } = pathsInto(Answered);

/** A state that asks people and waits for their answer, until it is time to remind them (States.Timeout). */
export const askAndWait = (
  { scope, workers }: MachineScope,
  name: string,
  about: {
    wait: Told<Wait>;
    patience: From<number>;
    page?: From<Sha256>;
    reason?: From<string>;
  },
): LambdaInvoke => {
  const told: Told<Asking> = {
    submissionId,
    wait: about.wait,
    pageSha256: about.page ?? null,
    reason: about.reason ?? null,
    token: JsonPath.taskToken,
  };
  const answerTo: Into<z.infer<typeof Answer>> = answer;
  const task = new LambdaInvoke(scope, name, {
    lambdaFunction: workers[HAND_OFFS.ask.by],
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: payloadOf(told),
    retryOnServiceExceptions: false,
    ...kept(answerTo),
    taskTimeout: Timeout.at(String(about.patience)),
  });
  task.addRetry(AGAIN);
  task.addRetry(AFTER_A_CRASH);
  return task;
};
