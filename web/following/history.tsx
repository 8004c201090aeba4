// What has happened to a report, oldest first?
import { Button, Paper, Text, Timeline, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { EventView } from '../../functions/contracts/views.ts';
import { readHistory } from '../api/drafting.ts';
import { eventWords } from '../parts/happened.ts';
import { momentOf } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';

const actorOf = ({ actor, actorName }: EventView) =>
  actor === 'workflow' ? words.life.workflow : actorName;

export const History = ({ reportId, isInMotion }: { reportId: string; isInMotion: boolean }) => {
  const asked = useInfiniteQuery(readHistory(reportId, isInMotion));
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="sm">
        {words.follow.history}
      </Title>
      <Loaded asked={asked}>
        {({ pages }) => (
          <>
            <Timeline bulletSize={12} lineWidth={2}>
              {pages
                .flatMap(({ items }) => items)
                .map((event) => (
                  <Timeline.Item key={event.sequence}>
                    <Text size="sm">{`${actorOf(event)} ${eventWords(event)}`}</Text>
                    <Text size="xs" c="dimmed">
                      {momentOf(event.at)}
                    </Text>
                  </Timeline.Item>
                ))}
            </Timeline>
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
    </Paper>
  );
};
