// What do the lists of reports say in English?
import type * as vi from '../vi/reports.ts';

export const reports: typeof vi.reports = {
  unsettled: (count) => `${count} for the clerk`,
  title: 'My documents',
  help: 'Press New document to begin, or open a document to go on with it.',
  empty: 'There is no document yet.',
  write: 'New document',
  status: 'State',
  number: 'Number and symbol',
  subject: 'Subject',
  updated: 'Changed',
  noSubject: '(No subject yet)',
  untouched: 'Not edited yet',
  round: (number, of) => `Step ${number} of ${of}`,
  holder: 'With',
  holders: {
    me: 'You',
    workflow: 'The system',
    seal: 'The clerk, for the seal',
    stuck: 'The clerk, as it could not be issued',
  },
  others: (names, count) => `${names} and ${count} more`,
  since: (time) => `since ${time}`,
  filter: 'Filter by state',
  all: 'All',
  states: {
    draft: 'Drafts',
    returned: 'Returned',
    inReview: 'Submitted',
    issuing: 'Being issued',
    issued: 'Issued',
    rejected: 'Rejected',
  },
};

export const comeBack: typeof vi.comeBack = {
  returned: (person: string) => `${person} returned it`,
  withdrawn: 'You withdrew it. Submit it again when it is changed.',
  handedBack: 'It could not be issued, so it is back here.',
  voided: 'The number is void; the document is back here.',
  somebody: 'Somebody',
};
