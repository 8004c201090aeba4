// What is said of the pages, of what has changed in them and of where they go in English?
import type * as vi from '../vi/paper.ts';
import { counted } from './counted.ts';

export const destinations: typeof vi.destinations = {
  system: 'Sent by the system',
  paper: 'Sent on paper',
  nameOnly: 'Only printed, not sent',
  nobody: 'To nobody',
};

export const changes: typeof vi.changes = {
  title: (version: number) => `Changes since version ${version}`,
  none: 'The content has not changed.',
  gone: 'struck through: taken out',
  come: 'underlined: added',
  mark: 'Mark changes',
  goneWords: (words: readonly string[]) =>
    `Taken out: ${words.map((each) => `“${each.trim()}”`).join(', ')}`,
  show: (number: number) => `Change ${number}: show on the paper`,
  unchanged: (passages: number) => `${counted(passages, 'passage')} unchanged`,
  restyled: 'same words, other style or way of sending',
  parts: {
    type: 'Type',
    superiorLine: 'Superior agency',
    agencyLines: 'Issuing agency',
    symbol: 'Symbol',
    place: 'Place',
    subject: 'Subject',
    addressees: 'To',
    blocks: 'Content',
    recipients: 'Recipients',
    archive: 'Archive',
    signature: 'Authority, title and name of the signer',
    urgency: 'Urgency',
    circulation: 'Circulation',
    appendices: 'Appendices',
    attachments: 'Attachments',
    drafterMark: 'Drafter’s mark',
    contactLine: 'The agency’s address',
  },
  returnedBy: (person: string, time: string) => `Returned by ${person} at ${time}`,
};

export const page: typeof vi.page = {
  title: 'PDF',
  preparing: 'The PDF is being made',
  open: 'Open the PDF',
  sheet: (number: number, of: number) => `Page ${number} of ${of}`,
  larger: 'Larger',
  whole: 'Back to the whole width',
  ledTo: (page: number) => `Page ${page} is shown, the place is framed`,
  notThere: 'This place was not found in the PDF',
};
