// What is a structure of ASN.1 made of? Cut, not copied: every part is a window on the bytes it came from (X.690).

export type Element = {
  /** Class, form and number in one byte; longer tags occur in nothing that is read here. */
  tag: number;
  content: Uint8Array;
  /** With tag and length, as it stands there. */
  whole: Uint8Array;
};

/** Thrown for what is not BER, or not what is expected. */
export class NotBer extends Error {}

/** Deeper nesting of pieces of unknown length than any honest file has. */
const DEEPEST = 40;
/** More pieces than a signature of unknown length has parts. */
const MOST_PIECES = 1_000;
const CONSTRUCTED = 0x20;
const UNKNOWN_LENGTH = 0x80;

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  octetsInPieces: 0x24,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The tag [n] of a context. */
export const context = (number: number, isConstructed = true): number =>
  0x80 | (isConstructed ? CONSTRUCTED : 0) | number;

/** The element at the beginning; what follows it is left alone. @throws NotBer */
export const elementAt = (bytes: Uint8Array, place = 0): Element =>
  cut(bytes, place, 0, { left: MOST_PIECES });

/** How many more may be cut within an element of unknown length: each level of it is read anew. */
type Pieces = { left: number };

const cut = (bytes: Uint8Array, place: number, depth: number, pieces: Pieces): Element => {
  const tag = bytes[place];
  const first = bytes[place + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new NotBer();
  if (first === UNKNOWN_LENGTH) return cutToItsEnd(bytes, place, tag, depth, pieces);
  let begin = place + 2;
  let length = first;
  if (first > UNKNOWN_LENGTH) {
    const count = first - UNKNOWN_LENGTH;
    if (count > 4) throw new NotBer();
    length = 0;
    for (const last = begin + count; begin < last; begin += 1) {
      length = length * 0x100 + (bytes[begin] ?? 0);
    }
  }
  const end = begin + length;
  if (end > bytes.length) throw new NotBer();
  return { tag, content: bytes.subarray(begin, end), whole: bytes.subarray(place, end) };
};

/** Up to the two zeros that close it. */
const cutToItsEnd = (
  bytes: Uint8Array,
  place: number,
  tag: number,
  depth: number,
  pieces: Pieces,
): Element => {
  if ((tag & CONSTRUCTED) === 0 || depth > DEEPEST) throw new NotBer();
  let end = place + 2;
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) {
    pieces.left -= 1;
    if (end + 1 >= bytes.length || pieces.left < 0) throw new NotBer();
    end += cut(bytes, end, depth + 1, pieces).whole.length;
  }
  return { tag, content: bytes.subarray(place + 2, end), whole: bytes.subarray(place, end + 2) };
};

/** As DER wants it (X.690, 10.1): known, and in as few bytes as can be. */
export const hasShortestLength = ({ content, whole }: Element): boolean => {
  const { length } = content;
  const bytes = length < UNKNOWN_LENGTH ? 0 : Math.ceil(Math.log2(length + 1) / 8);
  return whole[1] !== UNKNOWN_LENGTH && whole.length === 2 + bytes + length;
};

/** @throws NotBer when it has none, or more than `most` */
export const membersOf = (element: Element | undefined, most = 10_000): Element[] => {
  if (element === undefined || (element.tag & CONSTRUCTED) === 0) throw new NotBer();
  const members: Element[] = [];
  for (let place = 0; place < element.content.length; ) {
    const member = elementAt(element.content, place);
    members.push(member);
    if (members.length > most) throw new NotBer();
    place += member.whole.length;
  }
  return members;
};

/** The element, if it has that tag. @throws NotBer */
export const expect = (element: Element | undefined, tag: number): Element => {
  if (element?.tag !== tag) throw new NotBer();
  return element;
};

/** Also of a string in pieces. @throws NotBer */
export const octetsOf = (element: Element | undefined): Uint8Array => {
  if (element?.tag === TAG.octetsInPieces) {
    return Buffer.concat(membersOf(element).map((piece) => expect(piece, TAG.octets).content));
  }
  return expect(element, TAG.octets).content;
};

/** Of a string of whole bytes. @throws NotBer */
export const bitsOf = (element: Element | undefined): Uint8Array => {
  const { content } = expect(element, TAG.bits);
  if (content[0] !== 0) throw new NotBer();
  return content.subarray(1);
};

/** In figures and full stops. @throws NotBer */
export const oidOf = (element: Element | undefined): string => {
  const { content } = expect(element, TAG.oid);
  const parts: number[] = [];
  let part = 0;
  for (const byte of content) {
    part = part * 128 + (byte & 0x7f);
    if (part > Number.MAX_SAFE_INTEGER / 128) throw new NotBer();
    if (byte >= 0x80) continue;
    if (parts.length === 0) {
      const first = Math.min(Math.floor(part / 40), 2);
      parts.push(first, part - 40 * first);
    } else parts.push(part);
    part = 0;
  }
  if (content.length === 0 || (content.at(-1) ?? 0) >= 0x80) throw new NotBer();
  return parts.join('.');
};

/** ISO 8601 says a year with four digits; a zone, and midnight as the end of a day, lead out of those that there are. */
export const isMoment = (date: Date): boolean => {
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999;
};

/** UTCTime and GeneralizedTime, in UTC (RFC 5280, 4.1.2.5; RFC 3161 allows fractions of a second). @throws NotBer */
export const timeOf = (element: Element | undefined): Date => {
  const text = Buffer.from(element?.content ?? []).toString('latin1');
  const isShort = element?.tag === TAG.utcTime;
  if (!isShort && element?.tag !== TAG.generalizedTime) throw new NotBer();
  const found = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text);
  if (found?.[1] === undefined || (found[1].length === 2) !== isShort) throw new NotBer();
  const [, year, month, day, hour, minute, second, fraction = ''] = found;
  const century = isShort ? (Number(year) >= 50 ? '19' : '20') : '';
  const date = new Date(
    `${century}${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`,
  );
  if (!isMoment(date)) throw new NotBer();
  return date;
};

export const isSameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.compare(one, other) === 0;
