// What stands where something was asked for? It, that it is loading, or why it is not here.
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProblemError } from '../../api/problem.ts';
import { words } from '../../words/words.ts';
import { useNewerVersion } from '../newer-version.ts';
import { Failed } from './failed.tsx';
import { Loading } from './loading.tsx';

/** What the router shows when a screen fails. */
export const Failure = ({ error }: { error: unknown }) => {
  const own = useNewerVersion() ? words.newVersion.screen : undefined;
  const gone = own === undefined ? error : new ProblemError('offline');
  return (
    <Failed
      error={gone}
      own={own}
      press={own && words.app.reload}
      retry={() => location.reload()}
    />
  );
};

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
  meanwhile = <Loading />,
  children,
}: {
  asked: Asked<Data>;
  /** Keeps the room of what comes, where that is known: nothing around it moves then. */
  meanwhile?: ReactNode;
  children: (data: Data) => ReactNode;
}) => {
  const isOffline = fetchStatus === 'paused';
  const trouble = isOffline ? (
    <Failed error={new ProblemError('offline')} />
  ) : error ? (
    <Failed error={error} retry={() => void refetch()} />
  ) : null;
  if (data === undefined) return trouble ?? meanwhile;
  return (
    <>
      {trouble}
      {children(data)}
    </>
  );
};
