// What do the screens say in English? The same as in Vietnamese, for those who read it better.

import { administration } from './en/administration.ts';
import { approval } from './en/approval.ts';
import { attachments } from './en/attachments.ts';
import { beginning } from './en/beginning.ts';
import { checklist } from './en/checklist.ts';
import { counted } from './en/counted.ts';
import { desk } from './en/desk.ts';
import { editor } from './en/editor.ts';
import { fields } from './en/fields.ts';
import { happening } from './en/happening.ts';
import { heldDeliveries } from './en/held-deliveries.ts';
import { help } from './en/help.ts';
import { inbox } from './en/inbox.ts';
import { journey } from './en/journey.ts';
import { life } from './en/life.ts';
import { navigation } from './en/navigation.ts';
import { panes } from './en/panes.ts';
import { problems } from './en/problems.ts';
import { queue } from './en/queue.ts';
import { recipients } from './en/recipients.ts';
import { refused } from './en/refused.ts';
import { search } from './en/search.ts';
import { signing } from './en/signing.ts';
import { tools } from './en/tools.ts';
import { verification } from './en/verification.ts';
import type { vi } from './vi.ts';

export const en: typeof vi = {
  app: {
    name: 'Trình Ký',
    purpose: 'Draft, submit, sign and issue documents',
    skip: 'Go to the content',
    menu: 'Open the menu',
    closeMenu: 'Close the menu',
    navigation: 'Menu',
    signIn: 'Sign in',
    signInAgain: 'Sign in again',
    signOut: 'Sign out',
    signInFailed: 'Signing in did not work. Please try again.',
    notAsked:
      'The sign-in page did not ask for your password again, so it is not certain that it is you who signs. Please sign out there, then sign in again. The document and what you have typed stay as they are.',
    signOutAndIn: 'Sign out, then sign in again',
    loading: 'Loading',
    more: 'More',
    retry: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
    notFound: 'There is no such page.',
    home: 'To the first page',
    failed: 'The page has failed. Please reload it.',
    incident: (code: string) => `Incident: ${code}.`,
    reload: 'Reload',
    dark: 'Dark',
    light: 'Light',
  },
  newVersion: {
    is: 'There is a new version. Reload the page to use it; drafts stay as they are.',
    unsent:
      'Something you have typed on this page is not sent yet. Send or save it before you reload.',
    screen: 'This screen is of a new version. Reload the page to open it.',
    anyway: 'Drop what is not sent and reload',
    underWay: 'Something is under way. Wait until it is done, then reload.',
  },
  navigation,
  problems,
  fields,
  refused,
  unsettled: {
    title: 'The way you sign in, and your roles',
    held: {
      rights: () => '',
      secondFactor: () => 'An administrator asks for a reset of your second factor.',
      email: (to: string) => `An administrator asks for another e-mail to sign in with: ${to}.`,
    },
    done: {
      rights: () => 'An administrator has made you an administrator as well.',
      secondFactor: () => 'An administrator has reset your second factor.',
      email: (to: string) => `An administrator has changed your e-mail to ${to}.`,
    },
    power: {
      signer: 'sign',
      clerk: 'seal',
      administrator: 'agree to what other administrators change',
    },
    until: (power: string, moment: string) =>
      `You may ${power} from ${moment} on, or as soon as another administrator agrees.`,
    notMe: 'I have not asked for this',
  },
  ways: {
    anew: 'Look at the new state',
    administrators: (names: string) => `Administrators of the office: ${names}.`,
  },
  life,
  happening,
  panes,
  desk,
  editor,
  tools,
  recipients,
  signing,
  search,
  administration,
  checklist,
  reports: {
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
  },
  attachments,
  journey,
  beginning,
  discard: {
    press: 'Delete the draft',
    question: (subject) => `Delete the draft “${subject}”? Its words are gone for good.`,
  },
  submit: {
    press: 'Submit',
    title: 'Submit for signature',
    question: (person: string) =>
      `Submit to ${person}? To change it afterwards, you must withdraw it.`,
    chain: 'The document goes in turn to',
    needed: (needed: number, of: number) => `${needed} of ${of} must agree`,
    notSaved: 'The draft is not saved yet. Please wait, then submit.',
    uploading: 'Files are still on their way. Please wait, then submit.',
    findings: (count: number) => `${counted(count, 'warning')} about the format.`,
    lookAgain: 'Look again',
    passOver: 'Submit all the same',
    toNobody:
      'This document will go to nobody by the system: its recipients are only printed. Submit it all the same?',
    toRecipients: 'Look at the recipients',
    gone: 'somebody whose account is locked',
    cannotBeAsked: (kind, person) => `${life.roundKind[kind]}: ${person} may not do this any more.`,
  },
  follow: {
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
    signing: 'Being numbered, signed and issued',
    incomingNumber: (number: number) => `incoming number ${number}`,
    download: 'Download',
    downloadPdf: 'Download PDF',
    downloadDocx: 'Download DOCX',
    docxNote: 'The DOCX is for reuse only and has no legal worth.',
    history: 'History',
    rejected: 'Rejected',
    numberAndDate: (number: string, date: string) => `No. ${number}, ${date}`,
  },
  comeBack: {
    returned: (person: string) => `${person} returned it`,
    withdrawn: 'You withdrew it. Submit it again when it is changed.',
    handedBack: 'It could not be issued, so it is back here.',
    voided: 'The number is void; the document is back here.',
    somebody: 'Somebody',
  },
  ...approval,
  page: {
    title: 'PDF',
    preparing: 'The PDF is being made',
    open: 'Open the PDF',
    sheet: (number: number, of: number) => `Page ${number} of ${of}`,
    larger: 'Larger',
    whole: 'Back to the whole width',
    ledTo: (page: number) => `Page ${page} is shown, the place is framed`,
    notThere: 'This place was not found in the PDF',
  },
  queue,
  registry: {
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
    otherCause:
      'The system has failed. Please try again; if it fails again, tell the administrator.',
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
  },
  heldDeliveries,
  sheet: {
    columns: 'Columns',
    columnsShown: 'Columns on the screen',
    columnsHelp: 'This browser remembers your choice. Printed, the register has all its columns.',
    whole: (row) => `Whole row ${row}`,
  },
  registers: {
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
  },
  inbox,
  verification,
  help,
};
