// Every few minutes: carry on what never reached the workflow.
import * as z from 'zod';
import { sweep } from '../use-cases/issuing/sweep.ts';
import { logError } from './log.ts';
import { task } from './task.ts';
import { mail, tablePorts, workflow, worldOf } from './wiring.ts';

const world = worldOf([sweep], tablePorts(), { mail, workflow });
export const handler = task('sweep', z.unknown(), () =>
  sweep(world, (submissionId, error) =>
    logError('left behind by the sweep', error, { submissionId }),
  ),
);
