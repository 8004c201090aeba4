// How are words and moments written into a PDF? So that every reader gets back the same letters.
import { PdfString } from '@libpdf/core';

/**
 * A text string (ISO 32000-1, 7.9.2.2) in UTF-16 with its mark, as hexadecimal: no letter has to be escaped, and no
 * text can look like another part of the file.
 */
export const textString = (text: string): PdfString => {
  const bigEndian = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return PdfString.fromBytes(bigEndian);
};

const MINUTES_AHEAD_OF_UTC = 7 * 60;

/** A date (ISO 32000-1, 7.9.4) on the clock of Vietnam, which has had no summer time since 1975. */
export const dateString = (at: Date): PdfString => {
  const local = new Date(at.getTime() + MINUTES_AHEAD_OF_UTC * 60_000).toISOString();
  return PdfString.fromString(`D:${local.slice(0, 19).replaceAll(/\D/g, '')}+07'00'`);
};
