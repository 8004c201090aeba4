// Prepare the submission.
import { Started } from '../contracts/hand-offs.ts';
import { prepareSubmission } from '../use-cases/issuing/prepare-submission.ts';
import { task } from './task.ts';
import { tablePorts, working } from './wiring.ts';

const world = { ...tablePorts(), working: working() };
export const handler = task('prepare', Started, (started) => prepareSubmission(world, started));
