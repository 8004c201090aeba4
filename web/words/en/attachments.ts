// What is said in English of files that go with a report?
import type { attachments as vi } from '../vi/attachments.ts';

export const attachments: typeof vi = {
  title: 'Attachments',
  count: (files) => (files === 1 ? 'With 1 file.' : `With ${files} files.`),
  help: (endings, most) =>
    `${endings}; 25 MB each at most, ${most} files at most. No archives, and no Word or Excel files of the old formats.`,
  add: 'Add files',
  waiting: 'Waits to be uploaded',
  sending: (share) => `Uploading ${share}%`,
  cancel: (name) => `Cancel the upload of ${name}`,
  retry: (name) => `Upload ${name} again`,
  remove: (name) => `Take out ${name}`,
  read: (name) => `Read ${name}`,
  back: 'Back to the document',
  download: (name) => `Download ${name}`,
  wrongKind: 'Files of this kind cannot be attached.',
  tooLarge: 'The file is larger than 25 MB.',
  empty: 'The file is empty.',
  already: 'This file is attached already.',
  full: (most) => `There are ${most} files already.`,
  notUploaded: 'This file was not uploaded. Take it out and attach it again.',
  notAsNamed: 'The file is not of the kind that its name says.',
};
