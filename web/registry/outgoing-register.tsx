// Sổ đăng ký văn bản đi, with the ten columns of Decree 30/2020, Annex IV.
import { Anchor, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { DOCUMENT_TYPES } from '../../functions/domain/document-type.ts';
import { printedNumber } from '../../functions/domain/printed-number.ts';
import type { Series } from '../../functions/domain/register.ts';
import { me, outgoing } from '../api/queries.ts';
import { registerFilterIn, TYPES } from '../filters/filters.ts';
import { dayOf, presentYear, writtenDay } from '../pieces/time.ts';
import { words } from '../words/words.ts';
import { Register } from './register.tsx';

const { registers } = words;
const columns = registers.outgoingColumns;

export const OutgoingRegister = () => {
  const { settings } = useSuspenseQuery(me).data.organization;
  const filter = useSearch({ from: '/office/so-van-ban-di' });
  const navigate = useNavigate();
  const [year, setYear] = useState(presentYear);
  const [series, setSeries] = useState<Series>(settings.series === 'perType' ? 'baoCao' : 'all');
  return (
    <Register
      title={registers.outgoing}
      help={registers.outgoingHelp}
      year={year}
      chooseYear={setYear}
      series={series === 'all' ? null : DOCUMENT_TYPES[series].name}
      choice={
        settings.series === 'perType' && (
          <NativeSelect
            label={registers.series}
            value={series}
            onChange={({ currentTarget: { value } }) =>
              setSeries(TYPES.find((type) => type === value) ?? series)
            }
            data={TYPES.map((value) => ({ value, label: DOCUMENT_TYPES[value].name }))}
          />
        )
      }
      filter={filter}
      change={(changed) =>
        void navigate({ to: '/so-van-ban-di', search: registerFilterIn({ ...filter, ...changed }) })
      }
      asked={useInfiniteQuery(outgoing(year, series, filter))}
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
        { name: columns.typeAndSubject, cell: ({ typeAndSubject }) => typeAndSubject },
        { name: columns.signer, cell: ({ signerName }) => signerName },
        { name: columns.recipients, cell: ({ recipients }) => recipients.join('; ') },
        { name: columns.archive, cell: ({ archive }) => archive },
        { name: columns.copies, cell: ({ copies }) => copies },
        { name: columns.sent, cell: ({ sentAt }) => sentAt && dayOf(sentAt) },
        { name: columns.signature, cell: () => null },
        { name: columns.note, cell: ({ note }) => note },
      ]}
    />
  );
};
