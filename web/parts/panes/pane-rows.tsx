// How do the rows of a list stand beside what is read? Who, when and what in three lines each, unread by weight and a dot.
//
// They are links, not options of a listbox: an option is read out as one flat line and opens nowhere else, a link is known to
// everybody, opens in another tab and has an address to send. One of them is a stop of the Tab key; arrows go on from it.
import { Button, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { words } from '../../words/words.ts';
import { UpIcon } from '../icons.tsx';
import type { Marks } from './marks.ts';
import styles from './pane-rows.module.css';
import type { Walk } from './walk.ts';

export type RowWords = {
  /** The word for what nobody has dealt with; null where somebody has. */
  untouched: string | null;
  who: string;
  when: ReactNode;
  what: string;
  /** Numbers and states. */
  below?: ReactNode;
};

const Row = ({ untouched, who, when, what, below }: RowWords) => (
  <>
    <span className={styles.top}>
      {untouched !== null && (
        <>
          <span className={styles.dot} />
          <VisuallyHidden>{untouched}</VisuallyHidden>
        </>
      )}
      <span className={styles.who}>{who}</span>
      <span className={styles.when}>{when}</span>
    </span>
    <span className={styles.what}>{what}</span>
    {below && <span className={styles.below}>{below}</span>}
  </>
);

const linksIn = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>('a[data-row]') ?? []),
];

/** Rows that follow each other and belong under one title. */
const grouped = <Item,>(rows: Item[], groupOf: (item: Item) => string) =>
  rows.reduce<{ name: string; rows: { item: Item; at: number }[] }[]>((groups, item, at) => {
    const name = groupOf(item);
    const last = groups.at(-1);
    if (last?.name === name) last.rows.push({ item, at });
    else groups.push({ name, rows: [{ item, at }] });
    return groups;
  }, []);

export const PaneRows = <Item,>({
  name,
  walk,
  row,
  groupOf = () => '',
  saysFresh,
  marks,
}: {
  name: string;
  walk: Walk<Item>;
  row: (item: Item) => RowWords;
  /** Under which title it stands, such as its day; '' for none. */
  groupOf?: (item: Item) => string;
  /** Such as `2 văn bản mới`. */
  saysFresh: (count: number) => string;
  /** Where there is something to press over several of them. */
  marks?: Marks<Item>;
}) => {
  const list = useRef<HTMLDivElement>(null);
  const { rows, at, go, keyOf, toOf, chosen, more, fresh, showFresh, onGo } = walk;

  // Whoever goes through has the row before their eyes, and the focus on it unless it is on the document.
  useEffect(() => {
    const link = linksIn(list.current)[at];
    if (link === undefined) return;
    link.scrollIntoView({ block: 'nearest' });
    if (list.current?.contains(document.activeElement)) link.focus({ preventScroll: true });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const from = linksIn(list.current).indexOf(event.target as HTMLElement);
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (from === -1 || to === undefined) return;
    event.preventDefault();
    if (to >= 0) go(to);
  };
  const stop = at === -1 ? 0 : at;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links within
    <div ref={list} className={styles.rows} data-rows onKeyDown={onKeyDown}>
      {fresh > 0 && (
        <div className={styles.fresh} role="status">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<UpIcon />}
            onClick={() => {
              flushSync(showFresh);
              list.current?.scrollTo({ top: 0 });
              linksIn(list.current)[0]?.focus({ preventScroll: true });
            }}
          >
            {saysFresh(fresh)}
          </Button>
        </div>
      )}
      {grouped(rows, groupOf).map((group) => (
        <section key={group.name} {...(group.name && { 'aria-label': group.name })}>
          {group.name && <h2 className={styles.group}>{group.name}</h2>}
          <ul aria-label={group.name ? `${name}, ${group.name}` : name} className={styles.list}>
            {group.rows.map(({ item, at: place }) => {
              const key = keyOf(item);
              const said = row(item);
              return (
                <li key={key} className={marks && (styles.markable ?? '')}>
                  <Link
                    {...toOf(item)}
                    className={styles.row}
                    data-row={key}
                    data-untouched={said.untouched !== null || undefined}
                    tabIndex={place === stop ? 0 : -1}
                    aria-current={key === chosen ? 'true' : undefined}
                    resetScroll={false}
                    onClick={({ detail, currentTarget, ctrlKey, metaKey, shiftKey }) => {
                      // Opened elsewhere: what is read here stays.
                      if (ctrlKey || metaKey || shiftKey) return;
                      onGo?.(key, 'opened');
                      // Enter, which leads from the list to what has been opened in it.
                      if (detail === 0)
                        currentTarget
                          .closest('[data-panes]')
                          ?.querySelector<HTMLElement>('[data-pane=document]')
                          ?.focus({ preventScroll: true });
                    }}
                  >
                    <Row {...said} />
                  </Link>
                  {marks?.mayMark(item) && (
                    <label className={styles.mark}>
                      <input
                        type="checkbox"
                        aria-label={words.panes.mark(said.what)}
                        tabIndex={place === stop ? 0 : -1}
                        checked={marks.isMarked(item)}
                        onChange={({ currentTarget, nativeEvent }) => {
                          const { shiftKey, detail } = nativeEvent as MouseEvent;
                          marks.mark(item, currentTarget.checked, shiftKey);
                          // Pressed by a hand: the keys go on from the row, which hears them all.
                          if (detail > 0)
                            currentTarget
                              .closest('li')
                              ?.querySelector<HTMLElement>('a[data-row]')
                              ?.focus({ preventScroll: true });
                        }}
                      />
                    </label>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {more?.hasNextPage && (
        <Button
          className={styles.more ?? ''}
          variant="subtle"
          loading={more.isFetchingNextPage}
          onClick={() => void more.fetchNextPage()}
        >
          {words.app.more}
        </Button>
      )}
    </div>
  );
};
