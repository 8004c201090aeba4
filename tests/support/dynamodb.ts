// How does a test get a real table? DynamoDB Local with a folder of its own, and one table with the keys that the stack deploys.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { INDEX } from '../../functions/adapters/keys.ts';
import type { Table } from '../../functions/adapters/table.ts';
import { startDynamoDbLocal } from '../../infra/local/dynamodb-local.ts';

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

/** A table and what ends it; `url` is where another client finds it, `within` the folder that its files lie in. */
export const startTable = async (
  within = tmpdir(),
): Promise<Table & { url: string; stop(): Promise<void> }> => {
  const folder = await mkdtemp(join(within, 'dynamodb-'));
  const name = 'trinh-ky';
  const database = await startDynamoDbLocal(folder, [{ name, properties }]);
  const client = new DynamoDBClient({
    endpoint: database.url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    // Tests let hundreds of callers compete; behind the SDK's 50 sockets they would queue instead.
    requestHandler: { httpAgent: { maxSockets: 300 } },
  });
  const stop = async () => {
    client.destroy();
    await database.stop();
    await rm(folder, { recursive: true });
  };
  return { client, name, url: database.url, stop };
};
