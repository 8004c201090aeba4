// Sổ đăng ký văn bản đi, with the ten columns of Decree 30/2020, Annex IV.
import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { DOCUMENT_TYPES } from '../../functions/domain/content/document-type.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import type { Series } from '../../functions/domain/issued/register.ts';
import { readMe } from '../api/drafting.ts';
import { listOutgoing } from '../api/registry.ts';
import { bookFilterIn, FIRST_ORDER, TYPES } from '../filters/filters.ts';
import { dayOf, presentYear, writtenDay } from '../parts/time.ts';
import { words } from '../words/words.ts';
import { Register } from './register.tsx';

const registers = words.registers;
const columns = registers.outgoingColumns;

export const OutgoingRegister = () => {
  const { settings } = useSuspenseQuery(readMe()).data.organization;
  const { year = presentYear(), type, ...filter } = useSearch({ from: '/office/so-van-ban-di' });
  const navigate = useNavigate();
  const series: Series = settings.series === 'perType' ? (type ?? 'baoCao') : 'all';
  const change = (changed: object) =>
    void navigate({
      to: '/so-van-ban-di',
      search: bookFilterIn({ year, type, ...filter, ...changed }),
    });
  return (
    <Register
      id="outgoing"
      title={registers.outgoing}
      help={registers.outgoingHelp}
      begin={words.help.empty.outgoing}
      guide="clerk"
      year={year}
      series={series === 'all' ? null : DOCUMENT_TYPES[series].name}
      choice={
        settings.series === 'perType' && (
          <NativeSelect
            label={registers.series}
            value={series}
            onChange={({ currentTarget: { value } }) => change({ type: value })}
            data={TYPES.map((value) => ({ value, label: DOCUMENT_TYPES[value].name }))}
          />
        )
      }
      filter={filter}
      change={change}
      asked={useInfiniteQuery(listOutgoing(year, series, { order: FIRST_ORDER, ...filter }))}
      by="number"
      numberIn={({ number }) => number}
      numberOf={({ number, symbol }) => printedNumber(number, symbol)}
      dayOf={({ date }) => date}
      columns={[
        {
          id: 'number',
          name: columns.number,
          size: 'number',
          text: ({ number, symbol }) => printedNumber(number, symbol),
          to: ({ submissionId }) => `/van-thu/${submissionId}`,
        },
        { id: 'date', name: columns.date, size: 'day', text: ({ date }) => writtenDay(date) },
        {
          id: 'typeAndSubject',
          name: columns.typeAndSubject,
          size: 'words',
          text: ({ typeAndSubject }) => typeAndSubject,
        },
        {
          id: 'signer',
          name: columns.signer,
          size: 'name',
          text: ({ signerName }) => signerName,
        },
        {
          id: 'recipients',
          name: columns.recipients,
          size: 'list',
          text: ({ recipients }) => recipients.join('; '),
        },
        { id: 'archive', name: columns.archive, size: 'short', text: ({ archive }) => archive },
        {
          id: 'copies',
          name: columns.copies,
          size: 'count',
          text: ({ copies }) => String(copies),
        },
        {
          id: 'sent',
          name: columns.sent,
          size: 'day',
          text: ({ sentAt }) => (sentAt === null ? '' : dayOf(sentAt)),
        },
        { id: 'signature', name: columns.signature, size: 'hand', text: () => '' },
        { id: 'note', name: columns.note, size: 'note', text: ({ note }) => note },
      ]}
    />
  );
};
