// What has an administrator changed that somebody else must stand behind? How a person comes in, or that they keep the office.
import * as z from 'zod';
import { Instant, PersonId } from '../ids.ts';

/** As long as a mailbox's name may be (RFC 5321, 4.5.3.1.3, without the brackets). */
export const EmailAddress = z.email().max(254);

const asked = {
  /** It waits for somebody else to stand behind it. */
  isHeld: z.boolean(),
  /** It was held and stands; the account has yet to hear of it. */
  isDue: z.literal(true).optional(),
  askedBy: PersonId,
  askedAt: Instant,
};

export const AccessChange = z.discriminatedUnion('kind', [
  /** They came to keep the office, which they did not before. It is never held. */
  z.strictObject({ kind: z.literal('rights'), ...asked }),
  z.strictObject({ kind: z.literal('secondFactor'), ...asked }),
  z.strictObject({ kind: z.literal('email'), from: EmailAddress, to: EmailAddress, ...asked }),
]);
export type AccessChange = z.infer<typeof AccessChange>;

export const AccessKind = z.enum(['rights', 'secondFactor', 'email']);
export type AccessKind = z.infer<typeof AccessKind>;
