// How are things named? Every id carries its kind, so that a wrong one is seen at the edge, and by the compiler.
// A literal is what its form says. Text from outside becomes an id, a moment or a hash by the schema, nowhere else.
import * as z from 'zod';

/** The schema, and what its text is known as from then on: TypeScript reads no regular expression. */
export const knownAs =
  <Form extends string>() =>
  <Schema extends z.ZodType<string>>(schema: Schema) =>
    schema as z.core.$ZodNarrow<Schema, Form>;

/** 26 characters of Crockford base 32: 130 random or time-ordered bits, enough never to meet twice. */
const id = <Kind extends string>(kind: Kind) =>
  knownAs<`${Kind}_${string}`>()(
    z.string().regex(new RegExp(`^${kind}_[0-9a-z][0-9a-z-]{0,59}$`), `not an id of kind ${kind}_`),
  );

export const OrganizationId = id('org');
/** Whatever the sign-in says: it has no form of its own, so only what was parsed is one. */
export const PersonId = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,64}$/, 'not a subject of the sign-in')
  .brand<'PersonId'>();
export const ReportId = id('rpt');
export const SubmissionId = id('sbm');
export const DeliveryId = id('dlv');
/** Whoever knows it may ask about the file: 26 random digits. */
export const UploadId = knownAs<`upl_${string}`>()(
  z.string().regex(/^upl_[0-9a-z]{26}$/, 'not an id of kind upl_'),
);

export type OrganizationId = z.infer<typeof OrganizationId>;
/** The `sub` of the sign-in: who someone is there, they are here. */
export type PersonId = z.infer<typeof PersonId>;
export type ReportId = z.infer<typeof ReportId>;
export type SubmissionId = z.infer<typeof SubmissionId>;
export type DeliveryId = z.infer<typeof DeliveryId>;
export type UploadId = z.infer<typeof UploadId>;

/** One report has one delivery at one organization, however often it is delivered. */
export const deliveryIdOf = (report: ReportId, recipient: OrganizationId): DeliveryId =>
  `dlv_${report.slice('rpt_'.length)}-${recipient.slice('org_'.length)}`;

/** A moment, UTC, ISO 8601 with `Z`. */
export const Instant = knownAs<`${number}-${number}-${number}T${string}Z`>()(z.iso.datetime());
export type Instant = z.infer<typeof Instant>;

/** A SHA-256, 64 hexadecimal digits, lower case. It has a form that no type can say, so only what was parsed is one. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;
