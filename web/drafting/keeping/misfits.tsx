// What of the words on the desk could not be saved? Each place with its limit, what to do, and the way there.
import { Button, Group, Text } from '@mantine/core';
import type { Path } from '../../../functions/domain/content/finding.ts';
import { Notice } from '../../parts/notice.tsx';
import type { WordedProblem } from '../../parts/trouble/field-problems.ts';
import { words } from '../../words/words.ts';

const said = words.editor.misfits;

export const Misfits = ({
  problems,
  go,
}: {
  problems: WordedProblem[];
  go: (path: Path) => void;
}) => (
  <Notice tone="warn" role="alert" title={said.title} isApart>
    <Text size="sm">{said.text}</Text>
    {problems.map(({ path, words: sentence }) => (
      <Group key={sentence} gap="xs" mt="xs" align="center">
        <Text size="sm" flex="1 1 20rem">
          {sentence}
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => go(path)}>
          {words.editor.findings.go}
        </Button>
      </Group>
    ))}
  </Notice>
);
