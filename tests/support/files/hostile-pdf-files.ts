// Which files are made to keep a verifier busy? A shape for each cost that could grow faster than the file.
import { deflateSync } from 'node:zlib';
import {
  coverAll,
  HEADER,
  plainPdf,
  plainSignature,
  plainUpdate,
  updateWithTable,
} from './plain-pdf.ts';

/** `size` in bytes, about, and never more. */
type Shape = (size: number) => Buffer;

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join('');

/** A reader that finds no table looks for objects itself. */
const NO_TABLE = '\nstartxref\n999999999\n%%EOF\n';

const around = (before: string, filler: string, after: string, size: number): Buffer => {
  const room = Math.max(0, size - before.length - after.length - NO_TABLE.length - HEADER.length);
  const fill = Buffer.alloc(room - (room % filler.length), filler, 'latin1');
  return Buffer.concat([latin1(before), fill, latin1(after + NO_TABLE)]);
};

/** One list of these. */
const listOf =
  (member: string): Shape =>
  (size) =>
    around(`${HEADER}1 0 obj[`, member, ']', size);

/** Objects that begin one after the other, each of which goes on to the end of the file. */
const overlapping =
  (object: string, filler: string, after = ''): Shape =>
  (size) =>
    around(HEADER + times(2_000, (at) => `${at + 1} 0 obj${object}`), filler, after, size);

/** Streams that begin one after the other and end together, with their right lengths. */
const overlappingStreams =
  (filter: string, filler: string): Shape =>
  (size) => {
    const COUNT = 2_000;
    const head = (at: number, length: number) =>
      `${String(at + 1).padStart(4, '0')} 0 obj<</Type/ObjStm/N 1/First 0/Filter${filter}/Length ${String(length).padStart(9, '0')}>>stream\n`;
    const each = head(0, 0).length;
    const room = size - HEADER.length - COUNT * each - 60;
    const data = room - (room % filler.length);
    const heads = times(COUNT, (at) => head(at, data + (COUNT - 1 - at) * each));
    return around(HEADER + heads, filler, '\nendstream', size);
  };

/** Data for checking signatures, three hundred times in the same stream. */
const sharedStream =
  (data: (size: number) => Buffer): Shape =>
  (size) => {
    const bytes = data(size);
    const stream = [latin1(`<</Filter/FlateDecode/Length ${bytes.length}>>stream\n`), bytes];
    return plainPdf([
      '<</Type/Catalog/Pages 2 0 R/DSS<</Certs 3 0 R/CRLs 3 0 R/OCSPs 3 0 R>>>>',
      '<</Type/Pages/Kids[]>>',
      `[${'4 0 R '.repeat(100)}]`,
      Buffer.concat([...stream, latin1('\nendstream')]),
    ]);
  };

const hex = (digits: string) => Buffer.from(digits, 'hex');

const emptyBlocks = (size: number): Buffer => {
  const room = Math.max(0, size - 1_000);
  const blocks = Buffer.alloc(room - (room % 5), '000000ffff', 'hex');
  return Buffer.concat([hex('7801'), blocks, hex('030000000001')]);
};

/** Fields whose signatures all cover the whole of the file. */
const signed =
  (count: (size: number) => number, contents: (size: number) => string): Shape =>
  (size) => {
    const signers = count(size);
    const dictionary = plainSignature(contents(size));
    const rest = Math.max(0, size - signers * (dictionary.length + 120) - 500);
    const pdf = plainPdf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields 3 0 R>>>>',
      '<</Type/Pages/Kids[]>>',
      `[${times(signers, (at) => `${at + 5} 0 R `)}]`,
      `<</Length ${rest}>>stream\n${' '.repeat(rest)}\nendstream`,
      ...Array.from(
        { length: signers },
        (_, at) => `<</FT/Sig/T(${at})/V ${signers + at + 5} 0 R>>`,
      ),
      ...Array.from({ length: signers }, () => dictionary),
    ]);
    coverAll(pdf);
    return pdf;
  };

/** With a length of four bytes, whatever it is. */
const der = (tag: number, ...parts: Uint8Array[]) => {
  const content = Buffer.concat(parts);
  const head = Buffer.from([tag, 0x84, 0, 0, 0, 0]);
  head.writeUInt32BE(content.length, 2);
  return Buffer.concat([head, content]);
};
const repeated = (count: number, part: Buffer) =>
  Buffer.concat(Array.from({ length: count }, () => part));

/** A CMS that can be read, by nobody, with these certificates and these unsigned attributes. */
const cms = (certificates = Buffer.alloc(0), ...unsigned: Uint8Array[]) => {
  const signedData = hex('06092a864886f70d010702');
  const data = hex('300b06092a864886f70d010701');
  const sha256 = hex('300b0609608648016503040201');
  const rsa = hex('300d06092a864886f70d0101010500');
  const signerId = der(0x30, der(0x30), hex('020101'));
  const signer = der(
    0x30,
    ...[hex('020101'), signerId, sha256, rsa, der(0x04, Buffer.alloc(256))],
    ...(unsigned.length > 0 ? [der(0xa1, ...unsigned)] : []),
  );
  const content = der(
    0x30,
    ...[hex('020101'), der(0x31, sha256), data, der(0xa0, certificates), der(0x31, signer)],
  );
  return der(0x30, signedData, der(0xa0, content));
};

/** Its attributes hold signatures of others, which bring certificates that are none. */
const crowd = (size: number): string => {
  const inner = cms(repeated(60, hex('3000')));
  const members = Math.max(1, Math.min(200, Math.floor(size / 2 / inner.length / 200)));
  const attribute = der(0x30, hex('06092a864886f70d01091f'), der(0x31, repeated(200, inner)));
  return cms(Buffer.alloc(0), ...Array.from({ length: members }, () => attribute)).toString('hex');
};

