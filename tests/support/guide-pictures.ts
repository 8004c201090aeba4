// Where do the pictures of the guide lie, and how large may one be?
import { fileURLToPath } from 'node:url';

export const PICTURES_LIE_IN = fileURLToPath(new URL('../../web/guide/pictures/', import.meta.url));

/** A page of six is then half a megabyte, fetched as one scrolls; and the repository stays light. */
export const LARGEST_PICTURE = 90_000;
