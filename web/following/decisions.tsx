// Who was asked, in which order, and what has each said?
import { Text } from '@mantine/core';
import type { SubmissionView } from '../../functions/contracts/views.ts';
import { Card } from '../parts/card.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { words } from '../words/words.ts';
import { roundState } from './journey-steps.ts';
import { decisionLine, nameIn } from './status.tsx';

export const Decisions = ({ submission }: { submission: SubmissionView }) => (
  <Card title={words.follow.rounds}>
    <Timeline
      stations={submission.chain.map(({ kind, people }, round) => ({
        key: `${kind} ${people.join()}`,
        name: `${words.life.roundKind[kind]}: ${people.map((id) => nameIn(submission, id)).join(', ')}`,
        state: roundState(submission, round),
        facts: submission.decisions
          .filter((decision) => decision.round === round)
          .map((decision) => decisionLine(submission, decision)),
      }))}
    />
    {submission.timestamped === false && (
      <Text size="sm" mt="sm">
        {words.follow.noTimestamp}
      </Text>
    )}
  </Card>
);
