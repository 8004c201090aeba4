// Whose way in leads to a signature, or will as soon as their key is enrolled?
import type { Role } from './organization.ts';

type Rights = { roles: readonly Role[]; hasKey: boolean };

export const mayComeToSign = ({ roles, hasKey }: Rights): boolean =>
  hasKey || roles.includes('signer');
