// What does this office still lack before it can issue a document? Line by line, each with the way to where it is done.
import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Check, ChecklistLine } from '../../functions/domain/directory/checklist.ts';
import { readChecklist } from '../api/administration.ts';
import { readMe } from '../api/drafting.ts';
import { Card } from '../parts/card.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { Tag } from '../parts/tag.tsx';
import type { Tone } from '../parts/tone.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { words } from '../words/words.ts';
import styles from './checklist.module.css';

const administration = words.administration;
const said = words.checklist;
const signing = words.signing;

const TONES = { done: 'good', missing: 'warn', unknown: 'quiet' } as const satisfies Record<
  ChecklistLine['state'],
  Tone
>;

const DIRECTORY = { to: '/danh-ba', name: administration.directory.title };
const SETTINGS = { to: '/cai-dat', name: administration.settings.title };
const KEYS = { to: '/khoa-ky', name: signing.all };

/** Where the administrator does it; null for what is done outside. */
const WAYS: Record<Check, { to: string; name: string } | null> = {
  people: DIRECTORY,
  chain: SETTINGS,
  trust: null,
  keys: KEYS,
  images: KEYS,
  registers: SETTINGS,
  mail: null,
  timestamps: null,
};

const lackIn = ({ check, state, roles, names }: ChecklistLine): string =>
  state === 'unknown'
    ? said.unknown
    : said.missing[check]({
        roles: roles.map((role) => words.life.role[role]).join(', '),
        names: names.join(', '),
      });

const Line = ({ line }: { line: ChecklistLine }) => {
  const { check, state, by } = line;
  const way = by === 'administrator' ? WAYS[check] : null;
  return (
    <li className={styles.line} data-check={check}>
      <Tag tone={TONES[state]}>{said.state[state]}</Tag>
      <div>
        <Text fw={600}>{said.check[check]}</Text>
        {state !== 'done' && (
          <Text size="sm">
            {lackIn(line)} {by !== 'administrator' && said.by[by]}
          </Text>
        )}
        {state !== 'done' && way && (
          <Anchor component={Link} to={way.to} size="sm">
            {way.name}
          </Anchor>
        )}
      </div>
    </li>
  );
};

export const Checklist = () => {
  const { id } = useSuspenseQuery(readMe()).data.organization;
  return (
    <Screen title={said.title} help={said.help}>
      <Loaded asked={useQuery(readChecklist(id))}>
        {({ items }) => (
          <Stack maw={720}>
            {items.every(({ state }) => state === 'done') && (
              <Notice tone="good">{said.allDone}</Notice>
            )}
            <Card>
              <ol className={styles.lines} aria-label={said.lines}>
                {items.map((line) => (
                  <Line key={line.check} line={line} />
                ))}
              </ol>
            </Card>
          </Stack>
        )}
      </Loaded>
    </Screen>
  );
};
