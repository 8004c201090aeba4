// Which lines does the clipboard bring to a field of the paper? Made fit for print, in letters of today.
import type { ClipboardEvent } from 'react';
import { lettersOfText } from '../paper/pasted-letters.ts';
import { fitForPaper } from '../paper/pasted-words.ts';

/** Blank ones left out. */
export const fitLines = (text: string): string[] =>
  text
    .split(/[\r\n]+/u)
    .map((line) => fitForPaper(line).trim())
    .filter((line) => line !== '');

export const linesPasted = ({ clipboardData }: ClipboardEvent): string[] =>
  fitLines(lettersOfText(clipboardData.getData('text/plain')).text);
