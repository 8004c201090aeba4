// Sổ đăng ký văn bản đến, with the ten columns of Decree 30/2020, Annex IV.
import { Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { printedNumber } from '../../functions/domain/issue.ts';
import { incoming } from '../api/queries.ts';
import { Rows } from '../pieces/rows.tsx';
import { Screen } from '../pieces/screen.tsx';
import { dayOf, presentYear, writtenDay } from '../pieces/time.ts';
import { PrintRegister, YearSelect } from '../pieces/year-select.tsx';
import { words } from '../words/words.ts';

const { registers } = words;
const columns = registers.incomingColumns;

export const IncomingRegister = () => {
  const [year, setYear] = useState(presentYear);
  const asked = useInfiniteQuery(incoming(year));
  return (
    <Screen title={registers.incoming} help={registers.incomingHelp} presses={<PrintRegister />}>
      <Group mb="md" align="flex-end">
        <YearSelect year={year} choose={setYear} />
      </Group>
      <Rows
        name={`${registers.incoming} ${year}`}
        asked={asked}
        keyOf={({ incomingNumber }) => String(incomingNumber)}
        empty={registers.empty(year)}
        isWide
        columns={[
          { name: columns.arrived, cell: ({ arrivedOn }) => writtenDay(arrivedOn) },
          { name: columns.incomingNumber, cell: ({ incomingNumber }) => incomingNumber },
          { name: columns.author, cell: ({ author }) => author },
          { name: columns.number, cell: ({ number, symbol }) => printedNumber(number, symbol) },
          { name: columns.date, cell: ({ date }) => writtenDay(date) },
          { name: columns.typeAndSubject, cell: ({ typeAndSubject }) => typeAndSubject },
          { name: columns.receiver, cell: ({ receivedBy }) => receivedBy },
          { name: columns.sent, cell: ({ receivedAt }) => dayOf(receivedAt) },
          { name: columns.signature, cell: () => null },
          { name: columns.note, cell: ({ note }) => note },
        ]}
      />
    </Screen>
  );
};
