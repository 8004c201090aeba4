// What may signing change in a form and on its pages, and what did happen there? Everything else must be the same.
import { fieldsOf, isName, pagesOf, textOf } from '../pdf/form-fields.ts';
import { Dict, Name, Ref, type Value } from '../pdf/object.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { FileChange } from './change.ts';

/** How the walk is told what differs, and asked what is known. */
export type Walk = {
  readonly earlier: PdfFile;
  readonly later: PdfFile;
  note(kind: FileChange['kind'], where: string): void;
  same(one: Value | undefined, other: Value | undefined, kind?: 'other' | 'structure'): void;
  sameEntries(one: Dict, other: Dict, except: readonly string[]): void;
  isSame(one: Value | undefined, other: Value | undefined): boolean;
  isSameThroughout(one: Value | undefined, other: Value | undefined): boolean;
  isNew(value: Value | undefined): boolean;
  /** Of the later revision: whether it is a signature's field, or a widget of one. */
  isSignaturePart(dict: Dict): boolean;
  explain(value: Value | undefined): void;
};

/** Looks closely at two readings of one dictionary. */
type Role = (walk: Walk, one: Dict, other: Dict) => void;

/** The pages, fields and annotations of a revision: what a difference in them means is looked at more closely. */
export const rolesOf = (file: PdfFile): Map<Dict, Role> => {
  const roles = new Map<Dict, Role>();
  const tree = file.dict(file.catalog.entries.get('Pages'));
  if (tree !== undefined) roles.set(tree, comparePageTrees);
  for (const page of pagesOf(file)) {
    roles.set(page, comparePages);
    for (const annotation of file.array(page.entries.get('Annots')) ?? []) {
      const dict = file.dict(annotation);
      if (dict === undefined) continue;
      const isWidget = isName(dict.entries.get('Subtype'), 'Widget');
      roles.set(dict, isWidget ? compareFields : compareAnnotations);
    }
  }
  for (const { dict } of fieldsOf(file)) {
    roles.set(dict, compareFields);
    for (const kid of file.array(dict.entries.get('Kids')) ?? []) {
      const widget = file.dict(kid);
      if (widget !== undefined) roles.set(widget, compareFields);
    }
  }
  return roles;
};

/** The fields for signatures, with those widgets that only their fields know. */
export const partsOfSignatureFields = (file: PdfFile): Set<Dict> =>
  new Set(
    fieldsOf(file)
      .filter(({ type }) => type === 'Sig')
      .flatMap(({ dict }) => [dict, ...(file.array(dict.entries.get('Kids')) ?? [])])
      .flatMap((part) => file.dict(part) ?? []),
  );

/** iText leaves its version there when it signs. */
const comparePageTrees: Role = (walk, one, other) => {
  walk.sameEntries(one, other, ['ITXT']);
  const [version, newVersion] = [one, other].map((tree) => tree.entries.get('ITXT'));
  if (!walk.isSameThroughout(version, newVersion)) walk.note('metadata', 'ITXT');
  walk.explain(newVersion);
};

/** The order of tabbing, and when it was changed last, print nothing. */
const comparePages: Role = (walk, one, other) => {
  walk.sameEntries(one, other, ['Annots', 'Tabs', 'LastModified', 'StructParents']);
  walk.same(one.entries.get('StructParents'), other.entries.get('StructParents'), 'structure');
  const [before, after] = [one.entries.get('Annots'), other.entries.get('Annots')];
  walk.explain(after);
  const list = walk.earlier.array(before) ?? [];
  const newList = walk.later.array(after) ?? [];
  const numbers = refsIn(newList);
  for (const annotation of list) {
    if (annotation instanceof Ref && numbers.has(annotation.number)) {
      walk.same(annotation, annotation);
    } else if (annotation instanceof Ref) {
      const isWidget = isName(walk.earlier.dict(annotation)?.entries.get('Subtype'), 'Widget');
      walk.note(isWidget ? 'other' : 'annotation', `object ${annotation.number}`);
    }
  }
  const isDirect = (value: Value) => !(value instanceof Ref);
  const [direct, newDirect] = [list.filter(isDirect), newList.filter(isDirect)];
  if (!walk.isSame(direct, newDirect)) walk.note('other', 'annotations');
  const known = refsIn(list);
  for (const annotation of newList) {
    if (!(annotation instanceof Ref) || known.has(annotation.number)) continue;
    noteNewAnnotation(walk, annotation);
  }
};

const refsIn = (list: Value[]): Set<number> =>
  new Set(list.flatMap((each) => (each instanceof Ref ? [each.number] : [])));

