// What does the recipient's clerk read in English of what has come?
import type { inbox as vi } from '../vi/inbox.ts';

export const inbox: typeof vi = {
  title: 'Inbox',
  empty: 'Nothing has arrived yet.',
  choose: 'Choose a document to read.',
  keys: {
    J: 'Next document',
    K: 'Previous document',
    Enter: 'Open and read',
    T: 'Receive and register',
    X: 'Mark',
    Esc: 'Back to the list',
  },
  fresh: (count) => (count === 1 ? '1 new document' : `${count} new documents`),
  unread: 'Unread',
  undecidedCount: (count) => `${count} not received yet`,
  parts: 'Parts of the inbox',
  part: {
    all: 'All',
    arrived: 'Unread',
    opened: 'To receive',
    urgent: 'Urgent',
    received: 'Received',
    sentBack: 'Sent back',
  },
  group: {
    today: 'Today',
    yesterday: 'Yesterday',
    week: 'Last 7 days',
    month: (month, year) => `${month}/${year}`,
  },
  attachments: (count) => (count === 1 ? '1 attachment' : `${count} attachments`),
  all: 'All',
  sender: 'Sender',
  arrived: 'Arrived',
  signer: 'Signer',
  date: 'Date of the document',
  numberOfDay: (number, day) => `No. ${number} of ${day}`,
  arrivedAt: (time) => `arrived ${time}`,
  checking: 'Checking the signatures',
  technical: 'Technical details',
  receive: 'Receive and register',
  receiveKey: 'Receive and register (T)',
  receiveQuestion: (subject) =>
    `Receive “${subject}”? It gets an incoming number and the sender is told; this cannot be undone.`,
  sendBack: 'Send back',
  sendBackReason: 'Reason for sending back (required)',
  numbered: (number) => `No. ${number}`,
  receivedAs: (number) => `Received into the register. Incoming number ${number}.`,
  receiveMarked: (count) => (count === 1 ? 'Receive 1 document' : `Receive ${count} documents`),
  receiveMarkedQuestion:
    'The signatures of each are checked, it gets an incoming number in the order below, and the sender is told; this cannot be undone. What cannot be received says why in its line.',
  receiving: (done, of) => `Receiving ${done} of ${of}`,
  receivedMarked: (count) =>
    count === 1
      ? '1 document received and registered.'
      : `${count} documents received and registered.`,
  refusedMarked: (count) =>
    count === 1
      ? '1 is not received; its line says why.'
      : `${count} are not received; their lines say why.`,
  next: 'Next document',
  noNext: 'Nothing in this list waits to be received.',
  incomingNumber: 'Incoming number',
  receivedAt: 'Received',
  signatures: 'Signatures',
  fileHash: 'Hash of the file (SHA-256)',
  sentBack: (time) => `Sent back at ${time}`,
};
