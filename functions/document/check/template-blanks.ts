// Which blanks does a template leave to be filled in, and is one of them still there? Whoever leaves one submits the template.
import { onPaperOf } from '../../domain/outlines/outline.ts';
import { OUTLINES } from '../../domain/outlines/outlines.ts';
import { type Passage, type PassageKind, passagesIn } from './passages.ts';

/** An ellipsis that stands for words. Behind a comma it says that there are more. */
export const OPEN_PLACE = /(?<![^\s(“/])(?<!,\s*)(?:[….]*…[….]*|\.{3}|\.{5,})(?=[\s,.;:)”/%]|$)/gu;

/** A list may end so, and a cell be empty so; nobody is addressed so, and no document is about it. */
const NEVER_ALONE: readonly PassageKind[] = ['subject', 'addressee'];

/**
 * How it stands in a passage of its kind: the word before it, with a mark between them, and what comes after, a word or a
 * mark. Null where there is no word by which to know it. Numbers move on with the years.
 */
const beside = ({ kind, text }: Passage, from: number, to: number): string | null => {
  const [, word = '', mark = ''] = /(\p{L}*)\s*([^\s\p{L}]?)\s*$/u.exec(text.slice(0, from)) ?? [];
  const [, after = ''] = /^\s*(\p{L}+|[^\s\p{L}])/u.exec(text.slice(to)) ?? [];
  const isAlone = text.trim().length === to - from;
  if (isAlone ? !NEVER_ALONE.includes(kind) : !/\p{L}/u.test(word + after)) return null;
  return `${kind} ${word}${mark} … ${after}`.toLowerCase();
};

const NOBODYS_PAPER = { superiorLine: null, agencyLines: [''], abbreviation: '', place: '' };

/** How each blank of the common outlines stands among its words; looked up once. */
const known = (() => {
  let blanks: Set<string> | undefined;
  return () => {
    blanks ??= new Set(
      OUTLINES.flatMap((outline) => passagesIn(onPaperOf(outline, NOBODYS_PAPER)))
        .flatMap((passage) =>
          [...passage.text.matchAll(OPEN_PLACE)].map(({ index, 0: { length } }) =>
            beside(passage, index, index + length),
          ),
        )
        .filter((blank) => blank !== null),
    );
    return blanks;
  };
})();

/** Forms to be filled in by others are appended: what is left open there is meant. */
const isAppended = ({ path }: Passage): boolean => path[0] === 'appendices';

/** Is this place one that a template left, with the words around it as they were? Of an ellipsis among no words nobody knows. */
export const isTemplateBlank = (
  { 0: found, index }: { 0: string; index: number },
  passage: Passage,
): boolean =>
  found === '…' &&
  !isAppended(passage) &&
  known().has(beside(passage, index, index + found.length) ?? '');
