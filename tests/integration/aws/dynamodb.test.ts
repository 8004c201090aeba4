// Does a call through the endpoint reach only the items its caller may touch? Asked of the real
// DynamoDB Local, with a function that is held to the partition keys of its kind.
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dynamodbService } from '../../../infra/local/aws/dynamodb.ts';
import { type DynamoDbLocal, startDynamoDbLocal } from '../../../infra/local/aws/dynamodb-local.ts';
import {
  clientSettings,
  freshFolder,
  functionWith,
  type LocalAws,
  machine,
  place,
  startLocalAws,
} from './local-aws.ts';

const TableName = 'desk';
const arn = `arn:aws:dynamodb:${place.region}:${place.account}:table/${TableName}`;
const drafting = functionWith(
  {
    Effect: 'Allow',
    Action: [
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:Query',
      'dynamodb:BatchGetItem',
      'dynamodb:BatchWriteItem',
    ],
    Resource: [arn, `${arn}/index/*`],
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['DRAFT#*', 'LIST#*'] } },
  },
  {
    Effect: 'Allow',
    Action: 'dynamodb:ConditionCheckItem',
    Resource: arn,
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'PERSON#*' } },
  },
);

const table = {
  name: TableName,
  properties: {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' as const }],
    AttributeDefinitions: ['pk', 'list'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byList',
        KeySchema: [{ AttributeName: 'list', KeyType: 'HASH' as const }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  },
};

let database: DynamoDbLocal;
let home: Awaited<ReturnType<typeof freshFolder>>;
let aws: LocalAws;
let asMachine: DynamoDBClient;
let asDrafting: DynamoDBClient;

beforeAll(async () => {
  home = await freshFolder();
  database = await startDynamoDbLocal(`${home.folder}/database`, [table]);
  const tables = { [TableName]: { partitionKey: 'pk', indexes: { byList: 'list' } } };
  aws = await startLocalAws({
    folder: `${home.folder}/files`,
    callers: [machine, drafting],
    services: { dynamodb: dynamodbService(database.url, tables, place) },
  });
  asMachine = new DynamoDBClient({ ...clientSettings(aws.url, machine), maxAttempts: 3 });
  asDrafting = new DynamoDBClient(clientSettings(aws.url, drafting));
});

beforeEach(() => {
  aws.faults.clear();
  aws.counts.reset();
});

afterAll(async () => {
  await aws?.close();
  await database?.stop();
  await home?.remove();
});

const key = (pk: string) => ({ pk: { S: pk } });
const denied = { name: 'AccessDeniedException' };

const put = (client: DynamoDBClient, pk: string, list = 'LIST#1') =>
  client.send(new PutItemCommand({ TableName, Item: { ...key(pk), list: { S: list } } }));

const transact = (...TransactItems: TransactWriteItem[]) =>
  asDrafting.send(new TransactWriteItemsCommand({ TransactItems }));

test('a function reads and writes items of its own kind', async () => {
  await put(asDrafting, 'DRAFT#1');

  const { Item } = await asDrafting.send(new GetItemCommand({ TableName, Key: key('DRAFT#1') }));

  expect(Item).toEqual({ ...key('DRAFT#1'), list: { S: 'LIST#1' } });
});

test('an item of another kind is out of reach, and the refusal says why', async () => {
  await expect(put(asDrafting, 'SIGNED#1')).rejects.toMatchObject({
    ...denied,
    message: `User: drafting is not authorized to perform: dynamodb:PutItem on resource: ${arn} because no identity-based policy allows the dynamodb:PutItem action under these conditions`,
  });
  await expect(
    asDrafting.send(
      new UpdateItemCommand({
        TableName,
        Key: key('SIGNED#1'),
        UpdateExpression: 'SET a = :a',
        ExpressionAttributeValues: { ':a': { S: 'x' } },
      }),
    ),
  ).rejects.toMatchObject(denied);
});

test('a key that DynamoDB would not look at does not open the door to another', async () => {
  const client = new DynamoDBClient(clientSettings(aws.url, drafting));
  client.middlewareStack.add(
    (next) => (args) => {
      const body = { TableName, Item: key('DRAFT#1'), Key: key('SIGNED#1') };
      Object.assign(args.request as object, { body: JSON.stringify(body) });
      return next(args);
    },
    { step: 'serialize', priority: 'low' },
  );
  const read = client.send(new GetItemCommand({ TableName, Key: key('DRAFT#1') }));

  await expect(read).rejects.toMatchObject(denied);
});

test('an index is held to its own partition keys', async () => {
  await put(asDrafting, 'DRAFT#2', 'LIST#2');
  const query = (list: string) =>
    asDrafting.send(
      new QueryCommand({
        TableName,
        IndexName: 'byList',
        KeyConditionExpression: '(#l = :list)',
        ExpressionAttributeNames: { '#l': 'list' },
        ExpressionAttributeValues: { ':list': { S: list } },
      }),
    );

  expect((await query('LIST#2')).Items).toHaveLength(1);
  await expect(query('INBOX#2')).rejects.toMatchObject({
    ...denied,
    message: expect.stringContaining(`${arn}/index/byList`),
  });
});

test('a query that is bound to no partition key is refused before it is judged', async () => {
  const query = new QueryCommand({
    TableName,
    KeyConditionExpression: 'begins_with(pk, :p)',
    ExpressionAttributeValues: { ':p': { S: 'DRAFT#' } },
  });

  await expect(asDrafting.send(query)).rejects.toMatchObject({ name: 'ValidationException' });
});

test('each part of a transaction is judged under its own action, and one denial stops all', async () => {
  await put(asMachine, 'PERSON#1');
  const draft = { Put: { TableName, Item: key('DRAFT#3') } };
  const check = (pk: string) => ({
    ConditionCheck: { TableName, Key: key(pk), ConditionExpression: 'attribute_exists(pk)' },
  });

  await transact(draft, check('PERSON#1'));

  await expect(transact(draft, check('DRAFT#1'))).rejects.toThrow(/ConditionCheckItem/);
  await expect(transact(draft, { Put: { TableName, Item: key('PERSON#2') } })).rejects.toThrow(
    /PutItem/,
  );
  await expect(transact({ Delete: { TableName, Key: key('DRAFT#3') } })).rejects.toThrow(
    /DeleteItem/,
  );
});

test('a batch is judged by every key in it', async () => {
  const read = (...pks: string[]) =>
    asDrafting.send(new BatchGetItemCommand({ RequestItems: { desk: { Keys: pks.map(key) } } }));
  const write = (pk: string) =>
    asDrafting.send(
      new BatchWriteItemCommand({ RequestItems: { desk: [{ PutRequest: { Item: key(pk) } }] } }),
    );
  await write('DRAFT#4');

  expect((await read('DRAFT#4', 'DRAFT#5')).Responses?.desk).toHaveLength(1);
  await expect(read('DRAFT#4', 'SIGNED#1')).rejects.toMatchObject(denied);
  await expect(write('SIGNED#1')).rejects.toMatchObject(denied);
});

test('what was not granted is denied: a scan, a transactional read of another kind', async () => {
  await expect(asDrafting.send(new ScanCommand({ TableName }))).rejects.toMatchObject(denied);
  const read = new TransactGetItemsCommand({
    TransactItems: [{ Get: { TableName, Key: key('SIGNED#1') } }],
  });
  await expect(asDrafting.send(read)).rejects.toMatchObject(denied);
});

test('statements in PartiQL are not spoken, not even by the machine', async () => {
  const statement = new ExecuteStatementCommand({ Statement: 'SELECT * FROM desk' });

  await expect(asMachine.send(statement)).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
});

test('calls are counted by caller and operation, with the capacity they consumed', async () => {
  await put(asDrafting, 'DRAFT#6');
  await put(asDrafting, 'DRAFT#6');
  await put(asDrafting, 'SIGNED#6').catch(() => undefined);
  const answer = await asDrafting.send(new GetItemCommand({ TableName, Key: key('DRAFT#6') }));
  await transact({ Put: { TableName, Item: key('DRAFT#7') } });

  expect(answer.ConsumedCapacity).toBeUndefined();
  expect(aws.counts.all()).toMatchObject([
    // The table and its index take a unit each.
    { caller: 'drafting', action: 'dynamodb:PutItem', calls: 3, failed: 1 },
    { caller: 'drafting', action: 'dynamodb:GetItem', calls: 1, readUnits: 0.5, writeUnits: 0 },
    { caller: 'drafting', action: 'dynamodb:TransactWriteItems', calls: 1, writeUnits: 2 },
  ]);
  expect(aws.counts.all()[0]?.writeUnits).toBeGreaterThanOrEqual(2);
});

test('who asks for the consumed capacity gets it', async () => {
  const asked = { TableName, Key: key('DRAFT#6'), ReturnConsumedCapacity: 'TOTAL' as const };

  const { ConsumedCapacity } = await asDrafting.send(new GetItemCommand(asked));

  expect(ConsumedCapacity).toMatchObject({ TableName, CapacityUnits: 0.5 });
});

test('a call can be made to fail before it is done, and its answer to be lost afterwards', async () => {
  const error = { status: 500, code: 'InternalServerError' };
  const stored = async (pk: string) =>
    (await asMachine.send(new GetItemCommand({ TableName, Key: key(pk) }))).Item;
  const fault = { caller: 'drafting', action: 'dynamodb:PutItem', times: 1, error };

  aws.faults.failNext(fault);
  await put(asMachine, 'DRAFT#other');
  await expect(put(asDrafting, 'DRAFT#8')).rejects.toMatchObject({ name: error.code });
  aws.faults.failNext({ ...fault, moment: 'after' });
  await expect(put(asDrafting, 'DRAFT#9')).rejects.toMatchObject({ name: error.code });
  await put(asDrafting, 'DRAFT#10');

  expect(await stored('DRAFT#8')).toBeUndefined();
  expect(await stored('DRAFT#9')).toBeDefined();
});

test('a call further on can be made to fail, and says afterwards that it has', async () => {
  const error = { status: 500, code: 'InternalServerError' };
  const struck = aws.faults.failNext({ action: 'dynamodb:PutItem', nth: 2, times: 1, error });

  await put(asDrafting, 'DRAFT#12');
  const before = struck();
  await expect(put(asDrafting, 'DRAFT#13')).rejects.toMatchObject({ name: error.code });
  await put(asDrafting, 'DRAFT#14');

  expect([before, struck()]).toEqual([0, 1]);
});

test('the SDK tries again after a failure, and the second attempt arrives', async () => {
  aws.faults.failNext({
    action: 'dynamodb:PutItem',
    times: 2,
    error: { status: 500, code: 'InternalServerError' },
  });

  await put(asMachine, 'DRAFT#11');

  expect(aws.counts.all()).toMatchObject([{ calls: 3, failed: 2 }]);
});
