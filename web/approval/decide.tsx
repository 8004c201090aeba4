// How does a reviewer or a signer decide? Đồng ý, ký số, trả lại, không duyệt: one press each; what was begun is
// taken up again after a sign-in.
import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { useState } from 'react';
import type { DecisionView } from '../../functions/contracts/views.ts';
import type { DecisionKind } from '../../functions/domain/workflow/submission.ts';
import { decide } from '../api/approval.ts';
import { dealtWith } from '../api/effects.ts';
import { usePress } from '../api/press.ts';
import { ProblemError } from '../api/problem.ts';
import { AskReason, Confirm } from '../parts/ask.tsx';
import { BackIcon, CheckIcon, DotsIcon, SignIcon } from '../parts/icons.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { forgetPress, keepPress, keptPress } from '../session/kept-press.ts';
import { signIn, wasNotAsked } from '../session/session.ts';
import { words } from '../words/words.ts';
import { DecideUrgency } from './decide-urgency.tsx';
import styles from './decision.module.css';
import { correctionOf, ProposeCorrection, type Rewritten } from './propose-correction.tsx';
import { SigningStatement } from './signing-statement.tsx';

/** `texts`: the passages rewritten with a return. `needsProof`: it was refused to somebody who might not have been there any more. */
type Begun = { kind: DecisionKind; reason: string; texts?: Rewritten; needsProof?: true };

/** `pages`: how many the shown page has; nobody signs what they do not have before them. */
export const Decide = ({ view, pages }: { view: DecisionView; pages: number | null }) => {
  const { submission, content, may } = view;
  const place = `decide ${submission.id} ${submission.round}`;
  const [begun] = useState(() => keptPress<Begun>(place));
  const [asking, setAsking] = useState<DecisionKind | 'correct' | 'urgency' | null>(
    begun?.texts ? 'correct' : (begun?.kind ?? null),
  );
  /** What was begun is over: pressed, or put aside by whoever began it. */
  const close = () => {
    forgetPress(place);
    setAsking(null);
  };

  const press = usePress(
    ({ kind, reason, texts }: Begun, key) => {
      const correction = texts && correctionOf(content, texts);
      const said = {
        kind,
        contentHash: submission.contentHash,
        ...(submission.pageHash && { pageHash: submission.pageHash }),
        ...(reason && { reason }),
        ...(correction && { correction }),
      };
      return decide(submission.id, said, key);
    },
    close,
    () => [dealtWith('waiting', submission.id, { kind: 'round', round: submission.round })],
  );
  const isStale = press.error instanceof ProblemError && press.error.code === 'sign_in_stale';
  // Who comes back for the proof, and was not asked who they are, is told so before they press in vain.
  const [inVain] = useState(() =>
    begun?.needsProof && wasNotAsked() ? new ProblemError('sign_in_stale') : null,
  );
  const error = press.error ?? inVain;

  /** Leaves to sign in, and comes back to this very press with its words. */
  const signInFor = (kind: DecisionKind, reason: string, texts?: Rewritten) => {
    const needsProof = (isStale || inVain !== null) && ({ needsProof: true } as const);
    keepPress(place, { kind, reason, ...(texts && { texts }), ...needsProof } satisfies Begun);
    void signIn();
  };
  const ask = (kind: DecisionKind | 'correct' | 'urgency') => {
    press.reset();
    setAsking(kind);
  };
  const question = (kind: DecisionKind, title: string) => ({
    isOpen: asking === kind,
    close,
    title,
    press: title,
    isPressed: press.isPending,
    error,
    of: kind === 'sign' ? ('sign' as const) : ('decide' as const),
  });
  const reasoned = (kind: 'agree' | 'return' | 'reject') => ({
    begun: begun?.kind === kind ? begun.reason : '',
    onReason: (reason: string) => press.mutate({ kind, reason }),
    onSignIn: (reason: string) => signInFor(kind, reason),
  });

  return (
    <section aria-label={words.decision.presses} className={styles.presses}>
      <Group gap="xs" wrap="nowrap">
        {may.includes('agree') && (
          <Button
            size="md"
            leftSection={<CheckIcon />}
            loading={press.isPending && asking === null}
            onClick={() => press.mutate({ kind: 'agree', reason: '' })}
          >
            {words.decision.agree}
          </Button>
        )}
        {may.includes('sign') && (
          <Button
            size="md"
            leftSection={<SignIcon />}
            disabled={pages === null}
            title={pages === null ? words.decision.signWaits : ''}
            onClick={() => ask('sign')}
          >
            {words.decision.sign}
          </Button>
        )}
        {may.includes('return') && (
          <Button
            size="md"
            variant="default"
            leftSection={<BackIcon />}
            onClick={() => ask('return')}
          >
            {words.decision.return}
          </Button>
        )}
        {may.includes('reject') && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={42} variant="default" aria-label={words.decision.others}>
                <DotsIcon />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {may.includes('agree') && (
                <Menu.Item onClick={() => ask('agree')}>{words.decision.agreeWith}</Menu.Item>
              )}
              {may.includes('urgency') && (
                <Menu.Item onClick={() => ask('urgency')}>{words.decision.urgency}</Menu.Item>
              )}
              <Menu.Item onClick={() => ask('correct')}>{words.correction.press}</Menu.Item>
              <Menu.Item color="red" onClick={() => ask('reject')}>
                {words.decision.reject}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {error && asking === null && (
        <Trouble error={error} of="decide" onSignIn={() => signInFor('agree', '')} />
      )}
      <Confirm
        {...question('sign', words.decision.sign)}
        onPress={() => press.mutate({ kind: 'sign', reason: '' })}
        onSignIn={() => signInFor('sign', '')}
      >
        <SigningStatement view={view} pages={pages} />
      </Confirm>
      <AskReason
        {...question('agree', words.decision.agree)}
        {...reasoned('agree')}
        label={words.decision.agreeComment}
      />
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
      <DecideUrgency submission={submission} isOpen={asking === 'urgency'} close={close} />
      <ProposeCorrection
        isOpen={asking === 'correct'}
        close={close}
        content={content}
        begun={{ reason: begun?.texts ? begun.reason : '', texts: begun?.texts ?? {} }}
        isPressed={press.isPending}
        error={error}
        onPropose={(reason, texts) => press.mutate({ kind: 'return', reason, texts })}
        onSignIn={(reason, texts) => signInFor('return', reason, texts)}
      />
    </section>
  );
};
