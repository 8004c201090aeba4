// What stands where something failed or is not there? Words, and what to do.
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProblemError, wantsSignIn } from '../../api/problem.ts';
import { signIn, wasNotAsked } from '../../session/session.ts';
import type { RefusedPress, RefusedWords } from '../../words/vi/refused.ts';
import { words } from '../../words/words.ts';
import { Notice } from '../notice.tsx';
import { Loading } from './loading.tsx';
import { Way } from './ways.tsx';

/** Another sign-in like the last would be in vain: the provider did not ask, though it was told to. */
const isInVain = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'sign_in_stale' && wasNotAsked();

/** `press` was refused, which has words of its own for some codes. */
export const problemWords = (error: unknown, press?: RefusedPress): string => {
  if (!(error instanceof ProblemError)) return words.app.failed;
  if (isInVain(error)) return words.app.notAsked;
  const own: RefusedWords = press ? words.refused[press] : {};
  const said = own[error.code] ?? words.problems[error.code];
  return error.incident === null ? said : `${said} ${words.app.incident(error.incident)}`;
};

/**
 * A problem in words, and the way to what mends it. `of` is the press that it befell; `onSignIn` keeps what was typed
 * before the page is left for the sign-in.
 */
export const Trouble = ({
  error,
  of: press,
  retry,
  onSignIn,
  children,
}: {
  error: unknown;
  of?: RefusedPress | undefined;
  retry?: () => void;
  onSignIn?: () => void;
  /** Which places it is about, where that is known. */
  children?: ReactNode;
}) => (
  <Notice tone="bad" role="alert" isApart>
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{problemWords(error, press)}</Text>
      {children}
      {press && error instanceof ProblemError && <Way code={error.code} of={press} />}
      {wantsSignIn(error) && (
        <Button size="xs" onClick={() => (onSignIn ? onSignIn() : void signIn())}>
          {isInVain(error) ? words.app.signOutAndIn : words.app.signInAgain}
        </Button>
      )}
      {retry && !wantsSignIn(error) && (
        <Button size="xs" variant="default" onClick={retry}>
          {words.app.retry}
        </Button>
      )}
    </Stack>
  </Notice>
);

/** What the router shows when a screen fails. */
export const Failure = ({ error }: { error: unknown }) => (
  <Trouble error={error} retry={() => location.reload()} />
);

export const NotFound = () => (
  <Stack p="lg" align="flex-start">
    <Text>{words.app.notFound}</Text>
    <Anchor component={Link} to="/">
      {words.app.home}
    </Anchor>
  </Stack>
);

type Asked<Data> = {
  data: Data | undefined;
  error: unknown;
  /** Paused: there is no network; it goes on by itself when there is. */
  fetchStatus?: 'fetching' | 'paused' | 'idle';
  refetch: () => unknown;
};

/** What was asked for, or why it is not here. What is already shown stays while it is asked for again. */
export const Loaded = <Data,>({
  asked: { data, error, fetchStatus, refetch },
  children,
}: {
  asked: Asked<Data>;
  children: (data: Data) => ReactNode;
}) => {
  const isOffline = fetchStatus === 'paused';
  const trouble = isOffline ? (
    <Trouble error={new ProblemError('offline')} />
  ) : error ? (
    <Trouble error={error} retry={() => void refetch()} />
  ) : null;
  if (data === undefined) return trouble ?? <Loading />;
  return (
    <>
      {trouble}
      {children(data)}
    </>
  );
};
