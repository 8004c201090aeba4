// What does a drawing hold: boxes of words, words that are drawn, pictures?
import type { SeenWords } from './seen-words.ts';
import type { XmlElement } from './xml-tree.ts';

/** All outermost elements of that name, wherever they stand; what is in a text box is read with its words. */
const found = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((inner) => {
    if (inner.name === name) return [inner];
    return inner.name === 'txbxContent' ? [] : found(inner, name);
  });

export interface Drawn {
  readonly boxes: readonly XmlElement[];
  /** Drawn as letters of a picture; null where there are none. */
  readonly words: string | null;
  readonly hasPicture: boolean;
}

export const drawnIn = (element: XmlElement, seen: SeenWords): Drawn => {
  const words = [
    ...found(element, 'textpath').map(({ attributes }) => attributes.string ?? ''),
    ...found(element, 't').map((inner) => seen.one(inner)),
  ];
  return {
    boxes: found(element, 'txbxContent'),
    words: words.length > 0 ? words.join(' ') : null,
    hasPicture: found(element, 'blip').length + found(element, 'imagedata').length > 0,
  };
};
