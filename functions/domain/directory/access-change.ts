// What has an administrator changed that somebody else must stand behind? How a person comes in, or that they keep the office.
import * as z from 'zod';
import { Instant, PersonId } from '../ids.ts';

/** As long as a mailbox's name may be (RFC 5321, 4.5.3.1.3, without the brackets). */
export const EmailAddress = z.email().max(254);

/** `isHeld`: it waits to be carried out. */
const asked = { isHeld: z.boolean(), askedBy: PersonId, askedAt: Instant };

export const AccessChange = z.discriminatedUnion('kind', [
  /** They came to keep the office, which they did not before. It is never held. */
  z.strictObject({ kind: z.literal('rights'), ...asked }),
  z.strictObject({ kind: z.literal('secondFactor'), ...asked }),
  z.strictObject({ kind: z.literal('email'), from: EmailAddress, to: EmailAddress, ...asked }),
]);
export type AccessChange = z.infer<typeof AccessChange>;

export const AccessKind = z.enum(['rights', 'secondFactor', 'email']);
export type AccessKind = z.infer<typeof AccessKind>;
