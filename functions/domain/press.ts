// What is a press? A POST that may come twice under one idempotency key: who pressed and when, what it has done, and what was answered.
import * as z from 'zod';
import { Instant, PersonId, Sha256 } from './ids.ts';

export const Press = z.strictObject({
  personId: PersonId,
  /** Of its Idempotency-Key. */
  key: Sha256,
  /** Of what is said. */
  hash: Sha256,
  at: Instant,
});
export type Press = z.infer<typeof Press>;

/** What a press has done; `made` is the id of what there was not before. */
export const Effect = z.strictObject({ made: z.string().nullable() });
export type Effect = z.infer<typeof Effect>;

/** Goes with the change that a press makes, so that both are there or neither. */
export type Mark = Effect & { press: Press };

/** What was answered the first time, as it went over the wire. */
export const Answer = z.strictObject({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type Answer = z.infer<typeof Answer>;
