// What does the clerk let the agency's signature be put on? Asked first, with its number and whom it goes to: what is issued cannot be taken back.
import { Button, List, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmissionView } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/printed-number.ts';
import type { RecipientLine, ReportContent } from '../../functions/domain/report-content.ts';
import { api, pressed, read } from '../api/client.ts';
import { dealtWith } from '../api/effects.ts';
import { usePress } from '../api/press.ts';
import { report as reportQuery } from '../api/queries.ts';
import { Confirm } from '../pieces/ask.tsx';
import { Facts } from '../pieces/facts.tsx';
import { Answer } from '../pieces/outcome.tsx';
import { writtenDay } from '../pieces/time.ts';
import { words } from '../words/words.ts';

const said = words.registry.sealing;

/** Those who get it, each once and as the paper names them first; who only stands on the paper gets nothing. */
const placesOf = ({ addressees, recipients }: ReportContent): RecipientLine[] => {
  const lines = [...addressees, ...recipients].filter(({ means }) => means !== 'nameOnly');
  const nameOf = ({ organizationId, text }: RecipientLine) => organizationId ?? text;
  return lines.filter(
    (line, at) => lines.findIndex((other) => nameOf(other) === nameOf(line)) === at,
  );
};

const Places = ({ content }: { content: ReportContent }) => {
  const places = placesOf(content);
  if (places.length === 0) return words.registry.issued.nowhere;
  return (
    <List size="sm">
      {places.map(({ organizationId, text, means }) => (
        <List.Item key={organizationId ?? text}>
          {means === 'paper' ? said.onPaper(text) : text}
        </List.Item>
      ))}
    </List>
  );
};

export const Seal = ({
  submission: { id: submissionId, reportId, subject, number, symbol },
}: {
  submission: SubmissionView;
}) => {
  const [isAsking, setAsking] = useState(false);
  const report = useQuery({ ...reportQuery(reportId), enabled: isAsking });
  const seal = usePress(
    (_: null, key) =>
      read(
        api.registry[':submissionId'].seal.$post({ param: { submissionId }, header: pressed(key) }),
      ),
    () => setAsking(false),
    () => [dealtWith('registry', submissionId, { kind: 'seal' })],
  );
  return (
    <Paper withBorder p="md">
      <Text mb="sm">{words.registry.sealHelp}</Text>
      <Button size="md" onClick={() => setAsking(true)}>
        {words.registry.sealPress}
      </Button>
      <Confirm
        isOpen={isAsking}
        close={() => setAsking(false)}
        title={words.registry.sealPress}
        press={words.registry.sealPress}
        isPressed={seal.isPending || report.isLoading}
        error={seal.error}
        of="seal"
        onPress={() => report.data && seal.mutate(null)}
      >
        <Text mb="sm">{said.question(subject)}</Text>
        <Answer asked={report}>
          {({ content }) => (
            <Facts
              facts={{
                [words.reports.number]: number
                  ? printedNumber(number.number, number.symbol)
                  : symbol,
                [words.inbox.date]: number && writtenDay(number.date),
                [said.places]: <Places content={content} />,
              }}
            />
          )}
        </Answer>
      </Confirm>
    </Paper>
  );
};
