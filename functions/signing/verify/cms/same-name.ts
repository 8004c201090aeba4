// Are two names of a certificate's subject or issuer the same, though encoded or written differently? RFC 5280, 7.1.
import { elementAt, membersOf, oidOf, TAG } from './ber.ts';

/** The same attributes in the same order, letter by letter, in whichever kind of string. @throws NotBer */
export const isSameName = (one: Uint8Array, other: Uint8Array): boolean =>
  textOf(one) === textOf(other);

const textOf = (name: Uint8Array): string =>
  JSON.stringify(
    membersOf(elementAt(name)).map((part) =>
      membersOf(part).map((attribute) => {
        const [type, value] = membersOf(attribute);
        return [oidOf(type), decoded(value?.tag, value?.content ?? new Uint8Array())];
      }),
    ),
  );

const decoded = (tag: number | undefined, content: Uint8Array): string => {
  const bytes = Buffer.from(content);
  if (tag === TAG.utf8String) return bytes.toString('utf8');
  if (tag === TAG.bmpString && bytes.length % 2 === 0) return bytes.swap16().toString('utf16le');
  return bytes.toString('latin1');
};
