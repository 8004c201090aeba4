// Which signatures does a PDF hold? The form's signature fields that have a value, as the file's objects say.
import { LARGEST_FILE } from '../../domain/file-kind.ts';
import { type Coverage, endOf, readByteRange } from './byte-range.ts';
import { isMoment } from './cms/ber.ts';
import { Effort, TooMuchWork } from './effort.ts';
import { openDamaged } from './pdf/damaged-file.ts';
import { type Field, fieldsOf, isName, textOf } from './pdf/form-fields.ts';
import { Dict, Malformed, Name, Ref, Text, type Value } from './pdf/object.ts';
import { Locked, PdfFile } from './pdf/pdf-file.ts';

export type FoundSignature = Coverage & {
  field: string;
  /** Undefined in a damaged file, where fields are not looked for. */
  fieldDict: Dict | undefined;
  dict: Dict;
  subFilter: string;
  contents: Uint8Array;
  /** A key stands there twice: readers differ in which one counts. */
  ambiguous: boolean;
  /** /M: claimed by the signer, proven by nobody; undefined when missing or not a date. */
  claimedTime: Date | undefined;
  name: string | undefined;
  reason: string | undefined;
};

export type FoundSignatures =
  | {
      readable: true;
      /** As it is, or as it was when it was signed last, where `spoilt`. */
      file: PdfFile;
      /** What was added to it after a signature cannot be read, with the file as a whole. */
      spoilt: boolean;
      /** The file could be read only by guessing; another program may guess otherwise. */
      damaged: boolean;
      signatures: FoundSignature[];
      /** Signature fields without a value. */
      emptyFields: string[];
    }
  | { readable: false; because: UnreadableFile };

export type UnreadableFile =
  | 'file_unreadable'
  | 'file_encrypted'
  | 'file_too_large'
  | 'file_too_complex';

/** Never throws. */
export const findSignatures = (pdf: Uint8Array, effort = new Effort()): FoundSignatures => {
  if (pdf.length > LARGEST_FILE) return { readable: false, because: 'file_too_large' };
  try {
    return findInWholeOrDamaged(pdf, effort);
  } catch (error) {
    if (error instanceof Locked) return { readable: false, because: 'file_encrypted' };
    if (error instanceof TooMuchWork) return { readable: false, because: 'file_too_complex' };
    return { readable: false, because: 'file_unreadable' };
  }
};

export type ReadableFile = Extract<FoundSignatures, { readable: true }>;

const findInWholeOrDamaged = (pdf: Uint8Array, effort: Effort): FoundSignatures => {
  try {
    return findInWhole(pdf, effort);
  } catch (error) {
    if (error instanceof Malformed) return findInDamaged(pdf, effort);
    throw error;
  }
};

/** @throws Malformed, Locked, TooMuchWork */
const findInWhole = (pdf: Uint8Array, effort: Effort): ReadableFile => {
  const file = PdfFile.open(pdf, effort);
  return { readable: true, spoilt: false, damaged: false, file, ...signaturesOf(file) };
};

/** Written in clear in every signed file: the signer fills it in when the file is whole. */
const BYTE_RANGE = /\/ByteRange\s*\[\s*\d+\s+\d+\s+(\d+)\s+(\d+)\s*\]/g;

/**
 * As of the last beginning of the file that is a whole file, covered to its end by a signature in it: the file is then
 * not damaged but spoilt. @throws TooMuchWork
 */
export const findWhenSigned = (pdf: Uint8Array, effort: Effort): ReadableFile | undefined => {
  effort.spendOnBytes(pdf.length);
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1');
  const ends = new Set<number>();
  for (const [, holeEnd, rest] of text.matchAll(BYTE_RANGE)) {
    effort.spendOnFailure();
    const end = Number(holeEnd) + Number(rest);
    if (end < pdf.length) ends.add(end);
  }
  for (const end of [...ends].sort((one, other) => other - one)) {
    effort.spendOnFailure();
    const found = findInRevision(pdf.subarray(0, end), effort);
    if (found !== undefined) return { ...found, spoilt: true };
  }
  return undefined;
};

