// How do functions reach the state machine? By the Step Functions API, through the same door as all services.

import { ACCOUNT_AND_REGION } from '../aws/place.ts';
import type { Service } from '../aws/service.ts';
import type { StateMachineRunner } from './runner.ts';
import { answerStates, statesActionOf } from './states-api.ts';
import { executionOfToken } from './task.ts';

/** The machine that gave out the token of a SendTask* call, which a policy may name. */
const machineOfToken = (body: Buffer): string | undefined => {
  const { taskToken } = JSON.parse(body.toString() || '{}') as { taskToken?: string };
  const execution = taskToken === undefined ? undefined : executionOfToken(taskToken);
  return execution?.replace(':execution:', ':stateMachine:').replace(/:[^:]+$/, '');
};

export const statesService =
  (machines: StateMachineRunner[]): Service =>
  ({ headers, body }) => {
    const target = headers['x-amz-target'] ?? '';
    const { action, resources } = statesActionOf(
      target,
      body,
      ACCOUNT_AND_REGION.region,
      ACCOUNT_AND_REGION.account,
    );
    const machine = machineOfToken(body);
    const needed = machine === undefined ? resources : [machine];
    const answer = () => {
      const answered = answerStates(machines, target, body);
      return { ...answered, body: Buffer.from(answered.body) };
    };
    return { action, needs: [{ action, resources: needed, context: {} }], answer };
  };
