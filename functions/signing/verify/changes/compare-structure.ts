// What changed in the tags for screen readers? New signatures bring tags of their own; those that were there stay.
import { isName } from '../pdf/form-fields.ts';
import { type Dict, Ref, type Value } from '../pdf/object.ts';
import type { Walk } from './compare-form.ts';

/** Two readings of the tree's root, of an element of it, or of a part of the tree that finds elements by number. */
export const compareStructure = (walk: Walk, one: Dict, other: Dict): void => {
  const entry = (key: string) => [one.entries.get(key), other.entries.get(key)] as const;
  for (const key of new Set([...one.entries.keys(), ...other.entries.keys()])) {
    if (key === 'K') compareKids(walk, ...entry(key));
    else if (key === 'Nums') compareNumbers(walk, ...entry(key));
    else if (key !== 'ParentTreeNextKey') walk.same(...entry(key), 'structure');
  }
};

/** More may come among those that are there (ISO 32000-1, table 323). */
const compareKids = (walk: Walk, before: Value | undefined, after: Value | undefined): void => {
  const [old, now] = [walk.earlier.array(before) ?? [before], walk.later.array(after) ?? [after]];
  walk.explain(after);
  for (const kid of compareMembers(walk, old, now)) {
    const element = walk.later.dict(kid);
    // What a screen reader would read of anything else was not there when the file was signed.
    const isOfForm = isName(walk.later.value(element?.entries.get('S')), 'Form');
    if (!walk.isNew(kid) || !isOfForm) walk.note('structure', 'new element');
  }
};

/** Numbers with their elements, or lists of them (7.9.7). */
const compareNumbers = (walk: Walk, before: Value | undefined, after: Value | undefined): void => {
  walk.explain(after);
  const now = numbersIn(walk.later.array(after) ?? []);
  for (const [number, was] of numbersIn(walk.earlier.array(before) ?? [])) {
    const is = now.get(number);
    const [list, newList] = [walk.earlier.array(was), walk.later.array(is)];
    if (list === undefined || newList === undefined) walk.same(was, is, 'structure');
    else compareMembers(walk, list, newList);
  }
};

const numbersIn = (list: Value[]): Map<Value, Value> =>
  new Map(list.flatMap((number, at) => (at % 2 === 0 ? [[number, list[at + 1] ?? null]] : [])));

/** Compares the members that were there, which keep their order, and answers the new ones. */
const compareMembers = (
  walk: Walk,
  old: readonly (Value | undefined)[],
  now: readonly (Value | undefined)[],
): (Value | undefined)[] => {
  const known = new Set(old.map((each) => (each instanceof Ref ? each.number : undefined)));
  const isNew = (each: Value | undefined) => each instanceof Ref && !known.has(each.number);
  const kept = now.filter((each) => !isNew(each));
  if (kept.length !== old.length) walk.note('structure', 'elements');
  else for (const [at, each] of old.entries()) walk.same(each, kept[at], 'structure');
  return now.filter(isNew);
};
