// How does a drafter get rid of a draft that is not wanted? One press, confirmed first: what is gone is gone.
import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReportView } from '../../../functions/contracts/views.ts';
import { discardReport, readReport } from '../../api/drafting.ts';
import { discarded } from '../../api/effects.ts';
import { usePress } from '../../api/press.ts';
import { Confirm } from '../../parts/ask.tsx';
import { words } from '../../words/words.ts';
import { forgetWords } from '../keeping/kept-draft.ts';

const said = words.discard;

/** What has been submitted once is kept, with what was said about it. */
export const mayDiscard = ({ version, drafter }: ReportView, personId: string): boolean =>
  version === 1 && drafter.id === personId;

type Props = {
  report: ReportView;
  personId: string;
  /** Of the words that the drafter has seen. */
  revision: number;
  /** A save is under way: its answer tells the revision. */
  isSaving: boolean;
  isAsking: boolean;
  /** While the question is open, the desk saves and keeps nothing: it would be kept of what is gone. */
  ask: (isAsking: boolean) => void;
};

export const Discard = ({ report, personId, revision, isSaving, isAsking, ask }: Props) => {
  const { id: reportId, content } = report;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const discard = usePress(
    (seen: number, key) => discardReport(reportId, seen, key),
    async () => {
      // First away from what would ask for it again.
      await navigate({ to: '/bao-cao', replace: true });
      queries.removeQueries({ queryKey: readReport(reportId).queryKey });
      // What a browser does not let go of is offered to whoever opens this address again, and nowhere else.
      await forgetWords(personId, reportId).catch(() => undefined);
    },
    () => [discarded(reportId)],
  );
  return (
    <>
      <Button variant="subtle" color="red" size="xs" onClick={() => ask(true)}>
        {said.press}
      </Button>
      <Confirm
        isOpen={isAsking}
        close={() => ask(false)}
        title={said.press}
        press={said.press}
        isPressed={discard.isPending || isSaving}
        error={discard.error}
        of="discard"
        onPress={() => discard.mutate(revision)}
        isGrave
      >
        <Text>{said.question(content.subject || words.reports.noSubject)}</Text>
      </Confirm>
    </>
  );
};
