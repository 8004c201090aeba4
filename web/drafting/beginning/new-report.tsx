// How does a report begin? With an outline, a template of the office, an earlier report, or a Word file.
import { Button, NativeSelect, Stack, Text, Title } from '@mantine/core';
import {
  type QueryClient,
  useInfiniteQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import {
  beginWithReport,
  beginWithTemplate,
  createReport,
  listOrganizations,
  listPeople,
  listReports,
  listTemplates,
  readMe,
} from '../../api/drafting.ts';
import { usePress } from '../../api/press.ts';
import { Card } from '../../parts/card.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Trouble } from '../../parts/trouble/outcome.tsx';
import { words } from '../../words/words.ts';
import styles from './new-report.module.css';
import { sampleFor } from './sample-report.ts';
import { WordFile } from './word-file.tsx';

const beginning = words.beginning;

/** Where the first words come from. */
type Beginning = { sample: true } | { templateId: string } | { reportId: string };

const wordsOf = async (from: Beginning, queries: QueryClient): Promise<ReportContent> => {
  if ('templateId' in from) return (await beginWithTemplate(from.templateId)).content;
  if ('reportId' in from) return (await beginWithReport(from.reportId)).content;
  return sampleFor(
    await queries.ensureQueryData(readMe()),
    (await queries.ensureQueryData(listPeople())).items,
    await queries.ensureQueryData(listOrganizations()),
  );
};

const Way = ({ title, help, children }: { title: string; help: string; children: ReactNode }) => (
  <Card>
    <Stack align="flex-start" gap="xs" h="100%">
      <Title order={3} size="h4">
        {title}
      </Title>
      <Text size="sm" className={styles.help}>
        {help}
      </Text>
      {children}
    </Stack>
  </Card>
);

export const NewReport = () => {
  const { items } = useSuspenseQuery(listTemplates()).data;
  const earlier = useInfiniteQuery(listReports({})).data?.pages.flatMap((page) => page.items) ?? [];
  const [chosen, choose] = useState('');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const open = (reportId: string) =>
    void navigate({ to: '/bao-cao/$reportId', params: { reportId } });
  /** A press that is repeated says the same words, whatever there would be to say by now. */
  const begun = useRef<{ key: string; content: ReportContent } | null>(null);
  const create = usePress(
    async (from: Beginning, key) => {
      if (begun.current?.key !== key)
        begun.current = { key, content: await wordsOf(from, queries) };
      const { content } = begun.current;
      return createReport({ content }, key);
    },
    ({ id }) => open(id),
  );
  const begin = (from: Beginning | null, name: string, press = beginning.press) => (
    <Button
      variant="default"
      disabled={from === null}
      loading={create.isPending && JSON.stringify(create.variables) === JSON.stringify(from)}
      onClick={() => from && create.mutate(from)}
      aria-label={`${press}: ${name}`}
    >
      {press}
    </Button>
  );
  const ways = (own: boolean) =>
    items
      .filter((template) => template.own === own)
      .map(({ id, name, help }) => (
        <Way key={id} title={name} help={help}>
          {begin({ templateId: id }, name)}
        </Way>
      ));
  const ofTheOffice = ways(true);
  const first = chosen || earlier[0]?.id;
  return (
    <Screen title={beginning.title} help={beginning.help}>
      {create.error && <Trouble error={create.error} of="begin" />}
      <div className={styles.ways}>
        <Way title={beginning.word} help={beginning.wordHelp}>
          <WordFile open={open} />
        </Way>
        <Way title={beginning.earlier} help={beginning.earlierHelp}>
          {earlier.length > 0 ? (
            <NativeSelect
              className={styles.which}
              label={beginning.earlierWhich}
              value={first}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
              data={earlier.map(({ id, subject }) => ({
                value: id,
                label: subject || words.reports.noSubject,
              }))}
            />
          ) : (
            <Text size="sm">{beginning.noEarlier}</Text>
          )}
          {begin(
            first === undefined ? null : { reportId: first },
            beginning.earlier,
            beginning.pressEarlier,
          )}
        </Way>
        <Way title={beginning.sample} help={beginning.sampleHelp}>
          {begin({ sample: true }, beginning.sample)}
        </Way>
      </div>
      {ofTheOffice.length > 0 && (
        <>
          <Title order={2} size="h3" my="md">
            {beginning.own}
          </Title>
          <div className={styles.ways}>{ofTheOffice}</div>
        </>
      )}
      <Title order={2} size="h3" my="md">
        {beginning.outlines}
      </Title>
      <div className={styles.ways}>{ways(false)}</div>
    </Screen>
  );
};
