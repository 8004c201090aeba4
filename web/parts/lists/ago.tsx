// How long ago was it? In words that keep up with the clock; to the minute under the pointer and on paper.
import { useEffect, useState } from 'react';
import type { Instant } from '../../../functions/domain/ids.ts';
import { ago, momentOf } from '../time.ts';
import styles from './ago.module.css';

/** What is said changes with the minute at most. */
const TICK_MS = 60_000;

export const Ago = ({
  at,
  say = (time) => time,
}: {
  at: Instant;
  say?: (time: string) => string;
}) => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(clock);
  }, []);
  return (
    <time dateTime={at} title={momentOf(at)}>
      <span className={styles.ago}>{say(ago(at, now))}</span>
      <span className={styles.exact}>{say(momentOf(at))}</span>
    </time>
  );
};
