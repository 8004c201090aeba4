// Remind those who have not decided.
import { Reminding } from '../contracts/hand-offs.ts';
import { remindPeople } from '../use-cases/issuing/remind-people.ts';
import { task } from './task.ts';
import { mail, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([remindPeople], tablePorts(), { mail });
export const handler = task('remind', Reminding, (reminding) => remindPeople(world, reminding));
