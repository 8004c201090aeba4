// How does the office work? Who seals, how numbers run, when people are reminded, and whom a report goes to.
import { NativeSelect, NumberInput, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { SettingsEntry } from '../../functions/domain/directory/directory-entry.ts';
import { useFieldProblem } from '../parts/trouble/field-problems.ts';
import { words } from '../words/words.ts';
import { ChainFields } from './chain-fields.tsx';
import { Form, type Save } from './saving.tsx';

const { settings: said } = words.administration;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From an hour for what burns to a week for what may lie. */
const USUAL_WAITS = [HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY];

const lengthOf = (seconds: number): string => {
  if (seconds % DAY === 0) return said.days(seconds / DAY);
  if (seconds % HOUR === 0) return said.hours(seconds / HOUR);
  return seconds % MINUTE === 0 ? said.minutes(seconds / MINUTE) : said.seconds(seconds);
};

type Part = { entry: SettingsEntry; change: (part: Partial<SettingsEntry>) => void };

const Choice = <Value extends string>({
  label,
  value,
  words: named,
  choose,
}: {
  label: string;
  value: Value;
  words: Record<Value, string>;
  choose: (value: Value) => void;
}) => {
  const values = Object.keys(named) as Value[];
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => {
        const found = values.find((one) => one === chosen);
        if (found !== undefined) choose(found);
      }}
    >
      <Stack gap="xs" mt="xs">
        {values.map((one) => (
          <Radio key={one} value={one} label={named[one]} />
        ))}
      </Stack>
    </Radio.Group>
  );
};

const Reminders = ({ entry, change }: Part) => {
  const waits = [...new Set([...USUAL_WAITS, entry.remindAfterSeconds])].toSorted((a, b) => a - b);
  return (
    <>
      <NativeSelect
        label={said.remindAfter}
        data={waits.map((seconds) => ({ value: String(seconds), label: lengthOf(seconds) }))}
        value={String(entry.remindAfterSeconds)}
        onChange={({ currentTarget: { value } }) => change({ remindAfterSeconds: Number(value) })}
        error={useFieldProblem('remindAfterSeconds')}
      />
      <NumberInput
        label={said.reminders}
        min={1}
        max={20}
        allowDecimal={false}
        value={entry.remindersBeforeEscalation}
        onChange={(value) => change({ remindersBeforeEscalation: Number(value) })}
        error={useFieldProblem('remindersBeforeEscalation')}
      />
    </>
  );
};

const SealDiameter = ({ entry, change }: Part) => (
  <NumberInput
    label={said.sealDiameter}
    min={20}
    max={50}
    value={entry.sealDiameter}
    onChange={(value) => change({ sealDiameter: Number(value) })}
    error={useFieldProblem('sealDiameter')}
  />
);

const NAMES = {
  chain: said.chain,
  people: said.reviewers,
  needed: said.needed,
  remindAfterSeconds: said.remindAfter,
  remindersBeforeEscalation: said.reminders,
  sealDiameter: said.sealDiameter,
};

export const SettingsForm = ({
  organizationId,
  begun,
  save,
  onSave,
}: {
  organizationId: string;
  begun: SettingsEntry;
  save: Save;
  onSave: (entry: SettingsEntry) => void;
}) => {
  const [entry, setEntry] = useState(begun);
  const change = (part: Partial<SettingsEntry>) => setEntry((now) => ({ ...now, ...part }));
  return (
    <Form name={said.work} names={NAMES} save={save} of="settings" onSave={() => onSave(entry)}>
      <Title order={2} size="h4">
        {said.chain}
      </Title>
      <Text size="sm" c="dimmed">
        {said.chainHelp}
      </Text>
      <ChainFields
        organizationId={organizationId}
        chain={entry.chain}
        change={(chain) => change({ chain })}
      />
      <Title order={2} size="h4">
        {said.work}
      </Title>
      <Choice
        label={said.sealing}
        value={entry.sealing}
        words={said.sealingBy}
        choose={(sealing) => change({ sealing })}
      />
      <Choice
        label={said.series}
        value={entry.series}
        words={said.seriesBy}
        choose={(series) => change({ series })}
      />
      <Choice
        label={said.withoutTimestamp}
        value={entry.withoutTimestamp}
        words={said.withoutTimestampBy}
        choose={(withoutTimestamp) => change({ withoutTimestamp })}
      />
      <Reminders entry={entry} change={change} />
      <SealDiameter entry={entry} change={change} />
    </Form>
  );
};
