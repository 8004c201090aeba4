// How are states, events and people's parts called in English?

import type { life as vi } from '../vi/life.ts';
import { counted } from './counted.ts';
import { directoryChanges, role } from './directory-changes.ts';
import { editor } from './editor.ts';

const { urgencyOf } = editor.optional;

const unreachable: typeof vi.unreachable = {
  closed: 'it does not exist any more',
  noOfficer: 'nobody there may open what comes',
};

export const life: typeof vi = {
  unreachable,
  reportStatus: {
    draft: 'Draft',
    inReview: 'In review',
    issuing: 'Being issued',
    issued: 'Issued',
    rejected: 'Rejected',
  },
  awaitingSignature: 'Awaiting signature',
  cameBack: {
    returned: 'Returned',
    withdrawn: 'Withdrawn',
    handedBack: 'Returned',
    voided: 'Returned',
  },
  deliveryStatus: {
    arrived: 'Arrived',
    opened: 'Opened',
    received: 'Received',
    sentBack: 'Sent back',
  },
  role,
  roundKind: { review: 'Review', sign: 'Signature' },
  decision: {
    agree: 'Agreed',
    sign: 'Signed',
    return: 'Returned',
    reject: 'Rejected',
  },
  workflow: 'The system',
  happening: {
    created: () => 'began the draft',
    edited: ({ version }) => `edited the draft, version ${version}`,
    discarded: () => 'threw the draft away',
    submitted: ({ version }) => `submitted version ${version}`,
    withdrawn: () => 'withdrew it',
    asked: ({ round }) => `passed it to step ${round + 1}`,
    commented: ({ text }) => `commented: ${text}`,
    agreed: ({ reason }) => (reason ? `agreed: ${reason}` : 'agreed'),
    signed: () => 'signed',
    returned: ({ reason }) => `returned it: ${reason}`,
    correctionProposed: ({ places }) => `proposed other words in ${counted(places, 'place')}`,
    urgencyDecided: ({ urgency }) => `decided on the urgency: ${urgencyOf[urgency ?? 'none']}`,
    rejected: ({ reason }) => `rejected it: ${reason}`,
    reminded: ({ reminders }) => `reminder ${reminders}`,
    escalated: () => 'told the clerk and the drafter',
    numbered: ({ number, symbol }) => `took number ${String(number).padStart(2, '0')}/${symbol}`,
    sealPressed: () => 'let the seal be applied and the report be issued',
    issued: () => 'issued it',
    stuck: () => 'could not issue it; waits for the clerk',
    resumed: () => 'let it go on',
    voided: ({ number, reason }) => `voided number ${number}: ${reason}`,
    handedBack: ({ reason }) =>
      `returned it to the drafter, because it could not be issued: ${reason}`,
    deliveryHeld: ({ recipientName, why }) =>
      `could not deliver it to ${recipientName}: ${unreachable[why]}`,
    deliverySentOn: ({ recipientId, recipientName, to, toName }) =>
      to === recipientId
        ? `sent it to ${toName}`
        : `sent it to ${toName} in place of ${recipientName}`,
    deliveryWrittenOff: ({ recipientName, reason }) =>
      `gave up delivering it to ${recipientName}: ${reason}`,
    arrived: () => 'arrived',
    opened: () => 'opened it',
    downloaded: ({ format }) => `downloaded the ${format.toUpperCase()}`,
    attachmentDownloaded: ({ name }) => `downloaded the attachment ${name}`,
    received: ({ incomingNumber }) => `received it: incoming number ${incomingNumber}`,
    sentBack: ({ reason }) => `sent it back: ${reason}`,
    ...directoryChanges,
  },
};
