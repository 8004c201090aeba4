// How are states, events and people's parts called in English?

import type { life as vi } from '../vi/life.ts';

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
  role: {
    drafter: 'drafter',
    reviewer: 'reviewer',
    signer: 'signer',
    clerk: 'clerk',
    recipientOfficer: 'recipient officer',
    administrator: 'administrator',
  },
  roundKind: { review: 'Review', sign: 'Signature' },
  decision: {
    agree: 'Agreed',
    sign: 'Signed',
    return: 'Returned',
    reject: 'Rejected',
  },
  workflow: 'The system',
  urgency: {
    none: 'Ordinary',
    urgent: 'Urgent',
    veryUrgent: 'Very urgent',
    immediate: 'Immediate',
  },
};
