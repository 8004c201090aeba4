// Close a submission.
import { closeSubmission } from '../use-cases/issuing/close-submission.ts';
import { tablePorts, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([closeSubmission], tablePorts(), {});
export const handler = worker('close', { close: (told) => closeSubmission(world, told) });
