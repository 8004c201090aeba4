// What has come to my organization, and what does each say? As in mail: which part of it, the list newest first, and the
// document beside it, received or sent back where it is read.
import { Stack } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Fragment, useEffect, useState } from 'react';
import type { DeliveryView } from '../../functions/contracts/views.ts';
import { listDeliveries, openDelivery } from '../api/inbox.ts';
import { type InboxFilter, inboxFilterIn } from '../filters/filters.ts';
import { WordsField } from '../filters/words-field.tsx';
import { LetterIcon } from '../parts/icons.tsx';
import { Empty, NothingFound } from '../parts/lists/empty.tsx';
import { MarkBar } from '../parts/panes/mark-bar.tsx';
import { useMarks } from '../parts/panes/marks.ts';
import { PaneRows } from '../parts/panes/pane-rows.tsx';
import { PaneSteps } from '../parts/panes/pane-steps.tsx';
import { Panes, type To } from '../parts/panes/panes.tsx';
import { useWalk } from '../parts/panes/walk.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';
import { groupOf } from './day-groups.ts';
import styles from './delivery.module.css';
import { Delivery } from './delivery.tsx';
import { type Change, InboxFilters } from './inbox-filters.tsx';
import { isUndecided, later } from './later.ts';
import { letterRow } from './letter-row.tsx';
import {
  MOST_MARKED,
  ReceiveMarked,
  ReceiveMarkedPress,
  useReceiveMarked,
} from './receive-marked.tsx';

const inbox = words.inbox;
const search = words.search;

/**
 * To open a document is written down, under one's name, in the chain of events that proves what became of it, and so is to
 * fetch its paper; its sender is told. So what is only passed by a key is not opened: a look at a row and the next key take
 * half a second, and who stays twice as long reads. A press on the row, or Enter, opens it at once.
 */
const PASSED_MS = 1_000;

/**
 * Which document is read: what a page begins with, what is pressed, and whatever is chosen for so long. It is named by the press
 * itself, since the address follows a moment later, and until then names the one before.
 */
const useRead = (chosen: string | null) => {
  const [read, setRead] = useState(chosen);
  useEffect(() => {
    if (chosen === null || chosen === read) return;
    const stay = setTimeout(() => setRead(chosen), PASSED_MS);
    return () => clearTimeout(stay);
  }, [chosen, read]);
  return [read, setRead] as const;
};

const Keys = () => (
  <dl className={styles.keys}>
    {Object.entries(inbox.keys).map(([key, does]) => (
      <Fragment key={key}>
        <dt>
          <kbd>{key}</kbd>
        </dt>
        <dd>{does}</dd>
      </Fragment>
    ))}
  </dl>
);

const toOf = (filter: InboxFilter, { id }: DeliveryView): To => ({
  to: '/van-ban-den/$deliveryId',
  params: { deliveryId: id },
  search: filter,
});

export const Inbox = () => {
  const filter = useSearch({ from: '/office/van-ban-den' });
  const { deliveryId = null } = useParams({ strict: false });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const asked = useInfiniteQuery(listDeliveries(filter));
  const [read, setRead] = useRead(deliveryId);
  const walk = useWalk({
    items: asked.data?.pages.flatMap(({ items }) => items),
    keyOf: ({ id }: DeliveryView) => id,
    of: JSON.stringify(filter),
    chosen: deliveryId,
    toOf: (delivery) => toOf(filter, delivery),
    onGo: (key, how) => {
      if (how === 'opened') setRead(key);
    },
    more: asked,
  });
  const rows = walk.rows.map((row) =>
    later(row, queries.getQueryData(openDelivery(row.id).queryKey)),
  );
  const marks = useMarks({ ...walk, rows }, { mayMark: isUndecided, most: MOST_MARKED });
  const receiving = useReceiveMarked();
  const chosen = rows[walk.at];
  const waits = (row: DeliveryView) => isUndecided(row) && row.id !== deliveryId;
  const next = rows.slice(walk.at + 1).find(waits) ?? rows.find(waits);

  const change: Change = (changed) =>
    void navigate({ to: '/van-ban-den', search: inboxFilterIn({ ...filter, ...changed }) });
  const isFiltered = Object.keys(filter).length > 0;
  const now = Date.now();
  return (
    <Panes
      title={inbox.title}
      chosen={deliveryId}
      opened={chosen?.subject}
      back={{ to: '/van-ban-den', search: filter }}
      filters={<InboxFilters filter={filter} change={change} />}
      list={
        <>
          <div className={styles.search}>
            <WordsField
              isNarrow
              label={search.inInbox}
              words={filter.words ?? ''}
              look={(said) => change({ words: said })}
            />
          </div>
          <ReceiveMarked receiving={receiving} />
          <Loaded asked={asked}>
            {() => (
              <>
                {rows.length === 0 && (
                  <div className={styles.empty}>
                    {asked.hasNextPage ? (
                      <Empty>{search.noneYet}</Empty>
                    ) : isFiltered ? (
                      <NothingFound
                        clear={() => void navigate({ to: '/van-ban-den', search: {} })}
                      />
                    ) : (
                      <Empty icon={LetterIcon} next={words.help.empty.inbox} guide="receiving">
                        {inbox.empty}
                      </Empty>
                    )}
                  </div>
                )}
                <MarkBar marks={marks}>
                  <ReceiveMarkedPress marked={marks.marked} receiving={receiving} />
                </MarkBar>
                <PaneRows
                  marks={marks}
                  name={inbox.title}
                  walk={{ ...walk, rows }}
                  row={(row) => letterRow(row, now)}
                  groupOf={({ arrivedAt }) => groupOf(arrivedAt, now)}
                  saysFresh={inbox.fresh}
                />
              </>
            )}
          </Loaded>
        </>
      }
      nothing={
        rows.length > 0 && (
          <Stack align="center">
            <Empty>{inbox.choose}</Empty>
            <Keys />
          </Stack>
        )
      }
    >
      {deliveryId !== null && (
        <Delivery
          key={deliveryId}
          deliveryId={deliveryId}
          row={walk.rows[walk.at]}
          isRead={read === deliveryId}
          steps={<PaneSteps walk={walk} />}
          next={
            asked.data &&
            (next
              ? {
                  to: toOf(filter, next),
                  subject: next.subject,
                  open: () => setRead(next.id),
                }
              : null)
          }
        />
      )}
    </Panes>
  );
};
