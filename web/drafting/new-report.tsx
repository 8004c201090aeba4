// How does a report begin? Empty but for what the office knows, or from the sample.
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReportContent } from '../../functions/domain/report-content.ts';
import { api, pressed, read } from '../api/client.ts';
import { usePress } from '../api/press.ts';
import { me, people } from '../api/queries.ts';
import { Trouble } from '../pieces/outcome.tsx';
import { Screen } from '../pieces/screen.tsx';
import { words } from '../words/words.ts';
import { emptyReport } from './empty-report.ts';
import styles from './new-report.module.css';

type Beginning = 'empty' | 'sample';

const sampleReport = async () =>
  (await import('../sample-report.json')).default as unknown as ReportContent;

export const NewReport = () => {
  const { organization } = useSuspenseQuery(me).data;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const beginnings = {
    empty: async () => emptyReport(organization, (await queries.ensureQueryData(people)).items),
    sample: sampleReport,
  } satisfies Record<Beginning, () => Promise<ReportContent>>;
  const create = usePress(
    async (from: Beginning, key) =>
      read(
        api.reports.$post({
          header: pressed(key),
          json: { content: await beginnings[from]() },
        }),
      ),
    ({ id }) => void navigate({ to: '/bao-cao/$reportId', params: { reportId: id } }),
  );
  const way = (from: Beginning, title: string, help: string) => (
    <Paper withBorder p="lg">
      <Stack align="flex-start" gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text size="sm">{help}</Text>
        <Button
          variant={from === 'empty' ? 'filled' : 'default'}
          loading={create.isPending && create.variables === from}
          onClick={() => create.mutate(from)}
          aria-label={`${words.reports.write}: ${title}`}
        >
          {words.reports.write}
        </Button>
      </Stack>
    </Paper>
  );
  return (
    <Screen title={words.newReport.title} help={words.newReport.help}>
      {create.error && <Trouble error={create.error} />}
      <div className={styles.ways}>
        {way('empty', words.newReport.empty, words.newReport.emptyHelp)}
        {way('sample', words.newReport.sample, words.newReport.sampleHelp)}
      </div>
    </Screen>
  );
};
