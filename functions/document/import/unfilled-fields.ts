// What is shown where Word fills in by itself, and the file does not say with what? A field that came without its result.
import { child, children, val, type XmlElement } from './xml-tree.ts';

/** Where words are missing; the paper has the same for what is filled in by hand. */
export const GAP = '…';

/** Elements of a run that stand for a piece of today's date: ECMA-376, 17.3.3. */
export const DATE_PIECES: ReadonlySet<string> = new Set([
  'dayShort',
  'dayLong',
  'monthShort',
  'monthLong',
  'yearShort',
  'yearLong',
]);

/** They mark or set something and print nothing: ECMA-376, 17.16.5. */
const SILENT: ReadonlySet<string> = new Set([
  'ADVANCE',
  'ASK',
  'NEXT',
  'NEXTIF',
  'PRIVATE',
  'RD',
  'SET',
  'SKIPIF',
  'TA',
  'TC',
  'XE',
]);
/** Ours are printed anew: there is nothing to be missed. */
const PAGES: ReadonlySet<string> = new Set(['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES']);
/** Never without words, so that an empty result is one that has not been filled in. */
const FILLED: ReadonlySet<string> = new Set([
  'CREATEDATE',
  'DATE',
  'FORMCHECKBOX',
  'FORMDROPDOWN',
  'PRINTDATE',
  'SAVEDATE',
  'TIME',
]);

/** UTF-16 units of an instruction that are looked at, for its name. */
export const LONGEST_INSTRUCTION = 100;

const NAME = /^\s*([a-z]+)/iu;

const nameOf = (instruction: string) => NAME.exec(instruction)?.[1]?.toUpperCase() ?? '';

export const isAlwaysFilled = (instruction: string): boolean => FILLED.has(nameOf(instruction));

const isOff = (element: XmlElement) => ['0', 'false', 'off'].includes(val(element) ?? '1');

const boxOf = (form: XmlElement | undefined): string => {
  const said = child(form, 'checked') ?? child(form, 'default');
  return said && !isOff(said) ? '■' : '□';
};

const entryOf = (list: XmlElement | undefined): string => {
  const entries = children(list, 'listEntry');
  return val(entries[Number(val(list, 'result') ?? val(list, 'default') ?? 0)]) ?? '';
};

/**
 * What to print where a field has no result: words, or a gap that is to be told. `begin`: the element that begins the
 * field, for what a form says of it.
 */
export const unfilled = (
  instruction: string,
  begin?: XmlElement,
): { words: string; isGap: boolean } => {
  const name = nameOf(instruction);
  const known = (words: string) => ({ words, isGap: false });
  if (instruction.trim() === '' || SILENT.has(name)) return known('');
  if (PAGES.has(name)) return known(GAP);
  const form = child(begin, 'ffData');
  if (name === 'FORMCHECKBOX') return known(boxOf(child(form, 'checkBox')));
  const chosen = name === 'FORMDROPDOWN' ? entryOf(child(form, 'ddList')) : '';
  return chosen === '' ? { words: GAP, isGap: true } : known(chosen);
};

/** A control of a form that still shows what is to be filled in: `Click or tap here to enter text.` (17.5.2.39) */
export const isUnfilledControl = (element: XmlElement): boolean => {
  const shown = child(child(element, 'sdtPr'), 'showingPlcHdr');
  return element.name === 'sdt' && shown !== undefined && !isOff(shown);
};
