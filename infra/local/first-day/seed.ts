// What must be there before anybody signs in? A directory of invented people, an authority for its keys, the signers' keys and
// the agency's, what they sign and seal with, and a register that goes on where the one on paper ended.
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { imagesIn } from '../../../functions/adapters/buckets/images.ts';
import {
  openRegister,
  putOrganization,
  putPerson,
} from '../../../functions/adapters/table/directory-writes.ts';
import { OrganizationEntry } from '../../../functions/domain/directory/directory-entry.ts';
import {
  agencyWith,
  keyNameOf,
  personWith,
  referenceTo,
} from '../../../functions/domain/directory/key-holder.ts';
import type { KeyReference } from '../../../functions/domain/directory/organization.ts';
import { instantOf } from '../../../functions/domain/instant-of.ts';
import { officeDayOf, yearOf } from '../../../functions/domain/office-calendar.ts';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { openFirstDay } from '../../../functions/handlers/cli/first-day-world.ts';
import { bootstrap } from '../../../functions/use-cases/operation/bootstrap.ts';
import type { Images } from '../../../functions/use-cases/ports.ts';
import type { LocalKms } from '../aws/kms.ts';
import type { Secrets } from '../aws/secrets.ts';
import { sampleSealPng, sampleSignaturePng } from '../sample-images/signature-and-seal.ts';
import { keepJson, readJson } from '../this-machine/kept-json.ts';
import {
  type KeptAuthority,
  makeTrialAuthority,
  openTrialAuthority,
  type TrialAuthority,
} from '../trust-services/certificate-authority.ts';
import {
  ADMINISTRATOR,
  FIRST_OFFICE,
  ORGANIZATIONS,
  OTHERS,
  REGISTER,
  SEAL_OWNER,
  SIGNERS,
} from './cast.ts';

