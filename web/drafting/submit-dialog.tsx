// Trình ký: a last look at who will get it, then off it goes.
import { Alert, Button, List, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import type { ReportView } from '../../functions/contracts/views.ts';
import type { Path } from '../../functions/domain/finding.ts';
import { deliveredTo } from '../../functions/domain/report-content.ts';
import { api, ifMatch, pressed, read } from '../api/client.ts';
import { usePress } from '../api/press.ts';
import { ProblemError } from '../api/problem.ts';
import { findings, me, organizations, people } from '../api/queries.ts';
import { Confirm } from '../pieces/ask.tsx';
import { destinationsOf } from '../pieces/destinations.tsx';
import { Facts } from '../pieces/facts.tsx';
import { sentenceOf, toldOnce } from '../pieces/finding-line.tsx';
import { words } from '../words/words.ts';
import classes from './submit-dialog.module.css';

/** A refusal that names fields is shown at the fields: the dialog closes and `onRefused` hears of it. */
export const SubmitDialog = memo(
  ({
    report,
    revision,
    isSaved,
    onRefused,
    look,
    go,
  }: {
    report: ReportView;
    revision: number;
    isSaved: boolean;
    onRefused: (error: unknown) => void;
    /** Leads to the findings. */
    look: () => void;
    /** Leads to a place in the report. */
    go: (path: Path) => void;
  }) => {
    const [isOpen, setOpen] = useState(false);
    const { chain } = useSuspenseQuery(me).data.organization.settings;
    const known = useQuery({ ...people, enabled: isOpen });
    const { data: directory = [] } = useQuery({ ...organizations, enabled: isOpen });
    const isToNobody = deliveredTo(report.content).length === 0;
    const nameOf = (id: string) => known.data?.items.find((person) => person.id === id)?.name ?? id;
    const namesOf = (ids: string[]) => ids.map(nameOf).join(', ');
    const checked = useQuery({ ...findings(report.id, revision), enabled: isOpen });
    const found = checked.data?.findings ?? [];
    const submit = usePress(
      ({ seen, passedOver }: { seen: number; passedOver: string[] }, key) =>
        read(
          api.reports[':reportId'].submissions.$post({
            param: { reportId: report.id },
            header: { ...pressed(key), ...ifMatch(seen) },
            json: { passedOver },
          }),
        ),
      () => setOpen(false),
    );
    const press = () => {
      // They have been shown above the press, which says so.
      const passedOver = found.map(({ rule }) => rule);
      const said = { seen: revision, passedOver };
      submit.mutate(said, {
        onError: (error) => {
          // What the check finds is told in the dialog itself.
          if (!(error instanceof ProblemError) || error.code === 'findings_open') return;
          if (error.fields.length === 0) return;
          onRefused(error);
          setOpen(false);
        },
      });
    };
    return (
      <>
        <Button
          disabled={!isSaved}
          title={isSaved ? '' : words.submit.notSaved}
          onClick={() => setOpen(true)}
        >
          {words.submit.press}
        </Button>
        <Confirm
          isOpen={isOpen}
          close={() => setOpen(false)}
          title={words.submit.title}
          press={found.length > 0 || isToNobody ? words.submit.passOver : words.submit.press}
          isPressed={submit.isPending || checked.isPending}
          error={submit.error}
          onPress={press}
        >
          <Text>{words.submit.question(namesOf(chain[0]?.people ?? []))}</Text>
          <Text size="sm" mt="sm">
            {words.submit.chain}
          </Text>
          <List type="ordered" size="sm">
            {chain.map(({ kind, people: asked, needed }) => (
              <List.Item key={`${kind} ${asked.join()}`}>
                {`${words.life.roundKind[kind]}: ${namesOf(asked)}`}
                {asked.length > 1 && ` (${words.submit.needed(needed, asked.length)})`}
              </List.Item>
            ))}
          </List>
          <div className={classes.destinations}>
            <Facts facts={destinationsOf(report.content, directory)} />
          </div>
          {isToNobody && (
            <Alert color="orange" mt="sm">
              <Text size="sm">{words.submit.toNobody}</Text>
              <Button
                mt="xs"
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setOpen(false);
                  go(['recipients']);
                }}
              >
                {words.submit.toRecipients}
              </Button>
            </Alert>
          )}
          {report.content.attachments.length > 0 && (
            <Text size="sm" mt="sm">
              {words.attachments.count(report.content.attachments.length)}
            </Text>
          )}
          {found.length > 0 && (
            <>
              <Text size="sm" mt="sm">
                {words.submit.findings(found.length)}
              </Text>
              <List size="sm" className={classes.findings ?? ''} tabIndex={0}>
                {toldOnce(found).map(({ finding, places }) => (
                  <List.Item key={finding.vi}>{sentenceOf(finding, places)}</List.Item>
                ))}
              </List>
              <Button
                mt="xs"
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setOpen(false);
                  look();
                }}
              >
                {words.submit.lookAgain}
              </Button>
            </>
          )}
        </Confirm>
      </>
    );
  },
);
