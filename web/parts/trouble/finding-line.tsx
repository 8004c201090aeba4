// What does one finding say, and how grave is it?
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { KeptFinding } from '../../../functions/domain/content/finding.ts';
import { language, words } from '../../words/words.ts';
import { Tag } from '../tag.tsx';
import styles from './finding-line.module.css';
import { Why } from './why.tsx';

/** Each sentence once, with the number of places that it is said of: a word may be wrong twenty times. */
export const toldOnce = (findings: readonly KeptFinding[]) => {
  const told = Map.groupBy(findings, (finding) => finding[language]);
  return [...told.values()].flatMap(([finding, ...others]) =>
    finding ? [{ finding, places: 1 + others.length }] : [],
  );
};

export const sentenceOf = (finding: KeptFinding, places: number): string =>
  places > 1 ? `${finding[language]} (${words.editor.findings.places(places)})` : finding[language];

/** A press on the sentence leads to its place; what a machine can do about it stands behind it. */
export const FindingLine = ({
  finding,
  source,
  way,
  go,
  children,
}: {
  finding: KeptFinding;
  /** Where it is written that it is wrong. */
  source: string;
  /** What the press on the sentence does. */
  way: string;
  go: () => void;
  children?: ReactNode;
}) => (
  <>
    <button type="button" className={styles.sentence} title={way} onClick={go}>
      {finding[language]}
    </button>
    <Why rule={finding.rule} />
    <div className={styles.more}>
      <Tag tone={finding.severity === 'error' ? 'bad' : 'warn'}>
        {words.editor.findings.severity[finding.severity]}
      </Tag>
      <Text size="xs" c="dimmed" className={styles.source ?? ''}>
        {source}
      </Text>
      {children}
    </div>
  </>
);
