// May everybody in an approval chain be asked? They work here today and may do what they would be asked for; and whoever signs is able to.

import { type ApprovalRound, hasRole, type Person } from '../directory/organization.ts';
import type { FieldProblem } from '../field-problem.ts';
import type { Instant, PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { roleFor } from './approving.ts';

/** Refusal: chain_person_unknown, with the place of each who cannot be asked. */
export const checkChainPeople = (chain: ApprovalRound[], people: Person[], at: Instant): void => {
  const known = new Map(people.map((person) => [person.id, person]));
  const fields: FieldProblem[] = [];
  for (const [index, round] of chain.entries()) {
    for (const [place, id] of round.people.entries()) {
      const person = known.get(id);
      const able = person && hasRole(person, roleFor(round), at);
      if (!able)
        fields.push({ path: ['chain', index, 'people', place], message: `${id} cannot be asked` });
    }
  }
  if (fields.length > 0) throw new Refusal('chain_person_unknown', { fields });
};

/** Who signs at the end; undefined where nobody is named. */
export const signerIn = (chain: readonly ApprovalRound[]): PersonId | undefined =>
  chain.at(-1)?.people[0];

/** They have a key, and it is known how they are printed. Refusals: key_missing, signature_unknown with their place in the chain. */
export const checkSigner = (chain: readonly ApprovalRound[], signer: Person | undefined): void => {
  if (!signer?.signingKey) throw new Refusal('key_missing');
  if (signer.signatureBlock !== null) return;
  const path = ['chain', chain.length - 1, 'people', 0];
  const fields = [{ path, message: `nobody has said how ${signer.id} is printed` }];
  throw new Refusal('signature_unknown', { fields });
};
