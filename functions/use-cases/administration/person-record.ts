// How is somebody shown to their administrator? Without their key, of which only its presence is said.
import type { PersonRecord } from '../../contracts/directory-views.ts';
import { versionOf } from '../../domain/directory/entry-version.ts';
import type { Person } from '../../domain/directory/organization.ts';

export const personRecordOf = (person: Person): PersonRecord => {
  const { signingKey, signatureImage: _, ...shown } = person;
  return { ...shown, hasKey: signingKey !== null, version: versionOf(person) };
};
