// How do files look that other programs signed? Built by pdf-lib and @signpdf, signed by openssl.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { Signer, SignPdf } from '@signpdf/signpdf';
import { PDFDocument, PDFInvalidObject, PDFName, type PDFRef, StandardFonts } from 'pdf-lib';
import { opensslSignCms } from '../../../support/files/pdf-tools.ts';
import { authority } from '../signing-desk.ts';
import { type CmsChange, changedCms } from './changed-cms.ts';

export type OtherSigner = {
  privateKey: KeyObject;
  /** PEM; by default the trial authority's for that key. */
  certificate?: string;
  subFilter?: 'adbe.pkcs7.detached' | 'ETSI.CAdES.detached';
  /** What `openssl cms -sign` is told besides. */
  options?: string[];
  /** /P of DocMDP, of a file that is certified. */
  permission?: 1 | 2 | 3;
  /** How another program writes the file before it is signed. */
  rewrite?: (pdf: Uint8Array) => Promise<Uint8Array>;
  /** How another maker writes the CMS. */
  change?: CmsChange;
};

class OpensslSigner extends Signer {
  readonly #sign: (content: Uint8Array) => Promise<Uint8Array>;
  constructor(sign: (content: Uint8Array) => Promise<Uint8Array>) {
    super();
    this.#sign = sign;
  }
  override async sign(content: Buffer): Promise<Buffer> {
    return Buffer.from(await this.#sign(content));
  }
}

export const certificateFor = (privateKey: KeyObject, commonName = 'Trần Thị Lan'): string =>
  authority.certifyKey(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }), {
    commonName,
    organization: 'UBND xã Sơn Trung',
  });

/** One page with a text, a form field called `note`, and one signature; with the numbers of what may be tampered with. */
export const signedElsewhere = async ({
  privateKey,
  certificate = certificateFor(privateKey),
  subFilter = 'adbe.pkcs7.detached',
  options = ['-md', 'sha256'],
  permission,
  rewrite = async (pdf) => pdf,
  change,
}: OtherSigner) => {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 400]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  page.drawText('118 households', { font, x: 50, y: 300 });
  const note = document.getForm().createTextField('note');
  note.addToPage(page, { x: 50, y: 50, width: 100, height: 20, font });
  pdflibAddPlaceholder({
    pdfDoc: document,
    subFilter,
    reason: '',
    contactInfo: '',
    name: 'Lan',
    location: '',
    widgetRect: [200, 50, 300, 100],
  });
  if (permission !== undefined) certify(document, permission);
  const hidden = hideCatalog(document);
  const blank = Buffer.from(
    await rewrite(withDigits(await document.save({ useObjectStreams: false }))),
  );
  const key = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const signer = new OpensslSigner(async (content) => {
    const cms = await opensslSignCms(content, key, certificate, options);
    return change === undefined ? cms : changedCms(cms, content, change);
  });
  return {
    pdf: await new SignPdf().sign(blank, signer),
    numbers: {
      page: page.ref.objectNumber,
      font: font.ref.objectNumber,
      note: note.ref.objectNumber,
      hidden: hidden.objectNumber,
    },
  };
};

/** The placeholder's hole is of zero bytes, where hexadecimal digits should stand. */
const withDigits = (pdf: Uint8Array): Buffer =>
  Buffer.from(
    Buffer.from(pdf)
      .toString('latin1')
      .replace(/<\0+>/, (hole) => hole.replaceAll('\0', '0')),
    'latin1',
  );

/** The signature is there as bytes already, with its hole. */
const certify = ({ context, catalog }: PDFDocument, permission: 1 | 2 | 3): void => {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFInvalidObject)) continue;
    const bytes = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    const parameters = `<< /Type /TransformParams /P ${permission} /V /1.2 >>`;
    const reference = `<< /Type /SigRef /TransformMethod /DocMDP /TransformParams ${parameters} >>`;
    const certifying = Buffer.from(bytes)
      .toString('latin1')
      .replace('/Type /Sig', `/Type /Sig /Reference [${reference}]`);
    context.assign(ref, PDFInvalidObject.of(Buffer.from(certifying, 'latin1')));
    catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: ref }));
  }
};

/** Another catalog, with no page, that nothing refers to. */
const hideCatalog = ({ context, catalog }: PDFDocument): PDFRef => {
  const pages = context.register(context.obj({ Type: 'Pages', Kids: [], Count: 0 }));
  const form = catalog.get(PDFName.of('AcroForm')) ?? null;
  return context.register(context.obj({ Type: 'Catalog', Pages: pages, AcroForm: form }));
};
