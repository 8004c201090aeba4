// How does a holder's new key ask an authority for its certificate? Where the key may be used, and nowhere else.
import type { CertificateWanted, KeyTried, Requested } from '../../contracts/hand-offs.ts';
import type { KeyHolder } from '../../domain/key-holder.ts';
import type { Organization } from '../../domain/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import { certificateRequest } from '../../signing/certificate-request.ts';
import { openKey } from '../reading/open-key.ts';
import type { Needs } from '../world.ts';

type KeyKeeper = Needs<'directory' | 'keys' | 'clock'>;

/** The holder's name, and the organization. Refusals: person_not_found, organization_not_found. */
const nameOf = async (
  { directory }: Needs<'directory'>,
  holder: KeyHolder,
): Promise<{ name: string; organization: Organization }> => {
  const person = holder.kind === 'person' ? await directory.person(holder.id) : null;
  if (holder.kind === 'person' && person === null) throw new Refusal('person_not_found');
  const organization = await directory.organization(person?.organizationId ?? holder.id);
  if (organization === null) throw new Refusal('organization_not_found');
  return { name: person?.name ?? organization.name, organization };
};

/** Refusals: person_not_found, organization_not_found, key_missing. */
export const requestCertificate = async (
  world: KeyKeeper,
  { holder }: CertificateWanted,
): Promise<Requested> => {
  const { name, organization } = await nameOf(world, holder);
  const key = await world.keys.uncertified(holder);
  const subject = { commonName: name, organization: organization.name };
  return { requestPem: await certificateRequest(key, subject) };
};

/** Passes when the holder could sign with this key. Refusals: person_not_found, organization_not_found, those of `openKey`. */
export const tryKey = async (world: KeyKeeper, { holder, reference }: KeyTried): Promise<void> => {
  const { organization } = await nameOf(world, holder);
  await openKey(world, reference, organization, await world.directory.trustAnchors());
};
