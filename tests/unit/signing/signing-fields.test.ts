// Do both fields stand in the file as viewers, screen readers and strict validators want them?
import { PDF, PdfDict, PdfRef, PdfStream } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SigningKey } from '../../../functions/signing/key.ts';
import { signPdf } from '../../../functions/signing/sign/sign-pdf.ts';
import { readSignatureImage } from '../../../functions/signing/sign/signature-image.ts';
import { SIGNED_WORDS } from '../../../functions/signing/sign/signed-words.ts';
import {
  sampleSealPng,
  sampleSignaturePng,
} from '../../../infra/local/sample-images/signature-and-seal.ts';
import { pdfinfo, pdfStructure, pdfsig, qpdfCheck } from '../../support/files/pdf-tools.ts';
import { AGENCY, aKey, authority, CHAIRMAN, FIELDS, typstPdf } from './signing-desk.ts';

const blank = typstPdf();
const HAND = readSignatureImage(sampleSignaturePng(CHAIRMAN.commonName));
const SEAL = readSignatureImage(sampleSealPng(AGENCY.commonName));

let key: SigningKey;
let signed: Uint8Array;
let sealed: Uint8Array;
beforeAll(async () => {
  key = await aKey(CHAIRMAN, 'p-256');
  ({ pdf: signed } = await signPdf({ ...wish(), image: HAND }));
  ({ pdf: sealed } = await signPdf({ ...sealWish(), pdf: signed, image: SEAL }));
});

const wish = () => ({
  pdf: blank,
  key,
  field: 'Signature1',
  name: CHAIRMAN.commonName,
  at: new Date(),
  newFields: FIELDS,
});
const sealWish = () => ({ key, field: 'Seal', name: AGENCY.commonName, at: new Date() });

/** A dictionary at the end of a path of keys, whatever is by reference on the way. */
const at = (document: PDF, from: PdfDict | undefined, ...path: string[]): PdfDict => {
  const resolve = document.getObject.bind(document);
  const found = path.reduce<PdfDict | undefined>((dict, step) => {
    const next = dict?.get(step, resolve);
    return next instanceof PdfDict ? next : undefined;
  }, from);
  if (found === undefined) throw new Error(`there is no ${path.join('/')}`);
  return found;
};

const fieldOf = (document: PDF, name: string): PdfDict => {
  const field = document.getForm()?.acroForm().getField(name)?.getDict();
  if (field === undefined) throw new Error(`there is no field ${name}`);
  return field;
};

describe.each(['signed', 'sealed'] as const)('in the %s file', (which) => {
  let document: PDF;
  beforeAll(async () => {
    document = await PDF.load(which === 'signed' ? signed : sealed);
  });

  test.each(FIELDS)('$field is a widget on its page that prints and has a tooltip', (wanted) => {
    const field = fieldOf(document, wanted.field);
    expect(field.getName('Subtype')?.value).toBe('Widget');
    expect(field.getNumber('F')?.value).toBe(132);
    expect(field.getString('TU')?.asString()).toBe(wanted.label);
    expect(field.getRef('P')).toBe(document.getPage(wanted.place.page - 1)?.ref);
    const rectangle = field.getArray('Rect')?.toArray() ?? [];
    const [left = 0, bottom = 0, right = 0, top = 0] = rectangle.map((number) =>
      number.type === 'number' ? number.value : 0,
    );
    expect(right - left).toBeCloseTo(wanted.place.width, 2);
    expect(top - bottom).toBeCloseTo(wanted.place.height, 2);
  });

  test.each(FIELDS)(
    '$field has a tag that points at it, and is found from it',
    ({ field, label }) => {
      const resolve = document.getObject.bind(document);
      const widget = fieldOf(document, field);
      const parents = at(document, document.getCatalog(), 'StructTreeRoot', 'ParentTree');
      const pairs = parents.getArray('Nums', resolve)?.toArray() ?? [];
      const key = widget.getNumber('StructParent')?.value;
      const place = pairs.findIndex((entry) => entry.type === 'number' && entry.value === key);
      const ref = pairs[place + 1];
      const element = ref instanceof PdfRef ? resolve(ref) : undefined;
      if (!(element instanceof PdfDict)) throw new Error('the parent tree leads nowhere');
      expect(element.getName('S')?.value).toBe('Form');
      expect(element.getString('Alt')?.asString()).toBe(label);
      const target = at(document, element, 'K').getRef('Obj');
      expect(target && resolve(target)).toBe(widget);
      const siblings = at(document, element, 'P').getArray('K', resolve)?.toArray() ?? [];
      expect(siblings).toContain(ref);
    },
  );

  test('tags, language and PDF/A claim are those of the rendered file', async () => {
    const file = which === 'signed' ? signed : sealed;
    expect(document.getCatalog().getString('Lang')?.asString()).toBe('vi');
    expect(document.getPage(1)?.dict.getName('Tabs')?.value).toBe('S');
    expect(await pdfinfo(file)).toMatchObject({ Tagged: 'yes' });
    expect(Buffer.from(file).toString('latin1')).toContain(
      '<pdfaid:conformance>A</pdfaid:conformance>',
    );
    expect(await qpdfCheck(file)).toMatchObject({ exitCode: 0 });
  });

  test('the first signature certifies: only filling in and signing may follow', () => {
    const catalog = document.getCatalog();
    const certifying = at(document, catalog, 'Perms', 'DocMDP');
    expect(certifying).toBe(at(document, fieldOf(document, 'Signature1'), 'V'));
    const [reference] = certifying.getArray('Reference')?.toArray() ?? [];
    if (!(reference instanceof PdfDict)) throw new Error('there is no reference');
    expect(reference.getName('TransformMethod')?.value).toBe('DocMDP');
    expect(at(document, reference, 'TransformParams').getNumber('P')?.value).toBe(2);
    // PDF/A-2 forbids them beside DocMDP (ISO 19005-2, 6.1.12).
    for (const key of ['DigestMethod', 'DigestValue', 'DigestLocation']) {
      expect(reference.has(key)).toBe(false);
    }
  });
});

