// How is the state machine started and answered? One execution for each turn of a submission, named after it; a wait
// is answered by its task token.
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Origin } from '../contracts/correlation.ts';
import { executionNameOf, type Turn } from '../contracts/execution-name.ts';
import type { Workflow } from '../use-cases/ports.ts';
import { answerOf } from './unavailable.ts';

const STEP_FUNCTIONS = 'Step Functions';

/** What was answered; null when it met one of these errors. */
const answerUnless = async <Answer>(
  call: Promise<Answer>,
  ...otherwise: (new (
    ...given: never[]
  ) => Error)[]
): Promise<Answer | null> => {
  try {
    return await answerOf(STEP_FUNCTIONS, call);
  } catch (error) {
    if (otherwise.some((kind) => error instanceof kind)) return null;
    throw error;
  }
};

export const workflowOf = (machine: {
  client: SFNClient;
  arn: string;
  /** What the execution's tasks are to log with their lines; it stays in its input. */
  origin?: () => Origin;
  /** Hears of each turn that was started. */
  started?: (turn: Turn) => void;
}): Workflow => {
  const isGoing = async (turn: Turn): Promise<boolean> => {
    const executions = machine.arn.replace(':stateMachine:', ':execution:');
    const ask = new DescribeExecutionCommand({
      executionArn: `${executions}:${executionNameOf(turn)}`,
    });
    const execution = await answerUnless(machine.client.send(ask), ExecutionDoesNotExist);
    return execution?.status === 'RUNNING' || execution?.status === 'PENDING_REDRIVE';
  };

  return {
    isGoing,

    // The name is taken for 90 days after an execution has ended, however it ended.
    start: async (input, turn) => {
      const named = { submissionId: input.submissionId, turn };
      const start = new StartExecutionCommand({
        stateMachineArn: machine.arn,
        name: executionNameOf(named),
        input: JSON.stringify({ ...machine.origin?.(), ...input }),
      });
      const started = await answerUnless(machine.client.send(start), ExecutionAlreadyExists);
      if (started !== null) machine.started?.(named);
      return started !== null || (await isGoing(named)) ? 'going' : 'ended';
    },

    answer: async (token, outcome) => {
      const answer = new SendTaskSuccessCommand({
        taskToken: token,
        output: JSON.stringify({ outcome }),
      });
      const sending = machine.client.send(answer);
      const answered = await answerUnless(sending, TaskTimedOut, TaskDoesNotExist, InvalidToken);
      return answered === null ? 'gone' : 'answered';
    },
  };
};
