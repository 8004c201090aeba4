// How does one go on to the next without going back to the list? By one press each way, which says its key.
import { words } from '../../words/words.ts';
import { IconPress } from '../icon-press.tsx';
import { LeftIcon, RightIcon } from '../icons.tsx';
import styles from './pane-steps.module.css';
import type { Walk } from './walk.ts';

export const PaneSteps = <Item,>({ walk: { rows, at, go, more } }: { walk: Walk<Item> }) => (
  <span className={styles.steps}>
    <IconPress name={words.panes.before} disabled={at <= 0} onClick={() => go(at - 1)}>
      <LeftIcon />
    </IconPress>
    <IconPress
      name={words.panes.after}
      disabled={at === rows.length - 1 && !more?.hasNextPage}
      onClick={() => go(at + 1)}
    >
      <RightIcon />
    </IconPress>
  </span>
);
