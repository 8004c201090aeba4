// Remind those who have not decided.
import { remindPeople } from '../use-cases/issuing/remind-people.ts';
import { mail, tablePorts, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([remindPeople], tablePorts(), { mail });
export const handler = worker('remind', { remind: (told) => remindPeople(world, told) });
