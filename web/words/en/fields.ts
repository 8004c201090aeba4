// What is said in English of a field whose value is refused?
import type { fields as vi } from '../vi/fields.ts';

const number = new Intl.NumberFormat('en');
const n = (value: number): string => number.format(value);

export const fields: typeof vi = {
  missing: (name) => `${name}: please fill this in.`,
  tooLong: (name, is, most) =>
    `${name} has ${n(is)} characters, at most ${n(most)} are possible. Please shorten it by ${n(is - most)}.`,
  tooMany: (name, is, most, unit) =>
    `${name} has ${n(is)} ${unit}, at most ${n(most)} are possible. Please remove ${n(is - most)}.`,
  tooLarge: (name, most) => `${name}: ${n(most)} at most. Please enter a smaller number.`,
  tooSmall: (name, least) => `${name}: ${n(least)} at least. Please enter a larger number.`,
  unprintable: (name, sign) =>
    `${name} has a character that cannot be printed (${sign}). Please delete or replace it.`,
  tooBig: (name) =>
    `${name} is too large (some 300 pages at most). Please shorten it, or attach a part as a file.`,
  repeated: (name) => `${name} is in the list already. Please remove one of them.`,
  notKnown: (name: string) => `${name}: not in the directory. Please choose again.`,
  gone: (name: string) =>
    `${name}: this organization does not exist any more. Please choose another.`,
  of: (name: string, sentence: string) => `${name}: ${sentence}`,
  malformed: (name) => `${name} is not written as it must be. Please look and write it again.`,
  malformedOf: {
    symbol: 'The symbol has letters, digits and . & - only, and no spaces, such as BC-UBND.',
    abbreviation:
      'The abbreviation has 1 to 20 letters, digits or . & -, and no spaces, such as UBND.',
    code: 'The identification code is written like H99.10.01.',
    email: 'The e-mail address is written like name@office.gov.vn.',
    people: 'Somebody no longer works here or does not have this role. Please choose again.',
  },
  units: {
    agencyLines: 'lines',
    titles: 'lines',
    addressees: 'lines',
    recipients: 'lines',
    blocks: 'blocks',
    appendices: 'appendices',
    attachments: 'files',
    runs: 'changes of bold and italic',
    rows: 'rows',
    columns: 'columns',
    chain: 'steps',
    people: 'people',
  },
  unit: 'entries',
  line: (name, place) => `${name}, line ${place}`,
  block: (name, place) => `${name}, block ${place}`,
  cell: (name, row, column) => `${name}, row ${row}, column ${column}`,
  appendix: (place) => `Appendix ${place}`,
  file: (place) => `Attached file ${place}`,
};
