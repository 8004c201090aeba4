// May the tests of the use cases trust their records in memory? They are held to the same contract as the table.
import { memoryTable } from '../../support/memory-records.ts';
import { pressesContract } from '../../support/presses-contract.ts';
import { recordsContract } from '../../support/records-contract.ts';

recordsContract('memory', async () => ({
  records: memoryTable().records,
  stop: async () => {},
}));
pressesContract('presses in memory', async () => memoryTable());
