// One report: on the desk of those who draft while it is a draft; for everybody else, and on its way, to be followed.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReportView } from '../../functions/contracts/views.ts';
import { readMe, readReport } from '../api/drafting.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { Editor } from './desk/editor.tsx';
import { FollowReport } from './follow-report.tsx';
import { GoneReport, isGone } from './keeping/gone.tsx';
import { getUp, type KeptDesk, sitDown, takeUp } from './keeping/kept-draft.ts';

/** As long as one sits here, no other tab takes up the same words. */
const Seat = ({ report, desks }: { report: ReportView; desks: KeptDesk[] }) => {
  useEffect(() => {
    const names = desks.map(({ desk }) => desk);
    for (const name of names) void sitDown(name);
    return () => getUp(names);
  }, [desks]);
  return <Editor report={report} desks={desks} />;
};

const Desk = ({ report }: { report: ReportView }) => {
  const { person } = useSuspenseQuery(readMe()).data;
  const taken = useQuery({
    queryKey: ['kept', person.id, report.id, report.version],
    queryFn: () => takeUp(person.id, report.id),
    // Read once for each sitting: what is typed afterwards is the desk's own.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    // It is in this browser.
    networkMode: 'always',
  });
  return <Loaded asked={taken}>{(desks) => <Seat report={report} desks={desks} />}</Loaded>;
};

export const Report = () => {
  const { reportId } = useParams({ from: '/office/bao-cao/$reportId' });
  const asked = useQuery(readReport(reportId));
  // Whoever saves a draft may not sign it, so nobody comes to a desk whose work is not drafting.
  const isDrafter = useSuspenseQuery(readMe()).data.person.roles.includes('drafter');
  if (asked.data === undefined && isGone(asked.error))
    return <GoneReport reportId={reportId} error={asked.error} />;
  return (
    <Loaded asked={asked}>
      {(report) =>
        report.status === 'draft' && isDrafter ? (
          <Desk key={`${report.id} ${report.version}`} report={report} />
        ) : (
          <FollowReport report={report} />
        )
      }
    </Loaded>
  );
};
