// What does somebody do by their roles that one administrator alone does not let them do?
import type { Role } from '../../functions/domain/directory/organization.ts';
import { words } from '../words/words.ts';

const { power } = words.unsettled;

/** Of whoever has a key and no such role, that they sign. */
export const powersOf = (roles: readonly Role[]): string => {
  const does = (Object.keys(power) as (keyof typeof power)[]).filter((role) =>
    roles.includes(role),
  );
  return does.map((role) => power[role]).join(', ') || power.signer;
};
