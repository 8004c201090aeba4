// What can be pressed over all rows that are marked? How many there are, and the presses, above the list; and a box for all.
import type { ReactNode } from 'react';
import { words } from '../../words/words.ts';
import styles from './mark-bar.module.css';
import type { Marks } from './marks.ts';

export const MarkBar = <Item,>({
  marks: { marked, count, markAll },
  children,
}: {
  marks: Marks<Item>;
  /** The presses over what is marked. */
  children: ReactNode;
}) => (
  <div className={styles.bar} data-empty={count === 0 || undefined}>
    {count > 0 && (
      <label className={styles.all}>
        <input
          type="checkbox"
          ref={(box) => {
            if (box) box.indeterminate = marked.length > 0 && marked.length < count;
          }}
          checked={marked.length === count}
          onChange={() => markAll(marked.length < count)}
        />
        {marked.length === 0 ? words.panes.markAll(count) : words.panes.marked(marked.length)}
      </label>
    )}
    {children}
  </div>
);
