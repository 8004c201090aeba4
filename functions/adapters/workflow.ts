// How is the state machine started, answered and sent on? One execution per submission, named after it.
import {
  ExecutionAlreadyExists,
  ExecutionNotRedrivable,
  InvalidToken,
  RedriveExecutionCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Workflow } from '../use-cases/ports.ts';
import { answerOf } from './unavailable.ts';

const STEP_FUNCTIONS = 'Step Functions';

/** Runs `call`; true when it went through, false when it met one of these errors. */
const wentThrough = async (
  call: Promise<unknown>,
  ...otherwise: (new (
    ...given: never[]
  ) => Error)[]
): Promise<boolean> => {
  try {
    await answerOf(STEP_FUNCTIONS, call);
    return true;
  } catch (error) {
    if (otherwise.some((kind) => error instanceof kind)) return false;
    throw error;
  }
};

export const workflowOf = (machine: { client: SFNClient; arn: string }): Workflow => ({
  start: async (input) => {
    const start = new StartExecutionCommand({
      stateMachineArn: machine.arn,
      name: input.submissionId,
      input: JSON.stringify(input),
    });
    await wentThrough(machine.client.send(start), ExecutionAlreadyExists);
  },

  answer: async (token, outcome) => {
    const answer = new SendTaskSuccessCommand({
      taskToken: token,
      output: JSON.stringify({ outcome }),
    });
    const sending = machine.client.send(answer);
    return (await wentThrough(sending, TaskTimedOut, TaskDoesNotExist, InvalidToken))
      ? 'answered'
      : 'gone';
  },

  redrive: async (submissionId) => {
    const executions = machine.arn.replace(':stateMachine:', ':execution:');
    const redrive = new RedriveExecutionCommand({
      executionArn: `${executions}:${submissionId}`,
    });
    await wentThrough(machine.client.send(redrive), ExecutionNotRedrivable);
  },
});
