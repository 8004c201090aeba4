// May the tests of the use cases trust their memory? It is asked what the table is asked.
import { memoryRecords } from '../../support/memory-records.ts';
import { recordsContract } from '../../support/records-contract.ts';

recordsContract('memory', async () => ({ records: memoryRecords(), stop: async () => {} }));
