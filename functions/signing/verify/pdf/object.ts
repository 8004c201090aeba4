// What is a PDF made of? Its kinds of values (ISO 32000-1, 7.3), as they stand in the file.

export class Name {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** A string; what it says in an encrypted file is found out only when it is asked for. */
export class Text {
  readonly raw: Uint8Array;
  /**
   * Where its delimiters begin and end in the file; undefined inside an object stream, and where more than two
   * hexadecimal digits a byte stand between them.
   */
  readonly span: readonly [start: number, end: number] | undefined;
  readonly #decrypt: ((raw: Uint8Array) => Uint8Array) | undefined;
  constructor(raw: Uint8Array, span: Text['span'], decrypt?: (raw: Uint8Array) => Uint8Array) {
    this.raw = raw;
    this.span = span;
    this.#decrypt = decrypt;
  }

  get bytes(): Uint8Array {
    return this.#decrypt === undefined ? this.raw : this.#decrypt(this.raw);
  }
}

export class Ref {
  readonly number: number;
  readonly generation: number;
  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

export class Dict {
  readonly entries = new Map<string, Value>();
  /** A key stands there twice: readers differ in which one counts. */
  ambiguous = false;
}

export class Stream {
  readonly dict: Dict;
  /** As it stands in the file: filtered, and encrypted if the file is. */
  readonly raw: Uint8Array;
  readonly decrypt: ((raw: Uint8Array) => Uint8Array) | undefined;
  constructor(dict: Dict, raw: Uint8Array, decrypt: Stream['decrypt']) {
    this.dict = dict;
    this.raw = raw;
    this.decrypt = decrypt;
  }
}

export type Value = null | boolean | number | Name | Text | Ref | Dict | Stream | Value[];

/** Thrown when bytes are not what the format says. */
export class Malformed extends Error {}
