// Where do two versions of a draft differ? The lines that do, side by side.
import { type ReactNode, useMemo } from 'react';
import { isSame } from '../../../functions/domain/content/compare-contents.ts';
import type { Stretch } from '../../../functions/domain/content/compare-words.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { differencesBetween } from '../../parts/differences/differences.ts';
import { Stretches } from '../../parts/differences/stretches.tsx';
import { words } from '../../words/words.ts';
import styles from './both-versions.module.css';

const said = words.editor.conflict;

/** More would hide what is pressed below; whoever differs in more chooses between two texts, not between lines. */
const MOST_SHOWN = 30;

type Version = { title: string; content: ReportContent; press?: ReactNode };

export const BothVersions = ({ one, other }: { one: Version; other: Version }) => {
  const differences = useMemo(
    () => differencesBetween(one.content, other.content).filter((line) => !isSame(line)),
    [one.content, other.content],
  );
  const isOnly = (stretches: Stretch[], version: 'before' | 'after') =>
    stretches.every(({ in: where }) => where === version) || undefined;
  return (
    <table className={styles.both}>
      <thead>
        <tr>
          <th scope="col">{one.title}</th>
          <th scope="col">{other.title}</th>
        </tr>
      </thead>
      <tbody>
        {differences.slice(0, MOST_SHOWN).map(({ stretches, isRestyled, at }) => (
          <tr key={at}>
            <td data-missing={isOnly(stretches, 'after')}>
              {isOnly(stretches, 'after') ? (
                said.missing
              ) : (
                <Stretches stretches={stretches} version="before" />
              )}
            </td>
            <td data-missing={isOnly(stretches, 'before')}>
              {isOnly(stretches, 'before') ? (
                said.missing
              ) : (
                <Stretches stretches={stretches} version="after" />
              )}
              {isRestyled && ` (${words.changes.restyled})`}
            </td>
          </tr>
        ))}
        {differences.length > MOST_SHOWN && (
          <tr>
            <td colSpan={2}>{said.more(differences.length - MOST_SHOWN)}</td>
          </tr>
        )}
        {differences.length === 0 && (
          <tr>
            <td colSpan={2}>{said.onlyStyles}</td>
          </tr>
        )}
      </tbody>
      {(one.press || other.press) && (
        <tfoot>
          <tr>
            <td>{one.press}</td>
            <td>{other.press}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
};
