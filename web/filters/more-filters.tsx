// Where are the filters that most people never touch? Open on a desk; on a phone behind one press, so that the list comes first.
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { words } from '../words/words.ts';
import styles from './filters.module.css';

export const MoreFilters = ({
  isFiltered,
  clear,
  isBeside = false,
  children,
}: {
  isFiltered: boolean;
  /** In a column beside a list, which folds to a bar earlier. */
  isBeside?: boolean;
  clear: () => void;
  children: ReactNode;
}) => {
  const [isOpen, { toggle }] = useDisclosure(isFiltered);
  return (
    // What is chosen stands in the address, so nothing of it is lost.
    <div className={styles.more} data-kept data-beside={isBeside || undefined}>
      <Button
        variant="default"
        {...(isBeside && { size: 'compact-md' })}
        className={styles.toggle ?? ''}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {words.search.filters}
      </Button>
      <div className={styles.filters} data-open={isOpen || undefined}>
        {children}
      </div>
      {isFiltered && (
        <Button variant="subtle" onClick={clear}>
          {words.search.clear}
        </Button>
      )}
    </div>
  );
};
