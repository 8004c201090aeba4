// How is the table read? By key, or a page of one partition; never by scanning.
import {
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Page, PageOf } from '../use-cases/ports.ts';
import { cursorOf, type Place, placeOf } from './cursor.ts';
import { type Read, readStored, type StoredItem } from './item.ts';
import { INDEX, type Key } from './keys.ts';
import { answerOf } from './unavailable.ts';

export type Table = { client: DynamoDBClient; name: string };

/** How errors name the table. */
export const DYNAMODB = 'DynamoDB';

/** One item as it is now: strongly consistent. */
export const readItem = async (table: Table, key: Key): Promise<Read | null> => {
  const { Item } = await answerOf(
    DYNAMODB,
    table.client.send(
      new GetItemCommand({ TableName: table.name, Key: marshall(key), ConsistentRead: true }),
    ),
  );
  return Item === undefined ? null : readStored(Item);
};

/** A list: a partition of the table (strongly consistent) whose sort keys begin with `prefix`, or one of the index. */
export type List = { newestFirst?: boolean } & (
  | { of: 'table'; partition: string; prefix: string }
  | { of: 'index'; partition: string; before?: string }
);

const conditionOf = (list: List): Partial<QueryCommandInput> => {
  const partition = { ':partition': { S: list.partition } };
  if (list.of === 'table') {
    return {
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :partition AND begins_with(#sk, :prefix)',
      ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
      ExpressionAttributeValues: { ...partition, ':prefix': { S: list.prefix } },
    };
  }
  if (list.before === undefined) {
    return {
      IndexName: INDEX,
      KeyConditionExpression: '#pk = :partition',
      ExpressionAttributeNames: { '#pk': 'gsi1pk' },
      ExpressionAttributeValues: partition,
    };
  }
  return {
    IndexName: INDEX,
    KeyConditionExpression: '#pk = :partition AND #sk < :before',
    ExpressionAttributeNames: { '#pk': 'gsi1pk', '#sk': 'gsi1sk' },
    ExpressionAttributeValues: { ...partition, ':before': { S: list.before } },
  };
};

const placeIn = (list: List, stored: StoredItem): Place => {
  const { pk = '', sk = '', gsi1pk = '', gsi1sk = '' } = unmarshall(stored);
  return list.of === 'table' ? { pk, sk } : { pk, sk, gsi1pk, gsi1sk };
};

/** One page of a list. Asks for one item more than the page has, so that the last page says that it is the last. */
export const readPage = async (
  table: Table,
  list: List,
  { limit, cursor }: PageOf,
): Promise<Page<Read>> => {
  const { Items = [], LastEvaluatedKey } = await answerOf(
    DYNAMODB,
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        ...conditionOf(list),
        ScanIndexForward: !list.newestFirst,
        Limit: limit + 1,
        ...(cursor !== null && {
          ExclusiveStartKey: marshall(placeOf(cursor, list)),
        }),
      }),
    ),
  );
  const items = Items.slice(0, limit);
  const last = items.at(-1);
  // A page also ends at a megabyte, before its limit.
  const more = Items.length > limit || LastEvaluatedKey !== undefined;
  return {
    items: items.map(readStored),
    cursor: more && last !== undefined ? cursorOf(placeIn(list, last)) : null,
  };
};
