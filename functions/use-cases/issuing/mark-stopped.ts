// What if the state machine itself stops? The news is compared with what is running before anything is marked.
import type { Turn } from '../../contracts/execution-name.ts';
import type { Needs } from '../world.ts';
import { type Marker, markDeadTurn } from './mark-dead-turn.ts';

/**
 * An execution is said to have failed, timed out or been aborted. Such news comes late and more than once: it counts for
 * the present turn only, and not while that is running. Refusals: submission_not_found.
 */
export const markStopped = async (
  world: Marker & Needs<'workflow'>,
  stopped: Turn & { status: string },
): Promise<void> => {
  const { submissionId, turn } = stopped;
  if (await world.workflow.isGoing({ submissionId, turn })) return;
  await markDeadTurn(world, stopped, () => true);
};
