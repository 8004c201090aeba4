// What is where in the document, and where is one? Its headings and its other parts, each one press away.
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Block } from '../../../functions/domain/content/block.ts';
import type { Path } from '../../../functions/domain/content/finding.ts';
import { words } from '../../words/words.ts';
import { blocksOnPaper } from './go-there.ts';
import styles from './outline.module.css';
import { type OutlineEntry, outlineOf } from './outline-entries.ts';

const said = words.desk.outline;

/** In pixels below the upper edge: what has passed this line is what one reads. */
const READING_LINE = 160;

/** The last heading that has passed the line of reading; null above all of them. */
const readAt = (entries: OutlineEntry[]): number | null => {
  const blocks = blocksOnPaper();
  const scrolled = document.querySelector('[data-paper]');
  if (!blocks || !scrolled) return null;
  const line = Math.max(0, scrolled.getBoundingClientRect().top) + READING_LINE;
  const passed = entries.findLast(({ at }) => {
    const heading = blocks[at];
    return heading !== undefined && heading.getBoundingClientRect().top <= line;
  });
  return passed?.at ?? null;
};

const useReadAt = (entries: OutlineEntry[]): number | null => {
  const [read, setRead] = useState<number | null>(null);
  useEffect(() => {
    let isComing = false;
    const look = () => {
      if (isComing) return;
      isComing = true;
      requestAnimationFrame(() => {
        isComing = false;
        setRead(readAt(entries));
      });
    };
    look();
    // What scrolls is the desk, or on a phone the page.
    addEventListener('scroll', look, { capture: true, passive: true });
    return () => removeEventListener('scroll', look, { capture: true });
  }, [entries]);
  return read;
};

/** The same object until a heading is another: a key in a paragraph draws nothing here. */
const useEntries = (blocks: Block[]): OutlineEntry[] => {
  // Behind the key that has been pressed.
  const calm = useDeferredValue(blocks);
  const entries = useMemo(() => outlineOf(calm), [calm]);
  const [kept, keep] = useState(entries);
  const isSame = JSON.stringify(kept) === JSON.stringify(entries);
  if (!isSame) keep(entries);
  return isSame ? kept : entries;
};

const Entries = memo(({ entries, go }: { entries: OutlineEntry[]; go: (path: Path) => void }) => {
  const read = useReadAt(entries);
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one is changes which entry is looked for.
  useEffect(() => {
    const here = list.current?.querySelector('[aria-current]');
    here?.scrollIntoView({ block: 'nearest' });
  }, [read]);
  return (
    <ol ref={list} className={styles.entries}>
      <li>
        <button type="button" className={styles.part} onClick={() => go(['subject'])}>
          {said.head}
        </button>
      </li>
      {entries.length === 0 && <li className={styles.none}>{said.none}</li>}
      {entries.map(({ at, number, text, level }) => (
        <li key={at}>
          <button
            type="button"
            className={styles.entry}
            data-level={level}
            aria-current={at === read ? 'location' : undefined}
            onClick={() => go(['blocks', at])}
          >
            <span className={styles.words}>{`${number} ${text}`}</span>
          </button>
        </li>
      ))}
      {(['recipients', 'attachments', 'urgency'] as const).map((part) => (
        <li key={part}>
          <button type="button" className={styles.part} onClick={() => go([part])}>
            {said.parts[part]}
          </button>
        </li>
      ))}
    </ol>
  );
});

export const Outline = memo(({ blocks, go }: { blocks: Block[]; go: (path: Path) => void }) => (
  <nav aria-label={said.title} className={styles.outline}>
    <Entries entries={useEntries(blocks)} go={go} />
  </nav>
));
