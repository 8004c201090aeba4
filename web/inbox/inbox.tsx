// What has come to my organization? All of it, newest first, or what is from one sender, of one type, of some days, in one state.
import { type ComboboxItem, NativeSelect, Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { DOCUMENT_TYPES } from '../../functions/domain/content/document-type.ts';
import { fold } from '../../functions/domain/search/folded-words.ts';
import { listOrganizations } from '../api/drafting.ts';
import { listDeliveries } from '../api/inbox.ts';
import { DaysFields } from '../filters/days-fields.tsx';
import { type InboxFilter, inboxFilterIn, STATUSES, TYPES } from '../filters/filters.ts';
import { MoreFilters } from '../filters/more-filters.tsx';
import { WordsField } from '../filters/words-field.tsx';
import { LetterIcon } from '../parts/icons.tsx';
import { Empty, NothingFound } from '../parts/lists/empty.tsx';
import { Screen } from '../parts/screen.tsx';
import { words } from '../words/words.ts';
import { InboxRows } from './inbox-rows.tsx';

const { inbox, search } = words;

/** A longer list is not read but searched. */
const MOST_SHOWN = 50;

type Change = (change: { [Name in keyof InboxFilter]: InboxFilter[Name] | undefined }) => void;

const Sender = ({ sender, change }: { sender: string | undefined; change: Change }) => {
  const { data = [] } = useQuery(listOrganizations());
  return (
    <Select
      label={inbox.sender}
      placeholder={inbox.all}
      clearable
      searchable
      limit={MOST_SHOWN}
      value={sender ?? null}
      onChange={(id) => change({ sender: id ?? undefined })}
      data={data.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options, search: typed }) =>
        (options as ComboboxItem[]).filter(({ label }) => fold(label).includes(fold(typed)))
      }
      nothingFoundMessage={search.none}
      clearButtonProps={{ 'aria-label': search.clear }}
    />
  );
};

const Filters = ({ filter, change }: { filter: InboxFilter; change: Change }) => (
  <MoreFilters
    isFiltered={Object.keys(filter).length > 0}
    clear={() =>
      change({
        words: undefined,
        sender: undefined,
        type: undefined,
        status: undefined,
        from: undefined,
        until: undefined,
      })
    }
  >
    <NativeSelect
      label={inbox.filter}
      value={filter.status ?? ''}
      onChange={({ currentTarget: { value } }) =>
        change({ status: STATUSES.find((each) => each === value) })
      }
      data={[
        { value: '', label: inbox.all },
        ...STATUSES.map((value) => ({ value, label: words.life.deliveryStatus[value] })),
      ]}
    />
    <Sender sender={filter.sender} change={change} />
    <NativeSelect
      label={words.registers.series}
      value={filter.type ?? ''}
      onChange={({ currentTarget: { value } }) =>
        change({ type: TYPES.find((each) => each === value) })
      }
      data={[
        { value: '', label: inbox.all },
        ...TYPES.map((value) => ({ value, label: DOCUMENT_TYPES[value].name })),
      ]}
    />
    <DaysFields days={filter} choose={change} />
  </MoreFilters>
);

export const Inbox = () => {
  const filter = useSearch({ from: '/office/van-ban-den' });
  const navigate = useNavigate();
  const change: Change = (changed) =>
    void navigate({ to: '/van-ban-den', search: inboxFilterIn({ ...filter, ...changed }) });
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Screen title={inbox.title} help={inbox.help}>
      <WordsField
        label={search.inInbox}
        words={filter.words ?? ''}
        look={(said) => change({ words: said })}
      />
      <Filters filter={filter} change={change} />
      <InboxRows
        asked={useInfiniteQuery(listDeliveries(filter))}
        empty={
          isFiltered ? (
            <NothingFound clear={() => void navigate({ to: '/van-ban-den', search: {} })} />
          ) : (
            <Empty icon={LetterIcon} next={words.help.empty.inbox} guide="receiving">
              {inbox.empty}
            </Empty>
          )
        }
      />
    </Screen>
  );
};
