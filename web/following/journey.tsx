// Which way does a report go, and where is it now?
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReportView, SubmissionView } from '../../functions/contracts/views.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { listReportDeliveries } from '../api/drafting.ts';
import { Card } from '../parts/card.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import { journeyOf } from './journey-steps.ts';

export const Journey = ({
  report,
  submission,
}: {
  report: ReportView;
  submission: SubmissionView;
}) => {
  const asked = useQuery({ ...listReportDeliveries(report.id), enabled: report.issue !== null });
  const now = instantOf(Date.now());
  const steps = journeyOf(report, submission, asked.data ?? { items: [], held: [] }, now);
  return (
    <Card title={words.journey.title}>
      <Timeline stations={steps} />
      {asked.error && <Trouble error={asked.error} retry={() => void asked.refetch()} />}
      {submission.timestamped === false && (
        <Text size="sm" mt="sm">
          {words.follow.noTimestamp}
        </Text>
      )}
    </Card>
  );
};
