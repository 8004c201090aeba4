// Ask people, and wait for them.
import { Asking } from '../contracts/hand-offs.ts';
import { askPeople } from '../use-cases/issuing/ask-people.ts';
import { task } from './task.ts';
import { mail, tablePorts, workflow, worldOf } from './wiring.ts';

const world = worldOf([askPeople], tablePorts(), { mail, workflow });
export const handler = task('ask', Asking, (asking) => askPeople(world, asking));
