// Once a day: warn of certificates that will expire.
import * as z from 'zod';
import { warnOfExpiry } from '../use-cases/enrolment/warn-of-expiry.ts';
import { task } from './task.ts';
import { mail, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([warnOfExpiry], tablePorts(), { mail });
export const handler = task('warn', z.unknown(), () => warnOfExpiry(world));
