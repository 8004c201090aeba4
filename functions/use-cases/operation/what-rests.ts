// What stops when authorities are trusted no more? The keys whose certificates lead to nobody else.
import { X509Certificate } from 'node:crypto';
import type { KeyReference, Organization } from '../../domain/directory/organization.ts';
import { isValidAt } from '../../domain/directory/organization.ts';
import { judgeChain } from '../../signing/certificate-chain.ts';
import { certificatesIn } from '../../signing/certificate-pem.ts';
import type { Needs } from '../world.ts';

export type Resting = {
  /** Whose key signs now, and will not. */
  rests: string[];
  /** Whose key signs by a chain that lies with it: who vouches for it in the end is not known here. */
  unclear: string[];
};

type Holder = { name: string; key: KeyReference };

const namedKeys = (all: { name: string; key: KeyReference | null }[]): Holder[] =>
  all.flatMap(({ name, key }) => (key === null ? [] : [{ name, key }]));

/** Everybody in office who has a key, and every agency with a seal. */
const holders = async ({ directory, clock }: Needs<'directory' | 'clock'>): Promise<Holder[]> => {
  const at = clock.now();
  const found: Holder[] = [];
  let cursor: string | null = null;
  do {
    const page = await directory.organizations({ limit: 100, cursor });
    for (const organization of page.items.filter((one) => isValidAt(one, at))) {
      const people = (await directory.people(organization.id)).filter((one) => isValidAt(one, at));
      const own = { name: organization.name, key: organization.sealKey };
      const theirs = people.map(({ name, title, signingKey }) => ({
        name: nameIn(organization, name, title),
        key: signingKey,
      }));
      found.push(...namedKeys([own, ...theirs]));
    }
    cursor = page.cursor;
  } while (cursor !== null);
  return found;
};

const nameIn = (organization: Organization, name: string, title: string): string =>
  `${name} (${title}, ${organization.name})`;

/** `remaining` are the certificates (DER) that stay trusted, `ended` those that do not. */
export const whatRests = async (
  world: Needs<'directory' | 'clock'>,
  { remaining, ended }: { remaining: readonly Uint8Array[]; ended: readonly Uint8Array[] },
): Promise<Resting> => {
  const all = await holders(world);
  const now = new Date(world.clock.now());
  const asCertificates = (ders: readonly Uint8Array[]) =>
    ders.map((der) => new X509Certificate(der));
  const [after, before] = [asCertificates(remaining), asCertificates([...remaining, ...ended])];
  // What one of them has brought along may be what another leaves out.
  const chains = all.flatMap(({ key }) =>
    key.kind === 'kms' ? (certificatesIn(key.chainPem) ?? []) : [],
  );
  const rests: string[] = [];
  const unclear: string[] = [];
  for (const { name, key } of all) {
    const [leaf] = certificatesIn(key.certificatePem) ?? [];
    if (leaf === undefined) continue;
    const flaw = judgeChain(leaf, chains, before, now);
    if (flaw === 'issuer_unknown') unclear.push(name);
    else if (flaw === undefined && judgeChain(leaf, chains, after, now) !== undefined)
      rests.push(name);
  }
  return { rests, unclear };
};
