// How does a signature dictionary get into a PDF, in one incremental update that leaves every earlier byte alone?
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfRef, PdfString } from '@libpdf/core';
import { emptyByteRange, emptyContents } from './signature-slot.ts';

export type SignatureField = {
  /** The name of the form field: `Signature1` for the signer, `Seal` for the agency. */
  field: string;
  /** Whose signature it is, as shown by viewers that look no further than /Name. */
  name: string;
  reason?: string;
  /** The moment that the signature claims. */
  at: Date;
};

/** SignaturesExist and AppendOnly (ISO 32000-1, table 219). */
const SIGNATURE_FLAGS = 3;

/** Print and Locked (ISO 32000-1, table 165); PDF/A-2 wants Print and forbids Hidden (ISO 19005-2, 6.3.2). */
const WIDGET_FLAGS = 132;

/** The file with an empty signature in the named field, which is made when it is not there; the field must be empty. */
export async function addEmptySignature(
  pdf: Uint8Array,
  signature: SignatureField,
): Promise<Uint8Array> {
  const document = await PDF.load(pdf);
  const blocker = document.canSaveIncrementally();
  if (blocker !== null || document.recoveredViaBruteForce) {
    throw new Error(`the file cannot be updated: ${blocker ?? 'it is damaged'}`);
  }
  const field = fieldNamed(document, signature.field) ?? newField(document, signature.field);
  if (field.has('V')) throw new Error(`the field ${signature.field} is signed already`);
  field.set('V', document.context.register(signatureDictionary(signature)));
  const warningsBefore = document.warnings.length;
  const updated = await document.save({ incremental: true });
  const [warning] = document.warnings.slice(warningsBefore);
  if (warning !== undefined) throw new Error(`the file cannot be updated: ${warning}`);
  return updated;
}

/** ISO 32000-1, table 252, with the sub-filter and the claimed time of PAdES (EN 319 142-1, 5.3 and 6.3). */
function signatureDictionary({ name, reason, at }: SignatureField): PdfDict {
  const dictionary = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: emptyByteRange(),
    Contents: emptyContents(),
    M: PdfString.fromString(pdfDate(at)),
    Name: PdfString.fromString(name),
  });
  if (reason !== undefined) dictionary.set('Reason', PdfString.fromString(reason));
  return dictionary;
}

const MINUTES_AHEAD_OF_UTC = 7 * 60;

/** A PDF date (ISO 32000-1, 7.9.4) on the clock of Vietnam, which has had no summer time since 1975. */
function pdfDate(at: Date): string {
  const local = new Date(at.getTime() + MINUTES_AHEAD_OF_UTC * 60_000).toISOString();
  return `D:${local.slice(0, 19).replaceAll(/\D/g, '')}+07'00'`;
}

function fieldNamed(document: PDF, name: string): PdfDict | undefined {
  return document.getForm()?.acroForm().getField(name)?.getDict();
}

/** An invisible field on the last page, where signatures are printed; field and widget are one object. */
function newField(document: PDF, name: string): PdfDict {
  const resolve = (ref: PdfRef) => document.getObject(ref);
  const page = document.getPage(document.getPageCount() - 1);
  if (page === null) throw new Error('the file has no page');
  const field = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: PdfString.fromString(name),
    F: PdfNumber.of(WIDGET_FLAGS),
    P: page.ref,
    Rect: PdfArray.of(...[0, 0, 0, 0].map(PdfNumber.of)),
  });
  const ref = document.context.register(field);
  arrayIn(page.dict, 'Annots', resolve).push(ref);
  const form = formOf(document, resolve);
  arrayIn(form, 'Fields', resolve).push(ref);
  form.set('SigFlags', PdfNumber.of(SIGNATURE_FLAGS));
  return field;
}

function formOf(document: PDF, resolve: Resolve): PdfDict {
  const catalog = document.getCatalog();
  const present = catalog.getDict('AcroForm', resolve);
  if (present !== undefined) return present;
  const form = PdfDict.of({ Fields: PdfArray.of() });
  catalog.set('AcroForm', document.context.register(form));
  return form;
}

type Resolve = (ref: PdfRef) => ReturnType<PDF['getObject']>;

function arrayIn(dictionary: PdfDict, key: string, resolve: Resolve): PdfArray {
  const present = dictionary.getArray(key, resolve);
  if (present !== undefined) return present;
  const made = PdfArray.of();
  dictionary.set(key, made);
  return made;
}
