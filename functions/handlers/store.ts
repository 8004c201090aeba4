// Store the files write-once.
import { Storing } from '../contracts/hand-offs.ts';
import { storeFiles } from '../use-cases/issuing/store-files.ts';
import { task } from './task.ts';
import { signed, tablePorts, trust, working } from './wiring.ts';

const world = { ...tablePorts(), working: working(), signed: signed(), trust: trust() };
export const handler = task('store', Storing, (storing) => storeFiles(world, storing));
