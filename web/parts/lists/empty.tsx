// What stands where a list has nothing? What comes here, and how to begin.
import type { ReactNode } from 'react';
import { type Icon, InboxIcon } from '../icons.tsx';
import styles from './empty.module.css';

export const Empty = ({
  icon: Sign = InboxIcon,
  press,
  children,
}: {
  icon?: Icon;
  /** How to begin, where one can. */
  press?: ReactNode;
  children: ReactNode;
}) => (
  <div className={styles.empty}>
    <Sign />
    <p>{children}</p>
    {press}
  </div>
);
