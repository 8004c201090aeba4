// What is one thing among others on a screen? A card: its title, and what belongs together. A card lies in no card.
import type { ReactNode } from 'react';
import styles from './card.module.css';

export const Card = ({
  title,
  presses,
  role,
  children,
}: {
  /** None where the screen's own title says it. */
  title?: string | undefined;
  /** What can be done with the whole of it, beside its title. */
  presses?: ReactNode;
  role?: 'status';
  children: ReactNode;
}) => (
  <section className={styles.card} {...(title && { 'aria-label': title })} {...(role && { role })}>
    {(title || presses) && (
      <div className={styles.head}>
        {title && <h2 className={styles.title}>{title}</h2>}
        {presses}
      </div>
    )}
    {children}
  </section>
);