test('screen readers come to the fields after the text of their page, and before the next page', async () => {
  const { pdf } = await signPdf({
    ...wish(),
    newFields: FIELDS.map((field) => ({ ...field, place: { ...field.place, page: 1 } })),
  });
  const tags = (await pdfStructure(pdf)).split('\n').map((line) => line.trim());
  const kinds = tags.map((line) => line.split(' ')[0]).filter((kind) => kind !== undefined);
  const forms = kinds.flatMap((kind, place) => (kind === 'Form' ? [place] : []));
  expect(forms).toHaveLength(2);
  expect(kinds.slice(0, forms[0])).toContain('H1');
  expect(kinds.slice(forms.at(-1))).toContain('P');
});

test('the seal approves: it claims no rights over the file', async () => {
  const document = await PDF.load(sealed);
  expect(at(document, fieldOf(document, 'Seal'), 'V').has('Reference')).toBe(false);
});

test('sealing changes no object but the seal’s field', async () => {
  const before = await PDF.load(signed);
  const field = before.getForm()?.acroForm().getField('Seal')?.getRef();
  const update = Buffer.from(sealed.subarray(signed.length)).toString('latin1');
  const written = [...update.matchAll(/^(\d+) 0 obj$/gm)].map(([, number]) => Number(number));
  const known = written.filter((number) => before.getObject(PdfRef.of(number, 0)) !== null);
  expect(known).toEqual([field?.objectNumber]);
});

describe('the appearance', () => {
  const appearanceIn = async (
    pdf: Uint8Array,
    field: string,
  ): Promise<PDF & { form: PdfStream }> => {
    const document = await PDF.load(pdf);
    const ref = at(document, fieldOf(document, field), 'AP').getRef('N');
    const form = ref && document.getObject(ref);
    if (!(form instanceof PdfStream)) throw new Error('there is no appearance');
    return Object.assign(document, { form });
  };

  test('of an empty field is empty, and as large as the field', async () => {
    const { form } = await appearanceIn(signed, 'Seal');
    expect(form.getArray('BBox')?.toArray()).toHaveLength(4);
    expect(form.getDecodedData()).toHaveLength(0);
  });

  test('is the image with its transparency', async () => {
    const document = await appearanceIn(sealed, 'Seal');
    const image = at(document, document.form, 'Resources', 'XObject', 'Image');
    expect(image.getNumber('Width')?.value).toBe(SEAL.width);
    const mask = at(document, image, 'SMask');
    if (!(mask instanceof PdfStream)) throw new Error('there is no mask');
    expect(Buffer.from(mask.getDecodedData()).equals(SEAL.opacity)).toBe(true);
  });

  test('may be missing: a signature without an image is as valid', async () => {
    const { pdf } = await signPdf(wish());
    expect(await pdfsig(pdf, authority.certificatePem)).toMatchObject([{ valid: true }]);
    expect(await qpdfCheck(pdf)).toMatchObject({ exitCode: 0 });
  });
});

describe('a field is not made', () => {
  const [first] = FIELDS;
  if (first === undefined) throw new Error('there are fields');
  const { place } = first;
  test.each([
    ['on a page that is not there', { ...first, place: { ...place, page: 3 } }, 'no page 3'],
    ['without a size', { ...first, place: { ...place, width: 0 } }, 'no size'],
    ['with a full stop in its name', { ...first, field: 'a.b' }, 'full stop'],
  ])('%s', async (_, field, words) => {
    await expect(signPdf({ ...wish(), newFields: [field] })).rejects.toThrow(words);
  });

  test('twice', async () => {
    await expect(signPdf({ ...wish(), newFields: [first, first] })).rejects.toThrow(
      'there already',
    );
  });

  test('by a signature that comes later: what is not there cannot be filled', async () => {
    await expect(signPdf({ ...sealWish(), field: 'Other', pdf: signed })).rejects.toThrow(
      'no field Other',
    );
  });
});

test('a signer who has given no image signs with words in strokes, and no font', async () => {
  const { pdf } = await signPdf({ ...wish(), image: SIGNED_WORDS });
  const document = await PDF.load(pdf);
  const look = at(document, fieldOf(document, 'Signature1'), 'AP').getRef('N');
  const form = look && document.getObject(look);
  if (!(form instanceof PdfStream)) throw new Error('the field has no appearance');
  expect(Buffer.from(form.getDecodedData()).toString('latin1')).toMatch(/ cm .* l S Q$/);
  expect(at(document, form, 'Resources').has('Font')).toBe(false);
  expect(await qpdfCheck(pdf)).toMatchObject({ exitCode: 0 });
});
