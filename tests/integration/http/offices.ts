// Who comes to the doors? In each of three offices one person for every role, who has that role and no other.
import { personItem } from '../../../functions/adapters/directory-item.ts';
import { type Person, ROLES, type Role } from '../../../functions/domain/organization.ts';
import { seedContent } from '../../../infra/local/demo-office.ts';
import { type LocalStack, putItems } from '../../support/local-stack.ts';

/** The office whose report it is, one that receives it, and one that it is no business of. */
export const OFFICES = {
  sender: 'org_son-trung',
  recipient: 'org_phong-noi-vu',
  foreign: 'org_son-mau',
} as const;
export type Office = keyof typeof OFFICES;

export const idOf = (office: Office, role: Role): string => `${office}-${role}`;

export const SIGNER_NAME = 'Hoàng Văn Ký';

const personOf = (office: Office, role: Role): Person => ({
  id: idOf(office, role),
  organizationId: OFFICES[office],
  name: role === 'signer' ? SIGNER_NAME : `Người thử ${role}`,
  title: 'Công chức',
  email: `${office}-${role}@example.com`.toLowerCase(),
  roles: [role],
  validFrom: '2023-01-01T00:00:00Z',
  validUntil: null,
  signatureBlock: role === 'signer' ? { ...seedContent().signature, name: SIGNER_NAME } : null,
  // Nobody signs with it here; a signer without a key could not be asked.
  signingKey:
    role === 'signer'
      ? { kind: 'secret', secretId: 'trinh-ky/signers/nobody', certificatePem: '' }
      : null,
  signatureImage: null,
});

/** Enters them all in the directory, beside the demo's people. */
export const staffOffices = (stack: LocalStack): Promise<void> =>
  putItems(
    stack,
    (Object.keys(OFFICES) as Office[]).flatMap((office) =>
      ROLES.map((role) => personItem(personOf(office, role))),
    ),
  );
