// How does a state look? An icon and a word or two, in the colour of what it means: twenty of them in a list are no patchwork.
import type { ReactNode } from 'react';
import type { Icon } from './icons.tsx';
import styles from './tag.module.css';
import { ICON_OF, type Tone } from './tone.ts';

export const Tag = ({
  tone,
  icon: Sign = ICON_OF[tone],
  role,
  children,
}: {
  tone: Tone;
  /** Where the thing has a picture of its own. */
  icon?: Icon;
  /** `status`: it is told when it changes. */
  role?: 'status';
  children: ReactNode;
}) => (
  <span className={styles.tag} data-tone={tone} role={role}>
    <Sign />
    <span>{children}</span>
  </span>
);

/** How many: seen as a number; whoever hears it is told beside it. */
export const Count = ({ children }: { children: string }) => (
  <span className={styles.count} aria-hidden="true">
    {children}
  </span>
);
