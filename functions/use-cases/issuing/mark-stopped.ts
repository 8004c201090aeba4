// What if the state machine itself stops? The news is compared with what is running before anything is marked.
import type { Turn } from '../../contracts/execution-name.ts';
import type { WorldOf } from '../world.ts';
import { markDeadTurn } from './mark-dead-turn.ts';

const NEEDS = [
  'reports',
  'submissions',
  'commit',
  'directory',
  'workflow',
  'mail',
  'clock',
] as const;

/**
 * An execution is said to have failed, timed out or been aborted. Such news comes late and more than once: it counts for
 * the present turn only, and not while that is running. Refusals: submission_not_found.
 */
export const markStopped = async (
  world: WorldOf<typeof NEEDS>,
  stopped: Turn & { status: string },
): Promise<void> => {
  const { submissionId, turn } = stopped;
  if (await world.workflow.isGoing({ submissionId, turn })) return;
  await markDeadTurn(world, stopped, () => true);
};
markStopped.needs = NEEDS;
