// May everybody of an approval chain be asked, and how is its signer printed? He works here today, and may do what he would be asked for.
import { roleFor } from '../../domain/approving.ts';
import type { FieldProblem } from '../../domain/field-problem.ts';
import type { Instant } from '../../domain/ids.ts';
import { type ApprovalRound, hasRole, type Person } from '../../domain/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { SignatureBlock } from '../../domain/report-content.ts';
import type { Needs } from '../world.ts';

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

/** How whoever signs at the end of a chain is printed; null where nobody does, or the directory does not say. */
export const signatureOf = async (
  { directory }: Needs<'directory'>,
  chain: ApprovalRound[],
): Promise<SignatureBlock | null> => {
  const signer = chain.at(-1)?.people[0];
  return signer ? ((await directory.person(signer))?.signatureBlock ?? null) : null;
};
