// Store the files write-once.
import { storeFiles } from '../use-cases/issuing/store-files.ts';
import { signed, tablePorts, working, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([storeFiles], tablePorts(), { signed, working });
export const handler = worker('store', { store: (told) => storeFiles(world, told) });
