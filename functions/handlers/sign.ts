// Sign with the signer's key, or try whether it could.
import * as z from 'zod';
import { Rehearsing, Signing } from '../contracts/hand-offs.ts';
import { rehearseSigning, signDocument } from '../use-cases/sign-document.ts';
import { task } from './task.ts';
import { keys, office, working } from './wiring.ts';

const world = { ...office(), keys: keys(), working: working() };
export const handler = task('sign', z.union([Rehearsing, Signing]), async (wish) =>
  'rehearsal' in wish ? rehearseSigning(world, wish) : signDocument(world, wish),
);
