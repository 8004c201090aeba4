// What changed in a file's title and its other metadata? Whoever saves a file may say when and with which program, and nothing else.
import { textOf } from '../pdf/form-fields.ts';
import { Text, type Value } from '../pdf/object.ts';
import type { Walk } from './compare-form.ts';

/** Of the information dictionary (ISO 32000-1, table 317): what programs say about themselves. */
const OF_PROGRAMS = ['ModDate', 'Producer', 'Creator'];

export const compareInformation = (
  walk: Walk,
  before: Value | undefined,
  after: Value | undefined,
): void => {
  const [one, other] = [walk.earlier.dict(before), walk.later.dict(after)];
  walk.explain(after);
  for (const key of new Set([...(one?.entries.keys() ?? []), ...(other?.entries.keys() ?? [])])) {
    const [was, is] = [one?.entries.get(key), other?.entries.get(key)];
    if (isSameWord(walk, was, is)) continue;
    walk.note(OF_PROGRAMS.includes(key) ? 'metadata' : 'other', key);
  }
};

/** The same words may be written in another encoding. */
const isSameWord = (walk: Walk, one: Value | undefined, other: Value | undefined): boolean => {
  const [was, is] = [walk.earlier.value(one), walk.later.value(other)];
  if (was instanceof Text && is instanceof Text) {
    return textOf(walk.earlier, was) === textOf(walk.later, is);
  }
  return walk.isSame(was, is);
};
