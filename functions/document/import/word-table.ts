// Which rows and cells has a table of a Word file, and how do they look?
import type { WordCell, WordItem, WordTable } from './word-item.ts';
import { child, children, NOT_UNDERSTOOD, val, type XmlElement } from './xml-tree.ts';

/** Who reads what stands in cells, and hears of what is left out with rows and cells. */
export interface CellReader {
  items(cell: XmlElement): WordItem[];
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

/** White is the paper's own colour. */
const isColoured = (shading: XmlElement | undefined): boolean =>
  !['auto', 'ffffff'].includes((shading?.attributes.fill ?? 'auto').toLowerCase());

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

const partsOf = (row: XmlElement, reader: CellReader): Part[] =>
  row.children.flatMap((element): Part[] => {
    if (element.name === NOT_UNDERSTOOD) {
      reader.left(element);
      return [];
    }
    if (element.name !== 'tc') return partsOf(element, reader);
    const properties = child(element, 'tcPr');
    // The place of a cell that was deleted stays, so that the others keep theirs.
    const isGone = child(properties, 'cellDel') !== undefined;
    if (isGone) reader.deleted(element);
    const cell = {
      items: isGone ? [] : reader.items(element),
      columns: spanOf(child(properties, 'gridSpan'), 1),
      down: mergeOf(child(properties, 'vMerge')),
      isShaded: isColoured(child(properties, 'shd')),
      isTurned: TURNED.has(val(properties, 'textDirection') ?? ''),
    };
    return [{ cell, across: mergeOf(child(properties, 'hMerge')) }];
  });

export const tableIn = (element: XmlElement, reader: CellReader): WordTable => {
  const rows: WordTable['rows'][number][] = [];
  const addRows = (container: XmlElement) => {
    for (const inner of container.children) {
      if (inner.name === NOT_UNDERSTOOD) {
        reader.left(inner);
        continue;
      }
      if (inner.name !== 'tr') {
        addRows(inner);
        continue;
      }
      const properties = child(inner, 'trPr');
      if (child(properties, 'del')) {
        reader.deleted(inner);
        continue;
      }
      const header = child(properties, 'tblHeader');
      const before = spanOf(child(properties, 'gridBefore'), 0);
      const empty = before > 0 ? [emptyCell(before)] : [];
      const cells = [...empty, ...joinedAcross(partsOf(inner, reader))];
      rows.push({ header: header !== undefined && !isOff(header), cells });
    }
  };
  addRows(element);
  const grid = children(child(element, 'tblGrid'), 'gridCol');
  return { kind: 'table', widths: grid.map(({ attributes }) => Number(attributes.w ?? 0)), rows };
};
