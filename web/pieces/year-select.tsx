// Which year's register is open?
import { NativeSelect } from '@mantine/core';
import { words } from '../words/words.ts';
import { presentYear } from './time.ts';

/** Registers of the last ten years can be opened here; older ones are in the archive. */
const YEARS = 10;

export const YearSelect = ({ year, choose }: { year: number; choose: (year: number) => void }) => (
  <NativeSelect
    label={words.registers.year}
    value={String(year)}
    onChange={(event) => choose(Number(event.currentTarget.value))}
    data={Array.from({ length: YEARS }, (_, before) => String(presentYear() - before))}
  />
);
