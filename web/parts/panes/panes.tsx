// How does one go through many documents and read each? A list and what is chosen in it beside each other, as in mail, and
// filters left of them; on a phone one after the other. What is chosen stands in the address, so that links, Back and a
// reload find it again.
import { Link, type LinkProps } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { words } from '../../words/words.ts';
import { barHeight } from '../bar-height.ts';
import { LeftIcon } from '../icons.tsx';
import styles from './panes.module.css';

/** Where a press leads: the list, or one of its rows. */
export type To = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** The row that is chosen, in whichever list it stands. */
const chosenRow = (panes: HTMLElement) =>
  panes.querySelector<HTMLElement>('[data-row][aria-current]');

export const Panes = ({
  title,
  filters,
  list,
  chosen,
  opened,
  back,
  nothing,
  children,
}: {
  /** Of the screen. */
  title: string;
  filters?: ReactNode;
  list: ReactNode;
  /** By which key the list knows what is chosen, as the address says it. */
  chosen: string | null;
  /** What the chosen one is called, once that is known: the browser's tab says it. */
  opened?: string | undefined;
  /** Back to the list alone, for a phone. */
  back: To;
  /** What stands beside the list while nothing is chosen. */
  nothing: ReactNode;
  /** The chosen one, as a `PaneDocument` or what stands in its place. */
  children: ReactNode;
}) => {
  const panes = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLElement>(null);
  const before = useRef({ chosen, scrolled: 0, row: null as string | null });

  // On a phone the list is away while a document is read: it comes back as far down as it was.
  useLayoutEffect(() => {
    const left = before.current;
    if (chosen === null && left.chosen !== null && left.scrolled > 0) scrollTo(0, left.scrolled);
  }, [chosen]);
  useEffect(() => {
    const { current: left } = before;
    const [whole, page] = [panes.current, shown.current];
    const isChanged = left.chosen !== chosen;
    const row = left.chosen;
    left.chosen = chosen;
    if (!isChanged || whole === null || page === null) return;
    // The focus goes to what has come in the place of what had it.
    const isLost = document.activeElement === document.body;
    if (chosen === null)
      whole.querySelector<HTMLElement>(`[data-row="${CSS.escape(row ?? '')}"]`)?.focus();
    else if (isLost || whole.querySelector('[data-pane=list]')?.clientHeight === 0)
      page.focus({ preventScroll: true });
  }, [chosen]);

  const toRow = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (panes.current) chosenRow(panes.current)?.focus();
  };
  return (
    <div
      ref={panes}
      className={styles.panes}
      data-desk
      data-panes
      data-open={chosen === null ? undefined : true}
      onClickCapture={() => {
        before.current.scrolled = scrollY;
      }}
    >
      <title>{`${opened ?? title} · ${words.app.name}`}</title>
      <h1 className={styles.title}>{title}</h1>
      {filters && <div className={styles.filters}>{filters}</div>}
      <div className={styles.list} data-pane="list">
        {list}
      </div>
      <section
        ref={shown}
        tabIndex={-1}
        data-pane="document"
        className={styles.document}
        aria-label={words.panes.document}
        onKeyDown={toRow}
      >
        {chosen !== null && (
          <Link {...back} className={styles.back} resetScroll={false}>
            <LeftIcon />
            {words.panes.back}
          </Link>
        )}
        {chosen === null ? <div className={styles.nothing}>{nothing}</div> : children}
      </section>
    </div>
  );
};

/** Its presses above, for a thumb below; then what it is; the paper fills the rest. */
export const PaneDocument = ({
  title,
  presses,
  steps,
  head,
  children,
}: {
  title: string;
  presses?: ReactNode;
  /** To the one before and the one after: beside the presses, on a phone beside the way back. */
  steps?: ReactNode;
  head?: ReactNode;
  /** The paper. */
  children: ReactNode;
}) => (
  <>
    <div className={styles.bar}>
      {presses && (
        <div ref={barHeight} className={styles.presses}>
          {presses}
        </div>
      )}
      {steps && <div className={styles.steps}>{steps}</div>}
    </div>
    <div className={styles.head}>
      {/* A subject may be as long as a phone is high; whole it stands on the paper below. */}
      <h2 className={styles.name}>{title}</h2>
      {head}
    </div>
    <div className={styles.paper}>{children}</div>
  </>
);
