// The way of a report as a picture: a rail with its stations, which is a numbered list for those who hear it.
import { Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReportView, SubmissionView } from '../../functions/contracts/views.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { listReportDeliveries } from '../api/drafting.ts';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import styles from './journey.module.css';
import { type JourneyStep, journeyOf } from './journey-steps.ts';

export const Rail = ({ steps }: { steps: JourneyStep[] }) => (
  <ol className={styles.journey}>
    {steps.map(({ key, name, facts, state }) => (
      <li key={key} data-state={state} aria-current={state === 'present' ? 'step' : undefined}>
        <Text size="sm" fw={state === 'ahead' ? 400 : 600}>
          {name}
          <span className={styles.said}> ({words.journey.state[state]})</span>
        </Text>
        {facts.map((fact) => (
          <Text key={fact} size="sm">
            {fact}
          </Text>
        ))}
      </li>
    ))}
  </ol>
);

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
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="sm">
        {words.journey.title}
      </Title>
      <Rail steps={steps} />
      {asked.error && <Trouble error={asked.error} retry={() => void asked.refetch()} />}
      {submission.timestamped === false && (
        <Text size="sm" mt="sm">
          {words.follow.noTimestamp}
        </Text>
      )}
    </Paper>
  );
};
