// What stands where something failed? Words, and what to do.
import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemError, wantsSignIn } from '../../api/problem.ts';
import { signIn, wasNotAsked } from '../../session/session.ts';
import { words } from '../../words/words.ts';
import { Notice } from '../notice.tsx';

/** Another sign-in like the last would be in vain: the provider did not ask, though it was told to. */
const isInVain = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'sign_in_stale' && wasNotAsked();

/** `own`: what is said of it where it happened, instead of what is said of its code anywhere. */
export const failureWords = (error: unknown, own?: string): string => {
  if (!(error instanceof ProblemError)) return words.app.failed;
  if (isInVain(error)) return words.app.notAsked;
  const said = own ?? words.problems[error.code];
  return error.incident === null ? said : `${said} ${words.app.incident(error.incident)}`;
};

/** `onSignIn` keeps what was typed before the page is left for the sign-in. */
export const Failed = ({
  error,
  own,
  press = words.app.retry,
  retry,
  onSignIn,
  children,
}: {
  error: unknown;
  own?: string | undefined;
  /** What `retry` is called. */
  press?: string | undefined;
  retry?: () => void;
  onSignIn?: () => void;
  /** Which places it is about, where that is known. */
  children?: ReactNode;
}) => (
  <Notice tone="bad" role="alert" isApart>
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{failureWords(error, own)}</Text>
      {children}
      {wantsSignIn(error) && (
        <Button size="xs" onClick={() => (onSignIn ? onSignIn() : void signIn())}>
          {isInVain(error) ? words.app.signOutAndIn : words.app.signInAgain}
        </Button>
      )}
      {retry && !wantsSignIn(error) && (
        <Button size="xs" variant="default" onClick={retry}>
          {press}
        </Button>
      )}
    </Stack>
  </Notice>
);
