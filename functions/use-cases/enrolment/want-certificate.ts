// How does an administrator get the request that an authority answers with a certificate?
import type { KeyHolder } from '../../domain/directory/key-holder.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { requireOwnHolder } from './require-own-holder.ts';

/** A request (PEM) that the authority answers with a certificate. Refusals: not_permitted, those of `requireOwnHolder`, key_missing. */
export const wantCertificate = async (
  world: Needs<'directory' | 'keyKeepers'>,
  caller: Caller,
  holder: KeyHolder,
): Promise<string> => {
  requireRole(caller, 'administrator');
  await requireOwnHolder(world, caller, holder);
  return world.keyKeepers.requestCertificate(holder);
};
