// How does every screen begin? With its title, one line that says what to do first, and its main presses.
import { Group, Text, Title, VisuallyHidden } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { words } from '../words/words.ts';

type Head = {
  title: string;
  help?: string;
  presses?: ReactNode;
  /** How many the title may take; where the paper wants the height, it has it whole. */
  lines?: number;
  /** What lies below begins with these very words: here they are for who hears the screen. */
  isHeard?: boolean;
};

const Heading = memo(({ title, help, presses, lines = 5, isHeard = false }: Head) => (
  <>
    <title>{`${title} · ${words.app.name}`}</title>
    {isHeard ? (
      <VisuallyHidden component="h1">{title}</VisuallyHidden>
    ) : (
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
    )}
  </>
));

export const Screen = ({ children, ...heading }: Head & { children: ReactNode }) => (
  <>
    <Heading {...heading} />
    {children}
  </>
);
