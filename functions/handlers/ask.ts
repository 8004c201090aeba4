// Ask people, and wait for them.
import { askPeople } from '../use-cases/issuing/ask-people.ts';
import { mail, tablePorts, workflow, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([askPeople], tablePorts(), { mail, workflow });
export const handler = worker('ask', { ask: (told) => askPeople(world, told) });
