// How does a signature get its place in a PDF? A form field with its widget on the page, and a tag that names it.
import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber } from '@libpdf/core';
import type { Place } from '../../domain/content/place.ts';
import { appearanceOf, numbers } from './appearance.ts';
import { tagField } from './field-tag.ts';
import { textString } from './pdf-text.ts';

export type SignatureField = {
  /** What programs call it (`our-fields.ts`). No full stop (ISO 32000-1, 12.7.3.2). */
  field: string;
  place: Place;
  /** What people call it, as screen readers and tooltips say it: `Chữ ký của Nguyễn Văn Minh`. */
  label: string;
};

/** SignaturesExist and AppendOnly (ISO 32000-1, table 219). */
const SIGNATURE_FLAGS = 3;

/** Print and Locked (ISO 32000-1, table 165); PDF/A-2 wants Print and forbids Hidden (ISO 19005-2, 6.3.2). */
const WIDGET_FLAGS = 132;

/** Puts an empty signature field on its page, tagged if the file is tagged; field and widget are one object. */
export const addField = (document: PDF, { field, place, label }: SignatureField): void => {
  const page = document.getPage(place.page - 1);
  if (page === null) throw new Error(`the file has no page ${place.page}`);
  if (!(place.width > 0 && place.height > 0)) throw new Error(`the field ${field} has no size`);
  if (field.includes('.')) throw new Error(`the field name ${field} has a full stop`);
  if (fieldNamed(document, field)) throw new Error(`the field ${field} is there already`);
  const sheet = page.getMediaBox();
  const left = sheet.x + place.x;
  const top = sheet.y + sheet.height - place.y;
  const widget = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: textString(field),
    TU: textString(label),
    F: PdfNumber.of(WIDGET_FLAGS),
    P: page.ref,
    Rect: numbers(left, top - place.height, left + place.width, top),
    AP: appearanceOf(document, place),
  });
  const ref = document.context.register(widget);
  arrayIn(document, page.dict, 'Annots').push(ref);
  // The reading order of the page's fields is that of its tags (ISO 32000-1, table 30).
  page.dict.set('Tabs', PdfName.of('S'));
  const form = formOf(document);
  arrayIn(document, form, 'Fields').push(ref);
  form.set('SigFlags', PdfNumber.of(SIGNATURE_FLAGS));
  tagField(document, { widget, ref, page: page.index, label });
};

/** The empty field of a name. */
export const emptyField = (document: PDF, name: string): PdfDict => {
  const field = fieldNamed(document, name);
  if (field === undefined) throw new Error(`the file has no field ${name}`);
  if (field.has('V')) throw new Error(`the field ${name} is signed already`);
  return field;
};

const fieldNamed = (document: PDF, name: string): PdfDict | undefined =>
  document.getForm()?.acroForm().getField(name)?.getDict();

const formOf = (document: PDF): PdfDict => {
  const catalog = document.getCatalog();
  const present = catalog.getDict('AcroForm', document.getObject.bind(document));
  if (present !== undefined) return present;
  const form = PdfDict.of({ Fields: PdfArray.of() });
  catalog.set('AcroForm', document.context.register(form));
  return form;
};

const arrayIn = (document: PDF, dictionary: PdfDict, key: string): PdfArray => {
  const present = dictionary.getArray(key, document.getObject.bind(document));
  if (present !== undefined) return present;
  const made = PdfArray.of();
  dictionary.set(key, made);
  return made;
};
