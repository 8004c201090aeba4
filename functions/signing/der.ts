// How is a structure put together from parts that are encoded already? Distinguished encoding, nothing changed inside.
import * as asn1js from 'asn1js';

/** The tags in use (X.690, 8): universal ones, and the constructed ones of a context. */
export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
} as const;

/** Tag, length and the parts as they are. */
export const der = (tag: number, ...parts: Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
};

/** X.690, 8.1.3: below 128 the length itself, otherwise how many bytes the length takes, then these. */
const lengthOf = (length: number): number[] => {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 0x100)) bytes.unshift(rest % 0x100);
  return [0x80 | bytes.length, ...bytes];
};

export const oid = (value: string): Uint8Array =>
  new Uint8Array(new asn1js.ObjectIdentifier({ value }).toBER());

export const VERSION_1 = Uint8Array.of(0x02, 0x01, 0x01);
export const NULL = Uint8Array.of(0x05, 0x00);

/**
 * The members of a structure, each as it stands there, tag and length included. Cut, not read: a certificate is cut in
 * a tenth of the time that it takes to read. Throws on what is not DER.
 */
export const membersOf = (structure: Uint8Array): Uint8Array[] => {
  const outer = spanAt(structure, 0);
  if (outer.end !== structure.length || ((structure[0] ?? 0) & CONSTRUCTED) === 0)
    throw malformed();
  const members: Uint8Array[] = [];
  for (let place = outer.content; place < outer.end; ) {
    const { end } = spanAt(structure, place);
    members.push(structure.subarray(place, end));
    place = end;
  }
  return members;
};

/** The structure that bytes begin with, without what follows it. Throws on what is not DER. */
export const firstIn = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, spanAt(bytes, 0).end);

const CONSTRUCTED = 0x20;
const malformed = () => new Error('the structure is not DER');

/** Where the content of the element at a place begins, and where it ends. */
const spanAt = (bytes: Uint8Array, place: number): { content: number; end: number } => {
  const first = bytes[place + 1];
  if (first === undefined || first === 0x80) throw malformed();
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  const content = place + 2 + lengthBytes;
  const length =
    lengthBytes === 0
      ? first
      : bytes.subarray(place + 2, content).reduce((sum, byte) => sum * 0x100 + byte, 0);
  const end = content + length;
  if (end > bytes.length) throw malformed();
  return { content, end };
};
