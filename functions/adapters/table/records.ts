// Which ports does the table answer that one write changes together? Each kind of keys has its own; the write is one for all.
import type { Records } from '../../use-cases/world.ts';
import { commitIn } from './commit.ts';
import { deliveriesIn } from './deliveries.ts';
import { knownFilesIn } from './known-files.ts';
import { incomingRegistersIn, registersIn } from './registers.ts';
import { reportsIn } from './reports.ts';
import { submissionsIn } from './submissions.ts';
import type { Table } from './table.ts';
import { owedIn, tokensIn, waitingIn } from './waits.ts';
import { wordsIn } from './words.ts';

export const recordsIn = (table: Table): Records => ({
  reports: reportsIn(table),
  submissions: submissionsIn(table),
  waiting: waitingIn(table),
  owed: owedIn(table),
  tokens: tokensIn(table),
  deliveries: deliveriesIn(table),
  registers: registersIn(table),
  incoming: incomingRegistersIn(table),
  knownFiles: knownFilesIn(table),
  reportWords: wordsIn(table, 'report'),
  deliveryWords: wordsIn(table, 'delivery'),
  commit: commitIn(table),
});
