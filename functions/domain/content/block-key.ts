// When do two blocks say the same? When kind, words and look are, however the words are cut into runs.
import canonicalize from 'canonicalize';
import { type Block, plainText, type Run } from './block.ts';

/** Where bold and italic begin and end. */
export const lookOf = (runs: readonly Run[]): string => {
  let before = '';
  let length = 0;
  let look = '';
  for (const { text, bold = false, italic = false } of runs) {
    const style = `${bold ? 'b' : ''}${italic ? 'i' : ''}`;
    if (text !== '' && style !== before) {
      look += `${length}${style} `;
      before = style;
    }
    length += text.length;
  }
  return look;
};

/** Equal for what is equal: the order of an object's parts is left out of it. */
export const keyOf = (said: unknown): string => canonicalize(said) ?? '';

const said = (runs: readonly Run[]) => [plainText([...runs]), lookOf(runs)];

export const keyOfBlock = (block: Block): string => {
  if (block.kind === 'table') {
    const { rows, ...shape } = block;
    return keyOf([shape, rows.map((row) => row.map(said))]);
  }
  const { runs, ...shape } = block;
  return keyOf([shape, said(runs)]);
};
