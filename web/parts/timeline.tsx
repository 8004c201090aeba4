// What came after what, and what is still to come? Stations along a line, which are a numbered list for those who hear it.
import type { ReactNode } from 'react';
import { words } from '../words/words.ts';
import { CircleIcon, DoneIcon, HereIcon, type Icon, StopIcon } from './icons.tsx';
import styles from './timeline.module.css';
import type { Tone } from './tone.ts';

/** `past`: it happened, as everything did in a history; nothing is said of that. */
type State = 'done' | 'present' | 'ahead' | 'ended' | 'past';

export type Station = {
  key: string | number;
  name: ReactNode;
  state: State;
  /** What is known of it, a line each. */
  facts: readonly string[];
};

const LOOKS: Record<State, [Tone, Icon]> = {
  done: ['good', DoneIcon],
  present: ['house', HereIcon],
  ahead: ['quiet', CircleIcon],
  ended: ['bad', StopIcon],
  past: ['quiet', HereIcon],
};

export const Timeline = ({ stations }: { stations: readonly Station[] }) => (
  <ol className={styles.timeline}>
    {stations.map(({ key, name, state, facts }) => {
      const [tone, Sign] = LOOKS[state];
      return (
        <li
          key={key}
          data-tone={tone}
          data-state={state}
          aria-current={state === 'present' ? 'step' : undefined}
        >
          <Sign />
          <p className={styles.name}>
            {name}
            {state !== 'past' && (
              <span className={styles.heard}> ({words.journey.state[state]})</span>
            )}
          </p>
          {facts.map((fact, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have said the same at once.
            <p key={at}>{fact}</p>
          ))}
        </li>
      );
    })}
  </ol>
);
