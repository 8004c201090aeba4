// Why is the report on the drafter's desk again?
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReportView } from '../../../functions/contracts/views.ts';
import { listPeople } from '../../api/drafting.ts';
import { Notice } from '../../parts/notice.tsx';
import { momentOf } from '../../parts/time.ts';
import { causeWords } from '../../parts/trouble/cause.ts';
import { words } from '../../words/words.ts';
import { Message } from './messages.tsx';

export const ComeBackNotice = ({ report: { comeBack } }: { report: ReportView }) => {
  const { data } = useQuery({ ...listPeople(), enabled: comeBack?.how === 'returned' });
  if (comeBack === null) return null;
  const name = data?.items.find(({ id }) => id === comeBack.by)?.name;
  const title =
    comeBack.how === 'returned'
      ? words.comeBack.returned(name ?? words.comeBack.somebody)
      : words.comeBack[comeBack.how];
  const isMachines = comeBack.how === 'handedBack' && comeBack.by === null;
  return (
    <Message kind="comeBack" text={title}>
      <Notice tone="warn" title={title} isApart>
        {/* A failure's reason is a word of the machine; a person's is for people. */}
        {comeBack.reason && comeBack.how !== 'withdrawn' && (
          <Text size="sm">{isMachines ? causeWords(comeBack.reason) : comeBack.reason}</Text>
        )}
        <Text size="xs">{momentOf(comeBack.at)}</Text>
      </Notice>
    </Message>
  );
};
