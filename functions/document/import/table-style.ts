// What does the style of a table say of the words at a place in it: in its first row, its last column, every other row?
import {
  isShaded,
  OFF,
  type ParagraphSaid,
  paragraphSaid,
  type RunSaid,
  runSaid,
} from './said-properties.ts';
import type { ThemeFonts } from './theme-fonts.ts';
import { child, children, val, type XmlElement } from './xml-tree.ts';

/** What is said of the words in a cell, and of what is behind them: undefined where nothing is. */
export interface TablePart {
  readonly run: RunSaid;
  /** What stands above the others first. */
  readonly paragraphs: readonly ParagraphSaid[];
  readonly isShaded: boolean | undefined;
}

export const NO_PART: TablePart = { run: {}, paragraphs: [], isShaded: undefined };

/** What a style says itself, without those that it is based on. */
export interface TableStyle {
  /** By their names: `firstRow`, `nwCell`. */
  readonly parts: ReadonlyMap<string, TablePart>;
  /** How many rows and columns make a band. */
  readonly bandRows: number | undefined;
  readonly bandColumns: number | undefined;
}

const partOf = (element: XmlElement, theme: ThemeFonts): TablePart => {
  const shading = child(child(element, 'tcPr'), 'shd');
  const paragraph = child(element, 'pPr');
  return {
    run: runSaid(child(element, 'rPr'), theme),
    paragraphs: paragraph ? [paragraphSaid(paragraph)] : [],
    isShaded: shading && isShaded(shading),
  };
};

const WHOLE = 'wholeTable';

const sizeOf = (said: string | undefined) => (Number(said) >= 1 ? Number(said) : undefined);

export const tableStyleOf = (style: XmlElement, theme: ThemeFonts): TableStyle => {
  const whole = partOf(style, theme);
  const parts = new Map([[WHOLE, whole]]);
  for (const element of children(style, 'tblStylePr')) {
    const name = element.attributes.type ?? '';
    const part = partOf(element, theme);
    parts.set(name, name === WHOLE ? joined([whole, part]) : part);
  }
  const properties = child(style, 'tblPr');
  return {
    parts,
    bandRows: sizeOf(val(properties, 'tblStyleRowBandSize')),
    bandColumns: sizeOf(val(properties, 'tblStyleColBandSize')),
  };
};

/** Which parts of its style a table asks for. */
interface Look {
  readonly firstRow: boolean;
  readonly lastRow: boolean;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
  readonly noHBand: boolean;
  readonly noVBand: boolean;
}

/** Each by its name, and its bit in the number of older files: ECMA-376, 17.4.55, and its Part 4, 14.3.11. */
const LOOKS: Readonly<Record<keyof Look, number>> = {
  firstRow: 0x0020,
  lastRow: 0x0040,
  firstColumn: 0x0080,
  lastColumn: 0x0100,
  noHBand: 0x0200,
  noVBand: 0x0400,
};
const NAMES = Object.keys(LOOKS) as (keyof Look)[];

/** The number counts only where no name is said, as Word has it ([MS-OI29500], 2.1.157). */
const lookOf = (said: XmlElement | undefined): Look => {
  const attributes = said?.attributes ?? {};
  const isNamed = NAMES.some((name) => attributes[name] !== undefined);
  const bits = Number.parseInt(attributes.val ?? '0', 16);
  const is = (name: keyof Look) =>
    isNamed ? !OFF.has(attributes[name] ?? '0') : (bits & LOOKS[name]) !== 0;
  return {
    firstRow: is('firstRow'),
    lastRow: is('lastRow'),
    firstColumn: is('firstColumn'),
    lastColumn: is('lastColumn'),
    noHBand: is('noHBand'),
    noVBand: is('noVBand'),
  };
};

/** Where a cell stands among the rows of its table and the cells of its row. */
export interface CellPlace {
  readonly row: number;
  readonly rows: number;
  readonly cell: number;
  readonly cells: number;
}

/** The band in which the `at`th row or column is, of those that are counted: `band1Horz`. */
const bandOf = (at: number, size: number, direction: 'Horz' | 'Vert') =>
  `band${(Math.floor(at / size) % 2) + 1}${direction}`;

type Bands = { readonly rows: number; readonly columns: number };

/**
 * The parts that a cell is in, each standing above those before it. In the order of Word, which has rows above columns
 * ([MS-OI29500], 2.1.251); in that of ECMA-376, 17.7.6, it is the other way round.
 */
const partsAt = (look: Look, bands: Bands, place: CellPlace): string[] => {
  const { row, rows, cell, cells } = place;
  const top = look.firstRow && row === 0;
  const bottom = look.lastRow && row === rows - 1 && !top;
  const left = look.firstColumn && cell === 0;
  const right = look.lastColumn && cell === cells - 1 && !left;
  const down = row - (look.firstRow ? 1 : 0);
  const along = cell - (look.firstColumn ? 1 : 0);
  const parts: readonly (readonly [string, boolean])[] = [
    [WHOLE, true],
    [bandOf(down, bands.rows, 'Horz'), !(look.noHBand || top || bottom)],
    [bandOf(along, bands.columns, 'Vert'), !(look.noVBand || left || right)],
    ['firstCol', left],
    ['lastCol', right],
    ['firstRow', top],
    ['lastRow', bottom],
    ['nwCell', top && left],
    ['neCell', top && right],
    ['swCell', bottom && left],
    ['seCell', bottom && right],
  ];
  return parts.filter(([, isIn]) => isIn).map(([name]) => name);
};

/** What is said of the cell at a place. */
export type PartAt = (place: CellPlace) => TablePart;

const joined = (parts: readonly TablePart[]): TablePart => ({
  run: Object.assign({}, ...parts.map(({ run }) => run)),
  paragraphs: parts.toReversed().flatMap(({ paragraphs }) => paragraphs),
  isShaded: parts.findLast((part) => part.isShaded !== undefined)?.isShaded,
});

/**
 * `styles`: that of the table and those it is based on, the nearest first; `properties`: those of the table (`w:tblPr`).
 * A table has many cells but few kinds of them, so that each is looked up once.
 */
export const partsOfTable = (
  styles: readonly TableStyle[],
  properties: XmlElement | undefined,
): PartAt => {
  const look = lookOf(child(properties, 'tblLook'));
  const bands = {
    rows: styles.find(({ bandRows }) => bandRows)?.bandRows ?? 1,
    columns: styles.find(({ bandColumns }) => bandColumns)?.bandColumns ?? 1,
  };
  const named = (name: string) => styles.toReversed().flatMap(({ parts }) => parts.get(name) ?? []);
  const known = new Map<string, TablePart>();
  return (place) => {
    const names = partsAt(look, bands, place);
    const key = names.join();
    const part = known.get(key) ?? joined(names.flatMap(named));
    known.set(key, part);
    return part;
  };
};
