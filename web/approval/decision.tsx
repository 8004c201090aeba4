// What am I to decide on, what has changed and been said so far, and what is my decision?
import { Group, SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DecisionView } from '../../functions/contracts/views.ts';
import { decidedPage, readSubmission } from '../api/approval.ts';
import { issuedPdf, linkIssuedAttachment } from '../api/archive.ts';
import { linkAttachment } from '../api/drafting.ts';
import { Comments } from '../following/comments.tsx';
import { Decisions } from '../following/decisions.tsx';
import { Status } from '../following/status.tsx';
import beside from '../parts/beside.module.css';
import { Card } from '../parts/card.tsx';
import { Facts, Hash } from '../parts/facts.tsx';
import { AttachedFiles } from '../parts/files/attached-files.tsx';
import { PdfReader } from '../parts/files/pdf-reader.tsx';
import { Screen } from '../parts/screen.tsx';
import { momentOf } from '../parts/time.ts';
import { Findings } from '../parts/trouble/findings.tsx';
import { Loaded } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import { Decide } from './decide.tsx';
import styles from './decision.module.css';
import { SinceLastTime } from './since-last-time.tsx';
import { Standing } from './standing.tsx';
import { UrgencySign } from './urgency-sign.tsx';

const said = words.decision;
const REPORT_STATUS = { inReview: 'inReview', issuing: 'issuing', issued: 'issued' } as const;
const isOnItsWay = (status: string): status is keyof typeof REPORT_STATUS =>
  status in REPORT_STATUS;

/** On a desk both stand side by side; a phone shows one at a time. */
type View = 'read' | 'about';

const Matter = ({ view }: { view: DecisionView }) => {
  const { submission, may } = view;
  const [shown, show] = useState<View>('read');
  const [pages, setPages] = useState<number | null>(null);
  const mayDecide = may.some((press) => press !== 'comment');
  const [mightDecide] = useState(mayDecide);
  const isIssued = submission.status === 'issued';
  const page = isIssued
    ? issuedPdf(submission.reportId)
    : submission.pageHash && decidedPage(submission.id, submission.pageHash);
  return (
    <Screen title={submission.subject} help={mayDecide ? said.help : said.helpOver}>
      <div className={styles.switch}>
        <SegmentedControl
          fullWidth
          value={shown}
          onChange={show}
          data={[
            { value: 'read', label: said.read },
            { value: 'about', label: said.about },
          ]}
        />
      </div>
      {!mayDecide && <Standing submission={submission} isAnswer={mightDecide} />}
      <div className={`${beside.beside} ${styles.views}`} data-view={shown}>
        <Stack>
          <Card>
            <Stack gap="sm">
              <Group gap="xs">
                {isOnItsWay(submission.status) && (
                  <Status
                    status={REPORT_STATUS[submission.status]}
                    comeBack={null}
                    kind={submission.chain[submission.round]?.kind}
                  />
                )}
                <UrgencySign urgency={submission.urgency} />
              </Group>
              <Facts
                facts={{
                  [said.symbol]: submission.symbol,
                  [said.version]: submission.version,
                  [said.submitted]: momentOf(submission.submittedAt),
                  [said.contentHash]: <Hash value={submission.contentHash} />,
                }}
              />
            </Stack>
          </Card>
          {submission.version > 1 && <SinceLastTime {...view} />}
          <Comments submission={submission} mayWrite={may.includes('comment')} />
          {submission.findings.length > 0 && (
            <Card title={said.findings}>
              <Findings findings={submission.findings} />
            </Card>
          )}
          <AttachedFiles
            files={view.content.attachments}
            link={(sha256) =>
              (isIssued ? linkIssuedAttachment : linkAttachment)(submission.reportId, sha256)
            }
          />
          <Decisions submission={submission} />
        </Stack>
        <div data-stays>{page && <PdfReader pdf={page} onPages={setPages} />}</div>
      </div>
      {mayDecide && <Decide view={view} pages={pages} />}
    </Screen>
  );
};

export const Decision = () => {
  const { submissionId } = useParams({ from: '/office/cho-toi/$submissionId' });
  const asked = useQuery(readSubmission(submissionId));
  return <Loaded asked={asked}>{(view) => <Matter key={submissionId} view={view} />}</Loaded>;
};
