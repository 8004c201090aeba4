// How urgent is it to be? The signer decides; the page is made anew with it, and only then signed.
import { Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmissionView } from '../../functions/contracts/views.ts';
import type { Urgency } from '../../functions/domain/content/urgency.ts';
import { decideUrgency } from '../api/approval.ts';
import { dealtWith } from '../api/effects.ts';
import { usePress } from '../api/press.ts';
import { Confirm } from '../parts/ask.tsx';
import { words } from '../words/words.ts';

const said = words.decision;
const { urgency: urgencyOf } = words.life;
const CHOICES: { urgency: Urgency | null; value: keyof typeof urgencyOf }[] = [
  { urgency: null, value: 'none' },
  { urgency: 'urgent', value: 'urgent' },
  { urgency: 'veryUrgent', value: 'veryUrgent' },
  { urgency: 'immediate', value: 'immediate' },
];

export const DecideUrgency = ({
  submission,
  isOpen,
  close,
}: {
  submission: SubmissionView;
  isOpen: boolean;
  close: () => void;
}) => {
  const navigate = useNavigate();
  const [urgency, choose] = useState(submission.urgency);
  const decide = usePress(
    (wish: Urgency | null, key) =>
      decideUrgency(submission.id, { urgency: wish, contentHash: submission.contentHash }, key),
    (successor) => {
      close();
      void navigate({ to: '/cho-toi/$submissionId', params: { submissionId: successor.id } });
    },
    () => [dealtWith('waiting', submission.id, { kind: 'round', round: submission.round })],
  );
  return (
    <Confirm
      isOpen={isOpen}
      close={close}
      title={said.urgency}
      press={said.urgencyPress}
      isPressed={decide.isPending}
      error={decide.error}
      of="urgency"
      onPress={() => (urgency === submission.urgency ? close() : decide.mutate(urgency))}
    >
      <Radio.Group
        label={said.urgencyQuestion}
        value={CHOICES.find((choice) => choice.urgency === urgency)?.value ?? 'none'}
        onChange={(value) =>
          choose(CHOICES.find((choice) => choice.value === value)?.urgency ?? null)
        }
      >
        <Stack gap="xs" my="sm">
          {CHOICES.map(({ value }) => (
            <Radio key={value} value={value} label={urgencyOf[value]} />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm">{said.urgencyHelp}</Text>
    </Confirm>
  );
};
