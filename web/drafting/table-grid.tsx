// How is a table written? Cell by cell in a plain grid.
import { Button, CloseButton, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { type Block, plainText } from '../../functions/domain/report-content.ts';
import { words } from '../words/words.ts';
import { retext } from './edit-runs.ts';
import styles from './editor.module.css';

type Table = Extract<Block, { kind: 'table' }>;

const emptyCell = () => [{ text: '' }];

const withColumn = (table: Table): Table => ({
  ...table,
  columns: [...table.columns, { share: 20, align: 'left' }],
  rows: table.rows.map((row) => [...row, emptyCell()]),
});

const withoutColumn = (table: Table): Table => ({
  ...table,
  columns: table.columns.slice(0, -1),
  rows: table.rows.map((row) => row.slice(0, -1)),
});

export const TableGrid = ({
  table,
  change,
  error,
}: {
  table: Table;
  change: (table: Table) => void;
  error: string | null;
}) => {
  const { editor } = words;
  return (
    <div className={styles.words}>
      <div className={styles.grid}>
        <table>
          <tbody>
            {table.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
              <tr key={at} data-header={at < table.headerRows || undefined}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
                  <td key={column}>
                    <Textarea
                      aria-label={editor.cell(at + 1, column + 1)}
                      value={plainText(cell)}
                      onChange={(event) => {
                        const text = event.currentTarget.value.replaceAll('\n', ' ');
                        const cells = row.with(column, retext(cell, text));
                        change({ ...table, rows: table.rows.with(at, cells) });
                      }}
                      rows={1}
                      variant="unstyled"
                      classNames={{ input: styles.growing ?? '' }}
                    />
                  </td>
                ))}
                <td>
                  <CloseButton
                    size="sm"
                    aria-label={editor.removeRow(at + 1)}
                    disabled={table.rows.length === 1}
                    onClick={() => change({ ...table, rows: table.rows.toSpliced(at, 1) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {error && (
        <Text size="xs" c="red">
          {error}
        </Text>
      )}
      <Group gap="xs" align="flex-end" mt={4}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => change({ ...table, rows: [...table.rows, table.columns.map(emptyCell)] })}
        >
          {editor.addRow}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => change(withColumn(table))}>
          {editor.addColumn}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={table.columns.length === 1}
          onClick={() => change(withoutColumn(table))}
        >
          {editor.removeColumn}
        </Button>
        <NativeSelect
          size="xs"
          label={editor.headerRows}
          value={String(table.headerRows)}
          onChange={(event) => change({ ...table, headerRows: Number(event.currentTarget.value) })}
          data={['0', '1', '2', '3']}
        />
      </Group>
    </div>
  );
};
