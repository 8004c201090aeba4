// How is a report's signer printed? As the directory describes them at this moment.

import type { SignatureBlock } from '../../domain/content/report-content.ts';
import type { ApprovalRound } from '../../domain/directory/organization.ts';
import { signerIn } from '../../domain/workflow/chain-people.ts';
import type { Needs } from '../world.ts';

/** How whoever signs at the end of a chain is printed; null where nobody does, or the directory does not say. */
export const signatureOf = async (
  { directory }: Needs<'directory'>,
  chain: ApprovalRound[],
): Promise<SignatureBlock | null> => {
  const signer = signerIn(chain);
  return signer ? ((await directory.person(signer))?.signatureBlock ?? null) : null;
};
