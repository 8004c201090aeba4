// Which signatures does a PDF hold? The form's signature fields that have a value, as the file's objects say.
import { PDF, type PdfDict, type SignatureField } from '@libpdf/core';

export type FoundSignature = {
  field: string;
  subFilter: string;
  /** As it stands there: any numbers, any count. */
  byteRange: number[];
  contents: Uint8Array;
  /** /M: claimed by the signer, proven by nobody; undefined when missing or not a date. */
  claimedTime: Date | undefined;
  name: string | undefined;
  reason: string | undefined;
};

export type FoundSignatures =
  | {
      readable: true;
      /** The file could be read only by guessing; another program may guess otherwise. */
      damaged: boolean;
      signatures: FoundSignature[];
    }
  | { readable: false; because: 'file_unreadable' | 'file_encrypted' };

/** Never throws. */
export async function findSignatures(pdf: Uint8Array): Promise<FoundSignatures> {
  try {
    const document = await PDF.load(pdf);
    if (!document.isAuthenticated) return { readable: false, because: 'file_encrypted' };
    const fields =
      document.getForm()?.acroForm().getFieldsOfType<SignatureField>('signature') ?? [];
    const signatures = fields.flatMap((field) => {
      const dictionary = field.getSignatureDict();
      return dictionary === null ? [] : [readDictionary(document, field.name, dictionary)];
    });
    return { readable: true, damaged: document.recoveredViaBruteForce, signatures };
  } catch {
    return { readable: false, because: 'file_unreadable' };
  }
}

function readDictionary(document: PDF, field: string, dictionary: PdfDict): FoundSignature {
  const resolve = document.getObject.bind(document);
  const text = (key: string) => dictionary.getString(key, resolve)?.asString();
  const byteRange = dictionary.getArray('ByteRange', resolve)?.toArray() ?? [];
  return {
    field,
    subFilter: dictionary.getName('SubFilter', resolve)?.value ?? '',
    // What is no number can be no place in the file.
    byteRange: byteRange.map((entry) => (entry.type === 'number' ? entry.value : Number.NaN)),
    contents: dictionary.getString('Contents', resolve)?.bytes ?? new Uint8Array(),
    claimedTime: dateOf(text('M')),
    name: text('Name'),
    reason: text('Reason'),
  };
}

/** Year to second, then Z or the hours and minutes ahead of UTC (ISO 32000-1, 7.9.4); only the year is demanded. */
const PDF_DATE = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(?:(\d\d)'?)?)?/;

function dateOf(text: string | undefined): Date | undefined {
  const found = PDF_DATE.exec(text ?? '');
  if (found === null) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = found;
  const [sign = '+', hours = '00', minutes = '00'] = found.slice(7);
  const zone = `${sign}${hours}:${minutes}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Whether two readings of a field, from the file and from an earlier revision of it, show the same signature. */
export const isSameSignature = (one: FoundSignature, other: FoundSignature): boolean =>
  one.subFilter === other.subFilter &&
  one.byteRange.join() === other.byteRange.join() &&
  Buffer.from(one.contents).equals(other.contents) &&
  one.claimedTime?.getTime() === other.claimedTime?.getTime() &&
  one.name === other.name &&
  one.reason === other.reason;
