// What stands around the paper on the drafter's desk, in English?
import type { desk as vi } from '../vi/desk.ts';
import { counted } from './counted.ts';

export const desk: typeof vi = {
  pages: (count) => counted(count, 'page'),
  unprinted: 'Not printed yet',
  signedOn: (page) => `signed on page ${page}`,
  past: 'As printed before; the new pages are being made',
  page: (page, of) => `Page ${page} / ${of}`,
  footAlone: (page) =>
    `Page ${page} has recipients and signature alone. Add or take away some lines, so that part of the text is on the page of the signature.`,
  found: (errors, warnings) =>
    errors + warnings === 0
      ? 'Format right'
      : [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')]
          .filter(Boolean)
          .join(', '),
  count: (count) => counted(count, 'word'),
  history: 'History',
  views: 'What is shown',
  beside: 'Beside the paper',
  outline: {
    title: 'Headings',
    open: 'Open the headings',
    close: 'Close the headings',
    head: 'Head of the document',
    none: 'No headings yet.',
    parts: {
      recipients: 'Recipients, signer',
      attachments: 'Attachments',
      urgency: 'Urgency, circulation',
    },
  },
};
