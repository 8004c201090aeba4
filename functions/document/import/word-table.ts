// Which rows and cells does a table of a Word file have, and how do they look?
import { isShaded } from './said-properties.ts';
import type { PartAt, TablePart } from './table-style.ts';
import type { WordCell, WordItem, WordTable } from './word-item.ts';
import { child, children, NOT_UNDERSTOOD, val, type XmlElement } from './xml-tree.ts';

/** Who reads what stands in cells, and hears of what is left out with rows and cells. */
export interface CellReader {
  /** What the style of the table (`w:tblPr`) says of its cells. */
  style(table: XmlElement | undefined): PartAt;
  items(cell: XmlElement, part: TablePart): WordItem[];
  deleted(element: XmlElement): void;
  left(element: XmlElement): void;
}

/** Word's own bound for the columns of a table is 63. */
const MOST_SPANNED = 63;

const spanOf = (element: XmlElement | undefined, least: 0 | 1): number =>
  Math.max(least, Math.min(Math.trunc(Number(val(element))) || least, MOST_SPANNED));

const emptyCell = (columns: number): WordCell => ({
  items: [],
  columns,
  down: null,
  isShaded: false,
  isTurned: false,
});

/** From below, or from above: as Word says it, and as the standard does. */
const TURNED: ReadonlySet<string> = new Set(['btLr', 'tbRl', 'tbRlV', 'lr', 'rl', 'rlV']);

const isOff = (element: XmlElement) => ['0', 'false', 'off'].includes(val(element) ?? '1');

/** Of a cell over several places it is the first part, or one of the others. */
const mergeOf = (merge: XmlElement | undefined): 'starts' | 'goesOn' | null => {
  if (!merge) return null;
  return val(merge) === 'restart' ? 'starts' : 'goesOn';
};

/** A part of a row: where old files merge cells side by side, each column has its own (17.4.22). */
type Part = { readonly cell: WordCell; readonly across: 'starts' | 'goesOn' | null };

/** A part that goes on from nothing is a cell by itself (17.18.57). */
const joinedAcross = (parts: readonly Part[]): WordCell[] => {
  const cells: { items: WordItem[]; columns: number; isShaded: boolean; rest: WordCell }[] = [];
  let isOpen = false;
  for (const { cell, across } of parts) {
    const open = isOpen ? cells.at(-1) : undefined;
    if (across === 'goesOn' && open) {
      for (const item of cell.items) open.items.push(item);
      open.columns += cell.columns;
      open.isShaded ||= cell.isShaded;
      continue;
    }
    const { columns, isShaded } = cell;
    cells.push({ items: [...cell.items], columns, isShaded, rest: cell });
    isOpen = across === 'starts';
  }
  return cells.map(({ rest, ...joined }) => ({ ...rest, ...joined }));
};

/** Elements of a name through whatever is wrapped around them; what is not understood is told. */
const within = (container: XmlElement, name: string, reader: CellReader): XmlElement[] =>
  container.children.flatMap((inner) => {
    if (inner.name === name) return [inner];
    if (inner.name !== NOT_UNDERSTOOD) return within(inner, name, reader);
    reader.left(inner);
    return [];
  });

const partOf = (element: XmlElement, part: TablePart, reader: CellReader): Part => {
  const properties = child(element, 'tcPr');
  const shading = child(properties, 'shd');
  // The place of a cell that was deleted stays, so that the others keep theirs.
  const isGone = child(properties, 'cellDel') !== undefined;
  if (isGone) reader.deleted(element);
  const cell = {
    items: isGone ? [] : reader.items(element, part),
    columns: spanOf(child(properties, 'gridSpan'), 1),
    down: mergeOf(child(properties, 'vMerge')),
    isShaded: shading ? isShaded(shading) : part.isShaded === true,
    isTurned: TURNED.has(val(properties, 'textDirection') ?? ''),
  };
  return { cell, across: mergeOf(child(properties, 'hMerge')) };
};

export const tableIn = (element: XmlElement, reader: CellReader): WordTable => {
  const style = reader.style(child(element, 'tblPr'));
  const rows = within(element, 'tr', reader).filter((row) => {
    const isGone = child(child(row, 'trPr'), 'del') !== undefined;
    if (isGone) reader.deleted(row);
    return !isGone;
  });
  const grid = children(child(element, 'tblGrid'), 'gridCol');
  return {
    kind: 'table',
    widths: grid.map(({ attributes }) => Number(attributes.w ?? 0)),
    rows: rows.map((row, at) => {
      const properties = child(row, 'trPr');
      const header = child(properties, 'tblHeader');
      const before = spanOf(child(properties, 'gridBefore'), 0);
      const cells = within(row, 'tc', reader);
      const parts = cells.map((cell, index) => {
        const place = { row: at, rows: rows.length, cell: index, cells: cells.length };
        return partOf(cell, style(place), reader);
      });
      const empty = before > 0 ? [emptyCell(before)] : [];
      return {
        header: header !== undefined && !isOff(header),
        cells: [...empty, ...joinedAcross(parts)],
      };
    }),
  };
};
