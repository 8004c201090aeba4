// What does a report on its way say, and what is remarked on it in English?
import type * as vi from '../vi/following.ts';

export const follow: typeof vi.follow = {
  help: 'Follow the document here. Before it is signed you can withdraw it to change it.',
  helpDraft: 'It is being written. You may read it, not change it.',
  helpIssued: 'Download the signed document, and see who has received it.',
  helpRejected: 'Read the reason, then write a new document if one is needed.',
  rounds: 'Steps',
  noTimestamp: 'The signatures have no timestamp: no server answered when it was signed.',
  since: (since: string) => `since ${since}`,
  preparing: 'The version to be signed is being prepared',
  withdraw: 'Withdraw',
  withdrawQuestion: 'Withdraw it to change it? What was agreed in this submission lapses.',
  stuck: 'It could not be issued. The clerk is at it.',
  waitingForSeal: 'Waiting for the clerk to apply the agency’s seal',
  incomingNumber: (number: number) => `incoming number ${number}`,
  download: 'Download',
  downloadPdf: 'Download PDF',
  downloadDocx: 'Download DOCX',
  docxNote: 'The DOCX is for reuse only and has no legal worth.',
  history: 'History',
  rejected: 'Rejected',
  numberAndDate: (number: string, date: string) => `No. ${number}, ${date}`,
};

export const comments: typeof vi.comments = {
  title: 'Comments',
  none: 'No comments yet.',
  label: 'Comment (no decision)',
  help: 'Everybody of the steps of approval and the drafter will see it.',
  press: 'Send comment',
};
