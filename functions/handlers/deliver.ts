// Deliver an issued report to one recipient.
import { deliverReport } from '../use-cases/issuing/deliver-report.ts';
import { tablePorts, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([deliverReport], tablePorts(), {});
export const handler = worker('deliver', { deliver: (told) => deliverReport(world, told) });
