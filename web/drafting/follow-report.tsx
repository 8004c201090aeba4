// Where is a report that is no longer being written, who has it, what became of it, and what can still be done?
import { Button, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReportView, SubmissionView } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { issuedPdf, linkIssuedAttachment } from '../api/archive.ts';
import { linkAttachment, previewReport, readMe, withdrawReport } from '../api/drafting.ts';
import { withdrawn } from '../api/effects.ts';
import { usePress } from '../api/press.ts';
import { Comments } from '../following/comments.tsx';
import { History } from '../following/history.tsx';
import { issueWords } from '../following/issue-steps.ts';
import { Journey } from '../following/journey.tsx';
import { holdersOf, nameIn, Status } from '../following/status.tsx';
import { Unsettled } from '../following/unsettled.tsx';
import { Confirm } from '../parts/ask.tsx';
import beside from '../parts/beside.module.css';
import { Card } from '../parts/card.tsx';
import { AttachedFiles } from '../parts/files/attached-files.tsx';
import { Download } from '../parts/files/download.tsx';
import { PdfReader } from '../parts/files/pdf-reader.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { momentOf, writtenDay } from '../parts/time.ts';
import { words } from '../words/words.ts';
import { LeftWords } from './keeping/left-words.tsx';
import { WordsSetAside } from './keeping/words-set-aside.tsx';

const follow = words.follow;

const Withdraw = ({ reportId }: { reportId: string }) => {
  const [isOpen, setOpen] = useState(false);
  const withdraw = usePress(
    (_: null, key) => withdrawReport(reportId, key),
    undefined,
    (draft) => [withdrawn(draft)],
  );
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {follow.withdraw}
      </Button>
      <Confirm
        isOpen={isOpen}
        close={() => setOpen(false)}
        title={follow.withdraw}
        press={follow.withdraw}
        isPressed={withdraw.isPending}
        error={withdraw.error}
        of="withdraw"
        onPress={() => withdraw.mutate(null)}
      >
        <Text>{follow.withdrawQuestion}</Text>
      </Confirm>
    </>
  );
};

/** One sentence on where the submission stands. */
const whereWords = (submission: SubmissionView): string => {
  const { chain, round, status, askedAt, reminders } = submission;
  if (status === 'issuing') return issueWords(submission);
  const kind = chain[round]?.kind;
  if (!kind || askedAt === null) return follow.preparing;
  const parts = [
    `${words.life.roundKind[kind]}: ${holdersOf(submission)}`,
    follow.since(momentOf(askedAt)),
    ...(reminders > 0 ? [words.waiting.reminded(reminders)] : []),
  ];
  return parts.join(', ');
};

const helpFor = ({ status, issue, rejection }: ReportView): string => {
  if (status === 'draft') return follow.helpDraft;
  if (issue) return follow.helpIssued;
  return rejection ? follow.helpRejected : follow.help;
};

export const FollowReport = ({ report }: { report: ReportView }) => {
  const { id, status, submission, issue, rejection, subject } = report;
  const isMine = useSuspenseQuery(readMe()).data.person.id === report.drafterId;
  const asStands = status === 'draft' ? { revision: report.revision } : { version: report.version };
  const isMoving = status === 'inReview' || status === 'issuing';
  // The desk it comes from may have been scrolled to its end.
  useEffect(() => {
    scrollTo({ top: 0 });
  }, []);
  return (
    <Screen
      title={subject}
      help={helpFor(report)}
      presses={
        <>
          {status === 'inReview' && isMine && <Withdraw reportId={id} />}
          {issue && <Download reportId={id} />}
        </>
      }
    >
      <LeftWords report={report} />
      <WordsSetAside reportId={id} present={report.content} />
      <div className={beside.beside}>
        <Stack>
          <Card role="status">
            <Group gap="sm">
              <Status
                status={status}
                comeBack={report.comeBack}
                kind={report.standing?.round?.kind}
              />
              {issue && (
                <Text fw={600}>
                  {follow.numberAndDate(
                    printedNumber(issue.number, issue.symbol),
                    writtenDay(issue.date),
                  )}
                </Text>
              )}
            </Group>
            {submission && isMoving && <Text mt="xs">{whereWords(submission)}</Text>}
          </Card>
          {issue && <Unsettled reportId={id} />}
          {rejection && (
            <Notice
              tone="bad"
              title={`${submission ? nameIn(submission, rejection.by) : words.comeBack.somebody}: ${follow.rejected}`}
            >
              {rejection.reason}
            </Notice>
          )}
          {submission && (submission.comments.length > 0 || status === 'inReview') && (
            <Comments submission={submission} mayWrite={isMine && status === 'inReview'} />
          )}
          {submission && <Journey report={report} submission={submission} />}
          <AttachedFiles
            files={report.content.attachments}
            link={(sha256) => (issue ? linkIssuedAttachment : linkAttachment)(id, sha256)}
          />
          <History reportId={id} isInMotion={isMoving} />
        </Stack>
        <div data-stays>
          <PdfReader pdf={issue ? issuedPdf(id) : previewReport(id, asStands)} />
        </div>
      </div>
    </Screen>
  );
};
