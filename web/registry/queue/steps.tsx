// What is around every task of the queue: the ways to the others, and after a press the one to go on with.
import { Button, Text } from '@mantine/core';
import { RightIcon } from '../../parts/icons.tsx';
import { PaneSteps } from '../../parts/panes/pane-steps.tsx';
import type { Walk } from '../../parts/panes/walk.ts';
import { words } from '../../words/words.ts';
import { nextAfter, type Task } from './tasks.ts';

const said = words.queue;

export type Around = { walk: Walk<Task>; isOpen: (task: Task) => boolean };

export const Steps = ({ walk }: Around) => <PaneSteps walk={walk} />;

/** Offered where the press was. */
export const Next = ({ walk, isOpen }: Around) => {
  const to = nextAfter(walk.rows, walk.at, isOpen);
  if (to === -1) return <Text size="sm">{said.allDone}</Text>;
  return (
    <Button rightSection={<RightIcon />} onClick={() => walk.go(to)}>
      {said.next}
    </Button>
  );
};