/** Elements of unknown length, one in the other: whoever cuts one reads all below it. */
const pieces = (size: number): string => {
  const DEPTH = 30;
  const count = Math.max(0, Math.floor(size / 4) - 5 * DEPTH - 300);
  return '3080'.repeat(DEPTH) + '0500'.repeat(count) + '0000'.repeat(DEPTH);
};

const listOfNumbers = (size: number): string => `[${'0 '.repeat(Math.floor(size / 2))}]`;

export const HOSTILE: Record<string, Shape> = {
  'streams of hexadecimal digits, overlapping': overlappingStreams('/AHx', '20 '),
  'deflated streams, overlapping': overlappingStreams('/Fl', 'x'),
  'hexadecimal strings of white space, overlapping': overlapping('[<', ' ', '>'),
  'hexadecimal strings, overlapping': overlapping('[<', 'a0', '>'),
  'strings that never end, overlapping': overlapping('[(', '('),
  'comments, overlapping': overlapping('[', '%a\n'),
  'streams that never end, overlapping': overlapping('<<>>stream\n', 'e'),
  'streams of empty blocks': sharedStream(emptyBlocks),
  'streams that open up a thousandfold': sharedStream(() => deflateSync(Buffer.alloc(60_000_000))),
  numbers: listOf('0 '),
  references: listOf('0 0 R '),
  names: listOf('/'),
  'names of escapes': listOf(`/${'#41'.repeat(1_000)}`),
  strings: listOf('()'),
  'hexadecimal strings': listOf('<>'),
  dictionaries: listOf('<<>>'),
  'lists in lists': listOf(`${'['.repeat(40)}${']'.repeat(40)}`),
  keys: (size) => {
    const keys = times(Math.floor(size / 10), (at) => `/${at.toString(36).padStart(6, '0')} 0`);
    return around(`${HEADER}1 0 obj<<${keys}`, ' ', '>>', 0);
  },
  'what looks like objects': (size) => around(HEADER, '1 0 obj', '', size),
  'what looks like trailers': (size) => around(HEADER, 'trailer<<', '', size),
  'what looks like signed ends': (size) => {
    const ends = times(Math.floor(size / 40), (at) => `/ByteRange[0 1 2 ${30 * at}]startxref 9 `);
    return around(`${HEADER}1 0 obj 0 endobj\n${ends}`, ' ', '', 0);
  },
  'a long table': (size) => {
    const count = Math.floor(size / 20) - 10;
    const table = '0000000009 00000 n \n'.repeat(count);
    const trailer = 'trailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n';
    return latin1(`${HEADER}xref\n0 ${count}\n${table}${trailer}`);
  },
  'a long table in a stream': () => {
    const data = deflateSync(Buffer.alloc(8_000_000, 1));
    const words = `/Type/XRef/W[1 0 0]/Size 8000000/Root 1 0 R/Filter/FlateDecode/Length ${data.length}`;
    return Buffer.concat([
      latin1(`${HEADER}1 0 obj<<${words}>>stream\n`),
      data,
      latin1('\nendstream\nendobj\nstartxref\n9\n%%EOF\n'),
    ]);
  },
  'objects whose places hold none': (size) => {
    const count = Math.floor(size / 33);
    const refs = `[${times(count, (at) => `${at + 5} 0 R `)}]`;
    const base = plainPdf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields 3 0 R>>>>',
      '<</Type/Pages/Kids[]>>',
      refs,
      '0',
    ]);
    const places = Array.from({ length: count }, (_, at) => 200 + at);
    return updateWithTable(base, 5, places);
  },
  'pages that share their annotations': (size) => {
    const pages = Math.min(2_000, Math.floor(size / 100));
    return plainPdf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>>>',
      `<</Type/Pages/Kids[${times(pages, (at) => `${at + 4} 0 R `)}]>>`,
      listOfNumbers(Math.min(size / 2, 1_500_000)),
      ...Array.from({ length: pages }, () => '<</Type/Page/Annots 3 0 R>>'),
    ]);
  },
  'revisions of a long list': (size) => {
    const signers = Math.min(500, Math.floor(size / 4_000));
    const fields = `[${times(signers, (at) => `${at + 4} 0 R `)}]`;
    const field = (at: number, value = '') => `<</FT/Sig/T(${at})${value}>>`;
    let pdf = plainPdf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields 3 0 R>>/List 1000 0 R>>',
      '<</Type/Pages/Kids[]>>',
      fields,
      ...Array.from({ length: signers }, (_, at) => field(at)),
    ]);
    pdf = plainUpdate(pdf, { 1000: listOfNumbers(Math.min(size / 2, 1_500_000)) });
    for (let at = 0; at < signers; at += 1) {
      const before = pdf.length;
      pdf = plainUpdate(pdf, {
        [at + 4]: field(at, `/V ${at + 2_000} 0 R`),
        [at + 2_000]: plainSignature('3000'),
      });
      coverAll(pdf, before);
    }
    return pdf;
  },
  'signatures that all cover the whole': signed(
    (size) => Math.max(2, Math.floor(size / 80_000)),
    () => cms().toString('hex'),
  ),
  'small signatures': signed(
    (size) => Math.max(2, Math.floor(size / 1_600)),
    () => cms().toString('hex'),
  ),
  'signatures with a crowd of certificates': signed(() => 1, crowd),
  'signatures of pieces within pieces': signed(() => 1, pieces),
};
