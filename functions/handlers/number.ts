// Reserve number and date.
import { Numbering } from '../contracts/hand-offs.ts';
import { reserveNumber } from '../use-cases/issuing/reserve-number.ts';
import { task } from './task.ts';
import { tablePorts } from './wiring.ts';

const world = tablePorts();
export const handler = task('number', Numbering, (numbering) => reserveNumber(world, numbering));
