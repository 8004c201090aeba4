// What is said to whoever decides in English?
import type * as vi from '../vi/deciding.ts';
import { counted } from './counted.ts';

export const correction: typeof vi.correction = {
  press: 'Return with a correction',
  help: 'Press Edit at a passage and rewrite it. The drafter takes it in one press, or writes something else.',
  edit: 'Edit',
  undo: 'Undo',
  passage: (place: number) => `Passage ${place}`,
  table: 'Tables cannot be edited here; write it into the reason.',
  nothing: 'No passage has been edited.',
  proposed: (places: number) =>
    `Whoever returned it proposes other words in ${counted(places, 'place')}`,
  take: 'Take the corrections',
  leave: 'Leave them',
};

export const decision: typeof vi.decision = {
  help: 'Read the PDF, then decide. Number and date are filled in after signing.',
  submitted: 'Submitted',
  symbol: 'Symbol',
  contentHash: 'Hash of the content (SHA-256)',
  version: 'Version',
  agree: 'Agree',
  sign: 'Sign',
  signQuestion: (subject: string, places: number) =>
    places === 0
      ? `Sign “${subject}” and send it to nobody by the system? Once signed it cannot be changed.`
      : `Sign “${subject}” and send it to ${counted(places, 'recipient')}? Once signed it cannot be changed.`,
  return: 'Return',
  returnReason: 'Reason for returning (required)',
  reject: 'Reject',
  rejectReason: 'Reason for rejecting (required)',
  rejectHelp: 'Rejecting is the end: the document cannot be submitted again.',
  others: 'More',
  urgency: 'Decide on the urgency',
  urgencyQuestion: 'Urgency of the document',
  urgencyHelp:
    'The page is made anew with this urgency; agreements are kept. Look at the new page, then sign.',
  urgencyPress: 'Decide',
  replaced: 'The urgency was decided anew. Open the new page from the list.',
  done: 'Your decision is recorded.',
  signed: 'Signed.',
  signedInVain: 'You signed it, but it could not be issued and is with its drafter again.',
  next: 'Next document for you:',
  signAgreed: 'Agreed by',
  signWarnings: 'Format',
  warnings: (count: number) => `${counted(count, 'warning')} let stand`,
  technical: 'Technical details',
  preparing: 'The page to decide on is being prepared.',
  notYourTurn: 'The document waits for somebody else.',
  signPages: 'Pages',
  signHash: 'Hash of the content (SHA-256)',
  signPageHash: 'Hash of the PDF (SHA-256)',
  signWaits: 'The PDF is not shown yet. Wait, then sign.',
  agreeWith: 'Agree with a comment',
  agreeComment: 'Comment',
  read: 'Document',
  before: 'The one before (K)',
  after: 'The next one (J)',
  place: (at: number, of: number, isMore: boolean) => `${at} / ${of}${isMore ? '+' : ''}`,
  goesTo: 'Recipients',
  about: 'Changes, comments',
  findings: 'Warnings that were seen and passed over when it was submitted',
  presses: 'Decide',
  over: 'This document does not wait for you any more.',
};
