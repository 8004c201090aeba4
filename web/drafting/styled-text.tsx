// How do styled words look?
import type { Run } from '../../functions/domain/report-content.ts';
import styles from './editor.module.css';

const Styled = ({ run: { text, bold, italic } }: { run: Run }) => {
  const slanted = italic ? <em>{text}</em> : text;
  return bold ? <strong>{slanted}</strong> : slanted;
};

export const StyledText = ({ runs }: { runs: Run[] }) => (
  <p className={styles.styled} aria-hidden>
    {runs.map((run, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a run has no name but its place.
      <Styled key={at} run={run} />
    ))}
  </p>
);
