// Of which days? The browser's own calendar, which every phone knows how to show.
import { TextInput } from '@mantine/core';
import { words } from '../words/words.ts';
import type { DaysFilter } from './filters.ts';

export const DaysFields = ({
  days: { from, until },
  choose,
}: {
  days: DaysFilter;
  choose: (days: { from: string | undefined; until: string | undefined }) => void;
}) => (
  <>
    <TextInput
      type="date"
      label={words.search.from}
      value={from ?? ''}
      max={until}
      onChange={(event) => choose({ from: event.currentTarget.value || undefined, until })}
    />
    <TextInput
      type="date"
      label={words.search.until}
      value={until ?? ''}
      min={from}
      onChange={(event) => choose({ from, until: event.currentTarget.value || undefined })}
    />
  </>
);