const noteNewAnnotation = (walk: Walk, ref: Ref): void => {
  const annotation = walk.later.dict(ref);
  const where = `object ${ref.number}`;
  if (!walk.isNew(ref)) {
    // A widget that was a field before, without a place on a page, gets one.
    const known = walk.earlier.dict(ref);
    const isField = isSignatureField(walk.earlier, known);
    walk.note(isField ? 'visibleSignature' : 'other', where);
    if (isField) walk.same(ref, ref);
  } else if (!isName(annotation?.entries.get('Subtype'), 'Widget')) walk.note('annotation', where);
  else if (isSignatureField(walk.later, annotation)) noteNewField(walk, ref);
  // A widget that does not know its field is looked at with that.
  else if (annotation === undefined || !walk.isSignaturePart(annotation)) walk.note('other', where);
};

const compareAnnotations: Role = (walk, one, other) => {
  if (!walk.isSame(one, other)) {
    walk.note('annotation', 'changed');
    walk.explain([...other.entries.values()]);
  } else walk.sameEntries(one, other, []);
};

/** What a field's or widget's look and value are made of. */
const VALUE_KEYS = ['V', 'AP', 'AS', 'M', 'I', 'RV', 'MK', 'F', 'DA', 'Q'];
/** A field is locked when it is filled. */
const READ_ONLY = 1;

const compareFields: Role = (walk, one, other) => {
  const name = nameOf(walk.later, other);
  const closer = [...VALUE_KEYS, 'Ff', 'P', 'StructParent', 'Kids'];
  walk.sameEntries(one, other, closer);
  walk.same(one.entries.get('StructParent'), other.entries.get('StructParent'), 'structure');
  if (one.entries.has('P')) walk.same(one.entries.get('P'), other.entries.get('P'));
  else if (walk.isNew(other.entries.get('P')) && other.entries.has('P')) walk.note('other', name);
  compareFlags(walk, one, other, name);
  if (hidingFlags(walk.earlier, one) !== hidingFlags(walk.later, other)) walk.note('other', name);
  compareKids(walk, one.entries.get('Kids'), other.entries.get('Kids'), name);
  const isForSignature = isSignatureField(walk.earlier, one);
  const changed = VALUE_KEYS.filter((key) => {
    const [was, is] = [one.entries.get(key), other.entries.get(key)];
    // Many writers draw a field anew in the object that draws it already; a signature may refer to the whole file.
    const isSame =
      isForSignature && key === 'V' ? walk.isSame(was, is) : walk.isSameThroughout(was, is);
    if (isSame) walk.same(was, is);
    return !isSame;
  });
  if (changed.length === 0) return;
  if (!isForSignature) {
    walk.note(inherited(walk.earlier, one, 'FT') === null ? 'annotation' : 'formField', name);
  } else if (isFilledNow(walk, one, other)) {
    const value = walk.later.dict(inherited(walk.later, other, 'V'));
    const isTimestamp = isName(value?.entries.get('SubFilter'), 'ETSI.RFC3161');
    walk.note(isTimestamp ? 'documentTimestamp' : 'signature', name);
  } else walk.note('other', name);
  for (const key of changed) walk.explain(other.entries.get(key));
};

/** Whether a signature has come into a field that was empty. */
const isFilledNow = (walk: Walk, one: Dict, other: Dict): boolean => {
  const after = inherited(walk.later, other, 'V');
  return inherited(walk.earlier, one, 'V') === null && walk.later.dict(after) !== undefined;
};

const compareFlags = (walk: Walk, one: Dict, other: Dict, name: string): void => {
  const [flags, newFlags] = [one, other].map((dict) => dict.entries.get('Ff') ?? 0);
  if (flags === newFlags) return;
  const isLocked =
    typeof flags === 'number' && typeof newFlags === 'number' && newFlags === (flags | READ_ONLY);
  if (!isLocked) walk.note('other', name);
};

/** A field that has widgets keeps them; one that has fields may get more of them. */
const compareKids = (
  walk: Walk,
  one: Value | undefined,
  other: Value | undefined,
  name: string,
): void => {
  walk.explain(other);
  const [list, newList] = [walk.earlier.array(one) ?? [], walk.later.array(other) ?? []];
  const numbers = refsIn(newList);
  if (![...list, ...newList].every((kid) => kid instanceof Ref)) {
    walk.same(one, other);
    return;
  }
  for (const kid of list) {
    if (kid instanceof Ref && numbers.has(kid.number)) walk.same(kid, kid);
    else walk.note('other', name);
  }
  const known = refsIn(list);
  for (const kid of newList) {
    if (kid instanceof Ref && !known.has(kid.number)) noteNewField(walk, kid);
  }
};

