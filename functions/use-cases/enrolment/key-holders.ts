// With what do people and the agency sign, and until when? For the signer himself, and for his administrator.
import type { CertificateView, KeyHolderView } from '../../contracts/views.ts';
import { sha256 } from '../../domain/canonical-hash.ts';
import type { Instant, Sha256 } from '../../domain/ids.ts';
import { agencyWith, type KeyHolder, personWith } from '../../domain/key-holder.ts';
import type { KeyReference, Organization, Person } from '../../domain/organization.ts';
import { certificateFacts } from '../../signing/certificate-facts.ts';
import { certificatesIn } from '../../signing/certificate-pem.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** A new certificate takes an authority a week or two. */
export const DAYS_OF_WARNING = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the directory knows of a key's certificate; null when it cannot be read. */
export const certificateOf = (
  { certificatePem }: KeyReference,
  { settings }: Organization,
  at: Instant,
): CertificateView | null => {
  const [certificate] = certificatesIn(certificatePem) ?? [];
  if (certificate === undefined) return null;
  const { validFromDate, validToDate } = certificate;
  const now = Date.parse(at);
  const daysLeft = Math.floor((validToDate.getTime() - now) / DAY_MS);
  const fingerprint = sha256(certificate.raw);
  const state = () => {
    if (settings.revokedCertificates.includes(fingerprint)) return 'revoked';
    if (now < validFromDate.getTime()) return 'notYetValid';
    if (now > validToDate.getTime()) return 'expired';
    return daysLeft < DAYS_OF_WARNING ? 'expiring' : 'valid';
  };
  const { commonName, organization, issuer, serialNumber } = certificateFacts(certificate);
  return {
    commonName,
    organization,
    issuer,
    serialNumber,
    sha256: fingerprint,
    validFrom: validFromDate.toISOString(),
    validUntil: validToDate.toISOString(),
    daysLeft,
    state: state(),
  };
};

const presentHolder = async (
  { images }: Needs<'images'>,
  { organization, at }: Caller,
  holder: KeyHolder,
  has: { name: string; key: KeyReference | null; image: Sha256 | null },
): Promise<KeyHolderView> => {
  const fileName = holder.kind === 'person' ? `Chữ ký ${has.name}.png` : `Dấu ${has.name}.png`;
  return {
    holder,
    name: has.name,
    keptIn: has.key?.kind ?? null,
    certificate: has.key && certificateOf(has.key, organization, at),
    image:
      has.image === null
        ? null
        : {
            ...(await images.link(holder, has.image, fileName)),
            fileName,
            sha256: has.image,
          },
  };
};

const presentPerson = (world: Needs<'images'>, caller: Caller, person: Person) =>
  presentHolder(world, caller, personWith(person.id), {
    name: person.name,
    key: person.signingKey,
    image: person.signatureImage,
  });

/** What I sign with. Refusal: not_permitted. */
export const readMySigning = async (
  world: Needs<'images' | 'directory'>,
  caller: Caller,
): Promise<KeyHolderView> => {
  requireRole(caller, 'signer');
  const person = await world.directory.person(caller.person.id);
  return presentPerson(world, caller, person ?? caller.person);
};

/** The agency, and everybody who signs for it or has a key. Refusal: not_permitted. */
export const listKeyHolders = async (
  world: Needs<'images' | 'directory'>,
  caller: Caller,
): Promise<KeyHolderView[]> => {
  requireRole(caller, 'administrator');
  const { id } = caller.organization;
  const organization = (await world.directory.organization(id)) ?? caller.organization;
  const now = { ...caller, organization };
  const agency = await presentHolder(world, now, agencyWith(id), {
    name: organization.name,
    key: organization.sealKey,
    image: organization.sealImage,
  });
  const signers = (await world.directory.people(id)).filter(
    ({ roles, signingKey }) => roles.includes('signer') || signingKey !== null,
  );
  return [agency, ...(await Promise.all(signers.map((one) => presentPerson(world, now, one))))];
};
