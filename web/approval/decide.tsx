// Đồng ý, ký số, trả lại, không duyệt: one press each, and what was begun is taken up after a sign-in.
import { ActionIcon, Button, Group, Menu, Paper, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DecisionView } from '../../functions/contracts/views.ts';
import type { DecisionKind } from '../../functions/domain/submission.ts';
import { api, pressed, read } from '../api/client.ts';
import { usePress } from '../api/press.ts';
import { ProblemError } from '../api/problem.ts';
import { AskReason, Confirm } from '../pieces/ask.tsx';
import { Trouble } from '../pieces/outcome.tsx';
import { forgetPress, keepPress, keptPress } from '../session/kept-press.ts';
import { signIn, signInAfresh } from '../session/session.ts';
import { words } from '../words/words.ts';

type Begun = { kind: DecisionKind; reason: string };

export const Decide = ({ view, places }: { view: DecisionView; places: number }) => {
  const { submission, may } = view;
  const place = `decide ${submission.id}`;
  const [begun] = useState(() => keptPress<Begun>(place));
  const [asking, setAsking] = useState<DecisionKind | null>(begun?.kind ?? null);
  useEffect(() => forgetPress(place), [place]);

  const decide = usePress(
    ({ kind, reason }: Begun, key) =>
      read(
        api.submissions[':submissionId'].decisions.$post({
          param: { submissionId: submission.id },
          header: pressed(key),
          json: {
            kind,
            contentHash: submission.contentHash,
            ...(submission.pageHash && { pageHash: submission.pageHash }),
            ...(reason && { reason }),
          },
        }),
      ),
    () => setAsking(null),
  );
  const isStale = decide.error instanceof ProblemError && decide.error.code === 'sign_in_stale';

  /** Leaves to sign in, and comes back to this very press with its words. */
  const signInFor = (kind: DecisionKind, reason: string) => {
    keepPress(place, { kind, reason } satisfies Begun);
    void (isStale ? signInAfresh() : signIn());
  };
  const ask = (kind: DecisionKind) => {
    decide.reset();
    setAsking(kind);
  };
  const question = (kind: DecisionKind, title: string) => ({
    isOpen: asking === kind,
    close: () => setAsking(null),
    title,
    press: title,
    isPressed: decide.isPending,
    error: decide.error,
  });
  const reasoned = (kind: 'return' | 'reject') => ({
    begun: begun?.kind === kind ? begun.reason : '',
    onReason: (reason: string) => decide.mutate({ kind, reason }),
    onSignIn: (reason: string) => signInFor(kind, reason),
  });

  return (
    <Paper withBorder p="md">
      <Group gap="sm">
        {may.includes('agree') && (
          <Button
            size="md"
            loading={decide.isPending && asking === null}
            onClick={() => decide.mutate({ kind: 'agree', reason: '' })}
          >
            {words.decision.agree}
          </Button>
        )}
        {may.includes('sign') && (
          <Button size="md" onClick={() => ask('sign')}>
            {words.decision.sign}
          </Button>
        )}
        {may.includes('return') && (
          <Button size="md" variant="default" onClick={() => ask('return')}>
            {words.decision.return}
          </Button>
        )}
        {may.includes('reject') && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={42} variant="default" aria-label={words.decision.others}>
                …
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item color="red" onClick={() => ask('reject')}>
                {words.decision.reject}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {decide.error && asking === null && (
        <Trouble error={decide.error} onSignIn={() => signInFor('agree', '')} />
      )}
      <Confirm
        {...question('sign', words.decision.sign)}
        onPress={() => decide.mutate({ kind: 'sign', reason: '' })}
        onSignIn={() => signInFor('sign', '')}
      >
        <Text>{words.decision.signQuestion(submission.subject, places)}</Text>
      </Confirm>
      <AskReason
        {...question('return', words.decision.return)}
        {...reasoned('return')}
        label={words.decision.returnReason}
      />
      <AskReason
        {...question('reject', words.decision.reject)}
        {...reasoned('reject')}
        label={words.decision.rejectReason}
        help={words.decision.rejectHelp}
        isGrave
      />
    </Paper>
  );
};
