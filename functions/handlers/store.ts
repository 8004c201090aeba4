// Store the files write-once.
import { Storing } from '../contracts/hand-offs.ts';
import { storeFiles } from '../use-cases/issuing/store-files.ts';
import { task } from './task.ts';
import { signed, tablePorts, working, worldOf } from './wiring.ts';

const world = worldOf([storeFiles], tablePorts(), { signed, working });
export const handler = task('store', Storing, (storing) => storeFiles(world, storing));
