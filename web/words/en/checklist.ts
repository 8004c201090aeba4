// What does an office's checklist say in English, line by line?
import type { checklist as vi } from '../vi/checklist.ts';
import { navigation } from './navigation.ts';

const NO_SIGNER = 'Nobody signs yet.';

export const checklist: typeof vi = {
  title: navigation.checklist,
  help: 'From top to bottom. When every line is done, the office can issue documents.',
  allDone: 'Everything is prepared. The office can issue documents.',
  lines: 'What is to be done',
  state: { done: 'Done', missing: 'Missing', unknown: 'Not known' },
  check: {
    people: 'People',
    chain: 'Steps of a document',
    trust: 'Certification authorities',
    keys: 'Signing keys',
    images: 'Images of signatures and seal',
    registers: 'Last numbers on paper',
    mail: 'E-mail',
    timestamps: 'Timestamps',
  },
  missing: {
    people: ({ roles, names }) =>
      roles
        ? `Nobody has the role of: ${roles}.`
        : `Waits for another administrator, or 24 hours: ${names}.`,
    chain: () => 'Nobody signs at the last step, or somebody is named who can act no more.',
    trust: () => 'No authority is trusted, so no certificate can be enrolled.',
    keys: ({ names }) => (names ? `Without a valid certificate: ${names}.` : NO_SIGNER),
    images: ({ names }) => (names ? `Without an image: ${names}.` : NO_SIGNER),
    registers: ({ names }) =>
      `It is not known with which number the registers of this year begin${names && `: ${names}`}. Set the last number on paper (0 if there was none), or confirm it where numbers were given here.`,
    mail: () =>
      'Mail does not leave yet: the domain is not verified, or the mail service is still restricted.',
    timestamps: () => 'There is no timestamp server, so nothing proves when a document was signed.',
  },
  unknown: 'The mail service could not be asked. Look again later.',
  by: {
    signers: 'Signers give their own image, in My signature.',
    operator: 'This is for whoever set the system up.',
  },
};
