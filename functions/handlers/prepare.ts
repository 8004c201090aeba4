// Prepare the submission.
import { Started } from '../contracts/hand-offs.ts';
import { prepareSubmission } from '../use-cases/issuing/prepare-submission.ts';
import { task } from './task.ts';
import { tablePorts, working, worldOf } from './wiring.ts';

const world = worldOf([prepareSubmission], tablePorts(), { working });
export const handler = task('prepare', Started, (started) => prepareSubmission(world, started));
