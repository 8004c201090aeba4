// What does a PDF hold, as it is now or as it was at an earlier revision? Objects by number, read when asked for.
import type { Effort } from '../effort.ts';
import { type CrossReference, type Entry, readCrossReference } from './cross-reference.ts';
import { decodeStream } from './decode-stream.ts';
import { type Decryptor, openWithoutPassword } from './decryption.ts';
import { type IndirectObject, readIndirectObject } from './indirect-object.ts';
import { Dict, Malformed, Ref, Stream, Text, type Value } from './object.ts';
import { ObjectReader } from './read-object.ts';

/** Thrown when an encrypted file asks for a password, or for a method that is not known here. */
export class Locked extends Error {}

/** What all revisions of a file share: its bytes, and what was read of them already. */
type Read = {
  objects: Map<number, IndirectObject | null>;
  /** By the place of the object stream: its objects in their order. */
  packed: Map<number, Packed[]>;
  decryptor: Decryptor | undefined;
};

type Packed = { number: number; value: Value };

/** Longer chains of references to references are no honest file's. */
const LONGEST_CHAIN = 20;

export class PdfFile {
  readonly bytes: Uint8Array;
  /** Where this revision ends; what follows is not part of it. */
  readonly end: number;
  readonly effort: Effort;
  readonly crossReference: CrossReference;
  readonly #read: Read;
  #lengthsAsked = 0;

  private constructor(
    bytes: Uint8Array,
    end: number,
    effort: Effort,
    crossReference: CrossReference,
    read: Read,
  ) {
    this.bytes = bytes;
    this.end = end;
    this.effort = effort;
    this.crossReference = crossReference;
    this.#read = read;
  }

  /**
   * @throws Malformed when its offsets lead nowhere
   * @throws Locked when it asks for a password
   * @throws TooMuchWork
   */
  static open(bytes: Uint8Array, effort: Effort): PdfFile {
    const crossReference = readCrossReference(bytes, bytes.length, effort);
    return PdfFile.#opened(bytes, bytes.length, effort, crossReference);
  }

  /** With the objects of a damaged file, however they were found. */
  static from(bytes: Uint8Array, effort: Effort, crossReference: CrossReference): PdfFile {
    return PdfFile.#opened(bytes, bytes.length, effort, crossReference);
  }