const findInRevision = (revision: Uint8Array, effort: Effort): ReadableFile | undefined => {
  try {
    const found = findInWhole(revision, effort);
    const isCovered = found.signatures.some((signature) => {
      const range = readByteRange(revision, signature);
      return range.exact && endOf(range.byteRange) === revision.length;
    });
    return isCovered ? found : undefined;
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return undefined;
  }
};

/** The signatures of one revision. @throws Malformed, TooMuchWork */
export const signaturesOf = (
  file: PdfFile,
): {
  signatures: FoundSignature[];
  emptyFields: string[];
} => {
  if (file.dict(file.catalog.entries.get('Pages')) === undefined) throw new Malformed('no pages');
  const fields = fieldsOf(file).filter(({ type }) => type === 'Sig');
  const signatures: FoundSignature[] = [];
  const seen = new Set<Dict>();
  for (const field of fields) {
    const dict = file.dict(field.value);
    if (field.value === null || (dict !== undefined && seen.has(dict))) continue;
    // A value that is no dictionary is a signature all the same: one that is broken.
    const signature = dict ?? new Dict();
    seen.add(signature);
    signatures.push(readDictionary(file, field, signature));
  }
  const emptyFields = fields.filter(({ value }) => value === null).map(({ name }) => name);
  return { signatures, emptyFields };
};

/** Whatever looks like a signature's dictionary, wherever it stands. */
const findInDamaged = (pdf: Uint8Array, effort: Effort): FoundSignatures => {
  const file = openDamaged(pdf, effort);
  const signatures: FoundSignature[] = [];
  let objects = 0;
  for (const [number, entry] of file.crossReference.entries) {
    if (entry.kind !== 'at') continue;
    const dict = file.value(new Ref(number, entry.generation));
    objects += 1;
    if (!(dict instanceof Dict) || !dict.entries.has('ByteRange')) continue;
    signatures.push(readDictionary(file, undefined, dict));
  }
  if (objects === 0) return { readable: false, because: 'file_unreadable' };
  return { readable: true, spoilt: false, damaged: true, file, signatures, emptyFields: [] };
};

const readDictionary = (file: PdfFile, field: Field | undefined, dict: Dict): FoundSignature => {
  const entry = (key: string): Value => file.value(dict.entries.get(key));
  const byteRange = file.array(dict.entries.get('ByteRange')) ?? [];
  const contents = entry('Contents');
  const subFilter = entry('SubFilter');
  return {
    field: field?.name ?? '',
    fieldDict: field?.dict,
    dict,
    subFilter: subFilter instanceof Name ? subFilter.value : '',
    // What is no number can be no place in the file.
    byteRange: byteRange.map((each) => (typeof each === 'number' ? each : Number.NaN)),
    contents: contents instanceof Text ? contents.raw : new Uint8Array(),
    contentsSpan: contents instanceof Text ? contents.span : undefined,
    ambiguous: dict.ambiguous,
    claimedTime: dateOf(textOf(file, dict.entries.get('M'))),
    name: textOf(file, dict.entries.get('Name')),
    reason: textOf(file, dict.entries.get('Reason')),
  };
};

/** RFC 3161 tokens in a place of their own (ISO 32000-2, 12.8.5). */
export const isDocumentTimestamp = ({ subFilter, dict }: FoundSignature): boolean =>
  subFilter === 'ETSI.RFC3161' || isName(dict.entries.get('Type'), 'DocTimeStamp');

/** Year to second, then Z or the hours and minutes ahead of UTC (ISO 32000-1, 7.9.4); only the year is demanded. */
const PDF_DATE = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(?:(\d\d)'?)?)?/;

const dateOf = (text: string | undefined): Date | undefined => {
  const found = PDF_DATE.exec(text ?? '');
  if (found === null) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = found;
  const [sign = '+', hours = '00', minutes = '00'] = found.slice(7);
  const zone = `${sign}${hours}:${minutes}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return isMoment(date) ? date : undefined;
};
