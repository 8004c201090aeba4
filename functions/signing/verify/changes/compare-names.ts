// What changed in what a file keeps by name (its name trees)? Acrobat keeps the look of a comment under a name of its
// own; what else is named (destinations, attached files, scripts) stays as it was. ISO 32000-1, 7.7.4.
import { Dict, type Value } from '../pdf/object.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Walk } from './compare-form.ts';

/** Appearances of annotations, by name. */
const OF_ANNOTATIONS = 'AP';

export const compareNames = (
  walk: Walk,
  before: Value | undefined,
  after: Value | undefined,
): void => {
  walk.explain(after);
  const [one, other] = [walk.earlier.dict(before), walk.later.dict(after)];
  if (other === undefined) {
    walk.same(before, after);
    return;
  }
  if (other.ambiguous && one !== other) walk.note('other', 'names');
  const old = one ?? new Dict();
  for (const key of new Set([...old.entries.keys(), ...other.entries.keys()])) {
    const [was, is] = [old.entries.get(key), other.entries.get(key)];
    if (key === OF_ANNOTATIONS) {
      if (!walk.isSameThroughout(was, is)) walk.note('annotation', 'appearances');
    } else if (was === undefined && isWithoutNames(walk.later, is)) walk.note('metadata', key);
    else walk.same(was, is);
  }
};

/** A tree of names with none in it says nothing: programs prepare it for later (7.9.6). */
const isWithoutNames = (file: PdfFile, tree: Value | undefined): boolean => {
  const dict = file.dict(tree);
  return (
    dict !== undefined &&
    ['Names', 'Kids'].every((key) => {
      const list = file.value(dict.entries.get(key));
      return list === null || (Array.isArray(list) && list.length === 0);
    })
  );
};
