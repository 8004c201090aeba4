// Which words of a passage went, which came, and which stayed?
import { align, gapsBetween } from './align.ts';

/** A stretch of a passage that stands in the earlier version, the later one, or both. */
export type Stretch = { text: string; in: 'both' | 'before' | 'after' };

/** Words, and the spaces between them. */
const tokensOf = (text: string): string[] => text.match(/\s+|\S+/g) ?? [];

const stretch = (text: string, where: Stretch['in']): Stretch[] =>
  text === '' ? [] : [{ text, in: where }];

/**
 * The stretches of both versions in reading order, what went before what came. A space that stands alone between two
 * changes goes with them: one change of three words reads better than three of one.
 */
export const compareWords = (before: string, after: string): Stretch[] => {
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  const found: Stretch[] = [];
  let [gone, come, both] = ['', '', ''];
  const closeChange = () => {
    found.push(...stretch(gone, 'before'), ...stretch(come, 'after'));
    [gone, come] = ['', ''];
  };
  const closeBoth = () => {
    found.push(...stretch(both, 'both'));
    both = '';
  };
  for (const gap of gapsBetween(old, fresh, align(old, fresh))) {
    if (gap.gone.length + gap.come.length > 0) {
      const isOneChange = gone + come !== '' && both.trim() === '';
      if (isOneChange) {
        gone += both;
        come += both;
        both = '';
      } else {
        closeChange();
        closeBoth();
      }
      gone += gap.gone.join('');
      come += gap.come.join('');
    }
    if (gap.match) both += gap.match[1];
  }
  closeChange();
  closeBoth();
  return found;
};

export type Bag = ReadonlyMap<string, number>;

/** Each word, and how often. */
export const bagOf = (text: string): Bag => {
  const bag = new Map<string, number>();
  for (const word of text.split(/\s+/)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
};

const sizeOf = (bag: Bag): number => bag.values().reduce((sum, count) => sum + count, 0);

/** From 0, no word in common, to 1, the same words. */
export const likenessOf = (one: Bag, other: Bag): number => {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const [word, count] of few) common += Math.min(count, many.get(word) ?? 0);
  return (2 * common) / (sizeOf(one) + sizeOf(other));
};
