// Close a submission.
import { Closing } from '../contracts/hand-offs.ts';
import { closeSubmission } from '../use-cases/issuing/close-submission.ts';
import { task } from './task.ts';
import { tablePorts, worldOf } from './wiring.ts';

const world = worldOf([closeSubmission], tablePorts(), {});
export const handler = task('close', Closing, (closing) => closeSubmission(world, closing));
