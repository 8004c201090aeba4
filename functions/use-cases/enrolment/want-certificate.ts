// How does an administrator get the request that an authority answers with a certificate?
import type { KeyHolder } from '../../domain/directory/key-holder.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { requireOwnHolder } from './require-own-holder.ts';

const NEEDS = ['directory', 'keyKeepers'] as const;

/** A request (PEM) that the authority answers with a certificate. Refusals: not_permitted, those of `requireOwnHolder`, key_missing, certificate_key_mismatch. */
export const wantCertificate = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  holder: KeyHolder,
): Promise<string> => {
  requireRole(caller, 'administrator');
  await requireOwnHolder(world, caller, holder);
  return world.keyKeepers.requestCertificate(holder);
};
wantCertificate.needs = NEEDS;
