// How are words shown that went and came? Struck through and underlined, so that nobody depends on colours.
import type { Stretch } from '../../../functions/domain/content/compare-words.ts';
import styles from './changes.module.css';

/** `version`: one side only, as where two stand beside each other: what differs is marked there, and nothing is gone. */
export const Stretches = ({
  stretches,
  version,
}: {
  stretches: Stretch[];
  version?: 'before' | 'after';
}) =>
  stretches.map(({ text, in: where }, at) => {
    const key = `${at} ${where}`;
    if (where === 'both') return <span key={key}>{text}</span>;
    if (version !== undefined)
      return (
        where === version && (
          <mark key={key} className={styles.differs}>
            {text}
          </mark>
        )
      );
    return where === 'before' ? (
      <del key={key} className={styles.gone}>
        {text}
      </del>
    ) : (
      <ins key={key} className={styles.come}>
        {text}
      </ins>
    );
  });
