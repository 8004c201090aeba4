// Sổ đăng ký văn bản đi, with the ten columns of Decree 30/2020, Annex IV.
import { Group, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DOCUMENT_TYPES, type DocumentType } from '../../functions/domain/document-type.ts';
import { printedNumber } from '../../functions/domain/issue.ts';
import type { Series } from '../../functions/domain/register.ts';
import { me, outgoing } from '../api/queries.ts';
import { Rows } from '../pieces/rows.tsx';
import { Screen } from '../pieces/screen.tsx';
import { dayOf, presentYear, writtenDay } from '../pieces/time.ts';
import { PrintRegister, YearSelect } from '../pieces/year-select.tsx';
import { words } from '../words/words.ts';

const { registers } = words;
const TYPES = Object.keys(DOCUMENT_TYPES) as DocumentType[];
const columns = registers.outgoingColumns;

export const OutgoingRegister = () => {
  const { settings } = useSuspenseQuery(me).data.organization;
  const [year, setYear] = useState(presentYear);
  const [series, setSeries] = useState<Series>(settings.series === 'perType' ? 'baoCao' : 'all');
  const asked = useInfiniteQuery(outgoing(year, series));
  return (
    <Screen title={registers.outgoing} help={registers.outgoingHelp} presses={<PrintRegister />}>
      <Group mb="md" align="flex-end">
        <YearSelect year={year} choose={setYear} />
        {settings.series === 'perType' && (
          <NativeSelect
            label={registers.series}
            value={series}
            onChange={(event) =>
              setSeries(TYPES.find((type) => type === event.currentTarget.value) ?? series)
            }
            data={TYPES.map((value) => ({ value, label: DOCUMENT_TYPES[value].name }))}
          />
        )}
      </Group>
      <Rows
        name={`${registers.outgoing} ${year}`}
        asked={asked}
        keyOf={({ number }) => String(number)}
        empty={registers.empty(year)}
        isWide
        columns={[
          { name: columns.number, cell: ({ number, symbol }) => printedNumber(number, symbol) },
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
    </Screen>
  );
};
