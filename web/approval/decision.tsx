// What am I to decide on, what has been said so far, and what do I say?
import { Alert, Button, Paper, Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { DecisionView } from '../../functions/contracts/views.ts';
import { deliveredTo } from '../../functions/domain/report-content.ts';
import { decidedPage, me, submission as submissionQuery } from '../api/queries.ts';
import { Decisions } from '../drafting/decisions.tsx';
import { Status } from '../drafting/status.tsx';
import beside from '../pieces/beside.module.css';
import { Facts, Hash } from '../pieces/facts.tsx';
import { Answer } from '../pieces/outcome.tsx';
import { PdfPage } from '../pieces/pdf-page.tsx';
import { Screen } from '../pieces/screen.tsx';
import { momentOf } from '../pieces/time.ts';
import { words } from '../words/words.ts';
import { Decide } from './decide.tsx';

const REPORT_STATUS = { inReview: 'inReview', issuing: 'issuing', issued: 'issued' } as const;

const Matter = ({ view }: { view: DecisionView }) => {
  const { submission, content, may } = view;
  const { person } = useSuspenseQuery(me).data;
  const mine = submission.decisions.some(({ personId }) => personId === person.id);
  const status = submission.status in REPORT_STATUS ? submission.status : null;
  return (
    <Screen title={submission.subject} help={words.decision.help}>
      <div className={beside.beside}>
        <Stack>
          {may.length > 0 ? (
            <Decide view={view} places={deliveredTo(content).length} />
          ) : (
            <Alert color={mine ? 'green' : 'gray'} role="status">
              <Text>{mine ? words.decision.done : words.decision.over}</Text>
              <Button component={Link} to="/cho-toi" size="xs" variant="default" mt="sm">
                {words.waiting.title}
              </Button>
            </Alert>
          )}
          <Paper withBorder p="md">
            <Stack gap="sm">
              {status && (
                <div>
                  <Status
                    status={REPORT_STATUS[status as keyof typeof REPORT_STATUS]}
                    comeBack={null}
                    submission={submission}
                  />
                </div>
              )}
              <Facts
                facts={{
                  [words.decision.symbol]: submission.symbol,
                  [words.decision.version]: submission.version,
                  [words.decision.submitted]: momentOf(submission.submittedAt),
                  [words.decision.contentHash]: <Hash value={submission.contentHash} />,
                }}
              />
            </Stack>
          </Paper>
          <Decisions submission={submission} />
        </Stack>
        <div data-stays>
          {submission.pageHash && <PdfPage pdf={decidedPage(submission.id, submission.pageHash)} />}
        </div>
      </div>
    </Screen>
  );
};

export const Decision = () => {
  const { submissionId } = useParams({ from: '/office/cho-toi/$submissionId' });
  const asked = useQuery(submissionQuery(submissionId));
  return <Answer asked={asked}>{(view) => <Matter view={view} />}</Answer>;
};
