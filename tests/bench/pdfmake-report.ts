// How would pdfmake print a report? The same words in the same sizes, without lines, tags or an archive's promises.
import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { LAYOUT, type TextStyle } from '../../functions/document/layout.ts';
import type { PrintedBody } from '../../functions/document/printed-body.ts';
import type { PrintedForm } from '../../functions/document/printed-form.ts';

const points = (millimetres: number) => (millimetres / 25.4) * 72;
const { styles, margin } = LAYOUT;

const styled = (text: string, { size, bold, italic }: TextStyle, more: object = {}): Content => ({
  text,
  fontSize: size,
  bold,
  italics: italic,
  ...more,
});

const centred = (text: string, style: TextStyle) => styled(text, style, { alignment: 'center' });

const bodyOf = (items: PrintedBody): Content[] =>
  items.flatMap((item) =>
    item.kind === 'table'
      ? []
      : {
          text: item.runs.map(({ text, bold, italic }) => ({ text, bold, italics: italic })),
          fontSize: styles.body.size,
          alignment: 'justify',
          leadingIndent: points(LAYOUT.body.firstLineIndent),
          margin: [0, 0, 0, LAYOUT.body.gapBelow],
        },
  );

const definitionOf = (form: PrintedForm): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [
    points(margin.left),
    points(margin.top),
    points(margin.right),
    points(margin.bottom),
  ],
  defaultStyle: { font: 'Tinos', lineHeight: 1 },
  content: [
    {
      columns: [
        [
          ...form.agency.map((line) => centred(line, styles.agency)),
          centred(form.number, styles.number),
        ],
        [
          centred(form.nation, styles.nation),
          centred(form.motto, styles.motto),
          centred(form.placeAndDate, styles.placeAndDate),
        ],
      ],
    },
    ...(form.title
      ? [centred(form.title.type, styles.type), centred(form.title.subject, styles.subject)]
      : []),
    ...(form.addressees
      ? [form.addressees.lead, ...form.addressees.lines].map((line) =>
          styled(line, styles.addressees),
        )
      : []),
    ...bodyOf(form.body),
    {
      columns: [
        [form.recipientsTitle, ...form.recipients].map((line) => styled(line, styles.recipients)),
        [...form.authority, form.signer].map((line) => centred(line, styles.authority)),
      ],
    },
  ],
});

const fontFile = (path: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${path}.ttf`));

/** Gives pdfmake its fonts, and prints a form with it. */
export const openPdfmake = () => {
  pdfmake.setFonts({
    Tinos: {
      normal: fontFile('400Regular/Tinos_400Regular'),
      italics: fontFile('400Regular_Italic/Tinos_400Regular_Italic'),
      bold: fontFile('700Bold/Tinos_700Bold'),
      bolditalics: fontFile('700Bold_Italic/Tinos_700Bold_Italic'),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return (form: PrintedForm): Promise<Uint8Array> =>
    pdfmake.createPdf(definitionOf(form)).getBuffer();
};
