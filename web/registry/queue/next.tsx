// What is gone on with after a press? The next task that is still to do, offered where the press was.
import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { RightIcon } from '../../parts/icons.tsx';
import type { Walk } from '../../parts/panes/walk.ts';
import { words } from '../../words/words.ts';
import { nextAfter, type Task } from './tasks.ts';

const said = words.queue;

/** What is around a task: the others, and which of them are still to do. */
export type Around = {
  walk: Walk<Task>;
  isToDo: (task: Task) => boolean;
  /** Something else waits, though the list may be of another kind. */
  isMoreToDo: boolean;
};

export const Next = ({ walk, isToDo, isMoreToDo }: Around) => {
  const navigate = useNavigate();
  const to = nextAfter(walk.rows, walk.at, isToDo);
  if (to === -1)
    return isMoreToDo ? (
      <Button variant="default" onClick={() => void navigate({ to: '/van-thu', search: {} })}>
        {said.otherKinds}
      </Button>
    ) : (
      <Text size="sm">{said.allDone}</Text>
    );
  return (
    <Button rightSection={<RightIcon />} onClick={() => walk.go(to)}>
      {said.next}
    </Button>
  );
};
