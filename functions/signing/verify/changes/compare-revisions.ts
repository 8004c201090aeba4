// In what does a later revision of a PDF differ from an earlier one? Compared object by object, from the catalog down.
import { isSameBytes } from '../cms/ber.ts';
import { isName } from '../pdf/form-fields.ts';
import { Dict, Name, Ref, Stream, Text, type Value } from '../pdf/object.ts';
import { isInSamePlace, type PdfFile } from '../pdf/pdf-file.ts';
import type { FileChange } from './change.ts';
import { compareForm, partsOfSignatureFields, rolesOf } from './compare-form.ts';
import { compareInformation } from './compare-information.ts';
import { compareNames } from './compare-names.ts';
import { compareStructure } from './compare-structure.ts';

/**
 * Everything that is reached is compared; only where signing and validating must change something (the catalog, the
 * form, its fields, the pages' lists of annotations) are differences looked at more closely.
 *
 * @throws TooMuchWork, Malformed
 */
export const compareRevisions = (earlier: PdfFile, later: PdfFile): FileChange[] =>
  new Comparison(earlier, later).run();

/** Two readings of one thing, and what a difference there is called. */
type Pair = { one: Value; other: Value; kind: 'other' | 'structure' };

/** What the walk knows of both revisions; what looks more closely (the form) reports and asks through it. */
export class Comparison {
  readonly earlier: PdfFile;
  readonly later: PdfFile;
  readonly #roles: ReturnType<typeof rolesOf>;
  /** The numbers of objects that are known to be the same in both, with all that they refer to. */
  readonly #sameThroughout = new Set<number>();
  #newParts: Set<Dict> | undefined;
  readonly #changes = new Map<string, FileChange>();
  readonly #toDo: Pair[] = [];
  readonly #later: Pair[] = [];
  readonly #seen = new Set<number>();
  readonly #seenPairs = new Map<object, Set<object>>();
  /** The numbers of new or changed objects that are accounted for. */
  readonly #explained = new Set<number>();

  constructor(earlier: PdfFile, later: PdfFile) {
    this.earlier = earlier;
    this.later = later;
    this.#roles = rolesOf(earlier);
  }

  run(): FileChange[] {
    this.#compareTrailers();
    this.#drain(this.#toDo);
    // The tags last: what is reached otherwise too has been compared strictly by then.
    this.#drain(this.#later);
    this.#findUnused();
    return [...this.#changes.values()];
  }

  note(kind: FileChange['kind'], where: string): void {
    this.#changes.set(`${kind} ${where}`, { kind, where });
  }

  /** These must say the same; a difference is noted. */
  same(one: Value | undefined, other: Value | undefined, kind: Pair['kind'] = 'other'): void {
    const pair = { one: one ?? null, other: other ?? null, kind };
    if (kind === 'structure') this.#later.push(pair);
    else this.#toDo.push(pair);
  }

  /** All keys of two dictionaries that nothing special is known of. */
  sameEntries(one: Dict, other: Dict, except: readonly string[] = []): void {
    for (const key of new Set([...one.entries.keys(), ...other.entries.keys()])) {
      if (!except.includes(key)) this.same(one.entries.get(key), other.entries.get(key));
    }
  }

  /** Whether both say the same on the surface: references are compared as references. */
  isSame(one: Value | undefined, other: Value | undefined, depth = 0): boolean {
    if (depth > 50) return false;
    const [a, b] = [one ?? null, other ?? null];
    this.later.effort.spend(1);
    if (Array.isArray(a) && Array.isArray(b)) {
      return a.length === b.length && a.every((each, at) => this.isSame(each, b[at], depth + 1));
    }
    if (a instanceof Dict && b instanceof Dict) {
      return [...new Set([...a.entries.keys(), ...b.entries.keys()])].every((key) =>
        this.isSame(a.entries.get(key), b.entries.get(key), depth + 1),
      );
    }
    if (a === b) return true;
    if (a instanceof Stream && b instanceof Stream) {
      this.later.effort.spendOnCopy(a.raw.length);
      return isSameBytes(a.raw, b.raw) && this.isSame(a.dict, b.dict, depth + 1);
    }
    if (a instanceof Ref && b instanceof Ref) {
      return a.number === b.number && a.generation === b.generation;
    }
    return this.#isSameLeaf(a, b);
  }

  /** Whether both say the same down to the last object that they refer to. */
  isSameThroughout(one: Value | undefined, other: Value | undefined): boolean {
    const met: number[] = [];
    const waiting: [Value, Value][] = [[one ?? null, other ?? null]];
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
      if (!this.isSame(...pair)) {
        for (const number of met) this.#sameThroughout.delete(number);
        return false;
      }
      for (const ref of refsWithin(pair[0])) {
        this.later.effort.spend(1);
        if (this.#sameThroughout.has(ref.number)) continue;
        this.#sameThroughout.add(ref.number);
        met.push(ref.number);
        waiting.push([this.earlier.value(ref), this.later.value(ref)]);
      }
    }
    return true;
  }

  /** Whatever hangs on this value in the later revision is accounted for. */
  explain(value: Value | undefined): void {
    const waiting: Value[] = [value ?? null];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      this.later.effort.spend(1);
      if (next instanceof Ref) {
        if (this.#explained.has(next.number)) continue;
        this.#explained.add(next.number);
        // What was there before, unchanged, needs no explanation, nor does what hangs on it.
        if (this.isUntouched(next.number)) continue;
        waiting.push(this.later.value(next));
      } else for (const part of partsOf(next)) waiting.push(part);
    }
  }

  isSignaturePart(dict: Dict): boolean {
    this.#newParts ??= partsOfSignatureFields(this.later);
    return this.#newParts.has(dict);
  }

  isNew(value: Value | undefined): boolean {
    if (!(value instanceof Ref)) return true;
    const entry = this.earlier.entry(value.number);
    return entry === undefined || entry.kind === 'free';
  }

  isUntouched(number: number): boolean {
    return isInSamePlace(this.earlier, this.later, number);
  }

  #compareTrailers(): void {
    const [before, after] = [this.earlier.trailer.entries, this.later.trailer.entries];
    if (!this.isSame(before.get('Encrypt'), after.get('Encrypt'))) this.note('other', 'encryption');
    this.same(before.get('Encrypt'), after.get('Encrypt'));
    compareInformation(this, before.get('Info'), after.get('Info'));
    const root = after.get('Root');
    if (root instanceof Ref) this.#explained.add(root.number);
    this.#compareCatalogs(this.earlier.catalog, this.later.catalog);
  }

