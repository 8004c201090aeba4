// Is this file a Word document that may be read, and where are its parts? Within bounds, whatever the file claims about itself.
import { posix } from 'node:path';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { LARGEST_FILE } from '../../domain/file-kind.ts';
import { Refusal, type RefusalCode } from '../../domain/refusal.ts';
import type { Budget } from './budget.ts';
import { child, children, type XmlElement, xmlTree } from './xml-tree.ts';

export interface DocxParts {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly theme: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  /** Headers and footers, each once however many sections name it. */
  readonly margins: readonly XmlElement[];
  /** Comments, charts, diagrams, embedded files: what is no part of the report, with the words in it. */
  readonly besides: readonly { readonly kind: string; readonly words: readonly string[] }[];
}

const refuse = (code: RefusalCode, message: string) => new Refusal(code, { message });

/** A compound file: Word's format until 2003, or an encrypted document inside. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

const refuseByItsBeginning = (file: Buffer) => {
  if (file.length > LARGEST_FILE) throw refuse('file_too_large', `${file.length} bytes`);
  if (file.subarray(0, 8).equals(COMPOUND_FILE)) {
    throw file.includes(ENCRYPTED_PACKAGE)
      ? refuse('file_protected', 'is encrypted')
      : refuse('file_old_format', 'is a compound file, not a .docx');
  }
  if (file.toString('latin1', 0, 2) !== 'PK') throw refuse('file_not_docx', 'is not a zip file');
};

/** The record that ends a zip file, without its comment. */
const END_RECORD = { mark: Buffer.from('504b0506', 'hex'), bytes: 22, commentLengthAt: 20 };

/** Mail and file servers add a line feed now and then; more than a few bytes behind the end are somebody's intent. */
const LONGEST_TAIL = 64;

const withoutTail = (file: Buffer): Buffer => {
  const at = file.lastIndexOf(END_RECORD.mark);
  if (at === -1 || at + END_RECORD.bytes > file.length) return file;
  const comment = file.readUInt16LE(at + END_RECORD.commentLengthAt);
  const end = at + END_RECORD.bytes + comment;
  return file.length - end <= LONGEST_TAIL ? file.subarray(0, end) : file;
};

/** Whatever the zip reader has against the file is told as damage. */
const orDamaged = async <Value>(reading: Promise<Value>): Promise<Value> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuse('file_damaged', error instanceof Error ? error.message : 'cannot be unpacked');
  }
};

/** Names of parts are the same in letters of any case (ECMA-376, Part 2). */
const partName = (name: string) => name.toLowerCase();

const entriesOf = async (zip: ZipFile, budget: Budget): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>();
  budget.spend('parts', zip.entryCount);
  for await (const entry of zip.eachEntry()) entries.set(partName(entry.fileName), entry);
  return entries;
};

/**
 * Unpacks parts one by one, each once: it belongs to whoever asks first. The zip reader stops where a part grows beyond
 * the size that it declares, the budget where all of them grow beyond any honest file.
 */
class Parts {
  readonly names: readonly string[];
  readonly #left: Map<string, Entry>;
  readonly #zip: ZipFile;
  readonly #budget: Budget;
  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, budget: Budget) {
    this.names = [...entries.keys()];
    this.#left = new Map(entries);
    this.#zip = zip;
    this.#budget = budget;
  }

  /** null where there is none, or where it was taken. */
  async take(name: string): Promise<XmlElement | null> {
    const entry = this.#left.get(partName(name));
    if (!entry) return null;
    this.#left.delete(partName(name));
    if (entry.isEncrypted()) throw refuse('file_protected', 'is encrypted');
    // Empty blocks are packed bytes that unpack to nothing.
    this.#budget.spend('bytes', entry.compressedSize);
    return xmlTree(textOf(this.#unpacked(entry)), this.#budget);
  }

  async *#unpacked(entry: Entry): AsyncIterable<Buffer> {
    for await (const bytes of await this.#zip.openReadStreamPromise(entry)) {
      this.#budget.spend('bytes', bytes.length);
      yield bytes;
    }
  }
}

/** UTF-8, or UTF-16 where its mark says so: the two that XML readers must know. */
const encodingOf = ([first, second]: Buffer) => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

const MARK_BYTES = 2;

