// Who signs with a key, and under which name is that key made? A name that follows from its holder cannot be another's.
import * as z from 'zod';
import { OrganizationId, PersonId } from '../ids.ts';
import type { KeyReference } from './organization.ts';

/** A person, or an agency with its seal. */
export const KeyHolder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: PersonId }),
  z.strictObject({ kind: z.literal('organization'), id: OrganizationId }),
]);
export type KeyHolder = z.infer<typeof KeyHolder>;

export const personWith = (id: PersonId): KeyHolder => ({ kind: 'person', id });
export const agencyWith = (id: OrganizationId): KeyHolder => ({ kind: 'organization', id });

/**
 * The name of a holder's key; the functions that sign may open those of signers or of agencies (`*` for any), never both.
 * It begins with its installation (`under`): two in one account have the same ids for different holders.
 */
export type KeyName = `${string}/${'signers' | 'agencies'}/${string}`;
export const keyNameOf = (
  under: string,
  { kind, id }: KeyHolder | { kind: KeyHolder['kind']; id: '*' },
): KeyName => `${under}/${kind === 'person' ? 'signers' : 'agencies'}/${id}`;

/** How KMS is asked for it. */
export const kmsAlias = (under: string, holder: KeyHolder): string =>
  `alias/${keyNameOf(under, holder)}`;

/** Where a holder's key is kept. */
export const KeptIn = z.enum(['kms', 'secret']);
export type KeptIn = z.infer<typeof KeptIn>;

/** What the directory says of a holder's key. */
export const referenceTo = (
  under: string,
  holder: KeyHolder,
  keptIn: KeptIn,
  certificatePem: string,
  chainPem: string,
): KeyReference =>
  keptIn === 'kms'
    ? { kind: 'kms', keyId: kmsAlias(under, holder), certificatePem, chainPem }
    : { kind: 'secret', secretId: keyNameOf(under, holder), certificatePem };
