// Reserve number and date.
import { Started } from '../contracts/hand-offs.ts';
import { reserveNumber } from '../use-cases/issuing/reserve-number.ts';
import { task } from './task.ts';
import { tablePorts, worldOf } from './wiring.ts';

const world = worldOf([reserveNumber], tablePorts(), {});
export const handler = task('number', Started, (started) => reserveNumber(world, started));
