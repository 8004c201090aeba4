// How do the machines of the templates run here? Each asks functions as its own role lets it, and tells the event bus
// of every change of status.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { authorize } from '../aws/policies.ts';
import type { Service } from '../aws/service.ts';
import type { AwsEvent, EventBus } from '../events/bus.ts';
import type { Functions } from '../lambda/functions.ts';
import type { DeployedMachine } from '../template/assembly.ts';
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import type { StatusChange } from './execution-store.ts';
import { openStateMachine, type StateMachineRunner } from './runner.ts';
import { statesService } from './service.ts';

export type DeployedMachines = {
  /** Step Functions, as functions ask it. */
  service: Service;
  /** The one that reports go through. */
  only(): StateMachineRunner;
  /** Goes on with whatever was running. */
  resumeAll(): void;
  /** Ends when nothing of them is at work; what runs is taken up again by the next that open. */
  stop(): Promise<void>;
  /** Takes up what lies in their folders now. */
  openAgain(): void;
  /** Takes up what is deployed now: what starts from now on goes by it, and what runs goes on as it began. */
  replace(deployed: DeployedMachine[]): void;
};

type Needs = {
  folder: string;
  functions: Pick<Functions, 'invoke'>;
  bus: Pick<EventBus, 'put'>;
  now: () => Date;
};

/**
 * Two for each processor: a function waits about half of its time for others. More would only be slower together, and
 * slow down those who press; each would also hold an instance of its own.
 */
const CALLS_AT_ONCE = 2 * availableParallelism();

class FunctionFailed extends Error {
  constructor({ errorType, errorMessage }: { errorType: string; errorMessage: string }) {
    super(errorMessage);
    this.name = errorType;
  }
}

const invokeFor =
  (machine: () => DeployedMachine, functions: Needs['functions']) =>
  async (functionArn: string, payload: unknown): Promise<unknown> => {
    const { name, mayDo } = machine();
    const need = { action: 'lambda:InvokeFunction', resources: [functionArn], context: {} };
    const { allowed, why } = authorize(mayDo, need);
    if (!allowed) {
      const errorMessage = `${name} is not authorized to perform: ${need.action} on ${functionArn} because ${why}`;
      throw new FunctionFailed({ errorType: 'Lambda.AccessDeniedException', errorMessage });
    }
    const outcome = await functions.invoke(functionArn, payload);
    if (outcome.failure) throw new FunctionFailed(outcome.failure);
    return outcome.payload;
  };

const eventOf = (change: StatusChange): AwsEvent => ({
  source: 'aws.states',
  'detail-type': 'Step Functions Execution Status Change',
  resources: [change.executionArn],
  // EventBridge carries input and output as JSON texts.
  detail: {
    ...change,
    input: JSON.stringify(change.input),
    output: change.output === undefined ? null : JSON.stringify(change.output),
  },
});

/** Opens each in a folder of its name under `folder`; nothing runs before `resumeAll`. Refuses to open none. */
export const openDeployedMachines = (
  first: DeployedMachine[],
  { folder, functions, bus, now }: Needs,
): DeployedMachines => {
  let deployed = first;
  const present = (opened: DeployedMachine): DeployedMachine =>
    deployed.find(({ arn }) => arn === opened.arn) ?? opened;
  const openAll = () =>
    deployed.map((machine) =>
      openStateMachine({
        arn: machine.arn,
        definition: machine.definition,
        folder: join(folder, machine.name),
        now: () => now().getTime(),
        callsAtOnce: CALLS_AT_ONCE,
        invoke: invokeFor(() => present(machine), functions),
        onStatusChange: (change) => bus.put(eventOf(change)),
      }),
    );
  let machines = openAll();
  const only = (): StateMachineRunner => {
    const [machine] = machines;
    if (!machine) throw new LocalStackError('No template has a state machine.');
    return machine;
  };
  only();
  return {
    service: (request) => statesService(machines)(request),
    only,
    resumeAll: () => {
      for (const machine of machines) machine.resumeAll();
    },
    stop: async () => {
      await Promise.all(machines.map((machine) => machine.close()));
    },
    openAgain: () => {
      machines = openAll();
    },
    replace: (next) => {
      deployed = next;
      for (const machine of machines) {
        const same = deployed.find(({ arn }) => arn === machine.arn);
        if (same) machine.update(same.definition);
      }
    },
  };
};
