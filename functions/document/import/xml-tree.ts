// What does a part of a Word file say? Its XML as a tree, without what no reader of the words needs.
import { SaxesParser } from 'saxes';
import { Refusal } from '../../domain/refusal.ts';
import { Prefixes } from './alternatives.ts';
import type { Budget } from './budget.ts';

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
/** Of one element; Word declares some forty prefixes on its first. Told before the element is whole. */
const MOST_ATTRIBUTES = 500;
/** Elements whose characters are words; elsewhere they are white space between elements. */
const WITH_WORDS = new Set(['t', 'delText', 'instrText', 'v']);

const damaged = (message: string) => new Refusal('file_damaged', { message });
const tooMuch = (message: string) => new Refusal('file_holds_too_much', { message });

const local = (name: string) => name.slice(name.indexOf(':') + 1);

type Growing = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Growing[];
  text: string;
};

/** Most elements have neither children nor attributes; sharing these halves what a tree takes. */
const NO_ATTRIBUTES: Growing['attributes'] = Object.freeze({});
const NO_CHILDREN: Growing[] = [];

const put = (parent: Growing | undefined, element: Growing) => {
  if (!parent) return;
  if (parent.children === NO_CHILDREN) parent.children = [element];
  else parent.children.push(element);
};

/** It holds from now on what its chosen alternative holds; where there is none, the alternatives (NOT_UNDERSTOOD). */
const settle = (element: Growing, understood: ReadonlySet<Growing>) => {
  const one =
    element.children.find((inner) => understood.has(inner)) ??
    element.children.find(({ name }) => name === 'Fallback');
  if (one) element.children = one.children;
};

/**
 * Reads one part as it comes; of several alternatives (`mc:AlternateContent`) one is kept. Entities of its own, and so
 * anything outside the file, cannot be declared: a DOCTYPE is refused. Throws file_damaged (not well-formed, declares a
 * DOCTYPE) and file_holds_too_much (nested more deeply, or larger, than any real file).
 */
export const xmlTree = async (
  pieces: AsyncIterable<string>,
  budget: Budget,
): Promise<XmlElement> => {
  const root: Growing = { name: '', attributes: NO_ATTRIBUTES, children: NO_CHILDREN, text: '' };
  const open = [root];
  const prefixes = new Prefixes();
  const understood = new Set<Growing>();
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw damaged('a part declares a DOCTYPE');
  });
  parser.on('error', (error) => {
    throw damaged(`a part is not well-formed: ${error.message}`);
  });
  let attributesSoFar = 0;
  parser.on('attribute', () => {
    attributesSoFar += 1;
    if (attributesSoFar > MOST_ATTRIBUTES) throw tooMuch('an element has too many attributes');
  });
  parser.on('opentag', ({ name, attributes: all }) => {
    // Revision marks of the editor, on almost every element.
    const kept = Object.entries(all).filter(([key]) => !key.startsWith('w:rsid'));
    budget.spend('nodes', 1 + kept.length);
    if (open.length > DEEPEST) throw tooMuch('a part is nested too deeply');
    attributesSoFar = 0;
    const attributes =
      kept.length === 0
        ? NO_ATTRIBUTES
        : Object.fromEntries(kept.map(([key, value]) => [local(key), value]));
    const element = { name: local(name), attributes, children: NO_CHILDREN, text: '' };
    put(open.at(-1), element);
    open.push(element);
    prefixes.enter(kept);
    const isChoice = element.name === 'Choice';
    if (isChoice && prefixes.understands(attributes.Requires ?? '')) understood.add(element);
  });
  const say = (text: string) => {
    const inside = open.at(-1);
    if (!inside || !WITH_WORDS.has(inside.name)) return;
    budget.spend('words', text.length);
    inside.text += text;
  };
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', () => {
    const closed = open.pop();
    prefixes.leave();
    if (closed?.name === 'AlternateContent') settle(closed, understood);
  });
  for await (const piece of pieces) parser.write(piece);
  parser.close();
  const top = root.children[0];
  if (!top) throw damaged('a part is empty');
  return top;
};

/** An alternative that is left in the tree: nothing of it is to be read, and nothing stands instead. */
export const NOT_UNDERSTOOD = 'Choice';

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((inner) => inner.name === name);

/** The element at the end of a path of names. */
export const descend = (element: XmlElement | undefined, ...path: string[]) =>
  path.reduce<XmlElement | undefined>(child, element);

export const children = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((inner) => inner.name === name) ?? [];

/** `w:val`, of the element or of a child of it. */
export const val = (element: XmlElement | undefined, name?: string): string | undefined =>
  (name === undefined ? element : child(element, name))?.attributes.val;
