// In which world are documents really signed? The office of the other tests, with a key and an image for its signer and its seal.
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import {
  agencyWith,
  type KeyHolder,
  keyNameOf,
  personWith,
} from '../../../functions/domain/directory/key-holder.ts';
import type { KeyReference } from '../../../functions/domain/directory/organization.ts';
import { instantOf } from '../../../functions/domain/instant-of.ts';
import { Refusal } from '../../../functions/domain/refusal.ts';
import type { SigningKey } from '../../../functions/signing/key.ts';
import type { TimestampServer } from '../../../functions/signing/sign/timestamp.ts';
import type { Images } from '../../../functions/use-cases/ports.ts';
import {
  sampleSealPng,
  sampleSignaturePng,
} from '../../../infra/local/sample-images/signature-and-seal.ts';
import { anOrganization } from '../../support/builders.ts';
import { aWorld, SIGNER } from '../../support/world.ts';
import { AGENCY, aKey, anchor, CHAIRMAN } from '../signing/signing-desk.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
export const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS);
/** The office day of these tests: the authority of their certificates began this minute. */
export const TOMORROW = instantOf(daysFromNow(1));

export const pemOf = ({ certificate }: SigningKey): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString('base64')}\n-----END CERTIFICATE-----\n`;

const keys = new Map<string, SigningKey>();
/** What the directory says of a key that was made for a test. */
export const enrolled = (secretId: string, key: SigningKey): KeyReference => {
  keys.set(secretId, key);
  return { kind: 'secret', secretId, certificatePem: pemOf(key) };
};

/** What the names of keys begin with here. */
export const KEYS_UNDER = 'trinh-ky-test';

/** The same, under the name that its holder's key has. */
export const enrolledUnder = (holder: KeyHolder, key: SigningKey) => {
  keys.set(keyNameOf(KEYS_UNDER, holder), key);
  return { secretId: keyNameOf(KEYS_UNDER, holder), certificatePem: pemOf(key) };
};

/** The chairman's key and the agency's, as they are called below. */
export const makeKeys = async (): Promise<void> => {
  keys.set('chairman', await aKey(CHAIRMAN));
  keys.set('agency', await aKey(AGENCY));
};

export const keyNamed = (secretId: string): SigningKey => {
  const key = keys.get(secretId);
  if (key === undefined) throw new Refusal('key_missing');
  return key;
};

const memoryImages = (): Images => {
  const kept = new Map<string, Uint8Array>();
  const nameOf = (owner: KeyHolder, hash: string) => JSON.stringify({ owner, hash });
  return {
    keep: async (owner, png) => {
      kept.set(nameOf(owner, sha256(png)), png);
      return sha256(png);
    },
    read: async (owner, hash) => {
      const png = kept.get(nameOf(owner, hash));
      if (png === undefined) throw new Refusal('file_not_found');
      return png;
    },
    link: async () => ({ url: 'https://files.test/image.png', expiresAt: '2026-03-02T01:01:00Z' }),
  };
};

export const signingWorld = async (timestampServers: TimestampServer[] = []) => {
  const world = aWorld([anchor]);
  world.setTime(TOMORROW);
  const images = memoryImages();
  world.directoryHas({
    ...SIGNER,
    signingKey: enrolled('chairman', keyNamed('chairman')),
    signatureImage: await images.keep(personWith(SIGNER.id), sampleSignaturePng(SIGNER.name)),
  });
  const agency = anOrganization({ sealKey: enrolled('agency', keyNamed('agency')) });
  const sealImage = await images.keep(agencyWith(agency.id), sampleSealPng(agency.name));
  world.organizationIs({ ...agency, sealImage });
  const open = async (reference: KeyReference) =>
    keyNamed(reference.kind === 'secret' ? reference.secretId : reference.keyId);
  const uncertified = () => Promise.reject(new Refusal('key_missing'));
  return { ...world, images, keys: { open, uncertified }, timestampServers };
};

export type SigningWorld = Awaited<ReturnType<typeof signingWorld>>;
