// A draft was thrown away elsewhere: what becomes of those of its words that exist only here?
import { Button, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { createReport, readMe } from '../../api/drafting.ts';
import { usePress } from '../../api/press.ts';
import { ProblemError } from '../../api/problem.ts';
import { Notice } from '../../parts/notice.tsx';
import { Loading } from '../../parts/trouble/loading.tsx';
import { Trouble } from '../../parts/trouble/outcome.tsx';
import { words } from '../../words/words.ts';
import { type DraftKey, keepWords, keptWords } from './kept-draft.ts';
import { WholeText } from './whole-text.tsx';

const { gone: said, setAside } = words.editor;

export const isGone = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'report_not_found';

export const Gone = ({ place, content }: { place: DraftKey; content: ReportContent }) => {
  const navigate = useNavigate();
  const begin = usePress(
    // Its files lay with the report.
    (from: ReportContent, key) => createReport({ content: { ...from, attachments: [] } }, key),
    async ({ id: reportId }) => {
      await navigate({ to: '/bao-cao/$reportId', params: { reportId }, replace: true });
      keepWords(place, null);
    },
  );
  return (
    <Notice tone="warn" role="alert" title={said.title} isApart>
      <Text size="sm" mb="xs">
        {said.text}
      </Text>
      <WholeText content={content} label={setAside.whole} />
      <Button size="xs" mt="xs" loading={begin.isPending} onClick={() => begin.mutate(content)}>
        {said.press}
      </Button>
      {begin.error && <Trouble error={begin.error} of="begin" />}
    </Notice>
  );
};

/** Who opens it finds the words that this browser kept of it, if there are any. */
export const GoneReport = ({ reportId, error }: { reportId: string; error: unknown }) => {
  const personId = useSuspenseQuery(readMe()).data.person.id;
  const left = useQuery({
    queryKey: ['left', personId, reportId],
    queryFn: () => keptWords(personId, reportId),
    // It is in this browser.
    networkMode: 'always',
  });
  if (left.isPending) return <Loading />;
  const [kept] = left.data ?? [];
  return kept ? <Gone place={kept} content={kept.content} /> : <Trouble error={error} />;
};
