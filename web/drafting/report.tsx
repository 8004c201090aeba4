// One report: on the desk while it is a draft, to be followed once it is on its way.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReportView } from '../../functions/contracts/views.ts';
import { report as reportQuery } from '../api/queries.ts';
import { Answer } from '../pieces/outcome.tsx';
import { Editor } from './editor.tsx';
import { FollowReport } from './follow-report.tsx';
import { keptDraft } from './kept-draft.ts';

const Desk = ({ report }: { report: ReportView }) => {
  const kept = useQuery({
    queryKey: ['kept', report.id, report.version],
    queryFn: () => keptDraft(report.id),
    // Read once for each sitting: what is typed afterwards is the desk's own.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return <Answer asked={kept}>{(draft) => <Editor report={report} kept={draft} />}</Answer>;
};

export const Report = () => {
  const { reportId } = useParams({ from: '/office/bao-cao/$reportId' });
  const asked = useQuery(reportQuery(reportId));
  return (
    <Answer asked={asked}>
      {(report) =>
        report.status === 'draft' ? (
          <Desk key={`${report.id} ${report.version}`} report={report} />
        ) : (
          <FollowReport report={report} />
        )
      }
    </Answer>
  );
};
