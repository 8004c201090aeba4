// What is a press that shows an icon alone? One that has its name all the same: heard, and seen under the pointer.
import type { ComponentProps } from 'react';
import styles from './icon-press.module.css';

export const IconPress = ({
  name,
  className = '',
  ...press
}: Omit<ComponentProps<'button'>, 'aria-label' | 'title' | 'type'> & { name: string }) => (
  <button
    {...press}
    type="button"
    aria-label={name}
    title={name}
    className={`${styles.press} ${className}`}
  />
);
