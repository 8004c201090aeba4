// How does one decide with the paper before one's eyes? The paper takes the height of the screen; what there is to know of it
// stands in a rail beside it, on a phone in a sheet that is pulled up from below; the presses are always in reach.
import {
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { barHeight } from './bar-height.ts';
import styles from './desk.module.css';
import { DeskWays } from './desk-ways.ts';
import { DownIcon, UpIcon } from './icons.tsx';
import { Loading } from './trouble/loading.tsx';

/** Pulled down so far, in pixels, the sheet is let go. */
const LET_GO = 80;

/** A sheet follows the finger downwards; the press on its handle does the same for whoever has none. */
const usePull = (close: () => void) => {
  const from = useRef<number | null>(null);
  const pulled = ({ currentTarget, clientY }: PointerEvent<HTMLElement>, isOver: boolean) => {
    if (from.current === null) return;
    const way = Math.max(0, clientY - from.current);
    const sheet = currentTarget.closest<HTMLElement>('[data-sheet]');
    sheet?.style.setProperty('--pulled', isOver ? '0px' : `${way}px`);
    if (!isOver) return;
    from.current = null;
    if (way > LET_GO) close();
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      from.current = event.clientY;
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => pulled(event, false),
    onPointerUp: (event: PointerEvent<HTMLElement>) => pulled(event, true),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => pulled(event, true),
  };
};

/** Of the papers of the desk the one that lies on top; the others are put aside. */
const paperOn = (desk: HTMLElement | null): HTMLElement | undefined =>
  [...(desk?.querySelectorAll<HTMLElement>('[data-reader]') ?? [])].find((each) =>
    each.checkVisibility(),
  );

/** Who opens another paper from the rail is at that paper, and, when it is put away, again where they were. */
const useFocusWith = (shows: string | undefined, desk: RefObject<HTMLElement | null>): void => {
  const before = useRef(shows);
  const cameFrom = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (before.current === shows) return;
    before.current = shows;
    const now = document.activeElement;
    const isInRail = now instanceof HTMLElement && now.closest('aside') !== null;
    if (isInRail) cameFrom.current = now;
    const back = isInRail ? null : cameFrom.current;
    (back?.checkVisibility() ? back : paperOn(desk.current))?.focus({ preventScroll: true });
  }, [shows, desk]);
};

/** Where a desk will stand: the menu makes room for it at once, not when its paper comes. */
export const DeskAhead = () => (
  <div data-desk>
    <Loading />
  </div>
);

export const Desk = ({
  paper,
  rail,
  named,
  presses,
  shows,
}: {
  paper: ReactNode;
  rail: ReactNode;
  /** What the rail is called, and on a phone the way to it and back to the paper. */
  named: { rail: string; paper: string };
  presses?: ReactNode;
  /** Which paper lies there: whoever chooses another in the sheet wants to see it. */
  shows?: string;
}) => {
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState(shows);
  const desk = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  if (shows !== shown) {
    setShown(shows);
    setOpen(false);
  }
  useFocusWith(shows, desk);
  /** Whoever was in the sheet is at its handle afterwards. */
  const close = () => {
    if (document.activeElement?.closest('aside')) handle.current?.focus();
    setOpen(false);
  };
  const toPaper = () => {
    if (!isOpen) return;
    setOpen(false);
    paperOn(desk.current)?.focus({ preventScroll: true });
  };
  const pull = usePull(close);
  const onEscape = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = ({ key, defaultPrevented }: KeyboardEvent) => {
      // What lies above the sheet, such as a question, is closed first.
      if (key === 'Escape' && !defaultPrevented && !document.querySelector('[role=dialog]'))
        onEscape();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOpen]);
  return (
    <div ref={desk} className={styles.desk} data-desk data-open={isOpen || undefined}>
      <div className={styles.paper}>{paper}</div>
      {/* Pulled up, it covers the paper for a while, which waits below it as it was. */}
      <div ref={isOpen ? null : barHeight} className={styles.side} data-sheet>
        <button
          ref={handle}
          type="button"
          className={styles.handle}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          {...pull}
        >
          {isOpen ? <DownIcon /> : <UpIcon />}
          {isOpen ? named.paper : named.rail}
        </button>
        <aside className={styles.rail} aria-label={named.rail}>
          <DeskWays value={toPaper}>{rail}</DeskWays>
        </aside>
        {presses && <div className={styles.presses}>{presses}</div>}
      </div>
    </div>
  );
};
