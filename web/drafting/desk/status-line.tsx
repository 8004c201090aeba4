// How does it stand with what is being written? Whether it is safe, how many pages and words it has, what the check says.
import { memo } from 'react';
import type { Finding } from '../../../functions/domain/content/finding.ts';
import { Tag } from '../../parts/tag.tsx';
import type { Tone } from '../../parts/tone.ts';
import { words } from '../../words/words.ts';
import type { Safety } from '../keeping/autosave.ts';
import type { PageEnds } from './page-ends.ts';
import styles from './status-line.module.css';

const said = words.desk;

const SAFETY_TONES = {
  saved: 'good',
  partlySaved: 'warn',
  saving: 'quiet',
  notSaved: 'warn',
} as const satisfies Record<Safety, Tone>;

/** What changes with each key is seen and not told: whether all is saved is. */
export const StatusLine = memo(
  ({
    safety,
    ends,
    isPast,
    isUnprinted,
    findings,
    isPresent,
    count,
    look,
    check,
  }: {
    safety: Safety;
    /** Null until it has been printed once. */
    ends: PageEnds | null;
    /** It was other words that were printed last. */
    isPast: boolean;
    /** The words could not be printed, or the pages did not come. */
    isUnprinted: boolean;
    findings: Finding[];
    /** Are they about the very words on the desk? */
    isPresent: boolean;
    /** How many words the text has. */
    count: number;
    /** Leads to the printed pages. */
    look: () => void;
    /** Leads to the findings. */
    check: () => void;
  }) => {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const tone = errors > 0 ? 'bad' : findings.length > 0 ? 'warn' : 'good';
    return (
      <div className={styles.line}>
        <Tag role="status" tone={SAFETY_TONES[safety]}>
          {words.editor[safety]}
        </Tag>
        {isUnprinted && (
          <button type="button" className={styles.press} onClick={look}>
            <Tag tone="warn">{said.unprinted}</Tag>
          </button>
        )}
        {!isUnprinted && ends && (
          <button
            type="button"
            className={styles.press}
            title={isPast ? said.past : ''}
            data-past={isPast || undefined}
            onClick={look}
          >
            <span>
              {said.pages(ends.pages)}
              {ends.foot !== null && ends.pages > 1 && (
                <span className={styles.more}>, {said.signedOn(ends.foot)}</span>
              )}
            </span>
          </button>
        )}
        {(isPresent || findings.length > 0) && (
          <button type="button" className={`${styles.press} ${styles.found}`} onClick={check}>
            <Tag tone={tone}>{said.found(errors, findings.length - errors)}</Tag>
          </button>
        )}
        <span className={styles.more}>{said.count(count)}</span>
      </div>
    );
  },
);
