// Which mail did not leave? To whom it was addressed, which of our subjects it had, and what kind of failure kept it.
import * as z from 'zod';
import { Instant, OrganizationId, PersonId } from '../ids.ts';

/** Nothing of what the mail said and no address: whoever may look that up finds it by the person. */
export const UnsentMail = z.strictObject({
  organizationId: OrganizationId,
  personId: PersonId,
  at: Instant,
  /** One of the product's own, such as "Có văn bản đến"; it names no document. */
  subject: z.string().max(200),
  /** The name of the error, such as MessageRejected. */
  why: z.string().max(100),
});
export type UnsentMail = z.infer<typeof UnsentMail>;
