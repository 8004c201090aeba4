// Why is there nothing to press, what came of what I pressed, and what waits for me next?
import { Button, Text } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SubmissionView } from '../../functions/contracts/views.ts';
import type { PersonId } from '../../functions/domain/ids.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { listWaiting } from '../api/approval.ts';
import { readMe } from '../api/drafting.ts';
import { IssueProgress } from '../following/issue-progress.tsx';
import { useArrival } from '../parts/arrival.ts';
import { RightIcon } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import { writtenDay } from '../parts/time.ts';
import { words } from '../words/words.ts';
import styles from './standing.module.css';

const said = words.decision;

const isInVain = ({ status }: SubmissionView) => status === 'voided' || status === 'handedBack';

/** What became of a signature: its number as soon as there is one. */
const signedWords = (submission: SubmissionView): string => {
  if (isInVain(submission)) return said.signedInVain;
  const { number } = submission;
  if (number === null) return said.signed;
  const printed = printedNumber(number.number, number.symbol);
  return `${said.signed} ${words.follow.numberAndDate(printed, writtenDay(number.date))}.`;
};

const standingWords = (submission: SubmissionView, personId: PersonId): string => {
  const { status, askedAt, chain, round, decisions } = submission;
  const mine = decisions.findLast((decision) => decision.personId === personId);
  const isStillToCome = chain.slice(round + 1).some(({ people }) => people.includes(personId));
  const isPrepared = askedAt === null && chain[round]?.people.includes(personId);
  if (status === 'replaced') return said.replaced;
  if (status === 'inReview' && isPrepared) return said.preparing;
  if (mine?.kind === 'sign') return signedWords(submission);
  if (mine) return said.done;
  return status === 'inReview' && isStillToCome ? said.notYourTurn : said.over;
};

const ToList = () => (
  <Button component={Link} to="/cho-toi" variant="default">
    {words.waiting.title}
  </Button>
);

/** The first of what waits, or that nothing does. */
const Next = ({ submissionId }: { submissionId: string }) => {
  const { data } = useInfiniteQuery(listWaiting());
  const rows = data?.pages.flatMap(({ items }) => items);
  const next = rows?.find((row) => row.submissionId !== submissionId);
  if (next === undefined)
    return (
      <>
        {rows && <Text size="sm">{words.waiting.empty}</Text>}
        <ToList />
      </>
    );
  return (
    <Link
      to="/cho-toi/$submissionId"
      params={{ submissionId: next.submissionId }}
      className={styles.next}
      title={said.after}
    >
      <span className={styles.named}>
        <span className={styles.what}>{said.next}</span> <strong>{next.subject}</strong>
      </span>
      <RightIcon />
    </Link>
  );
};

/** It stands where the press was. */
export const Standing = ({
  submission,
  isAnswer,
}: {
  submission: SubmissionView;
  /** Does it stand here because of a press? */
  isAnswer: boolean;
}) => {
  const { person } = useSuspenseQuery(readMe()).data;
  const isMine = submission.decisions.some(({ personId }) => personId === person.id);
  const mayDecide = person.roles.some((role) => role === 'reviewer' || role === 'signer');
  return (
    <div className={styles.standing}>
      <Notice
        arrival={useArrival(isAnswer)}
        tone={!isMine ? 'quiet' : isInVain(submission) ? 'warn' : 'good'}
        role="status"
      >
        {standingWords(submission, person.id)}
      </Notice>
      <IssueProgress submission={submission} />
      {mayDecide ? <Next submissionId={submission.id} /> : <ToList />}
    </div>
  );
};
