// Is it there, and may this person know of it? What belongs to another organization is as good as not there.

import type { ReportContent } from '../../domain/content/report-content.ts';
import { hasRole, type Organization, type Person } from '../../domain/directory/organization.ts';
import type {
  DeliveryId,
  OrganizationId,
  PersonId,
  ReportId,
  SubmissionId,
} from '../../domain/ids.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Report } from '../../domain/workflow/report.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import type { Needs } from '../world.ts';
import type { Caller } from './identify.ts';

/** People of the directory, by their ids. */
export type People = ReadonlyMap<PersonId, Person>;

/** Refusal: report_not_found. */
export const findReport = async ({ reports }: Needs<'reports'>, id: ReportId): Promise<Report> => {
  const report = await reports.read(id);
  if (report === null) throw new Refusal('report_not_found');
  return report;
};

/** A report of the caller's own organization. Refusal: report_not_found. */
export const findOwnReport = async (
  world: Needs<'reports'>,
  caller: Caller,
  id: ReportId,
): Promise<Report> => {
  const report = await findReport(world, id);
  if (report.organizationId !== caller.organization.id) throw new Refusal('report_not_found');
  return report;
};

/** Refusal: submission_not_found. */
export const findSubmission = async (
  { submissions }: Needs<'submissions'>,
  id: SubmissionId,
): Promise<Submission> => {
  const submission = await submissions.read(id);
  if (submission === null) throw new Refusal('submission_not_found');
  return submission;
};

/** Those of them whom the directory knows, each asked for once. */
export const findPeople = async (
  { directory }: Needs<'directory'>,
  ids: readonly PersonId[],
): Promise<People> => {
  const people = await Promise.all([...new Set(ids)].map((id) => directory.person(id)));
  return new Map(people.flatMap((person) => (person ? [[person.id, person] as const] : [])));
};

/** By whose names a submission is found: who wrote it, then who reviews it; who signs is named in its words. */
export const namedIn = ({ drafterId, chain }: Pick<Submission, 'drafterId' | 'chain'>) => {
  const reviewers = chain.filter(({ kind }) => kind === 'review').flatMap(({ people }) => people);
  return [drafterId, ...new Set(reviewers)];
};

/** Their names, empty for whoever is not known. */
export const namesOf = (ids: readonly PersonId[], people: People): string[] =>
  ids.map((id) => people.get(id)?.name ?? '');

/** A submission of the caller's own organization. Refusal: submission_not_found. */
export const findOwnSubmission = async (
  world: Needs<'submissions'>,
  caller: Caller,
  id: SubmissionId,
): Promise<Submission> => {
  const submission = await findSubmission(world, id);
  if (submission.organizationId !== caller.organization.id)
    throw new Refusal('submission_not_found');
  return submission;
};

/**
 * A submission that this person has to do with: its chain, its drafter, and clerks.
 * Refusals: submission_not_found, not_permitted.
 */
export const findSubmissionOfMine = async (
  world: Needs<'submissions'>,
  caller: Caller,
  id: SubmissionId,
): Promise<Submission> => {
  const submission = await findOwnSubmission(world, caller, id);
  const { person, at } = caller;
  const concerned =
    submission.drafterId === person.id ||
    submission.chain.some(({ people }) => people.includes(person.id)) ||
    hasRole(person, 'clerk', at);
  if (!concerned) throw new Refusal('not_permitted');
  return submission;
};

/** The organization whose submission it is. Refusal: organization_not_found. */
export const findAgency = async (
  { directory }: Needs<'directory'>,
  { organizationId }: Submission,
): Promise<Organization> => {
  const organization = await directory.organization(organizationId);
  if (organization === null) throw new Refusal('organization_not_found');
  return organization;
};

/** The content a submission froze. Refusal: submission_not_found. */
export const findFrozen = async (
  { submissions }: Needs<'submissions'>,
  id: SubmissionId,
): Promise<ReportContent> => {
  const content = await submissions.frozen(id);
  if (content === null) throw new Refusal('submission_not_found');
  return content;
};

/** A delivery to the caller's own organization. Refusal: delivery_not_found. */
export const findOwnDelivery = async (
  { deliveries }: Needs<'deliveries'>,
  caller: Caller,
  id: DeliveryId,
): Promise<Delivery> => {
  const delivery = await deliveries.read(id);
  if (delivery === null || delivery.recipientId !== caller.organization.id) {
    throw new Refusal('delivery_not_found');
  }
  return delivery;
};

/** Refusal: organization_not_found. */
export const findOrganization = async (
  { directory }: Needs<'directory'>,
  id: OrganizationId,
): Promise<Organization> => {
  const found = await directory.organization(id);
  if (found === null) throw new Refusal('organization_not_found');
  return found;
};