export type Seeding = {
  as: FirstDay;
  /** Where the authority and the note that seeding is done are kept. */
  folder: string;
  table: string;
  userPool: string;
  /** What the names of signing keys begin with. */
  keysUnder: string;
  /** The bucket of the images, and the address of the files. */
  images: string;
  filesUrl: string;
  aws: {
    region: string;
    endpoint: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  keys: LocalKms;
  secrets: Secrets;
  now: Date;
};

const organizationOf = (id: string) => {
  const found = ORGANIZATIONS.find((one) => one.id === id);
  if (!found) throw new Error(`the first day has no organization ${id}`);
  return found;
};

/** With the cast of the demo, or with nobody: then it begins as on AWS, by `cli bootstrap`. */
export type FirstDay = 'cast' | 'empty';

const noteIn = (folder: string) => join(folder, 'seeded.json');
const seededIn = (folder: string) => readJson<{ at: string; as?: FirstDay }>(noteIn(folder));

/** How the data in this folder have begun, whatever is wished now; as wished where there are none. */
export const firstDayIn = (folder: string, wished: FirstDay): FirstDay => {
  const seeded = seededIn(folder);
  return seeded ? (seeded.as ?? 'cast') : wished;
};

const authorityIn = async (folder: string): Promise<TrialAuthority> => {
  const file = join(folder, 'demo-authority.json');
  const kept = readJson<KeptAuthority>(file);
  if (kept) return openTrialAuthority(kept);
  const authority = await makeTrialAuthority();
  const { certificatePem, privateKeyPem } = authority;
  keepJson(file, { certificatePem, privateKeyPem });
  return authority;
};

/** A PKCS#12 file in a secret, where the signing function and no other may read it. */
const signerKey = async (
  { keysUnder, secrets }: Seeding,
  person: (typeof OTHERS)[number],
  authority: TrialAuthority,
): Promise<KeyReference> => {
  const { pkcs12, password, certificatePem } = await authority.issuePkcs12({
    commonName: person.name,
    organization: organizationOf(person.organizationId).name,
  });
  const holder = personWith(person.id);
  await secrets.put(
    keyNameOf(keysUnder, holder),
    JSON.stringify({ pkcs12: Buffer.from(pkcs12).toString('base64'), password }),
  );
  return referenceTo(keysUnder, holder, 'secret', certificatePem, authority.certificatePem);
};

/** A key that never leaves KMS, tagged so that the sealing function and no other may use it. */
const sealKey = async (
  { keysUnder, keys, aws }: Seeding,
  authority: TrialAuthority,
): Promise<KeyReference> => {
  const { id, name } = organizationOf(SEAL_OWNER);
  const holder = agencyWith(id);
  const tags = { stage: keysUnder, purpose: 'agency' };
  const { keyId } = await keys.ensure(keyNameOf(keysUnder, holder), 'RSA_2048', tags);
  const client = new KMSClient(aws);
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  client.destroy();
  if (!PublicKey) throw new Error(`KMS gave no public key of ${keyId}`);
  const certificatePem = await authority.certifyKey(PublicKey, {
    commonName: name,
    organization: name,
  });
  return referenceTo(keysUnder, holder, 'kms', certificatePem, authority.certificatePem);
};

const imagesOf = ({ aws, filesUrl, images, now }: Seeding): { port: Images; close(): void } => {
  const client = new S3Client({ ...aws, endpoint: filesUrl, forcePathStyle: true });
  const port = imagesIn({ client, name: images }, { now: () => instantOf(now) });
  return { port, close: () => client.destroy() };
};

/** As `cli bootstrap` begins a directory anywhere, under the id by which the cast knows its office. */
const begin = async ({ aws, table, userPool }: Seeding, authority: TrialAuthority) => {
  const { world, close } = openFirstDay({ ...aws, table, userPool });
  const ids = { ...world.ids, organization: () => FIRST_OFFICE.id };
  const { name, title, email } = ADMINISTRATOR;
  const ended = await bootstrap(
    { ...world, ids },
    {
      organization: OrganizationEntry.strip().parse(FIRST_OFFICE),
      administrator: { name, title, email },
      anchors: [new X509Certificate(authority.certificatePem).raw],
    },
  );
  close();
  if ('hindrance' in ended) throw new Error(`the first day: ${ended.hindrance.why}`);
};

/** A start that was killed may have opened the register: no number was given before there was anybody. */
const unlessOpen = (error: unknown): void => {
  if (!(error instanceof Refusal && error.code === 'revision_conflict')) throw error;
};

const seedCast = async (seeding: Seeding, authority: TrialAuthority): Promise<void> => {
  const { table, aws, now } = seeding;
  const images = imagesOf(seeding);
  const organizations = await Promise.all(
    ORGANIZATIONS.map(async (organization) => {
      const { id, name } = organization;
      if (id !== SEAL_OWNER) return organization;
      return {
        ...organization,
        sealKey: await sealKey(seeding, authority),
        sealImage: await images.port.keep(agencyWith(id), sampleSealPng(name)),
      };
    }),
  );
  const people = await Promise.all(
    OTHERS.map(async (person) => {
      const { id, name } = person;
      if (!SIGNERS.includes(id)) return person;
      return {
        ...person,
        signingKey: await signerKey(seeding, person, authority),
        signatureImage: await images.port.keep(personWith(id), sampleSignaturePng(name)),
      };
    }),
  );
  images.close();
  const counter = {
    ...REGISTER,
    year: yearOf(officeDayOf(instantOf(now))),
    lastDate: null,
    opening: 'said' as const,
  };
  const client = new DynamoDBClient(aws);
  const directory = { client, name: table };
  await begin(seeding, authority);
  for (const organization of organizations) await putOrganization(directory, organization);
  for (const person of people) await putPerson(directory, person);
  await openRegister(directory, counter).catch(unlessOpen);
  client.destroy();
};

/**
 * Seeds once, and gives the authority. A kill in the middle is made good by
 * the next start: everything here may be done again.
 */
export const seed = async (seeding: Seeding): Promise<TrialAuthority> => {
  const { folder } = seeding;
  const authority = await authorityIn(folder);
  if (seededIn(folder)) return authority;
  if (seeding.as === 'cast') await seedCast(seeding, authority);
  keepJson(noteIn(folder), { at: seeding.now.toISOString(), as: seeding.as });
  return authority;
};
