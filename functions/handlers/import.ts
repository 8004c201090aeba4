// Read a stranger's Word file into a report; no keys, no table.
import { importFile } from '../use-cases/drafting/import-file.ts';
import { working, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([importFile], {}, { working });
export const handler = worker('import', { importFile: (told) => importFile(world, told) });
