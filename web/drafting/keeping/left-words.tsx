// Are there words in this browser that could not be saved before the report was submitted? They are shown, and wait for a press.
import { Button, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReportView } from '../../../functions/contracts/views.ts';
import { fitted } from '../../../functions/domain/content/fit.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { readMe, setWordsAside } from '../../api/drafting.ts';
import { usePress } from '../../api/press.ts';
import { Notice } from '../../parts/notice.tsx';
import { Trouble } from '../../parts/trouble/outcome.tsx';
import { words } from '../../words/words.ts';
import { keepWords, keptWords } from './kept-draft.ts';
import { begin, isSafe, type KeptWords } from './sitting.ts';
import { WholeText } from './whole-text.tsx';

const { left: said, setAside } = words.editor;

/** Saved all the same, though the answer did not come. */
const isSubmitted = (report: ReportView, kept: KeptWords): boolean => {
  const { content, sitting } = begin(report, kept);
  return isSafe(sitting, content);
};

export const LeftWords = ({ report }: { report: ReportView }) => {
  const { id: reportId, version } = report;
  const personId = useSuspenseQuery(readMe()).data.person.id;
  const left = useQuery({
    queryKey: ['left', personId, reportId, version],
    queryFn: () => keptWords(personId, reportId),
    // It is in this browser.
    networkMode: 'always',
  });
  const [kept] = left.data ?? [];
  const keep = usePress(async ({ desk, content }: { desk: string; content: ReportContent }) => {
    await setWordsAside(reportId, { content: fitted(content, report.content).content });
    keepWords({ personId, reportId, desk }, null);
  });
  if (!kept || isSubmitted(report, kept)) return null;
  return (
    <Notice tone="warn" role="alert" title={said.title} isApart>
      <Text size="sm" mb="xs">
        {said.text}
      </Text>
      <WholeText content={kept.content} label={setAside.whole} />
      <Button size="xs" mt="xs" loading={keep.isPending} onClick={() => keep.mutate(kept)}>
        {said.keep}
      </Button>
      {keep.error && <Trouble error={keep.error} of="setAside" />}
    </Notice>
  );
};
