// Is a body JSON, by what its sender says of it? As RFC 9110 writes a media type.

/** Of a name or a bare value (5.6.2), and a value in quotes (5.6.4). */
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED = String.raw`"(?:[\t !#-\[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"`;

/**
 * Blanks around each semicolon, and a parameter or none after it (5.6.6): `application/json;` is well formed. Which
 * parameters there are makes no difference (RFC 8259, 11). No blank can be read in two ways, so that a long header
 * takes no longer than it is.
 */
const JSON_TYPE = new RegExp(
  String.raw`^application/json[\t ]*(?:;[\t ]*(?:${TOKEN}=(?:${TOKEN}|${QUOTED})[\t ]*)?)*$`,
  'i',
);

export const isJson = (contentType: string): boolean => JSON_TYPE.test(contentType);
