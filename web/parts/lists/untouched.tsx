// What in a list has nobody dealt with yet? Bold, with the word for it beside: one sign in every list.
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { HereIcon } from '../icons.tsx';
import { Tag } from '../tag.tsx';
import styles from './untouched.module.css';

/** `word` says what has not been done; null where it has. */
export const Untouched = ({ word, children }: { word: string | null; children: ReactNode }) => (
  <Group gap="xs" className={word === null ? '' : (styles.untouched ?? '')}>
    {children}
    {word !== null && (
      <Tag tone="house" icon={HereIcon}>
        {word}
      </Tag>
    )}
  </Group>
);
