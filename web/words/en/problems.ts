// What is a person told in English when something is refused?
import type { problems as vi } from '../vi/problems.ts';

const REPEAT = 'This could not be done. Please reload the page and try again.';
const ASK = 'Please tell the administrator.';

export const problems: typeof vi = {
  input_invalid: 'Some fields are wrong or missing. Please look at those that are marked.',
  text_unprintable: 'Some characters cannot be printed. Please remove or replace them.',
  document_secret: 'Secret documents may not be written in this system.',
  content_too_large:
    'The document is too large (some 300 pages at most). Please shorten it, or attach a part as a file.',
  chain_empty: `Nobody is named to review or sign. ${ASK}`,
  chain_without_signer: `Nobody is named to sign. ${ASK}`,
  chain_person_unknown: `Somebody in the steps of approval no longer works here. ${ASK}`,
  signature_unknown:
    'The directory does not say how whoever signs is printed. Please ask the administrator to enter it.',
  recipient_unknown: 'A recipient is not in the directory. Please choose again.',
  recipient_closed: 'A recipient does not exist any more. Please choose again.',
  recipient_unattended: 'Nobody there may open what comes. Please choose another recipient.',
  recipient_sent_back: 'This recipient has sent the document back. Please choose another one.',
  successor_unknown: 'The organization that takes over is no longer open. Choose another.',
  findings_open: 'The format has open findings. Please look again, or submit knowingly.',
  reason_missing: 'Please give a reason.',
  cursor_invalid: 'The list has changed. Please reload the page.',
  idempotency_key_missing: REPEAT,
  idempotency_key_reused: REPEAT,
  revision_missing: REPEAT,
  file_too_large: 'The file is too large. Please choose one of at most 25 MB.',
  file_holds_too_much:
    'The file holds more words or formatting than a document can have. Please copy what you need into a new Word file, and choose that.',
  file_not_docx: 'This is no Word document (.docx). Please choose another file.',
  file_not_pdf: 'The file is no PDF. Please choose a signed PDF.',
  file_old_format: 'This is an old Word file (.doc). Please save it as .docx and choose it again.',
  file_protected: 'The file has a password. Please remove it and choose the file again.',
  file_with_macros: 'The file has macros. Please save it as .docx without macros.',
  file_damaged: 'The file is damaged. Please open it in Word, save it and choose it again.',
  attachment_missing:
    'An attachment has not been uploaded. Please take it out and attach it again.',
  attachment_not_as_named:
    'An attachment is not of the kind that its name says. Please take it out, or save it as what it is.',
  image_not_png: 'This is no PNG image, or cannot be read. Please choose another.',
  image_too_large: 'The image is too large: at most 1 MB, and 1,600 pixels each way.',
  image_not_transparent: 'The ground of the image is not transparent. Please choose another.',
  image_blank: 'The image is blank. Please choose another.',
  signed_out: 'You have been signed out. Please sign in again; what you wrote is kept.',
  person_unknown: `You are not in the directory, or your account is locked. ${ASK}`,
  not_permitted: 'You may not do this.',
  not_asked: 'This document does not wait for you.',
  signer_saved_this_version: 'Whoever drafted a document may not sign it.',
  sign_in_stale: 'Please sign in again to sign. The document stays as it is.',
  access_unsettled:
    'Not signed: an administrator has just changed the way you sign in. You can sign after 24 hours, or as soon as another administrator agrees. If it is urgent, the drafter can withdraw the document and submit it to another signer.',
  second_administrator_missing:
    'This needs the agreement of another administrator, or 24 hours. An administrator whose own role or way to sign in was just changed has to wait for 24 hours as well.',
  report_not_found: 'There is no such document.',
  submission_not_found: 'There is no such submission.',
  delivery_not_found: 'There is no such incoming document.',
  organization_not_found: 'There is no such organization.',
  person_not_found: 'There is no such person in this organization.',
  file_not_found: 'There is no such file.',
  template_not_found: 'There is no such template. Please reload the page.',
  words_not_found: 'There is no such version. Please reload the page.',
  route_not_found: 'There is no such page.',
  revision_conflict: 'The draft has been saved elsewhere. Please choose which to keep.',
  entry_changed:
    'Somebody else has just changed this. Reload the page and look before you change it.',
  status_wrong: 'The document has moved on. Please look at its new state.',
  comments_full: 'There are 60 comments already. Decide, or return the document.',
  people_full:
    'The office has 500 people already, with locked accounts. Add a unit under it, and enter new people there.',
  revocations_full:
    '200 certificates are revoked already, and no more can be. Enrol a new one in place of this: from then on nobody signs with the old one.',
  savers_full:
    '100 people have changed this draft already. Let one of them save it, or begin a new document with it.',
  templates_full: 'There are 100 templates. Please remove some that nobody uses.',
  email_taken:
    'Somebody has this e-mail already. Look in the directory, also among locked accounts.',
  administrator_missing: 'An office has at least one administrator. Hand the role over first.',
  register_in_use: 'This register has given numbers here; its beginning cannot be moved.',
  already_decided: 'The document has been decided.',
  content_changed: 'The draft has changed. Nothing was signed. Please look at the new version.',
  rendering_changed: 'The draft has changed. Nothing was signed. Please look at the new version.',
  layout_gone:
    'The layout that the draft was submitted in is no longer in use. Please submit the document again; if it has a number, void that first.',
  date_before_register: `The date is earlier than that of the last number. ${ASK}`,
  key_missing: `There is no certificate. ${ASK}`,
  certificate_expired: `The certificate has expired. ${ASK}`,
  certificate_not_yet_valid: `The certificate is not valid yet. ${ASK}`,
  certificate_not_for_signing: `The certificate is not meant for signing. ${ASK}`,
  certificate_key_mismatch: `The certificate does not belong to the key. ${ASK}`,
  certificate_unreadable:
    'The certificate cannot be read. Please choose the PEM file you were sent.',
  certificate_untrusted: `The certificate is not trusted. ${ASK}`,
  certificate_revoked: `The certificate has been revoked. ${ASK}`,
  timestamp_unavailable: `No timestamp could be had. Nothing was signed. Please try again later, or tell the administrator.`,
  signature_invalid: 'The digital signature is not valid.',
  file_differs: 'The file was changed after it had been signed.',
  kept_file_invalid:
    'A file that is kept for this submission is not valid. Please submit the document again; if it has a number, void that first.',
  door_wrong:
    'That could not be done. Please open the page by the address of the system and try again, or tell the administrator.',
  body_malformed: REPEAT,
  header_invalid: REPEAT,
  media_type_unsupported: REPEAT,
  unavailable: 'The system is busy. Please try again in a few minutes.',
  internal: 'Something went wrong. Nothing is lost. Please try again, or tell the administrator.',
  offline: 'There is no network. What you wrote is kept on this machine.',
};
