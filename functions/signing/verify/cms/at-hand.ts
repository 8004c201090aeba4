// What is at hand for checking a CMS, besides what it carries itself?
import type { X509Certificate } from 'node:crypto';
import type { Effort } from '../effort.ts';

export type AtHand = {
  /** From anywhere in the file. */
  certificates: readonly X509Certificate[];
  /** Those that are trusted, or were. */
  anchors: readonly X509Certificate[];
  /** Written here, to the letter: other makers take liberties. */
  isOurs: boolean;
  effort: Effort;
};
