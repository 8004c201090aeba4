// What does one finding say, and how grave is it?
import { Badge, Group, Text } from '@mantine/core';
import type { KeptFinding } from '../../functions/domain/finding.ts';
import { language, words } from '../words/words.ts';
import styles from './finding-line.module.css';

export const FindingLine = ({ finding }: { finding: KeptFinding }) => (
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
    <Text size="sm">{finding[language]}</Text>
  </Group>
);
