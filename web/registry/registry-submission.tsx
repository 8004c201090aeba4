// What can the clerk do about one submission? Seal and issue it, let it go on, give it up, or see what became of it.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmissionView } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { dealtWith } from '../api/effects.ts';
import { usePress } from '../api/press.ts';
import {
  giveUpIssue,
  linkSignedRevision,
  readRegistrySubmission,
  resumeIssue,
} from '../api/registry.ts';
import { Decisions } from '../following/decisions.tsx';
import { IssueProgress } from '../following/issue-progress.tsx';
import { Unsettled } from '../following/unsettled.tsx';
import { useArrival } from '../parts/arrival.ts';
import { AskReason } from '../parts/ask.tsx';
import beside from '../parts/beside.module.css';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { Download } from '../parts/files/download.tsx';
import { PdfReader } from '../parts/files/pdf-reader.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { momentOf, writtenDay } from '../parts/time.ts';
import { causeWords } from '../parts/trouble/cause.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import { Arrivals, IssuedDocument } from './issued-document.tsx';
import { Seal } from './seal.tsx';

const registry = words.registry;

const Stuck = ({
  submission: { id: submissionId, number, status },
  stuck,
}: {
  submission: SubmissionView;
  stuck: NonNullable<SubmissionView['stuck']>;
}) => {
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
    <Notice tone="bad">
      <Stack gap="sm">
        <Text fw={600}>
          {number
            ? registry.stuckText(printedNumber(number.number, number.symbol))
            : registry.stuckUnnumbered}
        </Text>
        <Facts
          facts={{
            [registry.cause]: causeWords(stuck.reason),
            [words.waiting.since]: momentOf(stuck.since),
          }}
        />
        <Group>
          <Button loading={resume.isPending} onClick={() => resume.mutate(null)}>
            {registry.resume}
          </Button>
          {status === 'issuing' && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {said.press}
            </Button>
          )}
        </Group>
        {resume.error && <Trouble error={resume.error} of="resume" />}
      </Stack>
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
    </Notice>
  );
};

/** What the signer signed, which the seal will be put on. */
const ToSeal = ({ submissionId }: { submissionId: string }) => (
  <Stack gap="xs" data-stays>
    <Text size="sm">{registry.toSeal}</Text>
    <PdfReader pdf={linkSignedRevision(submissionId)} />
  </Stack>
);

const overWords = (status: SubmissionView['status']): string => {
  if (status === 'issued') return words.life.reportStatus.issued;
  if (status === 'handedBack') return registry.handedBack;
  return status === 'voided' ? registry.voided : registry.nothing;
};

/** There is nothing to press; `isAnswer`: any more. */
const Over = ({ status, isAnswer }: Pick<SubmissionView, 'status'> & { isAnswer: boolean }) => (
  <Notice arrival={useArrival(isAnswer)} tone="quiet" role="status">
    {overWords(status)}
  </Notice>
);

const Matter = ({ submission }: { submission: SubmissionView }) => {
  const { id, reportId, waitingForSeal, number, symbol, status } = submission;
  // Given up, it stays written down why; there is nothing left to press.
  const stuck = status === 'voided' || status === 'handedBack' ? null : submission.stuck;
  const [hadPress] = useState(stuck !== null || waitingForSeal);
  const isIssued = status === 'issued';
  return (
    <Screen
      title={submission.subject}
      help={isIssued ? words.follow.helpIssued : registry.submissionHelp}
      presses={isIssued && <Download reportId={reportId} />}
    >
      <div className={waitingForSeal || isIssued ? beside.beside : ''}>
        <Stack maw={720}>
          {stuck && <Stuck submission={submission} stuck={stuck} />}
          {!stuck && waitingForSeal && <Seal submission={submission} />}
          {isIssued && <Unsettled reportId={reportId} />}
          {!stuck && !waitingForSeal && <Over status={status} isAnswer={hadPress} />}
          {!waitingForSeal && <IssueProgress submission={submission} />}
          <Card>
            <Facts
              facts={{
                [words.reports.number]: number
                  ? printedNumber(number.number, number.symbol)
                  : symbol,
                [words.inbox.date]: number && writtenDay(number.date),
              }}
            />
          </Card>
          {isIssued && <Arrivals reportId={reportId} />}
          <Decisions submission={submission} />
        </Stack>
        {waitingForSeal && <ToSeal submissionId={id} />}
        {isIssued && <IssuedDocument reportId={reportId} submissionId={id} />}
      </div>
    </Screen>
  );
};

export const RegistrySubmission = () => {
  const { submissionId } = useParams({ from: '/office/van-thu/$submissionId' });
  const asked = useQuery(readRegistrySubmission(submissionId));
  return (
    <Loaded asked={asked}>
      {(submission) => <Matter key={submissionId} submission={submission} />}
    </Loaded>
  );
};
