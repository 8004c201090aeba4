// How urgent is a document? Decree 30/2020, Annex I, III.2: proposed by the drafter, decided by the signer.
import * as z from 'zod';

/** KHẨN, THƯỢNG KHẨN, HỎA TỐC; what bears no mark is ordinary. */
export const Urgency = z.enum(['urgent', 'veryUrgent', 'immediate']);
export type Urgency = z.infer<typeof Urgency>;

/** The more urgent, the lower: what is to be seen to first sorts first. */
const RANK = { immediate: 0, veryUrgent: 1, urgent: 2 } as const satisfies Record<Urgency, number>;
const ORDINARY = 3;

export const rankOf = (urgency: Urgency | null): number =>
  urgency === null ? ORDINARY : RANK[urgency];
