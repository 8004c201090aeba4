// What is a person told in English when this very press is refused?
import type { refused as vi } from '../vi/refused.ts';

const ASK = 'Please tell the administrator.';
const notHis = (work: string) => `You do not ${work} any more. ${ASK}`;
const clerk = {
  not_permitted: notHis('work as a clerk'),
  submission_not_found: 'Your office has no such submission.',
};
const reviewer = {
  not_permitted: notHis('review or sign this document'),
  status_wrong: 'This submission is over or was withdrawn. Nothing was added.',
  already_decided: 'You have decided already, or others have finished this step.',
};
const administrator = { not_permitted: notHis('manage this office') };
const DONE_WITH = 'It has been received, or sent back, already.';
const SENT_OR_NOT = 'It was sent to this recipient already, or written off.';
const NOT_YOURS = 'This organization is not yours to manage.';

export const refused: typeof vi = {
  submit: {
    not_permitted: notHis('draft'),
    report_not_found: 'There is no such document, so it was not submitted.',
    revision_conflict:
      'The draft has just been saved elsewhere. Nothing was submitted. Please reload to see it.',
    status_wrong: 'This document is no draft any more: it may have been submitted elsewhere.',
    input_invalid: 'It was not submitted. Please mend the following, and submit again.',
    chain_empty: `The office has not said who reviews and signs. ${ASK}`,
    chain_without_signer: `The steps do not end with somebody who signs. ${ASK}`,
    chain_person_unknown: `Somebody in the steps may not do that work any more. ${ASK}`,
    key_missing: `Whoever signs has no certificate. ${ASK}`,
    signer_saved_this_version:
      'Whoever signs has changed this draft, and may not sign it. Begin a new document with this one, or ask the administrator to choose another signer.',
    findings_open: 'The check has new warnings. Please read them and press again.',
  },
  decide: {
    ...reviewer,
    content_changed: 'The page has changed. Nothing was decided. Please look at the new one.',
    input_invalid: 'A passage that you corrected has changed. Please look, and send it again.',
  },
  sign: reviewer,
  urgency: {
    not_permitted: reviewer.not_permitted,
    status_wrong: reviewer.status_wrong,
    not_asked: 'It does not wait for your signature, so its urgency is not yours to decide.',
    content_changed:
      'The page has changed. The urgency is what it was. Please look at the new one.',
    input_invalid: 'The document has this urgency already.',
  },
  comment: {
    not_permitted: 'Only the drafter and those who review or sign may comment.',
    status_wrong: 'This submission is over; there is nothing to comment on.',
  },
  setAside: {
    not_permitted: notHis('draft'),
    report_not_found: 'This document was not found, so the words could not be kept.',
  },
  discard: {
    not_permitted: notHis('write documents'),
    revision_conflict:
      'The draft has just been saved elsewhere. Nothing was deleted. Please reload to see it.',
    report_not_found: 'This draft was not found: it may have been deleted already.',
    status_wrong: 'This document has been submitted and cannot be deleted.',
  },
  withdraw: {
    not_permitted: notHis('write documents'),
    status_wrong: 'It cannot be withdrawn any more: it was signed, returned or ended.',
  },
  seal: {
    ...clerk,
    access_unsettled:
      'Not sealed: an administrator has just changed the way you sign in. You can seal after 24 hours, or as soon as another administrator agrees. If it is urgent, another clerk can.',
    status_wrong: 'This document does not wait for the seal any more.',
  },
  resume: { ...clerk, status_wrong: 'This document does not wait to be tried again any more.' },
  giveUp: {
    ...clerk,
    status_wrong: 'It does not wait for the clerk any more: it may have gone on.',
  },
  sendHeld: {
    not_permitted: notHis('work as a clerk'),
    already_decided: SENT_OR_NOT,
    delivery_not_found: 'Nothing waits to be sent to this recipient any more.',
    organization_not_found: 'The chosen one is not in the directory. Please choose another.',
    recipient_closed: 'The chosen one does not exist any more. Please choose another.',
    recipient_unattended:
      'Nobody at the chosen one may open what comes. Please choose another recipient.',
  },
  writeOff: {
    not_permitted: notHis('work as a clerk'),
    already_decided: SENT_OR_NOT,
    delivery_not_found: 'Nothing waits to be sent to this recipient any more.',
  },
  receive: {
    not_permitted: notHis('receive documents'),
    already_decided: DONE_WITH,
    signature_invalid: 'Its signature is not valid. Nothing was received. Please send it back.',
    file_differs: 'The file is not what was issued. Nothing was received. Please send it back.',
    file_not_found: 'Its file is not there. Nothing was received. Please tell the sender.',
  },
  sendBack: { not_permitted: notHis('receive documents'), already_decided: DONE_WITH },
  begin: {
    not_permitted: notHis('draft'),
    report_not_found: 'The chosen document is not there. Please choose another.',
  },
  importWord: {
    not_permitted: notHis('draft'),
    file_not_found: 'The file has not arrived. Please choose it again.',
  },
  template: {
    ...administrator,
    report_not_found: 'The document that was to be a template is not there.',
  },
  settings: {
    ...administrator,
    chain_without_signer: 'The steps must end with somebody who signs. Please choose who does.',
    chain_person_unknown:
      'Somebody that was chosen may not do that work any more. Please choose another where it is marked.',
  },
  register: administrator,
  organization: { ...administrator, organization_not_found: NOT_YOURS },
  existence: {
    not_permitted:
      'You do not keep this office any more, or it is your own: only the one above it closes or reopens it.',
    organization_not_found: NOT_YOURS,
    status_wrong: 'This organization has just been closed or reopened.',
  },
  person: {
    ...administrator,
    organization_not_found: 'The office of this person is not yours to manage.',
    status_wrong: 'This account has just been locked or unlocked.',
  },
  account: {
    not_permitted: 'You are no administrator any more, or this is your own account.',
    organization_not_found: 'The office of this person is not yours to manage.',
    person_not_found: 'This person has no account to sign in with.',
    entry_changed:
      'The entry of this person was just changed. Load the page again, and press again.',
    status_wrong: 'This person has signed in already, and needs no invitation.',
  },
  access: {
    ...administrator,
    organization_not_found: 'The office of this person is not yours to manage.',
    person_not_found: 'This person has no account to sign in with.',
    status_wrong: 'It has taken effect already, or was called off.',
  },
  key: {
    ...administrator,
    key_missing: 'There is no key in this place. Make a request, or choose the other place.',
    certificate_expired: 'This certificate has expired. Please choose one that holds.',
    certificate_not_yet_valid: 'This certificate is not valid yet. Enrol it on the day it is.',
    certificate_not_for_signing:
      'This certificate is not meant for signing. Please ask for one that is.',
    certificate_key_mismatch:
      'This certificate does not belong to the key in this place. Choose another file, or the other place.',
    certificate_untrusted:
      'Nobody who is trusted has issued this certificate, or the file lacks that of its issuer.',
    certificate_revoked: 'This certificate has been revoked. Please choose another.',
  },
  image: {
    not_permitted: `You do not sign, or manage this office, any more. ${ASK}`,
    person_unknown: `You are not in the directory. ${ASK}`,
  },
  attach: {
    not_permitted: notHis('draft'),
    status_wrong: 'This document is no draft any more, so nothing can be attached.',
  },
  check: { file_not_found: 'The file has not arrived. Please choose it again.' },
};
