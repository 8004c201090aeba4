// What do the screens of the clerk say in English?
import type * as vi from '../vi/registry.ts';

export const registry: typeof vi.registry = {
  title: 'Waiting for the clerk',
  sealPress: 'Seal and issue',
  sealing: {
    question: (subject) =>
      `Put the agency’s signature on “${subject}” and issue it? What is issued cannot be taken back.`,
  },
  stuckText: (number: string) => `It could not be issued. Number ${number} is kept.`,
  stuckUnnumbered: 'It could not be issued. It has no number yet; what was agreed is kept.',
  stuckAgain:
    'It was tried again, without success. If it goes on like this, tell the administrator.',
  cause: 'Cause',
  causes: {
    Unavailable: 'The system was busy or out of reach for a moment. Please try again.',
    'States.Timeout': 'A step took too long. Please try again.',
    'workflow FAILED': 'The workflow stopped because of a failure. Please try again.',
    'workflow TIMED_OUT': 'The workflow stopped after waiting too long. Please try again.',
    'workflow ENDED': 'The workflow ended before the document was done. Please try again.',
    'workflow ABORTED': 'The workflow was stopped. Please try again.',
  },
  otherCause: 'The system has failed. Please try again; if it fails again, tell the administrator.',
  resume: 'Try again',
  giveUp: {
    numbered: {
      press: 'Void the number',
      keep: 'Keep the number',
      reason: 'Reason for voiding (required)',
      help: 'A void number stays in the register and is not given again; the document goes back to its drafter.',
    },
    unnumbered: {
      press: 'Return it to the drafter',
      reason: 'Reason for returning (required)',
      help: 'Try again first. Returned, it has to be agreed to and signed anew.',
    },
  },
  handedBack: 'The document is its drafter’s again.',
  nothing: 'This document does not wait for the clerk.',
  issuedAs: (number) => `Issued as ${number}.`,
  toSeal: 'As its signer signed it, without the agency’s signature.',
  issued: {
    arrivals: 'Recipients in this system',
    nowhere: 'This document goes to nobody in this system.',
    print: 'Print the paper original',
    toPrint:
      'This copy is only for the paper original: its signer has signed it, the agency has not. Open the PDF, print it and stamp it (Decree 30/2020, Article 18.5). Do not send it; the issued document has both signatures.',
    back: 'See the issued document',
  },
  voided: 'The number is void; the document is its drafter’s again.',
};
