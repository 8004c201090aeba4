// Reserve number and date.
import { reserveNumber } from '../use-cases/issuing/reserve-number.ts';
import { tablePorts, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([reserveNumber], tablePorts(), {});
export const handler = worker('number', { number: (told) => reserveNumber(world, told) });
