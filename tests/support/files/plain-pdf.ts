// How is a PDF put together by hand, as small and as odd as a test wants it? Objects, a table, updates, signatures' holes.
// No library is asked: it would take seconds for a big file, and write none that is out of order.

const latin1 = (text: string | Buffer): Buffer =>
  typeof text === 'string' ? Buffer.from(text, 'latin1') : text;

export const HEADER = '%PDF-1.7\n';

const entry = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;

const trailer = (begin: number, words: string): string =>
  `trailer\n<< /Size 9999999 /Root 1 0 R ${words}>>\nstartxref\n${begin}\n%%EOF\n`;

/** Objects by number, from 1; the first is the catalog. */
export const plainPdf = (objects: readonly (string | Buffer)[]): Buffer => {
  const parts: Buffer[] = [latin1(HEADER)];
  const offsets: number[] = [];
  let end = HEADER.length;
  for (const [at, object] of objects.entries()) {
    offsets.push(end);
    const part = Buffer.concat([`${at + 1} 0 obj\n`, object, '\nendobj\n'].map(latin1));
    parts.push(part);
    end += part.length;
  }
  const table = `xref\n1 ${objects.length}\n${offsets.map(entry).join('')}`;
  return Buffer.concat([...parts, latin1(table + trailer(end, ''))]);
};

/** Where the last table of such a file begins. */
const lastTable = (pdf: Buffer): number =>
  Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1', pdf.length - 60))?.[1]);

/** With an update of these objects, by number. */
export const plainUpdate = (pdf: Buffer, objects: Record<number, string>): Buffer => {
  let body = '';
  let table = 'xref\n';
  for (const [number, object] of Object.entries(objects)) {
    table += `${number} 1\n${entry(pdf.length + body.length)}`;
    body += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const words = `/Prev ${lastTable(pdf)} `;
  return Buffer.concat([pdf, latin1(body + table + trailer(pdf.length + body.length, words))]);
};

const RANGE = '/ByteRange ';
const NUMBERS = (numbers: readonly number[]): string =>
  `[0 ${numbers.map((each) => String(each).padStart(9, '0')).join(' ')}]`;

/** A signature's dictionary with this in its hole; it covers nothing yet. */
export const plainSignature = (contents: string): string =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ` +
  `${RANGE}${NUMBERS([0, 0, 0])} /Contents <${contents}> >>`;

export type Hole = { start: number; end: number };

/** Lets every signature behind `from` cover the whole of the file but its hole; answers the holes. */
export const coverAll = (pdf: Buffer, from = 0): Hole[] => {
  const holes: Hole[] = [];
  for (let place = pdf.indexOf(RANGE, from); place !== -1; place = pdf.indexOf(RANGE, place + 1)) {
    const start = pdf.indexOf('/Contents <', place) + '/Contents '.length;
    const end = pdf.indexOf('>', start) + 1;
    pdf.write(RANGE + NUMBERS([start, end, pdf.length - end]), place, 'latin1');
    holes.push({ start, end });
  }
  return holes;
};

/** With a table that says where the objects from `first` on stand, and nothing else. */
export const updateWithTable = (pdf: Buffer, first: number, offsets: readonly number[]): Buffer => {
  const table = `xref\n${first} ${offsets.length}\n${offsets.map(entry).join('')}`;
  return Buffer.concat([pdf, latin1(table + trailer(pdf.length, `/Prev ${lastTable(pdf)} `))]);
};
