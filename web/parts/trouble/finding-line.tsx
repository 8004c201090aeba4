// What does one finding say, and how grave is it?
import { Badge, Group, Text } from '@mantine/core';
import type { KeptFinding } from '../../../functions/domain/content/finding.ts';
import { language, words } from '../../words/words.ts';
import styles from './finding-line.module.css';

/** Each sentence once, with the number of places that it is said of: a word may be wrong twenty times. */
export const toldOnce = (findings: readonly KeptFinding[]) => {
  const told = Map.groupBy(findings, (finding) => finding[language]);
  return [...told.values()].flatMap(([finding, ...others]) =>
    finding ? [{ finding, places: 1 + others.length }] : [],
  );
};

export const sentenceOf = (finding: KeptFinding, places: number): string =>
  places > 1 ? `${finding[language]} (${words.editor.findings.places(places)})` : finding[language];

export const FindingLine = ({ finding, places = 1 }: { finding: KeptFinding; places?: number }) => (
  <Group gap="xs" wrap="nowrap" align="flex-start">
    <Badge
      size="sm"
      radius="sm"
      tt="none"
      variant="light"
      color={finding.severity === 'error' ? 'red' : 'orange'}
      className={styles.kind ?? ''}
    >
      {words.editor.findings.severity[finding.severity]}
    </Badge>
    <Text size="sm">{sentenceOf(finding, places)}</Text>
  </Group>
);
