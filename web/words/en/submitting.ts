// What is said when a draft is submitted or thrown away in English?
import type * as vi from '../vi/submitting.ts';
import { counted } from './counted.ts';
import { life } from './life.ts';

export const discard: typeof vi.discard = {
  press: 'Delete the draft',
  question: (subject) => `Delete the draft “${subject}”? Its words are gone for good.`,
};

export const submit: typeof vi.submit = {
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
};
