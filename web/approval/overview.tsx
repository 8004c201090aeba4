// How is the office doing, at a glance? Two figures and a small picture; the words beside it say the same.
import { Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Overview } from '../../functions/contracts/views.ts';
import { readOverview } from '../api/approval.ts';
import { readMe } from '../api/drafting.ts';
import { Card } from '../parts/card.tsx';
import { dayOf } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { language, words } from '../words/words.ts';
import styles from './overview.module.css';

const said = words.overview;
const inDays = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

const daysWords = (days: number): string =>
  days < 0.1 ? said.few : said.days(inDays.format(days));

const Figure = ({ count, isMore, name }: { count: number; isMore: boolean; name: string }) => (
  <Card>
    <p className={styles.figure}>{isMore ? said.more(count) : count}</p>
    <Text size="sm">{name}</Text>
  </Card>
);

/** As long as its share of the longest. */
const Bar = ({ share }: { share: number }) => (
  <svg viewBox="0 0 100 6" preserveAspectRatio="none" className={styles.bar} aria-hidden="true">
    <rect width="100" height="6" className={styles.track} />
    <rect width={Math.max(1, share * 100)} height="6" className={styles.filled} />
  </svg>
);

const Rounds = ({ rounds }: Pick<Overview, 'rounds'>) => {
  const longest = Math.max(0.1, ...rounds.map(({ medianDays }) => medianDays ?? 0));
  return (
    <Card>
      <Text size="sm" fw={600}>
        {said.rounds}
      </Text>
      <dl className={styles.rounds}>
        {rounds.map(({ kind, medianDays, counted, since }) => (
          <div key={kind}>
            <dt>{words.life.roundKind[kind]}</dt>
            <dd>
              {medianDays === null || since === null ? (
                said.none
              ) : (
                <>
                  <strong>{daysWords(medianDays)}</strong>
                  <Bar share={medianDays / longest} />
                  <Text size="xs" c="dimmed">
                    {said.window(counted, dayOf(since))}
                  </Text>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
};

const Figures = () => (
  <section aria-label={said.title} className={styles.overview}>
    <Title order={2} className={styles.title ?? ''}>
      {said.title}
    </Title>
    <Loaded asked={useQuery(readOverview())}>
      {({ waiting, issued, rounds }) => (
        <div className={styles.figures}>
          <Figure {...waiting} name={said.waiting} />
          <Figure {...issued} name={said.issued(issued.month.split('-').reverse().join('/'))} />
          <Rounds rounds={rounds} />
        </div>
      )}
    </Loaded>
  </section>
);

export const OverviewForSigners = () =>
  useSuspenseQuery(readMe()).data.person.roles.includes('signer') ? <Figures /> : null;
