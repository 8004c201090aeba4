// Close a submission.
import { Closing } from '../contracts/hand-offs.ts';
import { closeSubmission } from '../use-cases/issuing/close-submission.ts';
import { task } from './task.ts';
import { office } from './wiring.ts';

const world = office();
export const handler = task('close', Closing, (closing) => closeSubmission(world, closing));
