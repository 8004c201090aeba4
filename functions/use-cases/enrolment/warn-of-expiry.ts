// Whose certificate will expire soon? Asked once a day; its holder and the administrators are warned, at shorter and shorter intervals.
import type { KeyReference, Organization } from '../../domain/directory/organization.ts';
import { tellOfExpiry } from '../effects/tell-people.ts';
import type { WorldOf } from '../world.ts';
import { certificateOf, DAYS_OF_WARNING } from './certificate-of.ts';

/** Days left on which mail is sent: nothing has to be remembered, for this runs once a day. */
const TOLD_ON = [DAYS_OF_WARNING, 14, 7, 3, 2, 1, 0];

const NEEDS = ['directory', 'mail', 'clock'] as const;
type Watch = WorldOf<typeof NEEDS>;

/** Says how many certificates somebody was told of. */
export const warnOfExpiry = async (world: Watch): Promise<{ told: number }> => {
  let cursor: string | null = null;
  let told = 0;
  do {
    const page = await world.directory.organizations({ limit: 100, cursor });
    for (const organization of page.items) told += await warnOne(world, organization);
    cursor = page.cursor;
  } while (cursor !== null);
  return { told };
};
warnOfExpiry.needs = NEEDS;

const warnOne = async (world: Watch, organization: Organization): Promise<number> => {
  const people = await world.directory.people(organization.id);
  const holders = [
    { key: organization.sealKey, name: organization.name, person: null },
    ...people.map((person) => ({ key: person.signingKey, name: person.name, person })),
  ];
  let told = 0;
  for (const { key, name, person } of holders) {
    const daysLeft = daysLeftOf(world, organization, key);
    if (daysLeft === null || !TOLD_ON.includes(daysLeft)) continue;
    await tellOfExpiry(world, { organizationId: organization.id, person, name, daysLeft });
    told += 1;
  }
  return told;
};

/** Null for a key that signs nothing anyway. */
const daysLeftOf = (
  { clock }: Watch,
  organization: Organization,
  key: KeyReference | null,
): number | null => {
  const certificate = key && certificateOf(key, organization, clock.now());
  if (!certificate || certificate.state === 'revoked') return null;
  return certificate.daysLeft;
};
