// What stands before everything else until it is answered or closed? In the middle of a desk's screen, on a phone where the thumb is.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../words/words.ts';
import styles from './dialog.module.css';

export const Dialog = ({
  isOpen,
  close,
  title,
  size = 'md',
  returnsFocus = true,
  children,
}: {
  isOpen: boolean;
  close: () => void;
  title: string;
  size?: 'md' | 'xl';
  /** Back to the button that opened it; not where a press leads elsewhere. */
  returnsFocus?: boolean;
  children: ReactNode;
}) => (
  <Modal
    opened={isOpen}
    onClose={close}
    title={title}
    size={size}
    returnFocus={returnsFocus}
    classNames={{ inner: styles.inner ?? '', title: styles.title ?? '' }}
    // Locking the page behind would need an inline style sheet, which the content security policy forbids.
    lockScroll={false}
    closeButtonProps={{ 'aria-label': words.app.close }}
  >
    {children}
  </Modal>
);
