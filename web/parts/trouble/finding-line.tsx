// What does one finding say, and how grave is it?
import { Group, Text } from '@mantine/core';
import type { KeptFinding } from '../../../functions/domain/content/finding.ts';
import { language, words } from '../../words/words.ts';
import { Tag } from '../tag.tsx';
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

export const FindingLine = ({ finding, places = 1 }: { finding: KeptFinding; places?: number }) => (
  <Group gap="xs" wrap="nowrap" align="flex-start">
    <Tag tone={finding.severity === 'error' ? 'bad' : 'warn'}>
      {words.editor.findings.severity[finding.severity]}
    </Tag>
    <div>
      <Text size="sm">{sentenceOf(finding, places)}</Text>
      <Why rule={finding.rule} />
    </div>
  </Group>
);
