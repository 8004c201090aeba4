// Sổ đăng ký văn bản đi, with the ten columns of Decree 30/2020, Annex IV.
import { Anchor, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { DOCUMENT_TYPES } from '../../functions/domain/content/document-type.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import type { Series } from '../../functions/domain/issued/register.ts';
import { readMe } from '../api/drafting.ts';
import { listOutgoing } from '../api/registry.ts';
import { bookFilterIn, TYPES } from '../filters/filters.ts';
import { dayOf, presentYear, writtenDay } from '../parts/time.ts';
import { words } from '../words/words.ts';
import { Register } from './register.tsx';

const { registers } = words;
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
      title={registers.outgoing}
      help={registers.outgoingHelp}
      begin={words.help.empty.outgoing}
      guide="clerk"
      year={year}
      chooseYear={(chosen) => change({ year: chosen })}
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
      asked={useInfiniteQuery(listOutgoing(year, series, filter))}
      numberOf={({ number, symbol }) => printedNumber(number, symbol)}
      columns={[
        {
          name: columns.number,
          cell: ({ number, symbol, submissionId }) => (
            <Anchor component={Link} to={`/van-thu/${submissionId}`} inherit>
              {printedNumber(number, symbol)}
            </Anchor>
          ),
        },
        { name: columns.date, cell: ({ date }) => writtenDay(date) },
        {
          name: columns.typeAndSubject,
          isTyped: true,
          cell: ({ typeAndSubject }) => typeAndSubject,
        },
        { name: columns.signer, cell: ({ signerName }) => signerName },
        {
          name: columns.recipients,
          isTyped: true,
          cell: ({ recipients }) => recipients.join('; '),
        },
        { name: columns.archive, cell: ({ archive }) => archive },
        { name: columns.copies, cell: ({ copies }) => copies },
        { name: columns.sent, cell: ({ sentAt }) => sentAt && dayOf(sentAt) },
        { name: columns.signature, isByHand: true, cell: () => null },
        { name: columns.note, isTyped: true, cell: ({ note }) => note },
      ]}
    />
  );
};
