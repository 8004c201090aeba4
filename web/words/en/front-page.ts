// What does the page say in English that anybody comes to first?
import type { frontPage as vi } from '../vi/front-page.ts';

export const frontPage: typeof vi = {
  what: 'This takes a commune’s report the whole way: drafting, review, digital signature, number, register and delivery.',
  whom: 'It is for drafters, leaders and clerks of communes, and for the clerks of the offices that receive.',
  anyone:
    'Anyone may verify, without signing in, whether a file is the very one that was issued here.',
  check: 'Verify a file',
  guide: 'User guide',
};
