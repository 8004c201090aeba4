// What is to be done today, and what does it say? One list of everything that waits for a clerk; a row opens beside it with
// the paper and its presses, and after a press the next is offered.
import { Button, VisuallyHidden } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { KINDS, type Kind, type QueueFilter } from '../../filters/filters.ts';
import chips from '../../parts/chip.module.css';
import { SealIcon } from '../../parts/icons.tsx';
import { Empty, NothingFound } from '../../parts/lists/empty.tsx';
import { PaneRows } from '../../parts/panes/pane-rows.tsx';
import { Panes, type To } from '../../parts/panes/panes.tsx';
import { useWalk } from '../../parts/panes/walk.ts';
import { Count } from '../../parts/tag.tsx';
import { Loaded } from '../../parts/trouble/loaded.tsx';
import { saidCount } from '../../shell/counted.ts';
import { words } from '../../words/words.ts';
import { HeldTask } from './held-task.tsx';
import type { Around } from './next.tsx';
import styles from './queue.module.css';
import { SubmissionTask } from './submission-task.tsx';
import { taskRow } from './task-row.tsx';
import { heldKey, type Task } from './tasks.ts';
import { useTasks } from './use-tasks.ts';

const said = words.queue;

const LIST = '/van-thu';

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
            activeOptions={{ exact: true }}
            aria-current={kind === chosen ? 'true' : undefined}
            className={chips.chip}
          >
            {kind ? said.kinds[kind] : said.all}
            {many !== null && (
              <>
                <Count>{many}</Count>
                <VisuallyHidden>{said.count(many)}</VisuallyHidden>
              </>
            )}
          </Link>
        );
      })}
    </nav>
  </div>
);

/** Which one the address says is open. */
const useChosen = () => {
  const { submissionId, reportId, recipientId } = useParams({ strict: false });
  if (submissionId) return { submissionId, key: submissionId };
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

const toOf = ({ of }: Task, search: QueueFilter): To =>
  'submissionId' in of
    ? { to: '/van-thu/$submissionId', params: of, search }
    : { to: '/van-thu/chua-gui/$reportId/$recipientId', params: of, search };

const Nothing = ({ isFiltered }: { isFiltered: boolean }) => {
  const navigate = useNavigate();
  return (
    <div className={styles.empty}>
      {isFiltered ? (
        <NothingFound clear={() => void navigate({ to: LIST, search: {} })} />
      ) : (
        <Empty icon={SealIcon} next={words.help.empty.registry} guide="clerk">
          {said.empty}
        </Empty>
      )}
    </div>
  );
};

export const Queue = () => {
  const search = useSearch({ from: '/office/van-thu' });
  const { kind } = search;
  const chosen = useChosen();
  const { asked, known, isMoreThanKnown, more } = useTasks(kind);
  const walk = useWalk({
    items: asked.data,
    keyOf: ({ key }) => key,
    of: kind ?? '',
    chosen: chosen?.key ?? null,
    toOf: (task) => toOf(task, search),
    more,
  });
  const toDo = new Set(known.map(({ key }) => key));
  const isToDo = ({ key }: Task) => toDo.has(key);
  const isMoreToDo = isMoreThanKnown || known.some(({ key }) => key !== chosen?.key);
  return (
    <Panes
      title={words.registry.title}
      chosen={chosen?.key ?? null}
      opened={walk.rows[walk.at]?.subject}
      back={{ to: LIST, search }}
      list={
        <>
          {(kind || known.length > 0 || walk.rows.length > 0) && (
            <Kinds chosen={kind} known={known} isMore={isMoreThanKnown} />
          )}
          <Loaded asked={asked}>
            {() =>
              walk.rows.length === 0 && !more.hasNextPage ? (
                // What could not be asked for is not nothing.
                asked.error === null && <Nothing isFiltered={known.length > 0} />
              ) : (
                <PaneRows
                  name={words.registry.title}
                  walk={walk}
                  row={(task) => taskRow(task, !isToDo(task))}
                  saysFresh={said.fresh}
                />
              )
            }
          </Loaded>
        </>
      }
      nothing={
        walk.rows.length > 0 && (
          <Empty press={<Button onClick={() => walk.go(0)}>{said.begin}</Button>}>
            {said.choose}
          </Empty>
        )
      }
    >
      {chosen && <Chosen chosen={chosen} walk={walk} isToDo={isToDo} isMoreToDo={isMoreToDo} />}
    </Panes>
  );
};
