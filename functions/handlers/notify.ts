// Tell a recipient or the drafter.
import { notify } from '../use-cases/issuing/notify.ts';
import { mail, tablePorts, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([notify], tablePorts(), { mail });
export const handler = worker('notify', {
  notify: (told) => notify(world, told),
  tell: (told) => notify(world, told),
});
