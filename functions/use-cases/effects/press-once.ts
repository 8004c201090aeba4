// What if a press comes twice (idempotency)? Its mark is written with what it changes, so it has one effect; the
// second finds the mark and answers.
import { sha256 } from '../../domain/canonical-hash.ts';
import type { Mark } from '../../domain/press.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** What goes into the change that this press makes; `made` is the id of what there was not before. */
export const markOf = ({ press }: Caller, made: string | null = null): { mark?: Mark } =>
  press === null ? {} : { mark: { press, made } };

/** Whoever presses for many at once, as they press for one of them: each has a mark of its own, and an effect. */
export const partOf = (caller: Caller, part: string): Caller => ({
  ...caller,
  press: caller.press && { ...caller.press, key: sha256(`${caller.press.key} ${part}`) },
  pressed: null,
});

/**
 * Does what is pressed, or finds it done by this same press: before, when an answer was lost, or at this moment, by a
 * repetition that ran ahead. `act` marks its change; `found` reads what there is now. Whatever refuses the press because
 * of what it has done itself is thus no refusal.
 */
export const pressOnce = async <Result>(
  { presses }: Needs<'presses'>,
  { press, pressed }: Caller,
  act: () => Promise<Result>,
  found: (made: string) => Promise<Result>,
): Promise<Result> => {
  if (pressed !== null) return found(pressed.made ?? '');
  try {
    return await act();
  } catch (error) {
    if (press === null || !(error instanceof Refusal)) throw error;
    const { effect } = await presses.find(press);
    if (effect === null) throw error;
    return found(effect.made ?? '');
  }
};
