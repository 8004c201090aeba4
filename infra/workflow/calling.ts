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
import { type Asking, HAND_OFF_VERSION } from '../../functions/contracts/hand-offs.ts';
import type { AppFunction } from '../constructs/app-function.ts';

/** What a contract asks for, each part given or read from a path of the state's input. */
export type Told<Contract> = Contract extends string | number
  ? Contract | string
  : Contract extends object
    ? { [Name in keyof Contract]: Told<Contract[Name]> }
    : Contract;

/** Reads a part of the state's input, of any kind. */
export const from = (path: string): string => JsonPath.stringAt(path);

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

/** CDK leaves out what is null; the contracts want it said. */
const inFull = (told: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(told).map(([name, value]) => {
      if (value === null) return [name, Token.asAny(null)];
      return [name, typeof value === 'object' ? inFull(value) : value];
    }),
  );

/**
 * A state that calls a function.
 * `told` is what the function gets, or the state's whole input when left out; `answerTo` is where its answer goes, or nowhere.
 */
export const call = (
  scope: Construct,
  name: string,
  worker: AppFunction,
  { told, answerTo }: { told?: object; answerTo?: string } = {},
): LambdaInvoke => {
  const task = new LambdaInvoke(scope, name, {
    lambdaFunction: worker,
    ...(told && { payload: TaskInput.fromObject(inFull(told)) }),
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
    resultPath: answerTo ?? JsonPath.DISCARD,
    taskTimeout: Timeout.duration(worker.limit.plus(TO_START_AND_HEAR)),
  });
  task.addRetry(AGAIN);
  task.addRetry(AFTER_A_CRASH);
  return task;
};

/** A state that asks people and waits for `$.answer.outcome`, until it is time to remind them (States.Timeout). */
export const askAndWait = (
  scope: Construct,
  name: string,
  ask: AppFunction,
  { wait, page, reason }: { wait: Told<Asking['wait']>; page?: string; reason?: string },
): LambdaInvoke => {
  const asking: Told<Asking> = {
    handOff: HAND_OFF_VERSION,
    submissionId: from('$.submissionId'),
    wait,
    pageSha256: page ?? null,
    reason: reason ?? null,
    token: JsonPath.taskToken,
  };
  const task = new LambdaInvoke(scope, name, {
    lambdaFunction: ask,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject(inFull(asking)),
    retryOnServiceExceptions: false,
    resultPath: '$.answer',
    taskTimeout: Timeout.at('$.patience'),
  });
  task.addRetry(AGAIN);
  task.addRetry(AFTER_A_CRASH);
  return task;
};
