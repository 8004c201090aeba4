// How does another program add a signature, or a document timestamp, to a file? In an update, with a field of its own.
import { objectOf, rootOf, updated } from './incremental-update.ts';

/** Numbers that no test file has, two for each that is added. */
const firstFree = (pdf: Uint8Array): number => {
  let number = 9200;
  while (Buffer.from(pdf).includes(`\n${number} 0 obj`)) number += 2;
  return number;
};

/** Hexadecimal digits: more than any signature here. */
const HOLE = 20_000;

export type Added = {
  field: string;
  /** What its dictionary says besides the range and the contents. */
  dictionary: string;
  /** The CMS over what is covered. */
  sign: (content: Uint8Array) => Promise<Uint8Array>;
  /** The number of the page that shows the field. */
  page: number;
  /** What else the update holds. */
  besides?: Record<number, string>;
};

export const withAdded = async (
  pdf: Uint8Array,
  { field, dictionary, sign, page, besides = {} }: Added,
): Promise<Buffer> => {
  const number = firstFree(pdf);
  const root = rootOf(pdf);
  const form = Number(/\/AcroForm (\d+) 0 R/.exec(objectOf(pdf, root))?.[1]);
  const longer = (of: number, list: string) =>
    objectOf(pdf, of).replace(new RegExp(`/${list} \\[([^\\]]*)`), `$&${number} 0 R `);
  const widget = '/Type /Annot /Subtype /Widget /F 132 /Rect [0 0 0 0]';
  const range = `/ByteRange [0 ${'0 '.repeat(3).padEnd(40)}]`;
  const blank = updated(pdf, {
    [page]: longer(page, 'Annots'),
    [form]: longer(form, 'Fields'),
    [number]: `<< ${widget} /FT /Sig /T (${field}) /P ${page} 0 R /V ${number + 1} 0 R >>`,
    [number + 1]: `<< ${dictionary} ${range} /Contents <${'0'.repeat(HOLE)}> >>`,
    ...besides,
  });
  const start = blank.lastIndexOf('/Contents <') + '/Contents '.length;
  const end = start + HOLE + 2;
  const filled = `/ByteRange [0 ${start} ${end} ${blank.length - end}`.padEnd(range.length - 1);
  blank.write(filled, blank.lastIndexOf(range), 'latin1');
  const cms = await sign(Buffer.concat([blank.subarray(0, start), blank.subarray(end)]));
  blank.write(Buffer.from(cms).toString('hex'), start + 1, 'latin1');
  return blank;
};
