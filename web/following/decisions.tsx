// Who was asked, in which order, and what has each said?
import { Paper, Text, Timeline, Title } from '@mantine/core';
import type { SubmissionView } from '../../functions/contracts/views.ts';
import { words } from '../words/words.ts';
import { decisionLine, nameIn } from './status.tsx';

export const Decisions = ({ submission }: { submission: SubmissionView }) => (
  <Paper withBorder p="md">
    <Title order={2} size="h5" mb="sm">
      {words.follow.rounds}
    </Title>
    <Timeline active={submission.round - 1} bulletSize={16} lineWidth={2}>
      {submission.chain.map(({ kind, people }, round) => (
        <Timeline.Item
          key={`${kind} ${people.join()}`}
          title={`${words.life.roundKind[kind]}: ${people.map((id) => nameIn(submission, id)).join(', ')}`}
        >
          {submission.decisions
            .filter((decision) => decision.round === round)
            .map((decision) => (
              <Text key={decision.personId} size="sm">
                {decisionLine(submission, decision)}
              </Text>
            ))}
        </Timeline.Item>
      ))}
    </Timeline>
    {submission.timestamped === false && (
      <Text size="sm" mt="sm">
        {words.follow.noTimestamp}
      </Text>
    )}
  </Paper>
);
