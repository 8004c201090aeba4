// What came of each of many that were pressed over at once? A line each, in their order; nothing yet while it waits.
import type { ReactNode } from 'react';
import { Tag } from '../tag.tsx';
import styles from './result-lines.module.css';

export type ResultLine = {
  key: string;
  /** What it is, in one line. */
  what: ReactNode;
  result: { tone: 'good' | 'bad'; said: string } | null;
};

export const ResultLines = ({ name, lines }: { name: string; lines: ResultLine[] }) => (
  <ol className={styles.lines} aria-label={name}>
    {lines.map(({ key, what, result }) => (
      <li key={key}>
        <span className={styles.what}>{what}</span>
        {result?.tone === 'good' && <Tag tone="good">{result.said}</Tag>}
        {result?.tone === 'bad' && <span className={styles.why}>{result.said}</span>}
      </li>
    ))}
  </ol>
);
