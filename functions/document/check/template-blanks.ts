// Which places to fill in does a template leave, and is one of them still there? Whoever lets it stand submits the template.
import { onPaperOf } from '../../domain/outline.ts';
import { OUTLINES } from '../../domain/outlines.ts';
import { type Passage, passagesIn } from './passages.ts';

/** An ellipsis that stands for words. Behind a comma it says that there are more. */
export const OPEN_PLACE = /(?<![^\s(“/])(?<!,\s*)(?:[….]*…[….]*|\.{3}|\.{5,})(?=[\s,.;:)”/%]|$)/gu;

/** What stands beside it: a word, a mark, or the end of the passage. Numbers move on with the years. */
const beside = (text: string, from: number, to: number): string => {
  const [, before = '^'] = /(\p{L}+|[^\s\p{L}])\s*$/u.exec(text.slice(0, from)) ?? [];
  const [, after = '$'] = /^\s*(\p{L}+|[^\s\p{L}])/u.exec(text.slice(to)) ?? [];
  return `${before} … ${after}`.toLowerCase();
};

const NOBODYS_PAPER = { superiorLine: null, agencyLines: [''], abbreviation: '', place: '' };

/** How each blank of the common outlines stands among its words; looked up once. */
const known = (() => {
  let blanks: Set<string> | undefined;
  return () => {
    blanks ??= new Set(
      OUTLINES.flatMap((outline) => passagesIn(onPaperOf(outline, NOBODYS_PAPER))).flatMap(
        ({ text }) =>
          [...text.matchAll(OPEN_PLACE)].map(({ index, 0: { length } }) =>
            beside(text, index, index + length),
          ),
      ),
    );
    return blanks;
  };
})();

/** Forms to be filled in by others are appended: what is left open there is meant. */
const isAppended = ({ path }: Passage): boolean => path[0] === 'appendices';

/** Is this place one that a template left, with the words around it as they were? */
export const isTemplateBlank = (
  { 0: found, index }: { 0: string; index: number },
  passage: Passage,
): boolean =>
  found === '…' &&
  !isAppended(passage) &&
  known().has(beside(passage.text, index, index + found.length));
