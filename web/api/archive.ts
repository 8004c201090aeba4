// How does one get what was issued, as its sender or its recipient? The routes of `functions/contracts/routes/archive.ts`, by their names.
import { api, read } from './client.ts';
import { pdf } from './file.ts';

const one = api.issued[':reportId'];

export const linkIssuedFile = (reportId: string, format: 'pdf' | 'docx') =>
  read(one[':format'].$get({ param: { reportId, format } }));

/** To be read on the screen. */
export const issuedPdf = (reportId: string) =>
  pdf(['issued', reportId], () => linkIssuedFile(reportId, 'pdf'));

export const linkIssuedAttachment = (reportId: string, sha256: string) =>
  read(one.attachments[':sha256'].$get({ param: { reportId, sha256 } }));

/** One that went with it, to be read on the screen. */
export const issuedAttachment = (reportId: string, sha256: string) =>
  pdf(['issued attachment', sha256], () => linkIssuedAttachment(reportId, sha256));
