// Which items does a DynamoDB call touch? Everything IAM may ask about it: actions, tables and
// indexes, and the partition keys and attributes that fine-grained conditions look at.
import * as z from 'zod';
import { AwsError } from './aws-error.ts';
import type { TableSettings } from './dynamodb-local.ts';
import { readInput } from './protocols.ts';
import type { AccountAndRegion, Need } from './service.ts';

/** By table name: the partition key of the table, and of each index. */
export type TableKeys = Record<string, { partitionKey: string; indexes: Record<string, string> }>;

const partitionKeyIn = (keys: TableSettings['properties']['KeySchema']): string =>
  keys.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';

export const tableKeysOf = (tables: TableSettings[]): TableKeys =>
  Object.fromEntries(
    tables.map(({ name, properties: { KeySchema, GlobalSecondaryIndexes = [] } }) => [
      name,
      {
        partitionKey: partitionKeyIn(KeySchema),
        indexes: Object.fromEntries(
          GlobalSecondaryIndexes.map((index) => [index.IndexName, partitionKeyIn(index.KeySchema)]),
        ),
      },
    ]),
  );

const aliases = z.record(z.string(), z.string());
const attribute = z.record(z.string(), z.unknown());
const item = z.record(z.string(), attribute);

const part = z.looseObject({
  TableName: z.string(),
  IndexName: z.string().optional(),
  Key: item.optional(),
  Item: item.optional(),
  ExpressionAttributeNames: aliases.default({}),
  ExpressionAttributeValues: item.default({}),
  KeyConditionExpression: z.string().optional(),
  ReturnValues: z.string().optional(),
  Select: z.string().optional(),
});

type Part = z.infer<typeof part>;
type Item = z.infer<typeof item>;

const batchGet = z.looseObject({
  RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(item) })),
});
const batchWrite = z.looseObject({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.object({
        PutRequest: z.object({ Item: item }).optional(),
        DeleteRequest: z.object({ Key: item }).optional(),
      }),
    ),
  ),
});
const transaction = z.looseObject({ TransactItems: z.array(z.record(z.string(), part)) });

/** Under which permission each part of a transaction is judged; a transaction has none of its own. */
const partActions: Record<string, string> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const itemOperations = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan']);

/** What the machine itself does to tables when it starts; no function of the stack may. */
const tableOperations = new Set([
  'CreateTable',
  'DeleteTable',
  'DescribeTable',
  'DescribeTimeToLive',
  'UpdateTable',
  'UpdateTimeToLive',
]);

/**
 * Every permission one call needs. Refuses with UnknownOperationException what is not in use here
 * (PartiQL among it: its statements would have to be parsed to be judged).
 */
export const needsOf = (
  operation: string,
  input: Record<string, unknown>,
  tables: TableKeys,
  place: AccountAndRegion,
): Need[] => {
  if (itemOperations.has(operation)) {
    return [partNeed(operation, readInput(part, input), tables, place)];
  }
  switch (operation) {
    case 'BatchGetItem':
      return Object.entries(readInput(batchGet, input).RequestItems).map(
        ([table, { Keys, ...rest }]) =>
          itemsNeed(operation, table, Keys, attributesOf(rest), tables, place),
      );
    case 'BatchWriteItem':
      return Object.entries(readInput(batchWrite, input).RequestItems).map(([table, writes]) => {
        const items = writes
          .flatMap((write) => [write.PutRequest?.Item, write.DeleteRequest?.Key])
          .filter((item) => item !== undefined);
        return itemsNeed(operation, table, items, [], tables, place);
      });
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return readInput(transaction, input).TransactItems.flatMap((parts) =>
        Object.entries(parts).map(([kind, one]) =>
          partNeed(partActions[kind] ?? kind, one, tables, place),
        ),
      );
    case 'ListTables':
      return [{ action: 'dynamodb:ListTables', resources: ['*'], context: {} }];
  }
  if (!tableOperations.has(operation)) {
    throw new AwsError(
      400,
      'UnknownOperationException',
      `dynamodb:${operation} is not spoken here.`,
    );
  }
  const { TableName } = readInput(part, input);
  return [{ action: `dynamodb:${operation}`, resources: [arnOf(TableName, place)], context: {} }];
};