  static #opened(
    bytes: Uint8Array,
    end: number,
    effort: Effort,
    crossReference: CrossReference,
  ): PdfFile {
    const read: Read = { objects: new Map(), packed: new Map(), decryptor: undefined };
    const file = new PdfFile(bytes, end, effort, crossReference, read);
    const encrypt = file.dict(file.trailer.entries.get('Encrypt'));
    if (encrypt !== undefined) {
      const [id] = file.array(file.trailer.entries.get('ID')) ?? [];
      const first = file.value(id);
      const fileId = first instanceof Text ? first.raw : new Uint8Array();
      read.decryptor = openWithoutPassword(encrypt, fileId, (value) => file.value(value), effort);
      if (read.decryptor === undefined) throw new Locked();
    }
    return file;
  }

  /** The file as it was when it ended there. @throws Malformed when nothing ended there */
  at(end: number): PdfFile {
    const crossReference = readCrossReference(this.bytes, end, this.effort);
    return new PdfFile(this.bytes, end, this.effort, crossReference, this.#read);
  }

  get trailer(): Dict {
    return this.crossReference.trailer;
  }

  get catalog(): Dict {
    const catalog = this.dict(this.trailer.entries.get('Root'));
    if (catalog === undefined) throw new Malformed('no catalog');
    return catalog;
  }

  entry(number: number): Entry | undefined {
    return this.crossReference.entries.get(number);
  }

  /** What a value is, references followed; null for what is not there. */
  value(value: Value | undefined): Value {
    let current = value ?? null;
    for (let step = 0; current instanceof Ref; step += 1) {
      if (step > LONGEST_CHAIN) throw new Malformed('references in a circle');
      current = this.#lookUp(current);
    }
    return current;
  }

  /** Whether something should stand at a place of the file, and does not: its offsets are damaged. */
  isAstray({ number, generation }: Ref): boolean {
    const entry = this.entry(number);
    if (entry?.kind !== 'at' || entry.generation !== generation) return false;
    return this.#objectAt(entry.offset)?.number !== number;
  }

  dict(value: Value | undefined): Dict | undefined {
    const found = this.value(value);
    if (found instanceof Dict) return found;
    return found instanceof Stream ? found.dict : undefined;
  }

  /** Whoever asks for a list goes through it; many places may share a long one. */
  array(value: Value | undefined): Value[] | undefined {
    const found = this.value(value);
    if (!Array.isArray(found)) return undefined;
    this.effort.spend(found.length / 2);
    return found;
  }

  /** Of a stream, filters undone. @throws Malformed */
  data(stream: Stream): Uint8Array {
    return decodeStream(stream, this.effort);
  }

  #lookUp({ number, generation }: Ref): Value {
    this.effort.spend(1);
    const entry = this.entry(number);
    if (entry === undefined || entry.kind === 'free') return null;
    if (entry.kind === 'in') return generation === 0 ? this.#packedObject(entry, number) : null;
    if (entry.generation !== generation) return null;
    const found = this.#objectAt(entry.offset);
    return found?.number === number && found.end <= this.end ? found.value : null;
  }

  /** Null where no object stands: a reference to it is one to nothing (7.3.10). */
  #objectAt(offset: number): IndirectObject | null {
    const known = this.#read.objects.get(offset);
    if (known !== undefined) return known;
    // Whoever comes back here while it is being read finds nothing: a stream whose length is in itself.
    this.#read.objects.set(offset, null);
    const found = this.#readAt(offset);
    this.#read.objects.set(offset, found);
    return found;
  }

  #readAt(offset: number): IndirectObject | null {
    try {
      return readIndirectObject(this.bytes, offset, this.bytes.length, {
        effort: this.effort,
        decryptor: this.#read.decryptor,
        lengthAt: (ref) => this.#lengthAt(ref),
      });
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      this.effort.spendOnFailure();
      return null;
    }
  }

  #lengthAt(ref: Ref): number | undefined {
    // A length that is a stream's whose length is a stream's: no honest file goes on like that.
    if (this.#lengthsAsked > LONGEST_CHAIN) return undefined;
    this.#lengthsAsked += 1;
    const length = this.value(ref);
    this.#lengthsAsked -= 1;
    return typeof length === 'number' ? length : undefined;
  }

  #packedObject({ stream, index }: Extract<Entry, { kind: 'in' }>, number: number): Value {
    const entry = this.entry(stream);
    if (entry?.kind !== 'at') return null;
    const container = this.#objectAt(entry.offset);
    if (container?.number !== stream || container.end > this.end) return null;
    let objects = this.#read.packed.get(entry.offset);
    if (objects === undefined) {
      objects = container.value instanceof Stream ? this.#unpack(container.value) : [];
      this.#read.packed.set(entry.offset, objects);
    }
    const found = objects[index];
    return found?.number === number ? found.value : null;
  }

  /** ISO 32000-1, 7.5.7. One that is damaged, or holds a number twice, holds nothing. */
  #unpack(stream: Stream): Packed[] {
    try {
      const data = this.data(stream);
      const numberOf = (key: string) => Number(this.value(stream.dict.entries.get(key)));
      const [count, first] = [numberOf('N'), numberOf('First')];
      const head = new ObjectReader(data, this.effort, { end: first, hasSpans: false });
      const objects: Packed[] = [];
      for (let index = 0; index < count; index += 1) {
        const number = Number(head.word() || Number.NaN);
        const place = first + Number(head.word() || Number.NaN);
        if (!Number.isInteger(number) || !Number.isInteger(place)) throw new Malformed('head');
        const reader = new ObjectReader(data, this.effort, { place, hasSpans: false });
        objects.push({ number, value: reader.value() });
      }
      const isUnique = new Set(objects.map(({ number }) => number)).size === objects.length;
      return isUnique ? objects : [];
    } catch (error) {
      if (error instanceof Malformed) return [];
      throw error;
    }
  }
}

/** Whether an object stands in the same place in two revisions of a file: then neither changed it. */
export const isInSamePlace = (one: PdfFile, other: PdfFile, number: number): boolean => {
  const [was, is] = [one.entry(number), other.entry(number)];
  if (was?.kind === 'at' && is?.kind === 'at') {
    return was.offset === is.offset && was.generation === is.generation;
  }
  if (was?.kind !== 'in' || is?.kind !== 'in' || was.index !== is.index) return false;
  const [container, newContainer] = [one.entry(was.stream), other.entry(is.stream)];
  return (
    container?.kind === 'at' &&
    newContainer?.kind === 'at' &&
    container.offset === newContainer.offset
  );
};
