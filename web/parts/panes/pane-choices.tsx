// Which part of a list is looked at? A column of choices with how many there are in each; a bar of chips where it is narrow.
import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Icon } from '../icons.tsx';
import { Count } from '../tag.tsx';
import styles from './pane-choices.module.css';
import type { To } from './panes.tsx';

export type Choice = {
  key: string;
  name: string;
  icon?: Icon;
  /** As it is seen, such as `99+`; null where there is nothing to say. */
  count?: string | null;
  /** As it is heard. */
  saysCount?: (count: string) => string;
  to: To;
};

export const PaneChoices = ({
  name,
  choices,
  chosen,
}: {
  name: string;
  choices: Choice[];
  chosen: string | null;
}) => (
  <nav aria-label={name} className={styles.nav}>
    <ul className={styles.choices}>
      {choices.map(({ key, name: said, icon: Sign, count = null, saysCount = String, to }) => (
        <li key={key}>
          <Link
            {...to}
            className={styles.choice}
            activeOptions={{ exact: true }}
            aria-current={key === chosen ? 'true' : undefined}
          >
            {Sign && <Sign />}
            <span className={styles.named}>{said}</span>
            {count !== null && (
              <>
                <Count>{count}</Count>
                <VisuallyHidden>{saysCount(count)}</VisuallyHidden>
              </>
            )}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