const partNeed = (
  action: string,
  asked: Part,
  tables: TableKeys,
  place: AccountAndRegion,
): Need => {
  const attributes = attributesOf(asked);
  // Only the one that DynamoDB itself will look at: the other could name any key.
  const item = action === 'PutItem' ? asked.Item : asked.Key;
  const need = itemsNeed(action, asked.TableName, item ? [item] : [], attributes, tables, place);
  if (asked.IndexName !== undefined && (action === 'Query' || action === 'Scan')) {
    need.resources = [`${arnOf(asked.TableName, place)}/index/${asked.IndexName}`];
  }
  if (action === 'Query') need.context['dynamodb:LeadingKeys'] = [queriedKey(asked, tables)];
  if (asked.ReturnValues) need.context['dynamodb:ReturnValues'] = [asked.ReturnValues];
  if (asked.Select) need.context['dynamodb:Select'] = [asked.Select];
  return need;
};

const itemsNeed = (
  action: string,
  table: string,
  items: Item[],
  attributes: string[],
  tables: TableKeys,
  place: AccountAndRegion,
): Need => {
  const context: Need['context'] = {};
  if (items.length > 0) {
    const { partitionKey } = keysOf(table, tables);
    context['dynamodb:LeadingKeys'] = items.map((item) =>
      keyText(item[partitionKey], partitionKey),
    );
  }
  const touched = new Set([...attributes, ...items.flatMap(Object.keys)]);
  if (touched.size > 0) context['dynamodb:Attributes'] = [...touched];
  return { action: `dynamodb:${action}`, resources: [arnOf(table, place)], context };
};

/** The partition key value a query is bound to: without it, a query could not be held to its kinds. */
const queriedKey = (asked: Part, tables: TableKeys): string => {
  const keys = keysOf(asked.TableName, tables);
  const key = asked.IndexName === undefined ? keys.partitionKey : keys.indexes[asked.IndexName];
  if (key === undefined) {
    throw new AwsError(400, 'ValidationException', `There is no index ${asked.IndexName}.`);
  }
  const equalities = (asked.KeyConditionExpression ?? '').matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g);
  for (const [, name = '', value = ''] of equalities) {
    if ((asked.ExpressionAttributeNames[name] ?? name) === key) {
      return keyText(asked.ExpressionAttributeValues[value], key);
    }
  }
  throw new AwsError(
    400,
    'ValidationException',
    `Query condition missed key schema element: ${key}`,
  );
};

const keysOf = (table: string, tables: TableKeys): TableKeys[string] => {
  const keys = tables[nameOf(table)];
  if (!keys) {
    throw new AwsError(400, 'ResourceNotFoundException', `Requested resource not found: ${table}`);
  }
  return keys;
};

const keyText = (value: z.infer<typeof attribute> | undefined, key: string): string => {
  const [text] = Object.values(value ?? {});
  if (typeof text === 'string') return text;
  throw new AwsError(400, 'ValidationException', `The key attribute ${key} is missing.`);
};

/** A table may be named by its ARN. */
const nameOf = (table: string): string => table.slice(table.lastIndexOf('/') + 1);

const arnOf = (table: string, place: AccountAndRegion): string =>
  `arn:aws:dynamodb:${place.region}:${place.account}:table/${nameOf(table)}`;

const expressions = [
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
  'UpdateExpression',
];

/** The words of the expression language that name no attribute. */
const grammar =
  /^(set|remove|add|delete|and|or|not|between|in|size|contains|begins_with|if_not_exists|list_append|attribute_(not_)?exists|attribute_type)$/i;

/** The top-level attributes that the expressions name. */
const attributesOf = (asked: Record<string, unknown>): string[] => {
  const read = aliases.safeParse(asked.ExpressionAttributeNames);
  const names = read.success ? read.data : {};
  return expressions.flatMap((name) => {
    const expression = asked[name];
    if (typeof expression !== 'string') return [];
    // A path's later steps (after a dot) and values (after a colon) name no top-level attribute.
    const words = expression.match(/(?<![:.#\w])[#a-z_][\w-]*/gi) ?? [];
    return words.filter((word) => !grammar.test(word)).map((word) => names[word] ?? word);
  });
};
