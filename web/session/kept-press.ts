// What was the person about to press when they had to sign in again? Kept for this tab until it is done or put aside.
import { whose } from './session.ts';

/** Whoever signs in next at this tab gets nothing of it. */
const keyOf = (place: string) => `press:${whose()}:${place}`;

/** `place` names the screen and its subject; the words typed so far come back with the press. */
export const keepPress = (place: string, press: object): void =>
  sessionStorage.setItem(keyOf(place), JSON.stringify(press));

export const keptPress = <Press extends object>(place: string): Press | null => {
  const kept = sessionStorage.getItem(keyOf(place));
  return kept === null ? null : (JSON.parse(kept) as Press);
};

export const forgetPress = (place: string): void => sessionStorage.removeItem(keyOf(place));
