// Two have written to one draft: which words are to stay? Both side by side, and a press below each.
import { Alert, Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { isSame } from '../../functions/domain/compare-contents.ts';
import type { Stretch } from '../../functions/domain/compare-words.ts';
import type { ReportContent } from '../../functions/domain/report-content.ts';
import { differencesBetween } from '../pieces/differences.ts';
import { Stretches } from '../pieces/stretches.tsx';
import { momentOf } from '../pieces/time.ts';
import { words } from '../words/words.ts';
import type { Saved } from './autosave.ts';
import styles from './conflict.module.css';

const said = words.editor.conflict;

/** More would hide the presses; whoever differs in more chooses between two texts, not between lines. */
const MOST_SHOWN = 30;

export const Conflict = ({
  mine,
  theirs,
  keepMine,
  takeTheirs,
}: {
  mine: ReportContent;
  theirs: Saved;
  keepMine: () => void;
  takeTheirs: () => void;
}) => {
  const differences = useMemo(
    () => differencesBetween(mine, theirs.content).filter((line) => !isSame(line)),
    [mine, theirs],
  );
  const isOnly = (stretches: Stretch[], version: 'before' | 'after') =>
    stretches.every(({ in: where }) => where === version) || undefined;
  return (
    <Alert color="orange" role="alert" title={said.title} mb="md">
      <Text size="sm">{said.text}</Text>
      <table className={styles.both}>
        <thead>
          <tr>
            <th scope="col">{said.mineTitle}</th>
            <th scope="col">{said.theirsTitle(momentOf(theirs.updatedAt))}</th>
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
        <tfoot>
          <tr>
            <td>
              <Button size="xs" onClick={keepMine}>
                {said.mine}
              </Button>
            </td>
            <td>
              <Button size="xs" variant="default" onClick={takeTheirs}>
                {said.theirs}
              </Button>
            </td>
          </tr>
        </tfoot>
      </table>
    </Alert>
  );
};
