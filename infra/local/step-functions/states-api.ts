// What does the Step Functions API say on the wire (AWS JSON 1.0) for machines that run here? HTTP,
// signatures and permissions are the gateway's.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Json } from './definition.ts';
import type { StateMachineRunner } from './runner.ts';
import { StatesError } from './states-error.ts';
import { executionOfToken } from './task.ts';

const TARGET_PREFIX = 'AWSStepFunctions.';

/** The longest of AWS's task tokens. */
const token = z.string().min(1).max(2048);
const arn = z.string().min(1).max(256);

const requests = {
  StartExecution: z.object({
    stateMachineArn: arn,
    name: z.string().optional(),
    input: z.string().optional(),
  }),
  DescribeExecution: z.object({ executionArn: arn }),
  ListExecutions: z.object({
    stateMachineArn: arn,
    statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']).optional(),
    maxResults: z.number().int().min(0).max(1000).optional(),
    nextToken: z.string().optional(),
  }),
  StopExecution: z.object({
    executionArn: arn,
    error: z.string().max(256).optional(),
    cause: z.string().max(32_768).optional(),
  }),
  SendTaskSuccess: z.object({ taskToken: token, output: z.string() }),
  SendTaskFailure: z.object({
    taskToken: token,
    error: z.string().max(256).optional(),
    cause: z.string().max(32_768).optional(),
  }),
  SendTaskHeartbeat: z.object({ taskToken: token }),
  RedriveExecution: z.object({ executionArn: arn }),
  GetExecutionHistory: z.object({
    executionArn: arn,
    reverseOrder: z.boolean().optional(),
    maxResults: z.number().int().min(0).max(1000).optional(),
    nextToken: z.string().optional(),
  }),
};

type Action = keyof typeof requests;
type Answered = { status: number; headers: Record<string, string>; body: string };

/** Answers one request; a refusal is a 400 with `__type`, as the SDK expects it. */
export const answerStates = (
  machines: Iterable<StateMachineRunner>,
  target: string,
  body: string | Uint8Array,
): Answered => {
  try {
    return answered(200, perform([...machines], actionOf(target), body));
  } catch (refusal) {
    if (!(refusal instanceof StatesError)) throw refusal;
    return answered(400, { __type: refusal.name, message: refusal.message });
  }
};

/** What the request wants to do, and to which resources, in IAM's words. SendTask* know no resource. */
export const statesActionOf = (
  target: string,
  body: string | Uint8Array,
  region: string,
  account: string,
): { action: string; resources: string[] } => {
  const action = target.replace(TARGET_PREFIX, '');
  const { stateMachineArn, executionArn } = partsOf(body);
  const named = [stateMachineArn, executionArn].filter((part) => typeof part === 'string');
  const everything = action.startsWith('SendTask') ? '*' : `arn:aws:states:${region}:${account}:*`;
  return { action: `states:${action}`, resources: named.length > 0 ? named : [everything] };
};

const perform = (
  machines: StateMachineRunner[],
  action: Action,
  body: string | Uint8Array,
): object => {
  const parts = partsOf(body);
  switch (action) {
    case 'StartExecution': {
      const { stateMachineArn, name = randomUUID(), input = '{}' } = read(action, parts);
      const started = machineOf(machines, stateMachineArn).start(
        name,
        jsonOf(input, 'InvalidExecutionInput'),
      );
      return { executionArn: started.executionArn, startDate: started.startedAt / 1000 };
    }
    case 'DescribeExecution': {
      const { executionArn } = read(action, parts);
      return described(ownerOf(machines, executionArn), executionArn);
    }
    case 'ListExecutions': {
      const request = read(action, parts);
      const machine = machineOf(machines, request.stateMachineArn);
      const { page, ...more } = pageOf(machine.list(request.statusFilter), request);
      return {
        executions: page.map(({ arn, name, status, startedAt, stoppedAt, redriveCount }) => ({
          executionArn: arn,
          stateMachineArn: machine.arn,
          name,
          status,
          startDate: startedAt / 1000,
          ...(stoppedAt !== undefined && { stopDate: stoppedAt / 1000 }),
          redriveCount,
        })),
        ...more,
      };
    }
    case 'StopExecution': {
      const { executionArn, error, cause } = read(action, parts);
      return { stopDate: ownerOf(machines, executionArn).stop(executionArn, error, cause) / 1000 };
    }
    case 'SendTaskSuccess': {
      const { taskToken, output } = read(action, parts);
      const answer = jsonOf(output, 'InvalidOutput');
      ownerOfToken(machines, taskToken).sendTaskSuccess(taskToken, answer);
      return {};
    }
    case 'SendTaskFailure': {
      const { taskToken, error, cause } = read(action, parts);
      ownerOfToken(machines, taskToken).sendTaskFailure(taskToken, error, cause);
      return {};
    }
    case 'SendTaskHeartbeat': {
      const { taskToken } = read(action, parts);
      ownerOfToken(machines, taskToken).sendTaskHeartbeat(taskToken);
      return {};
    }
    case 'RedriveExecution': {
      const { executionArn } = read(action, parts);
      return { redriveDate: ownerOf(machines, executionArn).redrive(executionArn) / 1000 };
    }
    case 'GetExecutionHistory': {
      const request = read(action, parts);
      const { executionArn } = request;
      const events = ownerOf(machines, executionArn)
        .history(executionArn)
        .map((event, index) => historyEvent(event, index));
      const { page, ...more } = pageOf(request.reverseOrder ? events.reverse() : events, request);
      return { events: page, ...more };
    }
  }
};

