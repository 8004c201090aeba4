// Which columns of a register does somebody want to see? Remembered in this browser, for each register; on paper are all.
import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useState } from 'react';
import type { SheetColumn } from '../../parts/lists/sheet.tsx';
import { words } from '../../words/words.ts';
import styles from './chosen-columns.module.css';

const said = words.sheet;

const keptAs = (register: string) => `hidden-columns-${register}`;

/** What the browser kept, as far as it still means something; null where it kept nothing. */
const keptIn = (register: string): string[] | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptAs(register)) ?? 'null');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : null;
  } catch {
    return null;
  }
};

/** `atFirst`: hidden until somebody has chosen. */
export const useHiddenColumns = (register: string, atFirst: readonly string[]) => {
  const [hidden, setHidden] = useState(() => keptIn(register) ?? [...atFirst]);
  const hide = (ids: string[]) => {
    localStorage.setItem(keptAs(register), JSON.stringify(ids));
    setHidden(ids);
  };
  return [new Set(hidden), hide] as const;
};

export const ColumnsPress = <Row,>({
  columns,
  hidden,
  hide,
}: {
  /** Those that may be hidden. */
  columns: SheetColumn<Row>[];
  hidden: ReadonlySet<string>;
  hide: (ids: string[]) => void;
}) => (
  <Popover position="bottom-end" trapFocus returnFocus shadow="md">
    <Popover.Target>
      <Button variant="default">{said.columns}</Button>
    </Popover.Target>
    <Popover.Dropdown>
      <Checkbox.Group
        label={said.columnsShown}
        description={said.columnsHelp}
        value={columns.map(({ id }) => id).filter((id) => !hidden.has(id))}
        onChange={(shown) => hide(columns.map(({ id }) => id).filter((id) => !shown.includes(id)))}
      >
        <Stack gap="xs" mt="sm">
          {columns.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} className={styles.column ?? ''} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Popover.Dropdown>
  </Popover>
);
