// Where are the pictures of the steps? Beside this file, each of a real screen: `npm run pictures` makes them anew.
/// <reference types="vite/types/importMeta.d.ts" />

/** By name, the address under which it is served. */
export const PICTURES = import.meta.glob<string>('./pictures/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** All are taken of an office PC. */
export const SIZE = { width: 1366, height: 768 };
