// Ask people, and wait for them.
import { Asking } from '../contracts/hand-offs.ts';
import { askPeople } from '../use-cases/issuing/ask-people.ts';
import { task } from './task.ts';
import { mail, office, workflow } from './wiring.ts';

const world = { ...office(), mail: mail(), workflow: workflow() };
export const handler = task('ask', Asking, (asking) => askPeople(world, asking));
