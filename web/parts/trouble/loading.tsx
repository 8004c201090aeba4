// What stands where something is still loading? Lines of its shape, and not before it has taken longer than a glance.
import { words } from '../../words/words.ts';
import styles from './loading.module.css';

/** As wide as words are: not all alike. */
const LINES = ['100%', '92%', '97%', '64%'];

export const Loading = () => (
  <div role="status" className={styles.loading}>
    <span className={styles.said}>{words.app.loading}</span>
    <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
      {LINES.map((width, at) => (
        <rect key={width} y={at * 11} width={width} height="6" />
      ))}
    </svg>
  </div>
);
