// What stands where a list has nothing? What comes here, and how to begin; or that a filter keeps everything back, and the press that clears it.
import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addressOf, type Chapter } from '../../guide/chapters.ts';
import { words } from '../../words/words.ts';
import { type Icon, InboxIcon, SearchIcon } from '../icons.tsx';
import styles from './empty.module.css';

const said = words.help.empty;

export const Empty = ({
  icon: Sign = InboxIcon,
  next,
  press,
  guide,
  children,
}: {
  icon?: Icon;
  /** What comes here, and from where. */
  next?: string;
  /** How to begin, where one can. */
  press?: ReactNode;
  /** The page of the guide that tells more. */
  guide?: Chapter;
  children: ReactNode;
}) => (
  <div className={styles.empty}>
    <Sign />
    <p className={styles.what}>{children}</p>
    {next && <p>{next}</p>}
    {press}
    {guide && (
      <Anchor component={Link} size="sm" to={addressOf(guide)}>
        {said.guide}
      </Anchor>
    )}
  </div>
);

/** Something is there; the filter lets none of it through. */
export const NothingFound = ({ clear }: { clear: () => void }) => (
  <Empty
    icon={SearchIcon}
    press={
      <Button variant="default" onClick={clear}>
        {said.all}
      </Button>
    }
  >
    {said.filtered}
  </Empty>
);

/** A sentence alone says what comes here; what knows more says it in its own way. */
export const saidEmpty = (empty: ReactNode): ReactNode =>
  typeof empty === 'string' ? <Empty>{empty}</Empty> : empty;
