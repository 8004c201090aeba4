// What does a part of a Word file say? Its XML as a tree, without what no reader of the words needs.
import { SaxesParser } from 'saxes';
import { Refusal } from '../../domain/refusal.ts';

export interface XmlElement {
  /** Without its prefix: producers choose their own. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The characters directly inside, for elements that hold words. */
  readonly text: string;
}

/** Deeper than any producer nests; each level costs a stack frame of whoever walks the tree. */
const DEEPEST = 200;
/** A report of 40 pages has some 60,000 elements; ten times that, with memory to spare in a function of 1 GB. */
const MOST_ELEMENTS = 600_000;
/** Elements whose characters are words; elsewhere they are white space between elements. */
const WITH_WORDS = new Set(['t', 'delText', 'instrText', 'v']);

const damaged = (message: string) => new Refusal('file_damaged', { message });

const local = (name: string) => name.slice(name.indexOf(':') + 1);

type Growing = {
  name: string;
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
};

/**
 * Reads one part. Entities of its own, and so anything outside the file, cannot be declared: a DOCTYPE is refused.
 * Throws file_damaged: not well-formed, declares a DOCTYPE, nested or larger than any real file.
 */
export const xmlTree = (xml: string): XmlElement => {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let elements = 0;
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw damaged('a part declares a DOCTYPE');
  });
  parser.on('error', (error) => {
    throw damaged(`a part is not well-formed: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > MOST_ELEMENTS) throw damaged('a part has too many elements');
    if (open.length > DEEPEST) throw damaged('a part is nested too deeply');
    const kept: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) {
      // Revision marks of the editor, on almost every element.
      if (!key.startsWith('w:rsid')) kept[local(key)] = value;
    }
    const element = { name: local(name), attributes: kept, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const inside = open.at(-1);
    if (inside && WITH_WORDS.has(inside.name)) inside.text += text;
  });
  parser.on('cdata', (text) => {
    const inside = open.at(-1);
    if (inside && WITH_WORDS.has(inside.name)) inside.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const top = root.children[0];
  if (!top) throw damaged('a part is empty');
  return top;
};

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((inner) => inner.name === name);

/** The element at the end of a path of names. */
export const descend = (element: XmlElement | undefined, ...path: string[]) =>
  path.reduce<XmlElement | undefined>(child, element);

export const children = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((inner) => inner.name === name) ?? [];

/** The one alternative of `mc:AlternateContent` that a reader of plain words can use. */
export const chosen = (element: XmlElement): XmlElement | undefined =>
  child(element, 'Choice') ?? child(element, 'Fallback');

/** `w:val`, of the element or of a child of it. */
export const val = (element: XmlElement | undefined, name?: string): string | undefined =>
  (name === undefined ? element : child(element, name))?.attributes.val;
