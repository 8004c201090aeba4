// How large is a file, in words?
const MEGABYTE = 1024 * 1024;

const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** `420 kB`, `1,2 MB`: as file managers count. */
export const sizeOf = (bytes: number): string =>
  bytes < MEGABYTE
    ? `${format.format(Math.max(1, Math.round(bytes / 1024)))} kB`
    : `${format.format(bytes / MEGABYTE)} MB`;
