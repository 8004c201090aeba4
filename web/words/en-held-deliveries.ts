// The same in English.
import type { heldDeliveries as vi } from './vi-held-deliveries.ts';

export const heldDeliveries: typeof vi = {
  title: 'Could not be delivered yet',
  help: 'These documents are issued, but have not reached these recipients. Open a line to choose another recipient, or to say why it goes to nobody.',
  recipient: 'Recipient',
  because: 'Cause',
  why: {
    closed: 'The organization does not exist any more',
    noOfficer: 'Nobody of the organization may open what comes',
  },
  helpOne: 'Choose another recipient, then press Send. If it can go to nobody, say why.',
  to: 'Send to',
  near: 'Proposed',
  others: 'Other organizations',
  itself: (name) => `${name} (can be reached now)`,
  successor: (name) => `${name} (its successor)`,
  parent: (name) => `${name} (the one above it)`,
  send: 'Send',
  writeOff: 'Send to nobody',
  writeOffReason: 'Why it cannot be delivered (required)',
  writeOffHelp: 'This recipient will not have the document here. The reason stays in the history.',
  waiting: 'Not delivered yet; the clerk chooses another recipient',
  sentOn: (name) => `Sent to ${name}`,
  writtenOff: (reason) => `Could not be delivered: ${reason}`,
};
