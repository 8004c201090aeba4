// How is the directory stored? One item each for an organization and a person, listed by name, and the certificates that are trusted.
import * as z from 'zod';
import { inAlphabet } from '../../domain/directory/alphabet.ts';
import type { Anchor } from '../../domain/directory/anchor.ts';
import { Organization, Person } from '../../domain/directory/organization.ts';
import { Instant } from '../../domain/ids.ts';
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

/**
 * As it is stored: without changes where there are none, as whoever was written before there could be any. A write hangs on
 * the whole record, which must be that of before to the letter.
 */
export const personRecord = (person: Person): object => {
  const { accessChanges, ...record } = Person.parse(person);
  return accessChanges.length > 0 ? { ...record, accessChanges } : record;
};

export const personItem = (person: Person): Item => ({
  ...personKey(person.id),
  ...listed(peopleKey(person.organizationId), byName(person.name)),
  record: personRecord(person),
});

export const personIn = ({ record }: Read): Person => Person.parse(record);

const DER = z.base64();

/** As it was written when trust had no dates, and never ended. */
const Undated = z.strictObject({ certificates: z.array(DER) }).transform(({ certificates }) => ({
  anchors: certificates.map((certificate) => ({ certificate, from: null, until: null })),
}));

const Dated = z.strictObject({
  anchors: z.array(
    z.strictObject({ certificate: DER, from: Instant.nullable(), until: Instant.nullable() }),
  ),
});

const TrustRecord = z.union([Dated, Undated]);

/** All certificates that are trusted or were (DER in base64, some 2 kB each) in one item: room for two hundred. */
export const trustAnchorsItem = (anchors: readonly Anchor[]): Item & { record: object } => ({
  ...TRUST_ANCHORS,
  record: Dated.parse({
    anchors: anchors.map(({ certificate, ...dates }) => ({
      certificate: Buffer.from(certificate).toString('base64'),
      ...dates,
    })),
  }),
});

export const trustAnchorsIn = ({ record }: Read): Anchor[] =>
  TrustRecord.parse(record).anchors.map(({ certificate, ...dates }) => ({
    certificate: Buffer.from(certificate, 'base64'),
    ...dates,
  }));