const described = (machine: StateMachineRunner, executionArn: string): object => {
  const execution = machine.describe(executionArn);
  const { startedAt, stoppedAt, redrivenAt, notRedrivable } = execution;
  return {
    executionArn,
    stateMachineArn: machine.arn,
    name: execution.name,
    status: execution.status,
    startDate: startedAt / 1000,
    ...(stoppedAt !== undefined && { stopDate: stoppedAt / 1000 }),
    input: JSON.stringify(execution.input),
    inputDetails: { included: true },
    ...(execution.output !== undefined && {
      output: JSON.stringify(execution.output),
      outputDetails: { included: true },
    }),
    ...(execution.error !== undefined && { error: execution.error }),
    ...(execution.cause !== undefined && { cause: execution.cause }),
    redriveCount: execution.redriveCount,
    redriveStatus: notRedrivable === null ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    ...(notRedrivable !== null && { redriveStatusReason: notRedrivable }),
    ...(redrivenAt !== undefined && { redriveDate: redrivenAt / 1000 }),
  };
};

const historyEvent = (
  event: ReturnType<StateMachineRunner['history']>[number],
  index: number,
): object => {
  const { at, type, state, error } = event;
  return {
    id: index + 1,
    previousEventId: index,
    timestamp: at / 1000,
    type,
    ...(type.endsWith('StateEntered') && { stateEnteredEventDetails: { name: state } }),
    ...(type.endsWith('StateExited') && { stateExitedEventDetails: { name: state } }),
    ...(error !== undefined && { taskFailedEventDetails: { error } }),
  };
};

/** Page of a list; the token is the place of the next one. AWS's page holds 100 unless told. */
const pageOf = <Item>(
  items: Item[],
  {
    maxResults,
    nextToken = '0',
  }: { maxResults?: number | undefined; nextToken?: string | undefined },
): { page: Item[]; nextToken?: string } => {
  const from = Number(nextToken);
  if (!Number.isInteger(from) || from < 0) throw new StatesError('InvalidToken', 'Invalid Token');
  const to = from + (maxResults || 100);
  return { page: items.slice(from, to), ...(to < items.length && { nextToken: String(to) }) };
};

const actionOf = (target: string): Action => {
  const action = target.replace(TARGET_PREFIX, '');
  if (Object.hasOwn(requests, action)) return action as Action;
  throw new StatesError('UnknownOperationException', `${target} is not answered here`);
};

const read = <Name extends Action>(
  action: Name,
  parts: unknown,
): z.infer<(typeof requests)[Name]> => {
  const request = requests[action].safeParse(parts);
  if (request.success) return request.data as z.infer<(typeof requests)[Name]>;
  const complaints = request.error.issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
  throw new StatesError('ValidationException', complaints.join('; '));
};

const partsOf = (body: string | Uint8Array): Record<string, unknown> => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(body).toString() || '{}');
    return typeof parts === 'object' && parts !== null ? { ...parts } : {};
  } catch {
    return {};
  }
};

const jsonOf = (text: string, refusal: 'InvalidExecutionInput' | 'InvalidOutput'): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new StatesError(refusal, 'Invalid JSON');
  }
};

const machineOf = (machines: StateMachineRunner[], machineArn: string): StateMachineRunner => {
  const found = machines.find(({ arn }) => arn === machineArn);
  if (found !== undefined) return found;
  throw new StatesError(
    'StateMachineDoesNotExist',
    `State Machine Does Not Exist: '${machineArn}'`,
  );
};

const ownerOf = (machines: StateMachineRunner[], executionArn: string): StateMachineRunner => {
  const machineArn = executionArn.replace(':execution:', ':stateMachine:');
  const found = machines.find(({ arn }) => machineArn.startsWith(`${arn}:`));
  if (found !== undefined) return found;
  throw new StatesError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
};

const ownerOfToken = (machines: StateMachineRunner[], taskToken: string): StateMachineRunner => {
  const executionArn = executionOfToken(taskToken);
  if (executionArn === undefined) {
    throw new StatesError('InvalidToken', "Invalid Token: 'Invalid token'");
  }
  const machineArn = executionArn.replace(':execution:', ':stateMachine:');
  const found = machines.find(({ arn }) => machineArn.startsWith(`${arn}:`));
  if (found !== undefined) return found;
  throw new StatesError('TaskDoesNotExist', 'Task does not exist: its state machine is not here');
};

const answered = (status: number, body: object): Answered => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(body),
});
