// How does a test get a real table? In DynamoDB Local, with the keys that the stack deploys.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../functions/adapters/table/table.ts';
import { INDEX } from '../../functions/contracts/agreed-names.ts';
import { startDynamoDbLocal } from '../../infra/local/aws/dynamodb-local.ts';
import { newFolder } from './run/run-folder.ts';

const properties = {
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  GlobalSecondaryIndexes: [
    {
      IndexName: INDEX,
      KeySchema: [
        { AttributeName: 'gsi1pk', KeyType: 'HASH' as const },
        { AttributeName: 'gsi1sk', KeyType: 'RANGE' as const },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['record'] },
    },
  ],
  TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
};

type Started = Table & { url: string; stop(): Promise<void> };

const tableAt = (url: string, name: string): Table => ({
  name,
  client: new DynamoDBClient({
    endpoint: url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    // Tests let hundreds of callers compete; behind the SDK's 50 sockets they would queue instead.
    requestHandler: { httpAgent: { maxSockets: 300 } },
  }),
});

/** A table in a database of its own, whose files lie in a new folder in `within`, and what ends it. */
export const startTable = async (within = tmpdir()): Promise<Started> => {
  const folder = await mkdtemp(join(within, 'dynamodb-'));
  const name = 'trinh-ky';
  const database = await startDynamoDbLocal(folder, [{ name, properties }]);
  const table = tableAt(database.url, name);
  const stop = async () => {
    table.client.destroy();
    await database.stop();
    await rm(folder, { recursive: true });
  };
  return { ...table, url: database.url, stop };
};

let lent: ReturnType<typeof startDynamoDbLocal> | undefined;
let tables = 0;

/** A new table in the database of this worker, which ends with it. */
export const borrowTable = async (): Promise<Table> => {
  lent ??= startDynamoDbLocal(newFolder('dynamodb'), []);
  const { url, addTable } = await lent;
  tables += 1;
  const table = tableAt(url, `table-${tables}`);
  await addTable({ name: table.name, properties });
  return table;
};
