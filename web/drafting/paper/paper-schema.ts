// What can stand on the paper while it is written? Blocks of words, each of one shape, and tables of cells, some of them merged.
import { Mark, Node } from '@tiptap/core';
import type { Table } from '../../../functions/domain/content/block.ts';
import type { Align } from '../../../functions/domain/content/table-grid.ts';
import type { BlockShape } from './block-shape.ts';

export type TableColumn = Table['columns'][number];
export type TableLook = Pick<Table, 'columns' | 'headerRows'>;

/** Those who hear the page go from heading to heading. Level 1 of the screen is its title. */
const TAG: Partial<Record<BlockShape, string>> = {
  part: 'h2',
  chapter: 'h2',
  section: 'h3',
  subsection: 'h4',
  article: 'h3',
  heading1: 'h2',
  heading2: 'h3',
  heading3: 'h4',
};

/** What the editor's table machinery calls the parts. */
const ROLES: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
};

const Page = Node.create({
  name: 'doc',
  topNode: true,
  content: '(words | table)+',
  extendNodeSchema: ({ name }) => (name in ROLES ? { tableRole: ROLES[name] } : {}),
});
const Text = Node.create({ name: 'text', group: 'inline' });

const Words = Node.create({
  name: 'words',
  content: 'text*',
  addAttributes: () => ({ shape: { default: 'paragraph' satisfies BlockShape } }),
  parseHTML: () => [
    {
      tag: '[data-shape]',
      getAttrs: (element) => ({ shape: element.getAttribute('data-shape') }),
    },
    { tag: 'p' },
  ],
  renderHTML: ({ node: { attrs } }) => [
    TAG[attrs.shape as BlockShape] ?? 'p',
    { 'data-shape': attrs.shape },
    0,
  ],
});

const listed = (value: string | null): TableColumn[] | null => (value ? JSON.parse(value) : null);

/** As an attribute: the content security policy lets no style through that stands in the markup. */
const colOf =
  (columns: TableColumn[]) =>
  ({ share }: TableColumn) => {
    const all = columns.reduce((sum, column) => sum + column.share, 0);
    return ['col', { width: `${(100 * share) / all}%` }] as const;
  };

const PaperTable = Node.create({
  name: 'table',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({
    columns: {
      default: [] as TableColumn[],
      parseHTML: (table) => listed(table.dataset.columns ?? null),
    },
    headerRows: { default: 0, parseHTML: (table) => Number(table.dataset.headerRows) },
  }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ node: { attrs } }) => [
    'table',
    { 'data-header-rows': attrs.headerRows, 'data-columns': JSON.stringify(attrs.columns) },
    ['colgroup', ...(attrs.columns as TableColumn[]).map(colOf(attrs.columns))],
    ['tbody', 0],
  ],
});

const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

/** `own` is its alignment where it is not its column's, which is kept here too because a cell does not know its column. */
export type CellAttrs = { colspan: number; rowspan: number; align: Align; own: Align | null };

const spanIn = (name: 'colSpan' | 'rowSpan') => (cell: HTMLElement) =>
  cell instanceof HTMLTableCellElement ? cell[name] : 1;

const TableCell = Node.create({
  name: 'tableCell',
  content: 'cellText',
  isolating: true,
  addAttributes: () => ({
    colspan: { default: 1, parseHTML: spanIn('colSpan') },
    rowspan: { default: 1, parseHTML: spanIn('rowSpan') },
    /** The editor's table machinery wants to be told. */
    colwidth: { default: null },
    align: { default: 'left', parseHTML: ({ dataset }) => dataset.align ?? 'left' },
    own: { default: null, parseHTML: ({ dataset }) => dataset.own ?? null },
  }),
  parseHTML: () => [{ tag: 'td, th' }],
  renderHTML: ({ node: { attrs } }) => {
    const { colspan, rowspan, align, own } = attrs as CellAttrs;
    return [
      'td',
      {
        'data-align': align,
        ...(own && { 'data-own': own }),
        ...(colspan > 1 && { colspan }),
        ...(rowspan > 1 && { rowspan }),
      },
      0,
    ];
  },
});

const CellText = Node.create({
  name: 'cellText',
  content: 'text*',
  parseHTML: () => [{ tag: 'td p, th p', priority: 60 }],
  renderHTML: () => ['p', 0],
});

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [{ tag: 'strong' }],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': ({ editor }) => editor.commands.toggleMark(this.name) };
  },
});

const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }],
  renderHTML: () => ['em', 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': ({ editor }) => editor.commands.toggleMark(this.name) };
  },
});

/** Nodes and marks, nothing that acts. */
export const PAPER_SCHEMA = [
  Page,
  Text,
  Words,
  PaperTable,
  TableRow,
  TableCell,
  CellText,
  Bold,
  Italic,
];
