// Deliver an issued report to one recipient.
import { Delivering } from '../contracts/hand-offs.ts';
import { deliverReport } from '../use-cases/issuing/deliver-report.ts';
import { task } from './task.ts';
import { tablePorts, worldOf } from './wiring.ts';

const world = worldOf([deliverReport], tablePorts(), {});
export const handler = task('deliver', Delivering, (delivering) =>
  deliverReport(world, delivering),
);
