// What is said in English of a recipient whom an issued document did not reach, or who sent it back?
import type { heldDeliveries as vi } from '../vi/held-deliveries.ts';

export const heldDeliveries: typeof vi = {
  recipient: 'Recipient',
  because: 'Cause',
  why: {
    closed: 'The organization does not exist any more',
    noOfficer: 'Nobody of the organization may open what comes',
    sentBack: 'Its recipient sent it back',
  },
  sentBackReason: 'What its recipient said',
  to: 'Send to',
  toNobody: 'Choose an organization to send it to.',
  near: 'Proposed',
  others: 'Other organizations',
  itself: (name) => `${name} (can be reached now)`,
  successor: (name) => `${name} (its successor)`,
  parent: (name) => `${name} (the one above it)`,
  send: 'Send',
  writeOff: 'Send to nobody',
  writeOffReason: 'Why it goes to nobody (required)',
  writeOffHelp:
    'Nobody gets the document in this recipient’s place. The reason stays in the history.',
  waiting: 'The clerk chooses another recipient',
  sentOn: (name) => `Sent to ${name}`,
  writtenOff: (reason) => `Goes to nobody: ${reason}`,
  notReached: (name, why, reason) =>
    `${name}: ${why.charAt(0).toLowerCase()}${why.slice(1)}${reason === null ? '' : ` (${reason})`}. It waits for the clerk.`,
};
