// Where can a fault be injected into the main job? At every call that it makes of AWS, in each of the ways in which a call fails.
import type { Count } from '../../infra/local/aws/counts.ts';
import type { LocalStack } from '../support/local-stack.ts';

/**
 * `refused`: nothing was done, however often the SDK asked. `answer lost`: it was done, and the SDK asks again.
 * `all answers lost`: it was done, and the function does not hear so. `crash`: it was done, and the function's process ends.
 */
export const WAYS = ['refused', 'answer lost', 'all answers lost', 'crash'] as const;

export type FaultPoint = {
  way: (typeof WAYS)[number];
  /** The function, by its handler's name. */
  caller: string;
  action: string;
  /** Which of its calls of this operation, counted from 1. */
  nth: number;
};

/** The SDK asks three times. */
const AS_OFTEN_AS_ASKED = 3;

export const nameOf = ({ way, caller, action, nth }: FaultPoint): string =>
  `${caller}'s call ${nth} of ${action}: ${way}`;

/** Not on the way of a report: whoever watches the stack from outside, and who comes by every few minutes. */
const NOT_AT_WORK = ['local-stack', 'sweep', 'warn'];

/** Every call of the functions that are at work, in one way after the other. */
export const pointsOf = (counts: Count[]): FaultPoint[] => {
  const calls = counts
    .filter(({ caller }) => !NOT_AT_WORK.includes(caller))
    .toSorted((one, other) => (one.caller + one.action < other.caller + other.action ? -1 : 1))
    .flatMap(({ caller, action, calls }) =>
      Array.from({ length: calls }, (_, index) => ({ caller, action, nth: index + 1 })),
    );
  return WAYS.flatMap((way) => calls.map((call) => ({ way, ...call })));
};

const errorOf = (action: string) => ({
  status: 500,
  code: action.startsWith('dynamodb:') ? 'InternalServerError' : 'InternalFailure',
});

/** Lets it happen in the run that begins now; gives what says whether it has. */
export const hurt = ({ faults, crash }: LocalStack, point: FaultPoint): (() => boolean) => {
  const { way, caller, action, nth } = point;
  const struck = faults.failNext({
    ...{ caller, action, nth },
    times: way === 'refused' || way === 'all answers lost' ? AS_OFTEN_AS_ASKED : 1,
    error: errorOf(action),
    moment: way === 'refused' ? 'before' : 'after',
    ...(way === 'crash' && { besides: () => crash(caller) }),
  });
  return () => struck() > 0;
};
