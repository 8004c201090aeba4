import type { queue as vi } from '../vi/queue.ts';

export const queue: typeof vi = {
  filter: 'Kind of work',
  all: 'All',
  kinds: {
    seal: 'Waiting for the seal',
    stuck: 'Not issued yet',
    unreached: 'Not delivered',
    sentBack: 'Sent back',
  },
  count: (count) => `${count} to do`,
  empty: 'Nothing waits for the clerk.',
  choose:
    'Choose a task to read its document and deal with it. The most urgent and longest waiting is first; J goes to the next, K to the one before.',
  begin: 'Open the first',
  done: 'Done',
  next: 'Next task',
  otherKinds: 'See other kinds',
  allDone: 'Nothing waits for the clerk any more.',
  fresh: (count) => `${count} new`,
  rounds: 'Decisions',
  arrivals: 'Recipients and decisions',
  unsigned: 'No signed file to show yet.',
  goesOn: 'Being issued. The number and the issued document will appear here.',
  goesOnUnnumbered: 'The system goes on. It comes back here when the clerk is needed.',
};
