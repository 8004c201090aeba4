// What does an administrator see of the directory? Everything but keys and images, and a version (the ETag) of what they saw.
import { z } from '@hono/zod-openapi';
import { Organization, OrganizationSettings, Person } from '../domain/directory/organization.ts';
import { UnsentMail } from '../domain/directory/unsent-mail.ts';
import { Instant, Sha256 } from '../domain/ids.ts';
import { AccessChangeView } from './views.ts';

/** Changes with every change; a save says it in If-Match. */
const version = { version: Sha256 };

export const PersonRecord = Person.omit({
  signingKey: true,
  signatureImage: true,
  accessChanges: true,
}).extend({
  hasKey: z.boolean().describe('Whether they can sign: a signer without a key cannot be asked'),
  ...version,
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/**
 * And what waits for this person to decide, most urgent first: without their role or office they can do no more of it. By its subject
 * to administrators of their own office; to those above it, only that there is something.
 */
export const PersonAtWork = PersonRecord.extend({
  waiting: z.array(z.string()),
  hasMore: z.boolean().describe('There is more than is named'),
});
export type PersonAtWork = z.infer<typeof PersonAtWork>;

/** What does not stand yet, and who asked for it. */
export const AskedAccessChange = AccessChangeView.extend({
  askedBy: z.string().describe('The name of an administrator'),
  askedAt: Instant,
});
export type AskedAccessChange = z.infer<typeof AskedAccessChange>;

/** Whether somebody can sign in: `invited` until they have done so for the first time. */
export const AccountView = z.object({
  state: z.enum(['invited', 'active', 'none']),
  changes: z.array(AskedAccessChange),
  settling: z
    .enum(['agreed', 'aDay', 'due'])
    .nullable()
    .describe(
      'I may let them stand: as a second administrator, or since a day has passed; `due`: they stand, and are carried out by the same press',
    ),
});
export type AccountView = z.infer<typeof AccountView>;

/** Whom a mail did not reach, and why. */
export const UnsentMailRow = UnsentMail.extend({ personName: z.string() });
export type UnsentMailRow = z.infer<typeof UnsentMailRow>;

export const OrganizationRow = Organization.pick({
  id: true,
  name: true,
  place: true,
  parentId: true,
  validUntil: true,
  successorId: true,
});
export type OrganizationRow = z.infer<typeof OrganizationRow>;

export const OrganizationRecord = Organization.omit({ sealKey: true, sealImage: true }).extend({
  settings: OrganizationSettings.nullable().describe('For those who keep it'),
  reach: z
    .enum(['administer', 'describe', 'look'])
    .describe('I may keep it and its people, correct its entry, or look at that'),
  awaitsAdministrator: z
    .boolean()
    .describe('I entered it, and may let its first administrator in: nobody is there yet'),
  ...version,
});
export type OrganizationRecord = z.infer<typeof OrganizationRecord>;
