// What is to be done today, and what does it say? One list of everything that waits for a clerk; a row opens beside it with
// the paper and its presses, and after a press the next is offered.
import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { listHeldDeliveries, listRegistry } from '../../api/registry.ts';
import { UrgencySign } from '../../approval/urgency-sign.tsx';
import { KINDS, type Kind } from '../../filters/filters.ts';
import chips from '../../parts/chip.module.css';
import { SealIcon } from '../../parts/icons.tsx';
import { Ago } from '../../parts/lists/ago.tsx';
import { Empty } from '../../parts/lists/empty.tsx';
import { PaneRows, type RowWords } from '../../parts/panes/pane-rows.tsx';
import { Panes, type To } from '../../parts/panes/panes.tsx';
import { useWalk } from '../../parts/panes/walk.ts';
import { Count, Tag } from '../../parts/tag.tsx';
import { Loading } from '../../parts/trouble/loading.tsx';
import { Trouble } from '../../parts/trouble/outcome.tsx';
import { saidCount } from '../../shell/counted.ts';
import { words } from '../../words/words.ts';
import { HeldTask } from './held-task.tsx';
import styles from './queue.module.css';
import type { Around } from './steps.tsx';
import { SubmissionTask } from './submission-task.tsx';
import {
  heldKey,
  openedOf,
  submissionKey,
  type Task,
  taskOfHeld,
  taskOfWaiting,
  together,
} from './tasks.ts';

const said = words.queue;

const LIST = '/van-thu';

/** Everything that is known of what waits, and how it goes on. */
const useTasks = () => {
  const waiting = useInfiniteQuery(listRegistry());
  const held = useInfiniteQuery(listHeldDeliveries());
  const lists = [waiting, held];
  // The same rows stay the same things: who goes through them tells by that what has changed.
  const [seals, letters] = [waiting.data, held.data];
  const forSubmissions = useMemo(
    () => seals?.pages.flatMap(({ items }) => items.map(taskOfWaiting)) ?? [],
    [seals],
  );
  const forDeliveries = useMemo(
    () => letters?.pages.flatMap(({ items }) => items.map(taskOfHeld)) ?? [],
    [letters],
  );
  const parts = [
    { tasks: forSubmissions, isMore: waiting.hasNextPage },
    { tasks: forDeliveries, isMore: held.hasNextPage },
  ];
  return {
    tasks: lists.some(({ isPending }) => isPending) ? undefined : together(parts),
    /** Not to be shown yet, but known to be there. */
    known: parts.flatMap(({ tasks }) => tasks),
    more: {
      hasNextPage: lists.some(({ hasNextPage }) => hasNextPage),
      isFetchingNextPage: lists.some(({ isFetchingNextPage }) => isFetchingNextPage),
      fetchNextPage: () => {
        for (const list of lists) if (list.hasNextPage) void list.fetchNextPage();
      },
    },
    failed: lists.filter(({ error }) => error),
  };
};

const Kinds = ({
  chosen,
  known,
  isMore,
}: {
  chosen: Kind | undefined;
  known: Task[];
  isMore: boolean;
}) => (
  <div className={styles.kinds}>
    <nav aria-label={said.filter} className={chips.chips}>
      {[undefined, ...KINDS].map((kind) => {
        const count = known.filter((task) => kind === undefined || task.kind === kind).length;
        const many = saidCount({ count, isMore });
        return (
          <Link
            key={kind ?? ''}
            to={LIST}
            search={kind ? { kind } : {}}
            activeProps={{}}
            aria-current={kind === chosen ? 'true' : undefined}
            className={chips.chip}
          >
            {kind ? said.kinds[kind] : said.all}
            {many !== null && <Count>{many}</Count>}
          </Link>
        );
      })}
    </nav>
  </div>
);

const rowOf = (task: Task, isDone: boolean): RowWords => ({
  untouched: null,
  who: said.toDo[task.kind],
  when: <Ago at={task.since} />,
  what: task.subject,
  below: (
    <>
      {isDone ? <Tag tone="good">{said.done}</Tag> : <UrgencySign urgency={task.urgency} />}
      {!isDone && task.kind !== 'seal' && (
        <Tag tone={task.kind === 'stuck' ? 'bad' : 'warn'}>{said.kinds[task.kind]}</Tag>
      )}
      <span>{task.symbol}</span>
      {'recipientName' in task.of && <span>{task.of.recipientName}</span>}
    </>
  ),
});

/** Which one the address says is open. */
const useChosen = () => {
  const { submissionId, reportId, recipientId } = useParams({ strict: false });
  if (submissionId) return { submissionId, key: submissionKey(submissionId) };
  if (reportId && recipientId)
    return { reportId, recipientId, key: heldKey(reportId, recipientId) };
  return null;
};

const Chosen = ({
  chosen,
  ...around
}: Around & { chosen: NonNullable<ReturnType<typeof useChosen>> }) =>
  'submissionId' in chosen ? (
    <SubmissionTask key={chosen.key} submissionId={chosen.submissionId} {...around} />
  ) : (
    <HeldTask key={chosen.key} which={chosen} {...around} />
  );

export const Queue = () => {
  const { kind } = useSearch({ from: '/office/van-thu' });
  const chosen = useChosen();
  const { tasks, known, more, failed } = useTasks();
  const search = kind ? { kind } : {};
  const back: To = { to: LIST, search };
  const toOf = ({ of }: Task): To =>
    'submissionId' in of
      ? { to: '/van-thu/$submissionId', params: of, search }
      : { to: '/van-thu/chua-gui/$reportId/$recipientId', params: of, search };
  const walk = useWalk({
    items: tasks?.filter((task) => kind === undefined || task.kind === kind),
    keyOf: ({ key }) => key,
    of: kind ?? '',
    chosen: chosen?.key ?? null,
    toOf,
    more,
  });
  const isOpen = ({ key }: Task) => openedOf(key, known) !== undefined;
  const around = { walk, isOpen };
  const [first] = walk.rows;
  const isEmpty = tasks !== undefined && walk.rows.length === 0 && !more.hasNextPage;
  return (
    <Panes
      title={words.registry.title}
      chosen={chosen?.key ?? null}
      opened={walk.rows[walk.at]?.subject}
      back={back}
      list={
        <>
          <Kinds chosen={kind} known={known} isMore={more.hasNextPage} />
          {failed.map(({ error, refetch }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lists, which stay in their order
            <Trouble key={at} error={error} retry={() => void refetch()} />
          ))}
          {tasks === undefined && failed.length === 0 && <Loading />}
          {isEmpty && failed.length === 0 ? (
            <div className={styles.empty}>
              {kind && known.length > 0 ? (
                <Empty>{said.emptyKind}</Empty>
              ) : (
                <Empty icon={SealIcon} next={words.help.empty.registry} guide="clerk">
                  {said.empty}
                </Empty>
              )}
            </div>
          ) : (
            <PaneRows
              name={words.registry.title}
              walk={walk}
              row={(task) => rowOf(task, !isOpen(task))}
              saysFresh={said.fresh}
            />
          )}
        </>
      }
      nothing={
        first && (
          <Empty press={<Button onClick={() => walk.go(0)}>{said.begin}</Button>}>
            <Text component="span">{said.choose}</Text>
          </Empty>
        )
      }
    >
      {chosen && <Chosen chosen={chosen} {...around} />}
    </Panes>
  );
};