const textOf = async function* (pieces: AsyncIterable<Buffer>): AsyncIterable<string> {
  let first = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  const decode = (bytes?: Buffer) => {
    try {
      decoder ??= new TextDecoder(encodingOf(first), { fatal: true });
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw refuse('file_damaged', 'a part is not text');
    }
  };
  for await (const bytes of pieces) {
    if (decoder) {
      yield decode(bytes);
      continue;
    }
    first = Buffer.concat([first, bytes]);
    if (first.length >= MARK_BYTES) yield decode(first);
  }
  if (!decoder) yield decode(first);
  yield decode();
};

type Relation = { id: string; kind: string; target: string };

/** What a part refers to inside the file; what lies outside is left alone. */
const relationsOf = async (parts: Parts, part: string): Promise<Relation[]> => {
  const { dir, base } = posix.parse(part);
  const list = await parts.take(posix.join(dir, '_rels', `${base}.rels`));
  return children(list ?? undefined, 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      kind: posix.basename(Type),
      target: Target.startsWith('/') ? Target.slice(1) : posix.join(dir, Target),
    }));
};

/** What may stand beside the words of the document, by the kind of its relation. */
const BESIDES: readonly string[] = [
  'comments',
  'chart',
  'chartEx',
  'diagramData',
  'aFChunk',
  'package',
  'oleObject',
  'control',
];

/** The words of a part, comment by comment, paragraph by paragraph. */
const wordsIn = (element: XmlElement): string[] => {
  const words = (inner: XmlElement): string => inner.text + inner.children.map(words).join('');
  const pieces = (inner: XmlElement): string[] =>
    ['p', 'v'].includes(inner.name) ? [words(inner)] : inner.children.flatMap(pieces);
  return element.name === 'comments'
    ? element.children.map((comment) => pieces(comment).join(' '))
    : [pieces(element).join(' ')];
};

/** A part that cannot be read is told by its name; nothing of the report hangs on it. */
const readBeside = async (parts: Parts, { kind, target }: Relation): Promise<string[]> => {
  if (!/\.xml$/iu.test(target)) return [posix.basename(target)];
  try {
    const part = await parts.take(target);
    return part ? wordsIn(part) : [];
  } catch {
    return [kind];
  }
};

const refuseMacros = async (parts: Parts) => {
  const types = await parts.take('[Content_Types].xml');
  const declared = types?.children.some(({ attributes: { ContentType = '' } }) =>
    /ms-word\.\w+\.macroEnabled|vbaProject/iu.test(ContentType),
  );
  const present = parts.names.some((name) => /vbaProject\.bin$/iu.test(name));
  if (declared || present) throw refuse('file_with_macros', 'holds macros');
};

/**
 * The parts of a .docx that hold words or say how they look.
 * Throws file_too_large, file_not_docx, file_old_format (.doc), file_protected (needs a password), file_with_macros,
 * file_damaged, and file_holds_too_much: more than the budget.
 */
export const openDocx = async (bytes: Uint8Array, budget: Budget): Promise<DocxParts> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseByItsBeginning(file);
  const zip = await orDamaged(fromBufferPromise(withoutTail(file)));
  return orDamaged(readParts(new Parts(zip, await orDamaged(entriesOf(zip, budget)), budget)));
};

const readParts = async (parts: Parts): Promise<DocxParts> => {
  await refuseMacros(parts);
  const main = (await relationsOf(parts, '')).find(({ kind }) => kind === 'officeDocument');
  const document = await parts.take(main?.target ?? 'word/document.xml');
  if (!document || !child(document, 'body')) throw refuse('file_not_docx', 'holds no document');
  const relations = await relationsOf(parts, main?.target ?? 'word/document.xml');
  const only = async (kind: string) => {
    const relation = relations.find((one) => one.kind === kind);
    return relation ? parts.take(relation.target) : null;
  };
  const own = {
    styles: await only('styles'),
    theme: await only('theme'),
    numbering: await only('numbering'),
    footnotes: await only('footnotes'),
    endnotes: await only('endnotes'),
  };
  const margins: XmlElement[] = [];
  for (const { kind, target } of relations) {
    const part = kind === 'header' || kind === 'footer' ? await parts.take(target) : null;
    if (part) margins.push(part);
  }
  const besides: { kind: string; words: string[] }[] = [];
  for (const relation of relations.filter(({ kind }) => BESIDES.includes(kind))) {
    besides.push({ kind: relation.kind, words: await readBeside(parts, relation) });
  }
  return { document, ...own, margins, besides };
};
