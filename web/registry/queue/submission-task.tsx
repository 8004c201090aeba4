// What can the clerk do about one submission? Seal and issue it, let it go on, give it up, or see what became of it.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SubmissionView } from '../../../functions/contracts/views.ts';
import { printedNumber } from '../../../functions/domain/issued/printed-number.ts';
import { ProblemError } from '../../api/problem.ts';
import { linkSignedRevision, readRegistrySubmission } from '../../api/registry.ts';
import { UrgencySign } from '../../approval/urgency-sign.tsx';
import { Decisions } from '../../following/decisions.tsx';
import { IssueProgress } from '../../following/issue-progress.tsx';
import { Unsettled } from '../../following/unsettled.tsx';
import { useArrival } from '../../parts/arrival.ts';
import { Download } from '../../parts/files/download.tsx';
import { PdfReader } from '../../parts/files/pdf-reader.tsx';
import { Empty } from '../../parts/lists/empty.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PaneSteps } from '../../parts/panes/pane-steps.tsx';
import { PaneDocument } from '../../parts/panes/panes.tsx';
import { writtenDay } from '../../parts/time.ts';
import { Loaded } from '../../parts/trouble/loaded.tsx';
import { words } from '../../words/words.ts';
import {
  Arrivals,
  IssuedPaper,
  PaperOriginalNotice,
  PaperOriginalPress,
  usePaperOriginal,
} from './issued.tsx';
import { type Around, Next } from './next.tsx';
import styles from './queue.module.css';
import { Seal } from './seal.tsx';
import { StuckNotice, StuckPresses } from './stuck.tsx';

const registry = words.registry;
const queue = words.queue;

const overWords = ({ status, number }: SubmissionView): string => {
  if (status === 'issued' && number)
    return registry.issuedAs(printedNumber(number.number, number.symbol));
  if (status === 'issuing') return queue.goesOn;
  if (status === 'inReview') return queue.goesOnUnnumbered;
  if (status === 'handedBack') return registry.handedBack;
  return status === 'voided' ? registry.voided : registry.nothing;
};

/** There is nothing to press; `isAnswer`: any more. */
const Over = ({
  submission,
  isAnswer,
  ...around
}: Around & { submission: SubmissionView; isAnswer: boolean }) => (
  <>
    <Notice
      arrival={useArrival(isAnswer)}
      tone={submission.status === 'issued' ? 'good' : 'quiet'}
      role="status"
    >
      {isAnswer || submission.status !== 'issuing' ? overWords(submission) : registry.nothing}
    </Notice>
    {isAnswer && <Next {...around} />}
  </>
);

const UNSIGNED = new Set(['file_not_found', 'status_wrong']);

/** What the signer has signed, if it has come so far. */
const SignedPaper = ({ submissionId, isSigned }: { submissionId: string; isSigned: boolean }) => {
  // After a press everything is asked for anew: who has given it up may not have it any more, and it does not change.
  const pdf = { ...linkSignedRevision(submissionId), staleTime: 'static' as const };
  const { error, refetch } = useQuery(pdf);
  const isNone = error instanceof ProblemError && UNSIGNED.has(error.code);
  useEffect(() => {
    // Asked for before it was there.
    if (isSigned && isNone) void refetch();
  }, [isSigned, isNone, refetch]);
  return isNone ? <Empty>{queue.unsigned}</Empty> : <PdfReader pdf={pdf} />;
};

const Paper = ({
  submission: { id, reportId, status, number, waitingForSeal },
  original,
}: {
  submission: SubmissionView;
  original: ReturnType<typeof usePaperOriginal>;
}) => {
  if (status === 'issued')
    return <IssuedPaper reportId={reportId} submissionId={id} original={original} />;
  return status === 'issuing' && number ? (
    <SignedPaper submissionId={id} isSigned={waitingForSeal} />
  ) : (
    <Empty>{queue.unsigned}</Empty>
  );
};

const Matter = ({ submission, ...around }: Around & { submission: SubmissionView }) => {
  const { reportId, waitingForSeal, number, symbol, status } = submission;
  // Given up, it stays written down why; there is nothing left to press.
  const stuck = status === 'voided' || status === 'handedBack' ? null : submission.stuck;
  const original = usePaperOriginal();
  const isIssued = status === 'issued';
  const isOver = !stuck && !waitingForSeal;
  const [hadPress, setHadPress] = useState(!isOver);
  if (!isOver && !hadPress) setHadPress(true);
  const [stopped, setStopped] = useState(stuck?.since ?? null);
  if (stuck && stopped === null) setStopped(stuck.since);
  return (
    <PaneDocument
      title={submission.subject}
      steps={<PaneSteps walk={around.walk} />}
      presses={
        <>
          {stuck && <StuckPresses submission={submission} stuck={stuck} />}
          {!stuck && waitingForSeal && <Seal submission={submission} />}
          {isOver && <Over submission={submission} isAnswer={hadPress} {...around} />}
          {isIssued && <PaperOriginalPress original={original} />}
        </>
      }
      head={
        <div className={styles.head}>
          <p className={styles.about}>
            <UrgencySign urgency={submission.urgency} />
            <span>{number ? printedNumber(number.number, number.symbol) : symbol}</span>
            {number && <span>{writtenDay(number.date)}</span>}
            {!stuck && waitingForSeal && <span>{registry.toSeal}</span>}
          </p>
          {stuck && (
            <StuckNotice
              submission={submission}
              stuck={stuck}
              isAgain={stopped !== null && stopped !== stuck.since}
            />
          )}
          {!waitingForSeal && <IssueProgress submission={submission} />}
          {isIssued && <Unsettled reportId={reportId} />}
          {isIssued && <PaperOriginalNotice original={original} />}
          <details className={styles.fold}>
            <summary>{isIssued ? queue.arrivals : queue.rounds}</summary>
            <div>
              {isIssued && <Download reportId={reportId} />}
              {isIssued && <Arrivals reportId={reportId} />}
              <Decisions submission={submission} />
            </div>
          </details>
        </div>
      }
    >
      <Paper submission={submission} original={original} />
    </PaneDocument>
  );
};

export const SubmissionTask = ({ submissionId, ...around }: Around & { submissionId: string }) => (
  <Loaded asked={useQuery(readRegistrySubmission(submissionId))}>
    {(submission) => <Matter submission={submission} {...around} />}
  </Loaded>
);
