// Which letters were seen where this was copied? The clipboard has those that were typed; old and special fonts show others.
import { type OldFont, oldFontOf } from '../../../functions/document/letters/old-letters.ts';
import { shownIn, showsOthers } from '../../../functions/document/letters/symbols.ts';

const LINE_ENDS = /[\r\n\v\f\u0085\u2028\u2029]+/u;

/** What the lines that tell it say of all: a short one does not tell by itself. */
const knownOf = (text: string): OldFont | null => {
  for (const line of text.split(LINE_ENDS)) {
    const font = oldFontOf(line);
    if (font !== null) return font;
  }
  return null;
};

/** `isDecoded`: were some of the letters those of an old font? */
type Shown = { text: string; isDecoded: boolean };

/** Plain lines bring no font. */
export const lettersOfText = (text: string): Shown => {
  const known = knownOf(text);
  let isDecoded = false;
  const lines = text.split(/(?<=[\r\n\v\f\u0085\u2028\u2029])/u).map((line) => {
    const shown = shownIn(oldFontOf(line, known) ?? '', line);
    isDecoded ||= shown.decoded;
    return shown.text;
  });
  return { text: lines.join(''), isDecoded };
};

/** `font: 7pt "Times New Roman"` names one too, behind the size. */
const FONT = /(?:^|;)\s*font(?:-family\s*:|\s*:[^;]*?\d[\w.%/]*\s)\s*([^;]+)/iu;

const saidBy = (element: Element): string | null => {
  const said =
    FONT.exec(element.getAttribute('data-style') ?? '')?.[1] ?? element.getAttribute('face');
  return said?.split(',')[0]?.replaceAll(/["']/gu, '').trim() ?? null;
};

const BLOCKS = 'p, div, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, pre, caption, body';

/**
 * Puts into markup the letters that its fonts show. Where none is said that shows others (Word says that of a whole
 * paragraph in a style sheet only), the words of the paragraph tell it. True if some were those of an old font.
 */
export const showLetters = (body: HTMLElement, text: string): boolean => {
  const known = knownOf(text);
  const fonts = new Map<Element | null, string>([[null, '']]);
  const fontOf = (element: Element | null): string => {
    const before = fonts.get(element);
    if (before !== undefined || element === null) return before ?? '';
    const font = saidBy(element) ?? fontOf(element.parentElement);
    fonts.set(element, font);
    return font;
  };
  const paragraphs = new Map<Element | null, Text[]>();
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const block = node.parentElement?.closest(BLOCKS) ?? null;
    const texts = paragraphs.get(block);
    if (texts) texts.push(node as Text);
    else paragraphs.set(block, [node as Text]);
  }
  let isDecoded = false;
  for (const texts of paragraphs.values()) {
    const unsaid = texts.filter(({ parentElement }) => !showsOthers(fontOf(parentElement)));
    // Words whose font is said speak for themselves only.
    const isSaid = unsaid.some(
      ({ data, parentElement }) => fontOf(parentElement) !== '' && data.trim() !== '',
    );
    const old = oldFontOf(unsaid.map(({ data }) => data).join(''), isSaid ? null : known);
    for (const each of texts) {
      const font = fontOf(each.parentElement);
      const shown = shownIn(showsOthers(font) ? font : (old ?? ''), each.data);
      isDecoded ||= shown.decoded;
      if (shown.text !== each.data) each.data = shown.text;
    }
  }
  return isDecoded;
};
