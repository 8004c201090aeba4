// How does an organization stop trusting a certificate of its own?

import { revoke } from '../../domain/directory/organization.ts';
import type { Sha256 } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk'] as const;

/** Nobody of the organization signs with it any more; what it signed before stays signed. Refusals: not_permitted, revocations_full. */
export const revokeCertificate = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  certificate: Sha256,
): Promise<void> => {
  requireRole(caller, 'administrator');
  const { id } = caller.organization;
  const act = () =>
    changeDirectory(world, caller, id, async () => {
      const before = await findOrganization(world, id);
      return {
        organization: { before, after: revoke(before, certificate) },
        happening: { kind: 'certificateRevoked', certificate },
      };
    });
  await pressOnce(world, caller, act, async () => {});
};
revokeCertificate.needs = NEEDS;
