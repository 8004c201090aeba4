// What does the page itself have to say? One thing that happened or hinders: an icon, a sentence, and what to do about it.
import type { ReactNode, Ref } from 'react';
import { words } from '../words/words.ts';
import { IconPress } from './icon-press.tsx';
import { CloseIcon } from './icons.tsx';
import styles from './notice.module.css';
import { ICON_OF, type Tone } from './tone.ts';

export const Notice = ({
  tone,
  title,
  role,
  arrival,
  close,
  isApart = false,
  children,
}: {
  tone: Tone;
  title?: string | undefined;
  /** `alert` interrupts, `status` waits for its turn; what stood there from the start is neither. */
  role?: 'status' | 'alert' | undefined;
  /** The focus comes here after a press (`useArrival`). */
  arrival?: Ref<HTMLDivElement>;
  close?: () => void;
  /** With room around it, where nothing else gives it. */
  isApart?: boolean;
  children?: ReactNode;
}) => {
  const Sign = ICON_OF[tone];
  return (
    <div
      className={styles.notice}
      data-tone={tone}
      data-apart={isApart || undefined}
      {...(role && { role, 'aria-label': title })}
      {...(arrival && { ref: arrival, tabIndex: -1 })}
    >
      <Sign />
      <div className={styles.said}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {close && (
        <IconPress name={words.app.close} onClick={close}>
          <CloseIcon />
        </IconPress>
      )}
    </div>
  );
};
