// Which fields does a PDF's form have, and which of them are for signatures? ISO 32000-1, 12.7.3.
import { type Dict, Malformed, Name, Ref, Text, type Value } from './object.ts';
import type { PdfFile } from './pdf-file.ts';

export type Field = {
  /** The names from the form down to it, joined by full stops. */
  name: string;
  /** /FT, its own or its parents'. */
  type: string;
  dict: Dict;
  /** Undefined when it stands directly in a list. */
  ref: Ref | undefined;
  value: Value;
};

/** Deeper trees of fields or pages are no honest file's. */
const DEEPEST = 50;

/**
 * The fields without fields below them: those of the form, and the widgets on pages that the form does not know.
 *
 * @throws Malformed where one of them should stand, and does not
 */
export const fieldsOf = (file: PdfFile): Field[] => {
  const found: Field[] = [];
  const seen = new Set<Dict>();
  const form = file.dict(file.catalog.entries.get('AcroForm'));
  for (const field of file.array(form?.entries.get('Fields')) ?? []) {
    collect(file, field, { name: '', type: '', value: null }, found, seen, 0);
  }
  for (const page of pagesOf(file)) {
    for (const annotation of file.array(page.entries.get('Annots')) ?? []) {
      const dict = file.dict(annotation);
      if (dict === undefined || seen.has(dict) || !isName(dict.entries.get('Subtype'), 'Widget')) {
        continue;
      }
      const parent = file.dict(dict.entries.get('Parent'));
      if (parent !== undefined && seen.has(parent)) continue;
      collect(file, annotation, { name: '', type: '', value: null }, found, seen, 0);
    }
  }
  return found;
};

const collect = (
  file: PdfFile,
  value: Value,
  above: Pick<Field, 'name' | 'type' | 'value'>,
  found: Field[],
  seen: Set<Dict>,
  depth: number,
): void => {
  if (value instanceof Ref && file.isAstray(value)) throw new Malformed('no field there');
  const dict = file.dict(value);
  if (dict === undefined || seen.has(dict) || depth > DEEPEST) return;
  file.effort.spend(5);
  seen.add(dict);
  const own = textOf(file, dict.entries.get('T'));
  const name = [above.name, own].filter((part) => part !== '' && part !== undefined).join('.');
  file.effort.spendOnBytes(name.length);
  const type = file.value(dict.entries.get('FT'));
  const field = {
    name,
    type: type instanceof Name ? type.value : above.type,
    dict,
    ref: value instanceof Ref ? value : undefined,
    value: dict.entries.get('V') ?? above.value,
  };
  const kids = file.array(dict.entries.get('Kids')) ?? [];
  // Kids without a name are only the field's widgets.
  const below = kids.filter((kid) => file.dict(kid)?.entries.has('T'));
  for (const kid of kids) {
    const widget = file.dict(kid);
    if (widget !== undefined && !widget.entries.has('T')) seen.add(widget);
  }
  if (below.length === 0) found.push(field);
  else for (const kid of below) collect(file, kid, field, found, seen, depth + 1);
};

/** In the order of the tree. */
export const pagesOf = (file: PdfFile): Dict[] => {
  const pages: Dict[] = [];
  const seen = new Set<Dict>();
  const descend = (value: Value | undefined, depth: number) => {
    const node = file.dict(value);
    if (node === undefined || seen.has(node) || depth > DEEPEST) return;
    file.effort.spend(2);
    seen.add(node);
    const kids = file.array(node.entries.get('Kids'));
    if (kids === undefined) pages.push(node);
    else for (const kid of kids) descend(kid, depth + 1);
  };
  descend(file.catalog.entries.get('Pages'), 0);
  return pages;
};

export const isName = (value: Value | undefined, name: string): boolean =>
  value instanceof Name && value.value === name;

/** A text string (7.9.2.2): UTF-16 or UTF-8 by its mark, otherwise as Latin-1, near enough to PDFDocEncoding. */
export const textOf = (file: PdfFile, value: Value | undefined): string | undefined => {
  const text = file.value(value);
  if (!(text instanceof Text)) return undefined;
  file.effort.spendOnBytes(text.raw.length);
  const bytes = Buffer.from(text.bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return bytes
      .subarray(2, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return bytes.subarray(3).toString('utf8');
  }
  return bytes.toString('latin1');
};
