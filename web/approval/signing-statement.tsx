// What exactly is being signed? Said in full before the press: the document, its pages, where it goes, and its hashes.
import { List, Text } from '@mantine/core';
import type { DecisionView } from '../../functions/contracts/views.ts';
import { deliveredTo, type RecipientLine } from '../../functions/domain/report-content.ts';
import { Facts, Hash } from '../pieces/facts.tsx';
import { words } from '../words/words.ts';

const said = words.decision;

const isDelivered = ({ means, organizationId }: RecipientLine) =>
  means === 'system' && organizationId !== null;

export const SigningStatement = ({
  view: { submission, content },
  pages,
}: {
  view: DecisionView;
  pages: number | null;
}) => {
  const lines = [...content.addressees, ...content.recipients].filter(isDelivered);
  // As the paper names them first: further down it may say "as above".
  const places = lines.filter(
    ({ organizationId }, at) =>
      lines.findIndex((line) => line.organizationId === organizationId) === at,
  );
  return (
    <>
      <Text mb="sm">{said.signQuestion(submission.subject, deliveredTo(content).length)}</Text>
      <Facts
        facts={{
          [said.signPages]: pages,
          [said.signPlaces]: (
            <List size="sm">
              {places.map(({ organizationId, text }) => (
                <List.Item key={organizationId}>{text}</List.Item>
              ))}
            </List>
          ),
          [said.signHash]: <Hash value={submission.contentHash} />,
          [said.signPageHash]: submission.pageHash && <Hash value={submission.pageHash} />,
        }}
      />
    </>
  );
};
