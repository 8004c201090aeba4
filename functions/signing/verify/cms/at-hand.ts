// What may help with a CMS besides what it brings along?
import type { X509Certificate } from 'node:crypto';
import type { Effort } from '../effort.ts';

export type AtHand = {
  /** From anywhere in the file. */
  certificates: readonly X509Certificate[];
  /** Those that are trusted. */
  anchors: readonly X509Certificate[];
  /** Written here, to the letter: other makers take liberties. */
  isOurs: boolean;
  effort: Effort;
};
