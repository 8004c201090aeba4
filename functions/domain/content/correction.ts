// What does a reviewer or a signer propose to write instead? Other words in some places, which the drafter accepts or leaves.
import * as z from 'zod';
import { Block, plainText, type Run } from './block.ts';
import { keyOfBlock } from './block-key.ts';
import { compareWords } from './compare-words.ts';
import { LONGEST_PART } from './lengths.ts';
import { type ReportContent, Subject } from './report-content.ts';
import { writtenLine } from './text.ts';

/** What stands there and what is to stand there: it finds its place by the words, wherever they have moved to. */
export const Replacement = z.discriminatedUnion('part', [
  z.strictObject({
    part: z.literal('subject'),
    before: Subject,
    after: writtenLine(LONGEST_PART.subject, 1),
  }),
  z.strictObject({ part: z.literal('blocks'), before: Block, after: Block }),
]);
export type Replacement = z.infer<typeof Replacement>;

/** At most 100 places: whoever would change more returns the report with a reason. */
export const Correction = z.array(Replacement).min(1).max(100);
export type Correction = z.infer<typeof Correction>;

const placeOf = ({ blocks }: ReportContent, block: Block): number => {
  const key = keyOfBlock(block);
  return blocks.findIndex((each) => keyOfBlock(each) === key);
};

/** Is what is to be replaced still there? */
export const isOpen = (content: ReportContent, replacement: Replacement): boolean =>
  replacement.part === 'subject'
    ? content.subject === replacement.before
    : placeOf(content, replacement.before) >= 0;

/** Takes what can be taken; where the drafter has written something else meanwhile, the drafter's words stay. */
export const applyCorrection = (
  content: ReportContent,
  correction: readonly Replacement[],
): ReportContent => {
  let { subject } = content;
  const blocks = [...content.blocks];
  for (const replacement of correction) {
    if (!isOpen(content, replacement)) continue;
    if (replacement.part === 'subject') subject = replacement.after;
    else {
      const at = placeOf({ ...content, blocks }, replacement.before);
      if (at >= 0) blocks[at] = replacement.after;
    }
  }
  return { ...content, subject, blocks };
};

const part = (runs: readonly Run[], from: number, to: number): Run[] => {
  let begins = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - begins), Math.max(0, to - begins));
    begins += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
};

/** The same runs with other words: what stays keeps its look, what is new looks like what it replaces or follows. */
export const rewritten = (runs: readonly Run[], text: string): Run[] => {
  let at = 0;
  let looksLike = 0;
  return compareWords(plainText([...runs]), text).flatMap(({ text: words, in: where }): Run[] => {
    if (where === 'after') return [{ ...part(runs, looksLike, looksLike + 1)[0], text: words }];
    const from = at;
    at += words.length;
    looksLike = where === 'before' ? from : at - 1;
    return where === 'both' ? part(runs, from, at) : [];
  });
};
