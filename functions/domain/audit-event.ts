// What happened, who did it, and can it be proved that nothing was changed or left out?
import * as z from 'zod';
import { canonicalHash } from './canonical-hash.ts';
import { LONGEST_REASON } from './content/lengths.ts';
import { Urgency } from './content/urgency.ts';
import { DIRECTORY_HAPPENINGS } from './directory-happening.ts';
import { Instant, OrganizationId, PersonId, Sha256, SubmissionId } from './ids.ts';
import { Unreachable } from './issued/held-delivery.ts';
import { DocumentNumber, IssuedFormat } from './issued/issue.ts';

/** Whatever was taken when it was said: a chain can be read for good, though other letters may be taken today. */
const Said = z.string().max(LONGEST_REASON);
const event = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

/** What proves later which files went with a document. Left out where there are none, as in chains of before. */
const withFiles = {
  attachments: z.array(z.strictObject({ name: z.string(), sha256: Sha256 })).optional(),
};
const inSubmission = { submissionId: SubmissionId };
const aboutRound = { ...inSubmission, round: z.number().int().min(0) };
/** Named as it was called then: its words are read when it may be called otherwise. */
const aboutRecipient = { ...inSubmission, recipientId: OrganizationId, recipientName: z.string() };
const decided = { ...aboutRound, contentHash: Sha256 };

/** The closed list of what can happen to a report, a delivery or the directory. */
export const Happening = z.discriminatedUnion('kind', [
  event('created', {}),
  event('edited', { version: z.number().int() }),
  event('discarded', {}),
  event('submitted', { ...inSubmission, version: z.number().int(), contentHash: Sha256 }),
  event('withdrawn', inSubmission),
  event('asked', aboutRound),
  event('agreed', { ...decided, reason: Said.optional() }),
  event('commented', { ...inSubmission, text: Said }),
  event('signed', decided),
  event('returned', { ...decided, reason: Said }),
  event('correctionProposed', { ...inSubmission, places: z.number().int(), hash: Sha256 }),
  event('urgencyDecided', {
    ...inSubmission,
    successorId: SubmissionId,
    urgency: Urgency.nullable(),
    contentHash: Sha256,
  }),
  event('rejected', { ...decided, reason: Said }),
  event('reminded', { ...aboutRound, reminders: z.number().int() }),
  event('escalated', { ...aboutRound, reminders: z.number().int() }),
  event('numbered', { ...inSubmission, ...DocumentNumber.shape }),
  event('sealPressed', inSubmission),
  event('issued', { ...inSubmission, sha256: Sha256, versionId: z.string(), ...withFiles }),
  event('stuck', { ...inSubmission, reason: Said }),
  event('resumed', inSubmission),
  event('voided', { ...inSubmission, number: z.number().int(), reason: Said }),
  event('handedBack', { ...inSubmission, reason: Said }),
  event('deliveryHeld', { ...aboutRecipient, why: Unreachable }),
  event('deliverySentOn', { ...aboutRecipient, to: OrganizationId, toName: z.string() }),
  event('deliveryWrittenOff', { ...aboutRecipient, reason: Said }),
  /** `insteadOf` names the recipient who could not be reached. */
  event('arrived', { insteadOf: OrganizationId.optional() }),
  event('opened', {}),
  event('downloaded', { format: IssuedFormat }),
  event('attachmentDownloaded', { name: z.string(), sha256: Sha256 }),
  event('received', { incomingNumber: z.number().int(), sha256: Sha256, ...withFiles }),
  event('sentBack', { reason: Said }),
  ...DIRECTORY_HAPPENINGS,
]);
export type Happening = z.infer<typeof Happening>;

/** The workflow itself acts where no person pressed anything. */
export const Actor = z.union([PersonId, z.literal('workflow')]);
export type Actor = z.infer<typeof Actor>;

/** One link of a hash chain: `hash` covers everything above it and the link before. */
export const AuditEvent = z.strictObject({
  sequence: z.number().int().min(1),
  at: Instant,
  /** A directory begins before there is anybody in it: by whoever sets the system up. */
  actor: z.union([Actor, z.literal('operator')]),
  happening: Happening,
  previousHash: Sha256.nullable(),
  hash: Sha256,
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** Where a chain stands: how long it is and the hash of its last link. */
export const ChainHead = z.strictObject({
  length: z.number().int().min(0),
  hash: Sha256.nullable(),
});
export type ChainHead = z.infer<typeof ChainHead>;

export const EMPTY_CHAIN: ChainHead = { length: 0, hash: null };

/** Adds links to a chain; returns the new head and the links to store. */
export const extendChain = (
  head: ChainHead,
  actor: AuditEvent['actor'],
  at: Instant,
  happenings: Happening[],
): { head: ChainHead; events: AuditEvent[] } => {
  let { length, hash } = head;
  const events = happenings.map((happening): AuditEvent => {
    const body = { sequence: length + 1, at, actor, happening, previousHash: hash };
    const link = { ...body, hash: canonicalHash(body) };
    length = link.sequence;
    hash = link.hash;
    return link;
  });
  return { head: { length, hash }, events };
};

/** The thing with its chain extended, and the links to store with it. */
export const chained = <Thing extends { events: ChainHead }>(
  thing: Thing,
  actor: Actor,
  at: Instant,
  ...happenings: Happening[]
): { after: Thing; events: AuditEvent[] } => {
  const { head, events } = extendChain(thing.events, actor, at, happenings);
  return { after: { ...thing, events: head }, events };
};
