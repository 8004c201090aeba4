// What exactly is being signed? Said in full before the press: the document, its pages, where it goes, and its hashes.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DecisionView } from '../../functions/contracts/views.ts';
import { deliveredTo } from '../../functions/domain/report-content.ts';
import { organizations } from '../api/queries.ts';
import { destinationsOf } from '../pieces/destinations.tsx';
import { Facts, Hash } from '../pieces/facts.tsx';
import { words } from '../words/words.ts';

const said = words.decision;

export const SigningStatement = ({
  view: { submission, content },
  pages,
}: {
  view: DecisionView;
  pages: number | null;
}) => {
  const { data: directory = [] } = useQuery(organizations);
  return (
    <>
      <Text mb="sm">{said.signQuestion(submission.subject, deliveredTo(content).length)}</Text>
      <Facts
        facts={{
          [said.signPages]: pages,
          ...destinationsOf(content, directory),
          [said.signHash]: <Hash value={submission.contentHash} />,
          [said.signPageHash]: submission.pageHash && <Hash value={submission.pageHash} />,
        }}
      />
    </>
  );
};
