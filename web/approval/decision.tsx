// What am I to decide on, what has changed and been said so far, and what is my decision?
import { Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DecisionView } from '../../functions/contracts/views.ts';
import type { Attachment } from '../../functions/domain/content/attachment.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { decidedPage, decisionAhead, listWaiting, readSubmission } from '../api/approval.ts';
import { issuedAttachment, issuedPdf, linkIssuedAttachment } from '../api/archive.ts';
import { attachedPdf, linkAttachment, listOrganizations } from '../api/drafting.ts';
import { isThrifty } from '../api/thrifty.ts';
import { Comments } from '../following/comments.tsx';
import { Decisions } from '../following/decisions.tsx';
import { nameIn, Status } from '../following/status.tsx';
import { Card } from '../parts/card.tsx';
import { Desk, DeskAhead } from '../parts/desk.tsx';
import { useToPaper } from '../parts/desk-ways.ts';
import { destinationsOf } from '../parts/destinations.tsx';
import { Facts, Hash } from '../parts/facts.tsx';
import { AttachedFiles } from '../parts/files/attached-files.tsx';
import { PdfReader } from '../parts/files/pdf-reader.tsx';
import { IconPress } from '../parts/icon-press.tsx';
import { LeftIcon, RightIcon } from '../parts/icons.tsx';
import { isAsked } from '../parts/panes/walk.ts';
import { Screen } from '../parts/screen.tsx';
import { momentOf, writtenDay } from '../parts/time.ts';
import { Findings } from '../parts/trouble/findings.tsx';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';
import { Decide } from './decide.tsx';
import styles from './decision.module.css';
import { type OnThePaper, useOnThePaper } from './on-the-paper.tsx';
import { SinceLastTime } from './since-last-time.tsx';
import { Standing } from './standing.tsx';
import { UrgencySign } from './urgency-sign.tsx';

const said = words.decision;
const REPORT_STATUS = { inReview: 'inReview', issuing: 'issuing', issued: 'issued' } as const;
const isOnItsWay = (status: string): status is keyof typeof REPORT_STATUS =>
  status in REPORT_STATUS;

/** Long enough for the page in front to come first, and far less than it takes to read. */
const AHEAD_MS = 2_000;

/** Which of those that wait this is, and the way to the one before and the one after, by press and by key. */
const Place = ({ submissionId }: { submissionId: string }) => {
  const { data, hasNextPage } = useInfiniteQuery(listWaiting());
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  // What is dealt with is in it no more: what comes after it is the first that waits.
  const at = rows.findIndex((row) => row.submissionId === submissionId);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const next = rows[at + 1]?.submissionId;
  useEffect(() => {
    // The one that a key leads to, when what is read has come.
    if (at === -1 || next === undefined || isThrifty()) return;
    const ahead = setTimeout(() => void decisionAhead(queries, next), AHEAD_MS);
    return () => clearTimeout(ahead);
  }, [queries, at, next]);
  const go = (to: number) => {
    const row = rows[to];
    if (row)
      void navigate({
        to: '/cho-toi/$submissionId',
        params: { submissionId: row.submissionId },
      });
  };
  useHotkeys([
    ['K', () => isAsked() || go(at - 1)],
    ['J', () => isAsked() || go(at + 1)],
  ]);
  if (at === -1 || rows.length < 2) return null;
  return (
    <Group gap={0} wrap="nowrap" className={styles.places ?? ''}>
      <IconPress name={said.before} disabled={at === 0} onClick={() => go(at - 1)}>
        <LeftIcon />
      </IconPress>
      <span className={styles.place}>{said.place(at + 1, rows.length, hasNextPage)}</span>
      <IconPress name={said.after} disabled={at === rows.length - 1} onClick={() => go(at + 1)}>
        <RightIcon />
      </IconPress>
    </Group>
  );
};

const Destinations = ({ content }: Pick<DecisionView, 'content'>) => {
  const { data: directory = [] } = useQuery(listOrganizations());
  return (
    <Card title={said.goesTo}>
      <Facts facts={destinationsOf(content, directory)} />
    </Card>
  );
};

