// May everybody of an approval chain be asked? He works here today, and may do what he would be asked for.
import { roleFor } from './approving.ts';
import type { FieldProblem } from './field-problem.ts';
import type { Instant } from './ids.ts';
import { type ApprovalRound, hasRole, type Person } from './organization.ts';
import { Refusal } from './refusal.ts';

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
