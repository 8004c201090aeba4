// How does a file say that everybody can read it? By the claim of PDF/UA-1 beside that of PDF/A-2a, and its title in the window.
import { type PDF, PdfBool, PdfDict, PdfName, PdfStream } from '@libpdf/core';

/**
 * PDF/A wants every schema of metadata that it does not know itself described in the file (ISO 19005-2, 6.6.2.3.1), among
 * those that the renderer has described already.
 */
const SCHEMA = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('');
const CLAIM = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>';

const SCHEMAS_END = '</rdf:Bag></pdfaExtension:schemas>';
const CONFORMANCE_A = '<pdfaid:conformance>A</pdfaid:conformance>';

/**
 * The renderer writes what PDF/UA-1 asks for, but claims one standard a file; the claim (ISO 14289-1, 5) and the title
 * (7.1) come with the fields, which bring their tags themselves. A file that does not say that it is PDF/A-2a stays as it is.
 */
export const claimAccessible = (document: PDF): void => {
  const catalog = document.getCatalog();
  const resolve = document.getObject.bind(document);
  const metadata = catalog.get('Metadata', resolve);
  if (!(metadata instanceof PdfStream)) return;
  const text = Buffer.from(metadata.getDecodedData()).toString('utf8');
  if (!(text.includes(SCHEMAS_END) && text.includes(CONFORMANCE_A))) return;
  const claiming = text
    .replace(SCHEMAS_END, `${SCHEMA}${SCHEMAS_END}`)
    .replace(CONFORMANCE_A, `${CONFORMANCE_A}${CLAIM}`);
  const stream = PdfStream.fromDict(
    { Type: PdfName.of('Metadata'), Subtype: PdfName.of('XML') },
    Buffer.from(claiming),
  );
  catalog.set('Metadata', document.context.register(stream));
  const preferences = catalog.getDict('ViewerPreferences', resolve) ?? PdfDict.of({});
  preferences.set('DisplayDocTitle', PdfBool.TRUE);
  catalog.set('ViewerPreferences', preferences);
};
