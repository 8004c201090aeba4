// Which words of a part has no reader come across? They are recorded while it is read, so that none is dropped silently.
import type { XmlElement } from './xml-tree.ts';

export class SeenWords {
  readonly #seen = new Set<XmlElement>();

  /** The words of one element, which from now on has been read. */
  one(element: XmlElement): string {
    this.#seen.add(element);
    return element.text;
  }

  /** All words inside, which from now on have been read. */
  all(element: XmlElement): string {
    return this.one(element) + element.children.map((inner) => this.all(inner)).join('');
  }

  /** What is left, paragraph by paragraph. */
  passedOver(part: XmlElement): string[] {
    const lines: string[] = [];
    const left = (element: XmlElement): string => {
      if (element.name === 't') return this.#seen.has(element) ? '' : element.text;
      const words = element.children.map(left).join('');
      if (element.name !== 'p') return words;
      lines.push(words);
      return '';
    };
    lines.push(left(part));
    return lines.filter((words) => words.trim() !== '');
  }
}
