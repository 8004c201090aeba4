// How does a signature dictionary get into a PDF, in one incremental update that leaves every earlier byte alone?
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber } from '@libpdf/core';
import { claimAccessible } from './accessible.ts';
import { appearanceOf, type Ink } from './appearance.ts';
import { dateString, textString } from './pdf-text.ts';
import { addField, emptyField, type SignatureField } from './signature-field.ts';
import { emptyByteRange, emptyContents } from './signature-slot.ts';

export type SignatureWish = {
  /** The field that is filled: the signer's, or the agency's (`our-fields.ts`). */
  field: string;
  /** Whose signature it is, as shown by viewers that look no further than /Name. */
  name: string;
  reason?: string;
  /** The moment that the signature claims. */
  at: Date;
  /** Drawn into the field; without it nothing is to be seen there. */
  image?: Ink;
  /**
   * Of the first signature only: every field that the file will ever have, its own among them. That signature then
   * certifies: filling these fields, and adding what is needed to check signatures, are the only changes it allows.
   */
  newFields?: readonly SignatureField[];
};

/** The file with an empty signature in the named field. */
export const addEmptySignature = async (
  pdf: Uint8Array,
  wish: SignatureWish,
): Promise<Uint8Array> => {
  const document = await PDF.load(pdf);
  const blocker = document.canSaveIncrementally();
  if (blocker !== null || document.recoveredViaBruteForce) {
    throw new Error(`the file cannot be updated: ${blocker ?? 'it is damaged'}`);
  }
  for (const field of wish.newFields ?? []) addField(document, field);
  const field = emptyField(document, wish.field);
  if (wish.image !== undefined) {
    field.set('AP', appearanceOf(document, sizeOf(document, field), wish.image));
  }
  const dictionary = signatureDictionary(wish);
  const signature = document.context.register(dictionary);
  field.set('V', signature);
  if (wish.newFields !== undefined) {
    dictionary.set('Reference', PdfArray.of(certifying()));
    document.getCatalog().set('Perms', PdfDict.of({ DocMDP: signature }));
    claimAccessible(document);
  }
  const warningsBefore = document.warnings.length;
  // Metadata is for programs that know no PDF, and images are packed already.
  const updated = await document.save({ incremental: true, compressStreams: false });
  const [warning] = document.warnings.slice(warningsBefore);
  if (warning !== undefined) throw new Error(`the file cannot be updated: ${warning}`);
  return updated;
};

/** ISO 32000-1, table 252, with the sub-filter and the claimed time of PAdES (EN 319 142-1, 5.3 and 6.3). */
const signatureDictionary = ({ name, reason, at }: SignatureWish): PdfDict => {
  const dictionary = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: emptyByteRange(),
    Contents: emptyContents(),
    M: dateString(at),
    Name: textString(name),
  });
  if (reason !== undefined) dictionary.set('Reason', textString(reason));
  return dictionary;
};

/** Forms may be filled in and signed; validation data may always follow (ISO 32000-2, table 257). */
const FILL_AND_SIGN = 2;

/** No digest of its own: PDF/A-2 forbids it (ISO 19005-2, 6.1.12), and the byte range covers everything. */
const certifying = (): PdfDict =>
  PdfDict.of({
    Type: PdfName.of('SigRef'),
    TransformMethod: PdfName.of('DocMDP'),
    TransformParams: PdfDict.of({
      Type: PdfName.of('TransformParams'),
      P: PdfNumber.of(FILL_AND_SIGN),
      V: PdfName.of('1.2'),
    }),
  });

const sizeOf = (document: PDF, field: PdfDict): { width: number; height: number } => {
  const rectangle = field.getArray('Rect', document.getObject.bind(document))?.toArray() ?? [];
  const [left = 0, bottom = 0, right = 0, top = 0] = rectangle.map((entry) =>
    entry.type === 'number' ? entry.value : 0,
  );
  return { width: right - left, height: top - bottom };
};
