// What has changed from one version to the next? The changed passages in full, the others folded away.
import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { words } from '../../words/words.ts';
import styles from './changes.module.css';
import { differencesBetween, grouped } from './differences.ts';
import { Stretches } from './stretches.tsx';

const said = words.changes;

export const Changes = ({ before, after }: { before: ReportContent; after: ReportContent }) => {
  const groups = useMemo(() => grouped(differencesBetween(before, after)), [before, after]);
  if (groups.every(({ isSame }) => isSame)) return <Text size="sm">{said.none}</Text>;
  return (
    <div>
      <Text size="xs" c="dimmed">
        <del className={styles.gone}>{said.gone}</del>{' '}
        <ins className={styles.come}>{said.come}</ins>
      </Text>
      {groups.map(({ part, isSame, lines }) =>
        isSame ? (
          <details key={lines[0]?.at} className={styles.same}>
            <summary>{said.unchanged(lines.length)}</summary>
            {lines.map(({ stretches, at }) => (
              <p key={at} className={styles.line}>
                <Stretches stretches={stretches} />
              </p>
            ))}
          </details>
        ) : (
          <div key={lines[0]?.at}>
            <p className={styles.part}>{said.parts[part]}</p>
            {lines.map(({ stretches, isRestyled, at }) => (
              <p key={at} className={styles.line}>
                <Stretches stretches={stretches} />
                {isRestyled && ` (${said.restyled})`}
              </p>
            ))}
          </div>
        ),
      )}
    </div>
  );
};
