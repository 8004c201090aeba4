// Under which name is a file saved or shown? In Vietnamese where the browser reads RFC 8187, else without its marks.

/** `Báo cáo 118/BC` as `Bao cao 118_BC`: ASCII without what would end the quoted string. */
const asciiOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]|["\\/%]/g, '_');

/** RFC 8187 percent-encodes everything but attr-char; encodeURIComponent leaves four more characters alone. */
const encoded = (name: string): string =>
  encodeURIComponent(name.replaceAll('/', '_')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A Content-Disposition of RFC 6266: `inline` shows the file, `attachment` saves it. */
export const contentDisposition = (how: 'inline' | 'attachment', fileName: string): string =>
  `${how}; filename="${asciiOf(fileName)}"; filename*=UTF-8''${encoded(fileName)}`;
