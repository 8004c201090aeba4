// What can be done about an issue that has stopped? Let it go on, or give it up with a reason; and why it stopped.
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { SubmissionView } from '../../../functions/contracts/views.ts';
import { printedNumber } from '../../../functions/domain/issued/printed-number.ts';
import { dealtWith } from '../../api/effects.ts';
import { usePress } from '../../api/press.ts';
import { giveUpIssue, resumeIssue } from '../../api/registry.ts';
import { AskReason } from '../../parts/ask.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { momentOf } from '../../parts/time.ts';
import { causeWords } from '../../parts/trouble/cause.ts';
import { Trouble } from '../../parts/trouble/outcome.tsx';
import { words } from '../../words/words.ts';

const registry = words.registry;

type Stuck = { submission: SubmissionView; stuck: NonNullable<SubmissionView['stuck']> };

/** `isAgain`: since one has been at it; what is seen would else be as before the press. */
export const StuckNotice = ({
  submission: { number },
  stuck,
  isAgain,
}: Stuck & { isAgain: boolean }) => (
  <Notice
    tone="bad"
    {...(isAgain && { role: 'alert' })}
    title={
      number
        ? registry.stuckText(printedNumber(number.number, number.symbol))
        : registry.stuckUnnumbered
    }
  >
    {isAgain && <Text size="sm">{registry.stuckAgain}</Text>}
    <Facts
      facts={{
        [registry.cause]: causeWords(stuck.reason),
        [words.waiting.since]: momentOf(stuck.since),
      }}
    />
  </Notice>
);

export const StuckPresses = ({
  submission: { id: submissionId, number, status },
  stuck,
}: Stuck) => {
  const [isAsking, setAsking] = useState(false);
  const said = number ? registry.giveUp.numbered : registry.giveUp.unnumbered;
  const isDone = () => [dealtWith('registry', submissionId, { kind: 'stuck', since: stuck.since })];
  const resume = usePress((_: null, key) => resumeIssue(submissionId, key), undefined, isDone);
  const giveUp = usePress(
    (reason: string, key) => giveUpIssue(submissionId, { reason }, key),
    () => setAsking(false),
    isDone,
  );
  return (
    <>
      <Button loading={resume.isPending} onClick={() => resume.mutate(null)}>
        {registry.resume}
      </Button>
      {status === 'issuing' && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {said.press}
        </Button>
      )}
      {resume.error && <Trouble error={resume.error} of="resume" />}
      <AskReason
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={said.press}
        press={said.press}
        {...(number && { cancel: registry.giveUp.numbered.keep })}
        isPressed={giveUp.isPending}
        error={giveUp.error}
        of="giveUp"
        label={said.reason}
        help={said.help}
        onReason={(reason) => giveUp.mutate(reason)}
        isGrave
      />
    </>
  );
};
