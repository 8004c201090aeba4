// Tell a recipient or the drafter.
import { Notifying } from '../contracts/hand-offs.ts';
import { notify } from '../use-cases/issuing/notify.ts';
import { task } from './task.ts';
import { mail, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([notify], tablePorts(), { mail });
export const handler = task('notify', Notifying, (notifying) => notify(world, notifying));
