// What surrounds every screen? A skip link, the menu, who is signed in, and the way out.
import { Burger, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { readMe } from '../api/drafting.ts';
import { DotsIcon, LeaveIcon, SignIcon } from '../parts/icons.tsx';
import { Failed } from '../parts/trouble/failed.tsx';
import { accessToken, OPEN, signIn, signOut } from '../session/session.ts';
import { words } from '../words/words.ts';
import { useAhead } from './ahead.ts';
import { COUNTS } from './counts.tsx';
import { NewVersion } from './new-version.tsx';
import { menuFor } from './places.ts';
import { Preferences } from './preferences.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './shell.module.css';

type Around = {
  tools: ReactNode;
  side?: ReactNode;
  /** What everybody is told first, on whichever screen. */
  notice?: ReactNode;
  /** What went wrong in the frame itself. */
  trouble?: ReactNode;
};

const Frame = ({ tools, side, notice, trouble }: Around) => {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  // A new screen is announced by moving the focus to it, as a new page would be.
  useEffect(() => {
    const isNew = before.current !== undefined && before.current !== path;
    // Whoever goes through a list, each row opening beside it, stays where they are.
    const isWithin = main.current?.querySelector('[data-panes]')?.contains(document.activeElement);
    if (isNew && !isWithin) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {words.app.skip}
      </a>
      <header className={styles.header}>{tools}</header>
      {side}
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <NewVersion />
        {notice}
        {trouble}
        <Outlet />
      </main>
    </div>
  );
};

/** For few, and seldom. */
const Unsettled = lazy(async () => ({ default: (await import('./unsettled.tsx')).Unsettled }));

const Name = () => (
  <Link to="/" className={styles.name}>
    <SignIcon />
    {words.app.name}
  </Link>
);

/** At the head of a desk, in the menu of a phone: there the name has the room. */
const Leave = ({ leave }: { leave: () => void }) => (
  <div className={styles.leave}>
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<LeaveIcon />}
      onClick={leave}
    >
      {words.app.signOut}
    </Button>
  </div>
);

const Place = ({
  to,
  name,
  icon: Sign,
  onClick,
}: ReturnType<typeof menuFor>['shown'][number] & { onClick: () => void }) => {
  const Count = COUNTS[to];
  return (
    <Link to={to} className={styles.place} onClick={onClick}>
      <Sign />
      <span className={styles.named}>{name}</span>
      {Count && <Count />}
    </Link>
  );
};

/** The frame for whoever is signed in. */
export const SignedInFrame = () => {
  const me = useSuspenseQuery(readMe()).data;
  const { person, organization } = me;
  useAhead(person.roles);
  const [isOpen, menu] = useDisclosure();
  const places = menuFor(person.roles);
  const [stays, setStays] = useState<unknown>(null);
  const leave = () => {
    setStays(null);
    signOut().catch(setStays);
  };
  return (
    <Frame
      notice={
        me.unsettled.length > 0 && (
          <Suspense>
            <Unsettled {...me} />
          </Suspense>
        )
      }
      // Whoever could not be signed out must not go away believing it.
      trouble={stays !== null && <Failed error={stays} retry={leave} />}
      tools={
        <>
          <div className={styles.burger}>
            <Burger
              opened={isOpen}
              onClick={menu.toggle}
              size="sm"
              aria-label={isOpen ? words.app.closeMenu : words.app.menu}
              aria-expanded={isOpen}
            />
          </div>
          <Name />
          <SearchBox />
          <div className={styles.person}>
            <strong>{person.name}</strong>
            <span>{[person.title, organization.name].filter(Boolean).join(', ')}</span>
          </div>
          <Leave leave={leave} />
        </>
      }
      side={
        <nav
          aria-label={words.app.navigation}
          className={styles.side}
          data-open={isOpen || undefined}
        >
          {places.shown.map((place) => (
            <Place key={place.to} {...place} onClick={menu.close} />
          ))}
          {places.more.length > 0 && (
            <details className={styles.more}>
              <summary className={styles.place}>
                <DotsIcon />
                <span className={styles.named}>{words.help.more}</span>
              </summary>
              {places.more.map((place) => (
                <Place key={place.to} {...place} onClick={menu.close} />
              ))}
            </details>
          )}
          <div className={styles.foot}>
            <Preferences />
            <Leave leave={leave} />
          </div>
        </nav>
      }
    />
  );
};

/** The front page has its own way in, its one main press. */
const Street = () => {
  const isFront = useRouterState({ select: ({ location }) => location.pathname === OPEN.front });
  return (
    <Frame
      tools={
        <>
          <Name />
          <div className={styles.gap} />
          {!isFront && (
            <Button size="xs" variant="default" onClick={() => void signIn('/')}>
              {words.app.signIn}
            </Button>
          )}
        </>
      }
    />
  );
};

/** The frame for anyone; whoever is signed in keeps their menu. */
export const Outside = () => (accessToken() === null ? <Street /> : <SignedInFrame />);
