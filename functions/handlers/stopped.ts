// EventBridge says that an execution failed, timed out or was aborted.
import { ExecutionStopped } from '../contracts/hand-offs.ts';
import { markStopped } from '../use-cases/issuing/mark-stopped.ts';
import { task } from './task.ts';
import { mail, tablePorts, workflow, worldOf } from './wiring.ts';

const world = worldOf([markStopped], tablePorts(), { mail, workflow });
export const handler = task('stopped', ExecutionStopped, ({ detail: { name, status } }) =>
  markStopped(world, { ...name, status }),
);
