// Which part of the inbox is looked at? By what became of it, by urgency; then by sender, type and days. What waits is counted.
import { type ComboboxItem, NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DOCUMENT_TYPES } from '../../functions/domain/content/document-type.ts';
import type { DeliveryStatus } from '../../functions/domain/issued/delivery.ts';
import { fold } from '../../functions/domain/search/folded-words.ts';
import { listOrganizations } from '../api/drafting.ts';
import { countUndecided } from '../api/inbox.ts';
import { DaysFields } from '../filters/days-fields.tsx';
import { type InboxFilter, inboxFilterIn, TYPES } from '../filters/filters.ts';
import { MoreFilters } from '../filters/more-filters.tsx';
import {
  BackIcon,
  BoltIcon,
  DoneIcon,
  type Icon,
  InboxIcon,
  LetterIcon,
  OpenedLetterIcon,
} from '../parts/icons.tsx';
import { PaneChoices } from '../parts/panes/pane-choices.tsx';
import { saidCount } from '../shell/counted.ts';
import { words } from '../words/words.ts';

const inbox = words.inbox;
const search = words.search;

/** A longer list is not read but searched. */
const MOST_SHOWN = 50;

export type Change = (
  changed: {
    [Name in keyof InboxFilter]: InboxFilter[Name] | undefined;
  },
) => void;

type Part = { key: keyof typeof inbox.part; icon: Icon; status?: DeliveryStatus; urgent?: true };

/** In the order of the work: what is to be done, then what is done. */
const PARTS: Part[] = [
  { key: 'all', icon: InboxIcon },
  { key: 'arrived', icon: LetterIcon, status: 'arrived' },
  { key: 'opened', icon: OpenedLetterIcon, status: 'opened' },
  { key: 'urgent', icon: BoltIcon, urgent: true },
  { key: 'received', icon: DoneIcon, status: 'received' },
  { key: 'sentBack', icon: BackIcon, status: 'sentBack' },
];

const Parts = ({ filter }: { filter: InboxFilter }) => {
  const { data } = useQuery(countUndecided());
  const countOf = (key: Part['key']) =>
    data && (key === 'arrived' || key === 'opened' || key === 'urgent')
      ? saidCount({ count: data[key].count, isMore: data[key].more })
      : null;
  const chosen = PARTS.find(
    ({ status, urgent }) => status === filter.status && urgent === filter.urgent,
  );
  return (
    <PaneChoices
      name={inbox.parts}
      chosen={chosen?.key ?? null}
      choices={PARTS.map(({ key, icon, status, urgent }) => ({
        key,
        icon,
        name: inbox.part[key],
        count: countOf(key),
        saysCount: key === 'arrived' ? words.navigation.unreadCount : inbox.undecidedCount,
        to: { to: '/van-ban-den', search: inboxFilterIn({ ...filter, status, urgent }) },
      }))}
    />
  );
};

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

export const InboxFilters = ({ filter, change }: { filter: InboxFilter; change: Change }) => (
  <>
    <Parts filter={filter} />
    <MoreFilters
      isBeside
      isFiltered={Object.keys(filter).length > 0}
      clear={() =>
        change({
          words: undefined,
          sender: undefined,
          type: undefined,
          status: undefined,
          urgent: undefined,
          from: undefined,
          until: undefined,
        })
      }
    >
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
  </>
);
