// To what does the clerk apply the agency's signature? Confirmed first, with the number and the recipients: what is
// issued cannot be taken back.
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmissionView } from '../../../functions/contracts/views.ts';
import { printedNumber } from '../../../functions/domain/issued/printed-number.ts';
import { listOrganizations, readReport } from '../../api/drafting.ts';
import { dealtWith } from '../../api/effects.ts';
import { usePress } from '../../api/press.ts';
import { sealAndIssue } from '../../api/registry.ts';
import { Confirm } from '../../parts/ask.tsx';
import { destinationsOf } from '../../parts/destinations.tsx';
import { Facts } from '../../parts/facts.tsx';
import { writtenDay } from '../../parts/time.ts';
import { Loaded } from '../../parts/trouble/loaded.tsx';
import { words } from '../../words/words.ts';

const said = words.registry.sealing;

export const Seal = ({
  submission: { id: submissionId, reportId, subject, number, symbol },
}: {
  submission: SubmissionView;
}) => {
  const [isAsking, setAsking] = useState(false);
  const [openedAt, setOpenedAt] = useState(0);
  const report = useQuery({ ...readReport(reportId), enabled: isAsking });
  const { data: directory = [] } = useQuery({ ...listOrganizations(), enabled: isAsking });
  // What was read before may be of another submission by now: only what is read since is shown, and pressed for.
  const seen = report.dataUpdatedAt >= openedAt ? report.data : undefined;
  const isThis = seen?.submissionId === submissionId;
  const seal = usePress(
    (_: null, key) => sealAndIssue(submissionId, key),
    () => setAsking(false),
    () => [dealtWith('registry', submissionId, { kind: 'seal' })],
  );
  return (
    <>
      <Button
        onClick={() => {
          setOpenedAt(Date.now());
          setAsking(true);
          void report.refetch();
        }}
      >
        {words.registry.sealPress}
      </Button>
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={words.registry.sealPress}
        press={words.registry.sealPress}
        isPressed={seal.isPending || (seen === undefined && !report.isError)}
        error={seal.error}
        of="seal"
        onPress={() => isThis && seal.mutate(null)}
      >
        <Text mb="sm">{said.question(subject)}</Text>
        <Loaded asked={{ ...report, data: seen }}>
          {({ content }) =>
            isThis ? (
              <Facts
                facts={{
                  [words.reports.number]: number
                    ? printedNumber(number.number, number.symbol)
                    : symbol,
                  [words.inbox.date]: number && writtenDay(number.date),
                  ...destinationsOf(content, directory),
                }}
              />
            ) : (
              <Text>{words.refused.seal.status_wrong}</Text>
            )
          }
        </Loaded>
      </Confirm>
    </>
  );
};
