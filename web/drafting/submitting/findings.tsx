// What does the decree's check find, and how is it put right? Each finding with its source, its place, and a press where a machine can help.
import { Button, Group, Text } from '@mantine/core';
import { memo } from 'react';
import type { Finding, Path } from '../../../functions/domain/content/finding.ts';
import { FindingLine } from '../../parts/trouble/finding-line.tsx';
import { words } from '../../words/words.ts';
import styles from './findings.module.css';
import { nameOf } from './found.ts';

const said = words.editor.findings;

/** The decree's own words for its sources; a habit of offices has none. */
const sourceOf = (source: string) => (source === 'house' ? said.house : said.decree(source));

/** A line of its own memory: there may be hundreds, and most stay while one writes. */
const Line = memo(
  ({
    finding,
    fix,
    go,
  }: {
    finding: Finding;
    fix: (finding: Finding) => void;
    go: (path: Path) => void;
  }) => (
    <li data-severity={finding.severity}>
      <FindingLine finding={finding} />
      <Group gap="xs" mt={4} justify="space-between">
        <Text size="xs" c="dimmed">
          {sourceOf(finding.source)}
        </Text>
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => go(finding.path)}>
            {said.go}
          </Button>
          {finding.fix && (
            <Button size="compact-xs" onClick={() => fix(finding)}>
              {said.fix}
            </Button>
          )}
        </Group>
      </Group>
    </li>
  ),
);

export const Findings = ({
  findings,
  isPresent,
  fix,
  go,
}: {
  findings: Finding[];
  /** Are they about the very words on the desk? */
  isPresent: boolean;
  fix: (finding: Finding) => void;
  go: (path: Path) => void;
}) => (
  <section aria-label={said.title} className={styles.findings}>
    {findings.length === 0 ? (
      <Text size="sm" p="sm">
        {isPresent ? said.none : said.checking}
      </Text>
    ) : (
      <ol>
        {findings.map((finding) => (
          <Line key={nameOf(finding)} finding={finding} fix={fix} go={go} />
        ))}
      </ol>
    )}
  </section>
);
