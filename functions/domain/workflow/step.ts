// How long did something take in an office? A round from its question to its end, a report from its submission to its issue.
import * as z from 'zod';
import { RoundKind } from '../directory/organization.ts';
import { Instant, OrganizationId, SubmissionId } from '../ids.ts';

export const StepKind = z.enum([...RoundKind.options, 'issue']);
export type StepKind = z.infer<typeof StepKind>;

export const Step = z.strictObject({
  organizationId: OrganizationId,
  submissionId: SubmissionId,
  kind: StepKind,
  since: Instant,
  at: Instant,
});
export type Step = z.infer<typeof Step>;

const DAY_MS = 24 * 60 * 60 * 1000;

const daysOf = ({ since, at }: Pick<Step, 'since' | 'at'>): number =>
  (Date.parse(at) - Date.parse(since)) / DAY_MS;

/** The one in the middle, between the two in the middle when they are even; null for none. */
export const medianDays = (steps: readonly Pick<Step, 'since' | 'at'>[]): number | null => {
  const days = steps.map(daysOf).toSorted((one, other) => one - other);
  const upper = days[Math.floor(days.length / 2)];
  const lower = days[Math.floor((days.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
};
