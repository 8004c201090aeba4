// How does a holder's new key ask an authority for its certificate? Where the key may be used, and nowhere else.
import type { CertificateWanted, Requested } from '../../contracts/hand-offs.ts';
import { certificateRequest } from '../../signing/certificate-request.ts';
import type { WorldOf } from '../world.ts';
import { holderNamed } from './holder-named.ts';

const NEEDS = ['directory', 'keys'] as const;

/** Refusals: person_not_found, organization_not_found, key_missing, certificate_key_mismatch. */
export const requestCertificate = async (
  world: WorldOf<typeof NEEDS>,
  { holder }: CertificateWanted,
): Promise<Requested> => {
  const { name, organization } = await holderNamed(world, holder);
  const key = await world.keys.uncertified(holder);
  const subject = { commonName: name, organization: organization.name };
  return { requestPem: await certificateRequest(key, subject) };
};
requestCertificate.needs = NEEDS;
