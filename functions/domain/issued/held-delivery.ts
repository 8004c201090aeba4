// What if a recipient cannot be reached when the report is issued, or sends it back? It is held for the clerk, who says where it goes.
import * as z from 'zod';
import { DocumentType } from '../content/document-type-schema.ts';
import { Reason } from '../content/text.ts';
import { Urgency } from '../content/urgency.ts';
import { hasRole, isValidAt, type Organization, type Person } from '../directory/organization.ts';
import { Instant, OrganizationId, PersonId, ReportId, SubmissionId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { DocumentNumber } from './issue.ts';

/** Its office is over, or nobody there may open what comes. */
export const Unreachable = z.enum(['closed', 'noOfficer']);
export type Unreachable = z.infer<typeof Unreachable>;

/** Why it is the clerk's: it could not arrive, or it did and was sent back. */
export const WhyHeld = z.enum([...Unreachable.options, 'sentBack']);

const common = {
  reportId: ReportId,
  submissionId: SubmissionId,
  senderId: OrganizationId,
  recipientId: OrganizationId,
  /** As it was called then. */
  recipientName: z.string(),
  type: DocumentType,
  subject: z.string(),
  ...DocumentNumber.shape,
  /** As it was issued: what is urgent is not held below what is not. */
  urgency: Urgency.nullable().default(null),
  why: WhyHeld,
  /** What its recipient said when sending it back; left out where it never arrived. */
  sentBackReason: Reason.optional(),
  since: Instant,
  revision: z.number().int().min(1),
};
const decided = { by: PersonId, at: Instant };

export const HeldDelivery = z.discriminatedUnion('status', [
  z.strictObject({ ...common, status: z.literal('waiting') }),
  /** To another organization, or to the same one, which could be reached after all. */
  z.strictObject({
    ...common,
    status: z.literal('sentOn'),
    sentOn: z.strictObject({ ...decided, to: OrganizationId, toName: z.string() }),
  }),
  z.strictObject({
    ...common,
    status: z.literal('writtenOff'),
    writtenOff: z.strictObject({ ...decided, reason: Reason }),
  }),
]);
export type HeldDelivery = z.infer<typeof HeldDelivery>;
export const HeldStatus = z.enum(HeldDelivery.options.map(({ shape }) => shape.status.value));
export type HeldStatus = z.infer<typeof HeldStatus>;
export type HeldIn<Status extends HeldStatus> = Extract<HeldDelivery, { status: Status }>;

/** Why nothing can be delivered there at that moment; null when it can. */
export const unreachableAt = (
  organization: Organization | null,
  people: readonly Person[],
  at: Instant,
): Unreachable | null => {
  if (organization === null || !isValidAt(organization, at)) return 'closed';
  return people.some((person) => hasRole(person, 'recipientOfficer', at)) ? null : 'noOfficer';
};

/** `before` is what was held of the same recipient earlier, when they could not be reached at first. */
export const hold = (
  start: Omit<HeldIn<'waiting'>, 'status' | 'revision'>,
  before: HeldDelivery | null = null,
): HeldIn<'waiting'> => ({
  ...start,
  revision: (before?.revision ?? 0) + 1,
  status: 'waiting',
});

const undecided = (held: HeldDelivery) => {
  if (held.status !== 'waiting') {
    throw new Refusal('already_decided', { facts: { status: held.status } });
  }
  return { ...held, revision: held.revision + 1 };
};

/** Refusal: already_decided. */
export const sendOn = (
  held: HeldDelivery,
  to: Pick<Organization, 'id' | 'name'>,
  by: PersonId,
  at: Instant,
): HeldIn<'sentOn'> => ({
  ...undecided(held),
  status: 'sentOn',
  sentOn: { by, at, to: to.id, toName: to.name },
});

/** Refusals: already_decided, reason_missing. */
export const writeOff = (
  held: HeldDelivery,
  reason: string,
  by: PersonId,
  at: Instant,
): HeldIn<'writtenOff'> => {
  const rest = undecided(held);
  if (!reason.trim())
    throw new Refusal('reason_missing', { fields: [{ path: ['reason'], message: 'is required' }] });
  return { ...rest, status: 'writtenOff', writtenOff: { by, at, reason: reason.trim() } };
};

/** Is it that very organization which has sent it back? Then it does not get it once more. */
export const hasSentBack = ({ why, recipientId }: HeldDelivery, id: OrganizationId): boolean =>
  why === 'sentBack' && recipientId === id;
