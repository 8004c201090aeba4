// What exactly is being signed? Said in full before the press: the document, where it goes, and what others have said of it.
import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DecisionView } from '../../functions/contracts/views.ts';
import { deliveredTo } from '../../functions/domain/content/report-content.ts';
import { listOrganizations } from '../api/drafting.ts';
import { nameIn } from '../following/status.tsx';
import { destinationsOf } from '../parts/destinations.tsx';
import { Facts, Hash } from '../parts/facts.tsx';
import { momentOf } from '../parts/time.ts';
import { Findings } from '../parts/trouble/findings.tsx';
import { words } from '../words/words.ts';
import styles from './signing-statement.module.css';

const said = words.decision;

/** Null where there is nothing to list: the fact is left out. */
const listed = (lines: string[]) =>
  lines.length > 0 ? (
    <List size="sm">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  ) : null;

export const SigningStatement = ({
  view: { submission, content },
  pages,
}: {
  view: DecisionView;
  pages: number | null;
}) => {
  const { data: directory = [] } = useQuery(listOrganizations());
  const agreed = submission.decisions.filter(({ kind }) => kind === 'agree');
  return (
    <>
      <Text mb="sm">{said.signQuestion(submission.subject, deliveredTo(content).length)}</Text>
      <Facts
        facts={{
          [said.signPages]: pages,
          ...destinationsOf(content, directory),
          [words.attachments.title]: listed(content.attachments.map(({ name }) => name)),
          [said.signAgreed]: listed(
            agreed.map(({ personId, at, reason }) =>
              [nameIn(submission, personId), momentOf(at), ...(reason ? [reason] : [])].join(' · '),
            ),
          ),
          [said.signWarnings]:
            submission.findings.length > 0 ? <Findings findings={submission.findings} /> : null,
        }}
      />
      <details className={`${styles.more} ${styles.technical}`}>
        <summary>{said.technical}</summary>
        <Facts
          facts={{
            [said.signHash]: <Hash value={submission.contentHash} />,
            [said.signPageHash]: submission.pageHash && <Hash value={submission.pageHash} />,
          }}
        />
      </details>
    </>
  );
};
