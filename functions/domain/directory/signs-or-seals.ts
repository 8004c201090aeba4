// Whose way in leads to a signature or to the agency's seal, or will as soon as their key is enrolled?
import type { Role } from './organization.ts';

type Rights = { roles: readonly Role[]; hasKey: boolean };

export const signsOrSeals = ({ roles, hasKey }: Rights): boolean =>
  hasKey || roles.includes('signer') || roles.includes('clerk');
