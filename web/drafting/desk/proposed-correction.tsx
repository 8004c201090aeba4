// What does whoever returned it propose to write? Shown word by word; taken in one press, by the drafter, whose words they become.
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReportView } from '../../../functions/contracts/views.ts';
import { textOf } from '../../../functions/domain/content/block.ts';
import { compareWords } from '../../../functions/domain/content/compare-words.ts';
import {
  applyCorrection,
  isOpen,
  type Replacement,
} from '../../../functions/domain/content/correction.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { readCorrection } from '../../api/drafting.ts';
import { Stretches } from '../../parts/differences/stretches.tsx';
import { Notice } from '../../parts/notice.tsx';
import { words } from '../../words/words.ts';
import { Message } from './messages.tsx';

const said = words.correction;
const NOTHING: Replacement[] = [];

const stretchesOf = (replacement: Replacement) =>
  replacement.part === 'subject'
    ? compareWords(replacement.before, replacement.after)
    : compareWords(textOf(replacement.before), textOf(replacement.after));

/** Places that the drafter has written otherwise meanwhile are left out: the drafter's words stay. */
export const ProposedCorrection = ({
  report: { id, version, comeBack },
  content,
  lay,
}: {
  report: ReportView;
  content: ReportContent;
  lay: (content: ReportContent) => void;
}) => {
  const asked = useQuery({
    ...readCorrection(id, version),
    enabled: comeBack?.isCorrected === true,
  });
  const [isLeft, setLeft] = useState(false);
  const correction = asked.data ?? NOTHING;
  const open = useMemo(
    () => correction.filter((replacement) => isOpen(content, replacement)),
    [correction, content],
  );
  if (open.length === 0 || isLeft) return null;
  return (
    <Message kind="correction" text={said.proposed(open.length)}>
      <Notice tone="house" title={said.proposed(open.length)} isApart>
        {open.map((replacement) => (
          <Text key={JSON.stringify(replacement.before)} size="sm" my="xs">
            <Stretches stretches={stretchesOf(replacement)} />
          </Text>
        ))}
        <Group gap="xs" mt="sm">
          <Button size="xs" onClick={() => lay(applyCorrection(content, open))}>
            {said.take}
          </Button>
          <Button size="xs" variant="default" onClick={() => setLeft(true)}>
            {said.leave}
          </Button>
        </Group>
      </Notice>
    </Message>
  );
};
