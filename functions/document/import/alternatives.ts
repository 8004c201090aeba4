// Which of several alternatives (`mc:AlternateContent`) is read? The first that requires only what is understood here.
// ECMA-376, Part 3, 7.6: an alternative names what it requires by prefixes; where none is understood, the fallback stands.

const WORD = 'http://schemas.microsoft.com/office/word';
const OPEN_XML = 'http://schemas.openxmlformats.org';

/**
 * The format itself, and of what Word has added to it: the words in shapes, groups and canvases, and what stands on
 * ordinary elements. Not what says something by elements of its own: ink, solid models, newer charts, coloured signs. For
 * these the fallback has a picture, which is told, or a letter.
 */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  `${WORD}/2010/wordprocessingShape`,
  `${WORD}/2010/wordprocessingGroup`,
  `${WORD}/2010/wordprocessingCanvas`,
  `${WORD}/2010/wordprocessingDrawing`,
  `${WORD}/2010/wordml`,
  `${WORD}/2012/wordml`,
  'http://schemas.microsoft.com/office/drawing/2010/main',
  `${OPEN_XML}/wordprocessingml/2006/main`,
  `${OPEN_XML}/drawingml/2006/main`,
  `${OPEN_XML}/drawingml/2006/picture`,
  `${OPEN_XML}/drawingml/2006/wordprocessingDrawing`,
  `${OPEN_XML}/officeDocument/2006/math`,
  'urn:schemas-microsoft-com:vml',
]);

/** Of one alternative: Word asks for one or two; nobody understands more. */
const MOST_REQUIRED = 20;

const DECLARES = 'xmlns:';
const NONE: readonly string[] = [];

/** Which prefixes stand for what is understood, while a part is read from one end to the other. */
export class Prefixes {
  /** Of each prefix, innermost last: is it understood? */
  readonly #understood = new Map<string, boolean[]>();
  /** Of each element that is open: the prefixes it declares. */
  readonly #declared: (readonly string[])[] = [];

  /** `attributes` as the file has them, prefixes and all. */
  enter(attributes: readonly (readonly [string, string])[]) {
    let declared: string[] | null = null;
    for (const [key, namespace] of attributes) {
      if (!key.startsWith(DECLARES)) continue;
      const prefix = key.slice(DECLARES.length);
      declared ??= [];
      declared.push(prefix);
      const meanings = this.#understood.get(prefix) ?? [];
      meanings.push(UNDERSTOOD.has(namespace));
      this.#understood.set(prefix, meanings);
    }
    this.#declared.push(declared ?? NONE);
  }

  leave() {
    for (const prefix of this.#declared.pop() ?? NONE) this.#understood.get(prefix)?.pop();
  }

  /** Is everything understood that an alternative requires? It says so by prefixes, one or several. */
  understands(required: string): boolean {
    const prefixes = required.split(/\s+/u, MOST_REQUIRED + 1);
    return (
      prefixes.length <= MOST_REQUIRED &&
      prefixes.every((prefix) => prefix === '' || this.#understood.get(prefix)?.at(-1) === true)
    );
  }
}
