// What if others are faster at the register? Who is overtaken queues, and who stands first takes the numbers of all who do.
import type { DocumentNumber } from '../../domain/issued/issue.ts';
import type { Queued } from '../../domain/issued/register.ts';
import { Refusal, Unavailable } from '../../domain/refusal.ts';
import { numberOf } from '../../domain/workflow/submission.ts';
import { isOvertaken } from '../effects/retry-conflicts.ts';
import type { Page } from '../ports.ts';
import { findSubmission } from '../reading/find.ts';
import type { Needs } from '../world.ts';
import { takeNumbers } from './take-numbers.ts';

type AtTheRegister = Needs<'reports' | 'submissions' | 'registers' | 'clock' | 'commit'>;

/**
 * With the one who serves they are nine: within the 4 MB of a transaction, were each as large as an item may be, and 46 of
 * its 100 writes.
 */
const NEXT = 8;

/** The function has thirty seconds; who has no number after these leaves the rest to the workflow's own pauses. */
const PATIENCE_MS = 20_000;

/** Those who stand first, or first behind a cursor. */
const next = (
  { submissions }: AtTheRegister,
  { organizationId, series }: Queued,
  cursor: string | null,
): Promise<Page<Queued>> => submissions.queue(organizationId, series, { limit: NEXT, cursor });

/** In one transaction that takes them off the queue. */
const numberAll = (world: AtTheRegister, register: Queued, all: Queued[]) =>
  takeNumbers(world, register, all, { queue: { add: [], remove: all } });

/** The number of the one who serves, taken together with theirs; null when somebody else is faster. */
const serve = async (
  world: AtTheRegister,
  me: Queued,
  first: Queued[],
): Promise<DocumentNumber | null> => {
  const isAmong = first.some(({ submissionId }) => submissionId === me.submissionId);
  const all = isAmong ? first : [...first, me];
  try {
    const numbers = await numberAll(world, me, all);
    return numbers.get(me.submissionId) ?? null;
  } catch (error) {
    if (isOvertaken(error)) return null;
    throw error;
  }
};

/** Those behind, until nobody queues, or somebody else is at it, or it has kept the server's own report long enough. */
const serveOthers = async (
  world: AtTheRegister,
  me: Queued,
  behind: string | null,
  until: number,
): Promise<void> => {
  try {
    for (let cursor = behind; cursor !== null && performance.now() < until; ) {
      const page = await next(world, me, cursor);
      if (page.items.length > 0) await numberAll(world, me, page.items);
      cursor = page.cursor;
    }
  } catch (error) {
    // The one who serves has a number; what keeps the others from theirs they will hear themselves.
    if (!(error instanceof Refusal || error instanceof Unavailable)) throw error;
  }
};

/**
 * The number of somebody who queues, and who came at `cameAt` (ms, as `performance.now()`). Whoever stands first takes it
 * together with those of the next, and goes on until nobody queues; the others find theirs when they look again, each after
 * as long as they have waited already, so that they look seldom where many queue. Should the first one not come back, that one is
 * still the first when somebody looks a second time, who then serves in their place.
 * Refusals: those of `takeNumbers`; revision_conflict when it takes too long, or they are no longer as they came. Unavailable.
 */
export const queueAtTheRegister = async (
  world: AtTheRegister,
  me: Queued,
  cameAt: number,
): Promise<DocumentNumber> => {
  for (let seenFirst = me.submissionId; ; ) {
    const { items, cursor } = await next(world, me, null);
    const first = items[0]?.submissionId ?? me.submissionId;
    if (first === me.submissionId || first === seenFirst) {
      const mine = await serve(world, me, items);
      if (mine !== null) {
        await serveOthers(world, me, cursor, cameAt + PATIENCE_MS);
        return mine;
      }
    }
    seenFirst = first;

    const waited = performance.now() - cameAt;
    const left = PATIENCE_MS - waited;
    if (left < PATIENCE_MS / 5) throw new Refusal('revision_conflict');
    const pauseMs = Math.min(waited, left) * (0.5 + Math.random() / 2);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const submission = await findSubmission(world, me.submissionId);
    const mine = numberOf(submission);
    if (mine !== null) return mine;
    if (submission.revision !== me.revision) throw new Refusal('revision_conflict');
  }
};
