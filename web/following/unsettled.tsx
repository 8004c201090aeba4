// Whom has an issued report not reached, and who has sent it back? Said above everything else until the clerk has decided.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listReportDeliveries } from '../api/drafting.ts';
import { Notice } from '../parts/notice.tsx';
import { words } from '../words/words.ts';

const said = words.heldDeliveries;

export const Unsettled = ({ reportId }: { reportId: string }) => {
  const { data } = useQuery(listReportDeliveries(reportId));
  const waiting = data?.held.filter(({ status }) => status === 'waiting') ?? [];
  if (waiting.length === 0) return null;
  const reasonOf = (id: string) =>
    data?.items.find(({ recipientId }) => recipientId === id)?.sentBackReason;
  return (
    <Notice tone="warn" role="status">
      {waiting.map(({ recipientId, recipientName, why }) => (
        <Text key={recipientId} size="sm">
          {said.notReached(recipientName, said.why[why], reasonOf(recipientId) ?? null)}
        </Text>
      ))}
    </Notice>
  );
};