/** Signing may have to make a form; what it says about fonts is looked at when there was one. */
export const compareForm = (
  walk: Walk,
  before: Value | undefined,
  after: Value | undefined,
): void => {
  walk.explain(after instanceof Ref ? after : undefined);
  const [one, other] = [walk.earlier.dict(before), walk.later.dict(after)];
  if (other === undefined) {
    if (one !== undefined) walk.note('other', 'form');
    return;
  }
  if (other.ambiguous && one !== other) walk.note('other', 'form');
  const old = one ?? new Dict();
  const closer = ['Fields', 'SigFlags', 'DR', 'DA', 'NeedAppearances'];
  walk.sameEntries(old, other, closer);
  compareResources(walk, old.entries.get('DR'), other.entries.get('DR'));
  for (const key of ['DA', 'NeedAppearances']) {
    const [was, is] = [old.entries.get(key), other.entries.get(key)];
    walk.explain(is);
    if (was !== undefined && !walk.isSame(was, is)) walk.note('formField', key);
  }
  compareKids(walk, old.entries.get('Fields'), other.entries.get('Fields'), 'form');
};

/** The fonts that fields are drawn with, by name: more may come, what is there stays. Nothing else there is used. */
const compareResources = (
  walk: Walk,
  before: Value | undefined,
  after: Value | undefined,
): void => {
  walk.explain(after);
  const [one, other] = [walk.earlier.dict(before), walk.later.dict(after)];
  const old = walk.earlier.dict(one?.entries.get('Font'));
  const now = walk.later.dict(other?.entries.get('Font'));
  for (const [name, font] of old?.entries ?? []) walk.same(font, now?.entries.get(name));
};

/** Only a field for a signature may be new: itself new, without actions, its widgets too. */
const noteNewField = (walk: Walk, ref: Ref): void => {
  const field = walk.later.dict(ref);
  const name = field === undefined ? '' : nameOf(walk.later, field);
  walk.explain(ref);
  const kids = walk.later.array(field?.entries.get('Kids')) ?? [];
  const isPlain = [ref, ...kids].every((part) => {
    const dict = walk.later.dict(part);
    return (
      walk.isNew(part) && dict !== undefined && !dict.entries.has('A') && !dict.entries.has('AA')
    );
  });
  if (field === undefined || !isPlain || !isSignatureField(walk.later, field)) {
    walk.note('other', name);
    return;
  }
  const value = walk.later.dict(inherited(walk.later, field, 'V'));
  if (value === undefined) walk.note('emptyField', name);
  else if ([field, ...kids].some((part) => isVisible(walk.later, part))) {
    walk.note('visibleSignature', name);
  } else {
    const isTimestamp = isName(value.entries.get('SubFilter'), 'ETSI.RFC3161');
    walk.note(isTimestamp ? 'documentTimestamp' : 'signature', name);
  }
};

/** Hidden and NoView (ISO 32000-1, table 165). */
const UNSEEN_FLAGS = 0b100010;

/** Those of its flags that hide it from whoever looks at the page. */
const hidingFlags = (file: PdfFile, widget: Dict): number => {
  const flags = file.value(widget.entries.get('F'));
  return typeof flags === 'number' ? flags & UNSEEN_FLAGS : 0;
};

const isVisible = (file: PdfFile, value: Value): boolean => {
  const widget = file.dict(value);
  if (widget === undefined || !widget.entries.has('AP')) return false;
  if (hidingFlags(file, widget) !== 0) return false;
  const rectangle = file.array(widget.entries.get('Rect')) ?? [];
  const [left, bottom, right, top] = rectangle.map((each) => Number(file.value(each)));
  return left !== right && bottom !== top;
};

const isSignatureField = (file: PdfFile, dict: Dict | undefined): boolean => {
  const type = inherited(file, dict, 'FT');
  return type instanceof Name && type.value === 'Sig';
};

/** Deeper trees of fields are no honest file's. */
const DEEPEST = 50;

/** The field's own, or its parents' (ISO 32000-1, 12.7.3.1). */
const inherited = (file: PdfFile, dict: Dict | undefined, key: string): Value => {
  let current = dict;
  for (let depth = 0; current !== undefined && depth < DEEPEST; depth += 1) {
    const value = file.value(current.entries.get(key));
    if (value !== null) return value;
    current = file.dict(current.entries.get('Parent'));
  }
  return null;
};

const nameOf = (file: PdfFile, dict: Dict): string => {
  const parts: string[] = [];
  let current: Dict | undefined = dict;
  for (let depth = 0; current !== undefined && depth < DEEPEST; depth += 1) {
    const own = textOf(file, current.entries.get('T'));
    if (own !== undefined) parts.unshift(own);
    current = file.dict(current.entries.get('Parent'));
  }
  return parts.join('.');
};
