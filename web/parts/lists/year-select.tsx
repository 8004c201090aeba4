// Which year's register is open?
import { NativeSelect } from '@mantine/core';
import { yearsOfRegisters } from '../../filters/filters.ts';
import { words } from '../../words/words.ts';

export const YearSelect = ({ year, choose }: { year: number; choose: (year: number) => void }) => (
  <NativeSelect
    label={words.registers.year}
    value={String(year)}
    onChange={(event) => choose(Number(event.currentTarget.value))}
    data={yearsOfRegisters().map(String)}
  />
);
