// What do the registers say in English?
import type * as vi from '../vi/registers.ts';

export const sheet: typeof vi.sheet = {
  columns: 'Columns',
  columnsShown: 'Columns on the screen',
  columnsHelp: 'This browser remembers your choice. Printed, the register has all its columns.',
  whole: (row) => `Whole row ${row}`,
};

export const registers: typeof vi.registers = {
  outgoing: 'Register of outgoing documents',
  incoming: 'Register of incoming documents',
  outgoingHelp: 'Choose year and type. One line for each number; void numbers stay in it.',
  incomingHelp: 'Choose a year. One line for each document received.',
  year: 'Year',
  series: 'Type of document',
  empty: (year: number) => `${year} has no document in the register yet.`,
  print: 'Print the register',
  fromDay: (first, last) => `From ${first} to ${last}`,
  fromTo: (first: string, last: string) => `Numbers ${first} to ${last}`,
  volume: 'Volume: ..........',
  part: (which) => `Part of the register: ${which}`,
  outgoingColumns: {
    number: 'Number and symbol',
    date: 'Date of the document',
    typeAndSubject: 'Type and subject',
    signer: 'Signer',
    recipients: 'Recipients',
    archive: 'Archive copy with',
    copies: 'Copies',
    sent: 'Sent on',
    signature: 'Signature',
    note: 'Notes',
  },
  incomingColumns: {
    arrived: 'Arrived on',
    incomingNumber: 'Incoming number',
    author: 'Author',
    number: 'Number and symbol',
    date: 'Date of the document',
    typeAndSubject: 'Type and subject',
    receiver: 'Unit or person',
    sent: 'Passed on',
    signature: 'Signature',
    note: 'Notes',
  },
};
