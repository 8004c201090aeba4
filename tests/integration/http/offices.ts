// Who comes to the doors? In each of three offices one person for every role, who has that role and no other, and whoever has several.
import { personItem } from '../../../functions/adapters/table/directory-item.ts';
import { type Person, ROLES, type Role } from '../../../functions/domain/directory/organization.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { seedContent } from '../../../infra/local/people/office.ts';
import { aPersonId } from '../../support/builders.ts';
import { type LocalStack, putItems } from '../../support/local-stack.ts';

/** The office whose report it is, one that receives it, and one that it is no business of. */
export const OFFICES = {
  sender: 'org_son-trung',
  recipient: 'org_phong-noi-vu',
  foreign: 'org_son-mau',
} as const;
export type OfficeKey = keyof typeof OFFICES;

/** Several roles by their first letters: an id has 64 signs at most. */
export const idOf = (office: OfficeKey, ...roles: Role[]): PersonId => {
  const said = roles.length === 1 ? roles : roles.map((role) => role.slice(0, 3));
  return aPersonId([office, ...(said.length === 0 ? ['nobody'] : said)].join('-'));
};

export const SIGNER_NAME = 'Hoàng Văn Ký';

const personOf = (office: OfficeKey, roles: Role[]): Person => ({
  id: idOf(office, ...roles),
  organizationId: OFFICES[office],
  name: roles.includes('signer') ? SIGNER_NAME : `Người thử ${roles.join(', ') || 'không vai trò'}`,
  title: 'Công chức',
  email: `${idOf(office, ...roles)}@example.com`.toLowerCase(),
  roles,
  validFrom: '2023-01-01T00:00:00Z',
  validUntil: null,
  signatureBlock: roles.includes('signer')
    ? { ...seedContent().signature, name: SIGNER_NAME }
    : null,
  // Nobody signs with it here; a signer without a key could not be asked.
  signingKey: roles.includes('signer')
    ? { kind: 'secret', secretId: 'trinh-ky-demo/signers/nobody', certificatePem: '' }
    : null,
  signatureImage: null,
  accessChanges: [],
});

/** Keeps the sender's office from the one above it. */
const ABOVE: Person = {
  ...personOf('sender', ['administrator']),
  id: aPersonId('above-administrator'),
  organizationId: 'org_huyen-huong-son',
};
export const KEEPERS = { own: idOf('sender', 'administrator'), above: ABOVE.id };

/** Enters them all in the directory, beside those of the first day: each role alone, and those who are given. */
export const staffOffices = (stack: LocalStack, several: [OfficeKey, Role[]][]): Promise<void> => {
  const alone = (Object.keys(OFFICES) as OfficeKey[]).flatMap((office) =>
    ROLES.map((role): [OfficeKey, Role[]] => [office, [role]]),
  );
  const people = [...alone, ...several].map(([office, roles]) => personOf(office, roles));
  const each = new Map(people.map((person) => [person.id, person]));
  return putItems(stack, [ABOVE, ...each.values()].map(personItem));
};
