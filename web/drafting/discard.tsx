// How does a drafter get rid of a draft that he does not want? One press, asked about first: what is gone is gone.
import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReportView } from '../../functions/contracts/views.ts';
import { api, pressed, read } from '../api/client.ts';
import { discarded } from '../api/effects.ts';
import { usePress } from '../api/press.ts';
import { Confirm } from '../pieces/ask.tsx';
import { words } from '../words/words.ts';
import { forgetWords } from './kept-draft.ts';

const said = words.discard;

/** What has been submitted once is kept, with what was said about it. */
export const mayDiscard = ({ version, drafter }: ReportView, personId: string): boolean =>
  version === 1 && drafter.id === personId;

type Props = { report: ReportView; personId: string };

export const Discard = ({ report: { id: reportId, content }, personId }: Props) => {
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const discard = usePress(
    (_: null, key) =>
      read(
        api.reports[':reportId'].discarding.$post({
          param: { reportId },
          header: pressed(key),
        }),
      ),
    () => {
      void forgetWords(personId, reportId);
      void navigate({ to: '/bao-cao', replace: true });
    },
    () => [discarded(reportId)],
  );
  return (
    <>
      <Button variant="subtle" color="red" size="xs" onClick={() => setAsking(true)}>
        {said.press}
      </Button>
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={said.press}
        press={said.press}
        isPressed={discard.isPending}
        error={discard.error}
        of="discard"
        onPress={() => discard.mutate(null)}
        isGrave
      >
        <Text>{said.question(content.subject || words.reports.noSubject)}</Text>
      </Confirm>
    </>
  );
};
