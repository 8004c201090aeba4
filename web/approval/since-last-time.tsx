// What has changed since I last decided on this report? With what was said then.
import { Text } from '@mantine/core';
import type { EarlierVersion } from '../../functions/contracts/views.ts';
import { Remarks } from '../following/comments.tsx';
import { nameIn } from '../following/status.tsx';
import { Card } from '../parts/card.tsx';
import { useToPaper } from '../parts/desk-ways.ts';
import { Changes } from '../parts/differences/changes.tsx';
import { momentOf } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';
import type { OnThePaper } from './on-the-paper.tsx';

const said = words.changes;

const Returned = ({ submission }: Pick<EarlierVersion, 'submission'>) => {
  const decision = submission.decisions.findLast(({ kind }) => kind === 'return');
  if (!decision) return null;
  const { personId, at, reason } = decision;
  return (
    <Text size="sm" mb="xs">
      {`${said.returnedBy(nameIn(submission, personId), momentOf(at))}: ${reason}`}
    </Text>
  );
};

export const SinceLastTime = ({ paper }: { paper: OnThePaper }) => {
  const toPaper = useToPaper();
  return (
    <Loaded asked={paper.earlier}>
      {(earlier) =>
        earlier && (
          <Card title={said.title(earlier.submission.version)}>
            <Returned submission={earlier.submission} />
            <Remarks submission={earlier.submission} />
            <Changes
              differences={paper.differences}
              show={(number) => {
                toPaper();
                paper.showChange(number);
              }}
            />
          </Card>
        )
      }
    </Loaded>
  );
};
