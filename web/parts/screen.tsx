// How does every screen begin? With its title, one line that says what to do first, and its main presses.
import { Group, Text, Title } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { words } from '../words/words.ts';

type Head = {
  title: string;
  help?: string;
  presses?: ReactNode;
  /** How many the title may take; where the paper wants the height, it has it whole. */
  lines?: number;
};

const Heading = memo(({ title, help, presses, lines = 5 }: Head) => (
  <>
    <title>{`${title} · ${words.app.name}`}</title>
    <Group justify="space-between" align="flex-start" mb="sm" gap="sm">
      <div>
        {/* A subject may be as long as a phone is high; whole it stands on the paper below. */}
        <Title order={1} size="h3" lineClamp={lines}>
          {title}
        </Title>
        {help && (
          <Text c="dimmed" size="sm">
            {help}
          </Text>
        )}
      </div>
      {presses && <Group gap="xs">{presses}</Group>}
    </Group>
  </>
));

export const Screen = ({ children, ...heading }: Head & { children: ReactNode }) => (
  <>
    <Heading {...heading} />
    {children}
  </>
);
