// Seal with the agency's key, or try whether it could.
import * as z from 'zod';
import { Rehearsing, Signing } from '../contracts/hand-offs.ts';
import { rehearseSealing, sealDocument } from '../use-cases/seal-document.ts';
import { task } from './task.ts';
import { keys, office, working } from './wiring.ts';

const world = { ...office(), keys: keys(), working: working() };
export const handler = task('seal', z.union([Rehearsing, Signing]), async (wish) =>
  'rehearsal' in wish ? rehearseSealing(world, wish) : sealDocument(world, wish),
);
