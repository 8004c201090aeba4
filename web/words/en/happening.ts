// How are events told in English?
import type { HappeningWords } from '../happening-words.ts';
import { counted } from './counted.ts';
import { directoryChanges } from './directory-changes.ts';
import { life } from './life.ts';

export const happening: HappeningWords = {
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
  urgencyDecided: ({ urgency }) => `decided on the urgency: ${life.urgency[urgency ?? 'none']}`,
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
    `could not deliver it to ${recipientName}: ${life.unreachable[why]}`,
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
};
