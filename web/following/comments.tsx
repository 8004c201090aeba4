// What has been remarked, and what do I remark? Seen by the chain and the drafter; nobody's decision.
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { SubmissionView } from '../../functions/contracts/views.ts';
import { LONGEST_COMMENT } from '../../functions/domain/content/lengths.ts';
import { comment } from '../api/approval.ts';
import { usePress } from '../api/press.ts';
import { Card } from '../parts/card.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { momentOf } from '../parts/time.ts';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { tooLong } from '../parts/trouble/too-long.ts';
import { words } from '../words/words.ts';
import { nameIn } from './status.tsx';

const said = words.comments;

const Write = ({ submissionId }: { submissionId: string }) => {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = usePress(
    (remark: string, key) => comment(submissionId, { text: remark }, key),
    () => setText(''),
  );
  const long = tooLong(said.title, text, LONGEST_COMMENT);
  return (
    <PlainForm
      onSend={() => {
        setMissing(text.trim() === '');
        if (text.trim() !== '' && long === null) send.mutate(text);
      }}
    >
      <Textarea
        label={said.label}
        description={said.help}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMissing(false);
        }}
        rows={2}
        error={long ?? (isMissing && words.fields.missing(said.title))}
      />
      {send.error && <Trouble error={send.error} of="comment" />}
      <Button type="submit" variant="default" mt="xs" loading={send.isPending}>
        {said.press}
      </Button>
    </PlainForm>
  );
};

/** Who remarked what, and when. */
export const Remarks = ({ submission }: { submission: SubmissionView }) =>
  submission.comments.map(({ personId, at, text }) => (
    <div key={`${at} ${personId}`}>
      <Text size="xs" c="dimmed">
        {`${nameIn(submission, personId)} · ${momentOf(at)}`}
      </Text>
      <Text size="sm">{text}</Text>
    </div>
  ));

export const Comments = ({
  submission,
  mayWrite,
}: {
  submission: SubmissionView;
  mayWrite: boolean;
}) => (
  <Card title={said.title}>
    <Stack gap="sm">
      {submission.comments.length === 0 && <Text size="sm">{said.none}</Text>}
      <Remarks submission={submission} />
      {mayWrite && <Write submissionId={submission.id} />}
    </Stack>
  </Card>
);
