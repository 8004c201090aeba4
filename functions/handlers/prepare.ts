// Prepare the submission.
import { prepareSubmission } from '../use-cases/issuing/prepare-submission.ts';
import { tablePorts, working, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([prepareSubmission], tablePorts(), { working });
export const handler = worker('prepare', { prepare: (told) => prepareSubmission(world, told) });
