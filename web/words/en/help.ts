// What does one read in the first minutes? The words of `vi/help.ts`, in English.
import type { help as vi } from '../vi/help.ts';

export const help: typeof vi = {
  why: {
    press: 'Why?',
    whole: 'Read the whole of Decree 30/2020 of 5 March 2020 on clerical work:',
    where: 'vanban.chinhphu.vn',
  },
  empty: {
    filtered: 'Nothing is found with this filter.',
    all: 'Show all',
    guide: 'Read the guide',
    reports:
      'What you write lies here, from the draft until its recipients have received it. Begin with a template, an earlier document or a Word file.',
    waiting: 'What others submit to you comes here, the urgent first.',
    decided:
      'What you have signed, agreed to, returned or rejected is kept here. Begin at what waits for you.',
    registry:
      'What has been signed comes here when it waits for the seal or could not be issued; so does what could not be delivered or was sent back.',
    inbox: 'What other offices send comes here by itself. Open and read it, then receive it.',
    outgoing:
      'Each number that is taken is a line, written by the system when a document is signed. Other years and types are chosen above.',
    incoming:
      'Each document that is received is a line. Begin at the incoming documents. Other years are chosen above.',
    issued: 'Documents issued in that year come here, to be made templates of.',
    search: 'Try fewer words, or whole ones. Accents make no difference.',
    staff: 'Press Add a person: they get a letter and can sign in at once.',
    organizations: 'There is no organization yet. Add one, so that it can be a recipient.',
  },
  more: 'More',
  guide: {
    title: 'Guide',
    help: 'Choose your work. Each page has a few steps, takes two minutes and can be printed.',
    chapters: 'Pages of the guide',
    print: 'Print this page',
    step: (number: number) => `Step ${number}.`,
    picture: (step: string) => `The screen at: ${step}`,
  },
};
