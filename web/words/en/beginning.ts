// What does the screen say in English where a report begins?
import type { beginning as vi } from '../vi/beginning.ts';

export const beginning: typeof vi = {
  title: 'New document',
  press: 'Use this template',
  pressEarlier: 'Use this document',
  help: 'Choose how to begin. Everything can be changed afterwards.',
  outlines: 'Outlines',
  own: 'Templates of the office',
  sample: 'From the sample',
  sampleHelp: 'A report on publicising administrative reform, with all its parts.',
  earlier: 'From an earlier document',
  earlierHelp: 'Keeps the words; years are moved to this year.',
  earlierWhich: 'Which document',
  noEarlier: 'There is no document yet.',
  word: 'From a Word file',
  wordHelp: 'A .docx of at most 25 MB. The original is kept.',
  wordChoose: 'Choose a Word file',
  uploading: (share: number) => `Uploading, ${share}%`,
  reading: 'Reading the file',
  notes: 'The file has been read. Please look at these points:',
  lost: 'Not taken over',
  changed: 'Taken over with a change',
  open: 'Open the draft',
};
