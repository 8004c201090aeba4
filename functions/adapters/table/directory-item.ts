// How is the directory stored? One item each for an organization and a person, listed by name, and the certificates that are trusted.
import * as z from 'zod';
import { inAlphabet } from '../../domain/directory/alphabet.ts';
import { Organization, Person } from '../../domain/directory/organization.ts';
import type { Item, Read } from './item.ts';
import {
  listed,
  ORGANIZATIONS,
  organizationKey,
  peopleKey,
  personKey,
  TRUST_ANCHORS,
} from './keys.ts';

/** As long as DynamoDB takes a sort key, in bytes ("Quotas and limits"); two names that differ only behind that have one place. */
const LONGEST_PLACE = new Uint8Array(1_024);

const byName = (name: string): string => {
  const place = inAlphabet(name);
  return place.slice(0, new TextEncoder().encodeInto(place, LONGEST_PLACE).read);
};

export const organizationItem = (organization: Organization): Item => ({
  ...organizationKey(organization.id),
  ...listed(ORGANIZATIONS, byName(organization.name)),
  record: Organization.parse(organization),
});

export const organizationIn = ({ record }: Read): Organization => Organization.parse(record);

export const personItem = (person: Person): Item => ({
  ...personKey(person.id),
  ...listed(peopleKey(person.organizationId), byName(person.name)),
  record: Person.parse(person),
});

export const personIn = ({ record }: Read): Person => Person.parse(record);

const TrustRecord = z.strictObject({ certificates: z.array(z.base64()) });

/** All trusted certificates (DER in base64, some 2 kB each) in one item: room for two hundred. */
export const trustAnchorsItem = (certificates: Uint8Array[]): Item => ({
  ...TRUST_ANCHORS,
  record: {
    certificates: certificates.map((der) => Buffer.from(der).toString('base64')),
  },
});

export const trustAnchorsIn = ({ record }: Read): Uint8Array[] =>
  TrustRecord.parse(record).certificates.map((der) => Buffer.from(der, 'base64'));
