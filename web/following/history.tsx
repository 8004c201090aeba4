// What has happened to a report, oldest first?
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { EventView } from '../../functions/contracts/views.ts';
import { readHistory } from '../api/drafting.ts';
import { Card } from '../parts/card.tsx';
import { eventWords } from '../parts/happened.ts';
import { momentOf } from '../parts/time.ts';
import { Timeline } from '../parts/timeline.tsx';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';

const actorOf = ({ actor, actorName }: EventView) =>
  actor === 'workflow' ? words.life.workflow : actorName;

export const History = ({ reportId, isInMotion }: { reportId: string; isInMotion: boolean }) => {
  const asked = useInfiniteQuery(readHistory(reportId, isInMotion));
  return (
    <Card title={words.follow.history}>
      <Loaded asked={asked}>
        {({ pages }) => (
          <>
            <Timeline
              stations={pages
                .flatMap(({ items }) => items)
                .map((event) => ({
                  key: event.sequence,
                  name: `${actorOf(event)} ${eventWords(event)}`,
                  state: 'past',
                  facts: [momentOf(event.at)],
                }))}
            />
            {asked.hasNextPage && (
              <Button
                size="xs"
                variant="default"
                loading={asked.isFetchingNextPage}
                onClick={() => void asked.fetchNextPage()}
              >
                {words.app.more}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
};
