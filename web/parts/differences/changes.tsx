// What has changed from one version to the next? The changed passages in full, the others folded away.
import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { words } from '../../words/words.ts';
import styles from './changes.module.css';
import { type Difference, grouped } from './differences.ts';
import { Stretches } from './stretches.tsx';

const said = words.changes;

/** `show` leads to a change on the paper that lies beside it, by the number that it has there. */
export const Changes = ({
  differences,
  show,
}: {
  differences: Difference[];
  show: (number: number) => void;
}) => {
  const groups = useMemo(() => grouped(differences), [differences]);
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
            {lines.map(({ stretches, isRestyled, at, number }) => (
              <p key={at} className={styles.line}>
                {number !== null && (
                  <button
                    type="button"
                    className={styles.number}
                    aria-label={said.show(number)}
                    title={said.show(number)}
                    onClick={() => show(number)}
                  >
                    {number}
                  </button>
                )}
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
