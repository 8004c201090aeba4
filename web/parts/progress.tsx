// How far has work come that goes on by itself? Its steps as they really are: it can be left, and looked at again.
import { words } from '../words/words.ts';
import { CircleIcon, DoneIcon, HereIcon, type Icon, StopIcon } from './icons.tsx';
import styles from './progress.module.css';
import type { Tone } from './tone.ts';

/** `ended`: it stands still until somebody does something. */
export type Step = { key: string; name: string; state: 'done' | 'present' | 'ahead' | 'ended' };

const LOOKS: Record<Step['state'], [Tone, Icon]> = {
  done: ['good', DoneIcon],
  present: ['house', HereIcon],
  ahead: ['quiet', CircleIcon],
  ended: ['bad', StopIcon],
};

/** `said`: where it is, in a sentence, which is told whenever it is another. */
export const Progress = ({
  name,
  steps,
  said,
}: {
  name: string;
  steps: readonly Step[];
  said: string;
}) => (
  <section aria-label={name}>
    <ol className={styles.steps}>
      {steps.map((step) => {
        const [tone, Sign] = LOOKS[step.state];
        return (
          <li
            key={step.key}
            data-tone={tone}
            data-state={step.state}
            aria-current={step.state === 'present' ? 'step' : undefined}
          >
            <Sign />
            {step.name}
            <span className={styles.heard}> ({words.journey.state[step.state]})</span>
          </li>
        );
      })}
    </ol>
    <p className={styles.said} role="status">
      {said}
    </p>
  </section>
);