/** What there is to know, in the order in which it is asked: what it is, who agreed, where to, what changed, what is amiss. */
const About = ({
  view,
  paper,
  read,
}: {
  view: DecisionView;
  paper: OnThePaper;
  read: (file: Attachment) => void;
}) => {
  const toPaper = useToPaper();
  const { submission, content, may } = view;
  const isIssued = submission.status === 'issued';
  const number = submission.status === 'voided' ? null : submission.number;
  return (
    <>
      <Card>
        <Group gap="sm" mb="xs">
          <Place submissionId={submission.id} />
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
            [words.waiting.sentBy]: nameIn(submission, submission.drafterId),
            ...(number
              ? {
                  [words.reports.number]: printedNumber(number.number, number.symbol),
                  [words.inbox.date]: writtenDay(number.date),
                }
              : { [said.symbol]: submission.symbol }),
            [said.submitted]: momentOf(submission.submittedAt),
          }}
        />
        {may.some((press) => press !== 'comment') && (
          <Text size="xs" c="dimmed" mt="xs">
            {said.help}
          </Text>
        )}
      </Card>
      {submission.version > 1 && <SinceLastTime paper={paper} />}
      <Decisions submission={submission} />
      <Comments submission={submission} mayWrite={may.includes('comment')} />
      <Destinations content={content} />
      <AttachedFiles
        files={content.attachments}
        read={read}
        link={(sha256) =>
          (isIssued ? linkIssuedAttachment : linkAttachment)(submission.reportId, sha256)
        }
      />
      {submission.findings.length > 0 && (
        <Card title={said.findings}>
          <Findings
            findings={submission.findings}
            show={(finding) => {
              toPaper();
              paper.showFinding(finding);
            }}
          />
        </Card>
      )}
      <Card>
        <details className={styles.technical}>
          <summary>{said.technical}</summary>
          <Facts
            facts={{
              [said.version]: submission.version,
              [said.contentHash]: <Hash value={submission.contentHash} />,
              [said.signPageHash]: submission.pageHash && <Hash value={submission.pageHash} />,
            }}
          />
        </details>
      </Card>
    </>
  );
};

const Matter = ({ view }: { view: DecisionView }) => {
  const { submission, may } = view;
  const [pages, setPages] = useState<number | null>(null);
  /** What lies where the document lies, while it is read. */
  const [file, read] = useState<Attachment | null>(null);
  const mayDecide = may.some((press) => press !== 'comment');
  const paper = useOnThePaper(view);
  const [mightDecide] = useState(mayDecide);
  const page =
    submission.status === 'issued'
      ? issuedPdf(submission.reportId)
      : submission.pageHash && decidedPage(submission.id, submission.pageHash);
  return (
    <Screen title={submission.subject} lines={1}>
      <Desk
        named={{ rail: said.about, paper: said.read }}
        shows={file?.sha256 ?? 'document'}
        paper={
          <>
            {file && (
              <PdfReader
                key={file.sha256}
                name={file.name}
                pdf={(submission.status === 'issued' ? issuedAttachment : attachedPdf)(
                  submission.reportId,
                  file.sha256,
                )}
                back={
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    leftSection={<LeftIcon />}
                    onClick={() => read(null)}
                  >
                    {words.attachments.back}
                  </Button>
                }
              />
            )}
            {page && (
              <PdfReader
                pdf={page}
                onPages={setPages}
                isAside={file !== null}
                marked={paper.marked}
                pointed={paper.pointed}
                tools={paper.tools}
              />
            )}
          </>
        }
        rail={<About view={view} paper={paper} read={read} />}
        presses={
          mayDecide ? (
            <Decide view={view} pages={pages} />
          ) : (
            <Standing submission={submission} isAnswer={mightDecide} />
          )
        }
      />
    </Screen>
  );
};

export const Decision = () => {
  const { submissionId } = useParams({ from: '/office/cho-toi/$submissionId' });
  const asked = useQuery(readSubmission(submissionId));
  return (
    <Loaded asked={asked} meanwhile={<DeskAhead />}>
      {(view) => <Matter key={submissionId} view={view} />}
    </Loaded>
  );
};
