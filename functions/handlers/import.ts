// Read a stranger's Word file into a report; no keys, no table.
import { ImportJob } from '../contracts/hand-offs.ts';
import { importFile } from '../use-cases/drafting/import-file.ts';
import { task } from './task.ts';
import { working, worldOf } from './wiring.ts';

const world = worldOf([importFile], {}, { working });
export const handler = task('import', ImportJob, (job) => importFile(world, job));