  /** Extensions and version name what later data needs. */
  #compareCatalogs(one: Dict, other: Dict): void {
    if (!this.#enter(one, other)) return;
    const special = [
      'DSS',
      'AcroForm',
      'Extensions',
      'Version',
      'Metadata',
      'Names',
      'StructTreeRoot',
    ];
    this.sameEntries(one, other, special);
    const [dss, newDss] = [one.entries.get('DSS'), other.entries.get('DSS')];
    if (newDss === undefined && dss !== undefined) this.note('other', 'DSS');
    else if (!this.isSameThroughout(dss, newDss)) this.note('validationData', 'DSS');
    this.explain(newDss);
    this.explain(other.entries.get('Extensions'));
    const [metadata, newMetadata] = [one.entries.get('Metadata'), other.entries.get('Metadata')];
    if (!this.isSameThroughout(metadata, newMetadata)) this.note('metadata', 'XMP');
    this.explain(newMetadata);
    this.same(one.entries.get('StructTreeRoot'), other.entries.get('StructTreeRoot'), 'structure');
    compareForm(this, one.entries.get('AcroForm'), other.entries.get('AcroForm'));
    compareNames(this, one.entries.get('Names'), other.entries.get('Names'));
  }

  #drain(pairs: Pair[]): void {
    for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
      this.#compare(pair);
      // Looking at tags may lead back to what must be the same.
      for (let strict = this.#toDo.pop(); strict !== undefined; strict = this.#toDo.pop()) {
        this.#compare(strict);
      }
    }
  }

  #compare({ one, other, kind }: Pair): void {
    this.later.effort.spend(1);
    const isSameObject = one instanceof Ref && other instanceof Ref && one.number === other.number;
    if (isSameObject) {
      this.#explained.add(one.number);
      if (this.isUntouched(one.number)) {
        if (this.#seen.has(one.number)) return;
        this.#seen.add(one.number);
        const value = this.earlier.value(one);
        this.#compareValues(value, value, kind, one);
        return;
      }
    }
    if (other instanceof Ref) this.#explained.add(other.number);
    const dict = kind === 'structure' && !isSameObject ? this.earlier.dict(one) : undefined;
    if (dict !== undefined && this.#roles.has(dict)) {
      // Tags of another page or field than before: what those hold is no matter of the tags.
      this.#different(kind, other);
      return;
    }
    this.#compareValues(this.earlier.value(one), this.later.value(other), kind, other);
  }

  #compareValues(one: Value, other: Value, kind: Pair['kind'], where: Value): void {
    if (one instanceof Stream && other instanceof Stream) {
      if (!this.#enter(one.dict, other.dict)) return;
      if (!this.#isSameStream(one, other)) this.#different(kind, where);
      this.#push(one.dict, other.dict, kind);
      return;
    }
    if (Array.isArray(one) && Array.isArray(other)) {
      if (!this.#enter(one, other)) return;
      this.later.effort.spend(one.length / 2);
      if (one.length !== other.length) this.#different(kind, where);
      else for (const [at, each] of one.entries()) this.#pushPair(each, other[at], kind);
      return;
    }
    if (one instanceof Dict && other instanceof Dict) {
      if (kind !== 'structure' && isElement(one) && isElement(other)) {
        this.same(one, other, 'structure');
        return;
      }
      if (!this.#enter(one, other)) return;
      const role = this.#roles.get(one);
      if (role !== undefined) role(this, one, other);
      else if (kind === 'structure') compareStructure(this, one, other);
      else this.#push(one, other, kind);
      return;
    }
    if (!this.#isSameLeaf(one, other)) this.#different(kind, where);
  }

  /** One that neither revision changed is the same without a look. */
  #isSameStream(one: Stream, other: Stream): boolean {
    if (one === other) return true;
    this.later.effort.spendOnCopy(one.raw.length);
    return isSameBytes(one.raw, other.raw);
  }

  #isSameLeaf(one: Value, other: Value): boolean {
    if (one === other) return true;
    if (one instanceof Text && other instanceof Text) {
      this.later.effort.spendOnCopy(one.raw.length);
      return isSameBytes(one.bytes, other.bytes);
    }
    return one instanceof Name && other instanceof Name && one.value === other.value;
  }

  #push(one: Dict, other: Dict, kind: Pair['kind']): void {
    this.later.effort.spend(one.entries.size);
    for (const key of new Set([...one.entries.keys(), ...other.entries.keys()])) {
      this.#pushPair(one.entries.get(key), other.entries.get(key), kind);
    }
  }

  /** What has nothing below it is compared at once. */
  #pushPair(one: Value | undefined, other: Value | undefined, kind: Pair['kind']): void {
    if (!isBranch(one) && !isBranch(other)) {
      if (!this.#isSameLeaf(one ?? null, other ?? null)) this.#different(kind, null);
    } else this.same(one, other, kind);
  }

  #different(kind: Pair['kind'], where: Value): void {
    if (kind === 'structure') this.explain(where);
    this.note(kind, where instanceof Ref ? `object ${where.number}` : 'object');
  }

  /** Whether this pair is met for the first time. */
  #enter(one: object, other: object): boolean {
    if (other instanceof Dict && other.ambiguous && one !== other) this.note('other', 'ambiguous');
    const met = this.#seenPairs.get(one);
    if (met?.has(other)) return false;
    if (met === undefined) this.#seenPairs.set(one, new Set([other]));
    else met.add(other);
    return true;
  }

  /** Objects that came or changed, and that nothing which was looked at needs. */
  #findUnused(): void {
    const { sections, entries } = this.later.crossReference;
    this.later.effort.spend(entries.size);
    const containers = new Set<number>();
    for (const entry of entries.values()) if (entry.kind === 'in') containers.add(entry.stream);
    for (const [number, entry] of entries) {
      if (entry.kind === 'free' || this.#explained.has(number) || containers.has(number)) continue;
      if (this.isUntouched(number)) continue;
      if (entry.kind === 'at' && sections.has(entry.offset)) continue;
      this.note('unused', `object ${number}`);
    }
  }
}

/** Outlines and destinations lead to them too (ISO 32000-1, table 153; ISO 32000-2, 12.3.2.3). */
const isElement = (dict: Dict): boolean => isName(dict.entries.get('Type'), 'StructElem');

/** The references in a value, not those in what they lead to. */
const refsWithin = (value: Value): Ref[] => {
  const refs: Ref[] = [];
  const waiting: Value[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof Ref) refs.push(next);
    else for (const part of partsOf(next)) waiting.push(part);
  }
  return refs;
};

/** What stands directly in a value. */
const partsOf = (value: Value): Value[] => {
  if (Array.isArray(value)) return value;
  if (value instanceof Dict) return [...value.entries.values()];
  return value instanceof Stream ? [...value.dict.entries.values()] : [];
};

const isBranch = (value: Value | undefined): boolean =>
  value instanceof Dict || value instanceof Ref || value instanceof Stream || Array.isArray(value);
