// How is the table written? All or nothing, each write under a condition that reads aloud; what moved meanwhile is a refusal.
import { randomUUID } from 'node:crypto';
import {
  type CancellationReason,
  ConditionalCheckFailedException,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Instant } from '../../domain/ids.ts';
import { Refusal, Unavailable } from '../../domain/refusal.ts';
import { answerOf } from '../unavailable.ts';
import { type Item, type StoredItem, toStored } from './item.ts';
import type { Key } from './keys.ts';
import { DYNAMODB, type Table } from './table.ts';

type Condition = {
  ConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: StoredItem;
};

export const unlessPresent: Condition = { ConditionExpression: 'attribute_not_exists(pk)' };

/** Of a write that is only tried: it changes nothing, whatever is there. */
export const never: Condition = {
  ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(pk)',
};

/** Nothing is there, or something that was to be kept until before `at`. */
export const unlessKept = (at: Instant): Condition => ({
  ConditionExpression: 'attribute_not_exists(pk) OR #record.#until < :at',
  ExpressionAttributeNames: { '#record': 'record', '#until': 'until' },
  ExpressionAttributeValues: marshall({ ':at': at }),
});

/** The record must still say what it said when it was read. */
export const whileStill = (
  attribute: 'revision' | 'status' | 'lastNumber' | 'token',
  seen: string | number,
): Condition => ({
  ConditionExpression: '#record.#attribute = :seen',
  ExpressionAttributeNames: { '#record': 'record', '#attribute': attribute },
  ExpressionAttributeValues: marshall({ ':seen': seen }),
});

/** The whole record must still be this one; null when there must be none. For what carries no revision. */
export const whileRecordIs = (seen: object | null): Condition =>
  seen === null
    ? unlessPresent
    : {
        ConditionExpression: '#record = :seen',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: marshall({ ':seen': seen }, { removeUndefinedValues: true }),
      };

/** Something is there, and was not thrown away. */
export const unlessDiscarded: Condition = {
  ConditionExpression: 'attribute_exists(pk) AND #record.#status <> :discarded',
  ExpressionAttributeNames: { '#record': 'record', '#status': 'status' },
  ExpressionAttributeValues: marshall({ ':discarded': 'discarded' }),
};

/** What is written or removed; or what the rest hangs on, and stays as it is. */
export type Write =
  | { put: Item; condition?: Condition }
  | { remove: Key }
  | { check: Key; condition: Condition };

const Moved = z.object({
  record: z.object({
    revision: z.number().optional(),
    status: z.string().optional(),
    how: z.string().optional(),
  }),
});

/** Somebody was faster; what is there now is said without a second read. */
const conflict = (present: StoredItem | undefined): Refusal => {
  const now = Moved.safeParse(present && unmarshall(present));
  const { revision, ...there } = now.success ? now.data.record : {};
  // Whoever meets a submission that has ended is told how.
  const status = there.how ?? there.status;
  return new Refusal('revision_conflict', {
    facts: { ...(revision !== undefined && { revision }), ...(status !== undefined && { status }) },
  });
};

const refusalOf = (error: unknown): unknown => {
  if (error instanceof ConditionalCheckFailedException) return conflict(error.Item);
  if (error instanceof TransactionConflictException) return conflict(undefined);
  if (!(error instanceof TransactionCanceledException)) return error;
  const reasons: CancellationReason[] = error.CancellationReasons ?? [];
  const failed = reasons.filter(({ Code }) => Code === 'ConditionalCheckFailed');
  if (failed.length > 0) return conflict(failed.find(({ Item }) => Item !== undefined)?.Item);
  const codes = reasons.map(({ Code }) => Code);
  if (codes.includes('TransactionConflict')) return conflict(undefined);
  const throttled =
    codes.includes('ThrottlingError') || codes.includes('ProvisionedThroughputExceeded');
  return throttled ? new Unavailable(DYNAMODB, error) : error;
};

const putIn = (table: Table, item: Item, condition: Condition | undefined) => ({
  TableName: table.name,
  Item: toStored(item),
  ...condition,
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

const stepOf = (table: Table, write: Write): TransactWriteItem => {
  if ('put' in write) return { Put: putIn(table, write.put, write.condition) };
  const { name: TableName } = table;
  if ('remove' in write) return { Delete: { TableName, Key: marshall(write.remove) } };
  const { check, condition } = write;
  const ReturnValuesOnConditionCheckFailure = 'ALL_OLD' as const;
  return {
    ConditionCheck: {
      ...{ TableName, Key: marshall(check), ReturnValuesOnConditionCheckFailure },
      ...condition,
    },
  };
};

/** One item. When the answer is lost and the SDK asks again, what stands in the way is this very write: it has its name on it. */
const putOne = async (table: Table, item: Item, condition: Condition | undefined) => {
  const write = randomUUID();
  try {
    await table.client.send(new PutItemCommand(putIn(table, { ...item, write }, condition)));
  } catch (error) {
    const present = error instanceof ConditionalCheckFailedException ? error.Item : undefined;
    if (present?.write?.S !== write) throw error;
  }
};

/**
 * Writes everything or nothing; a single item costs half as much without a transaction. One call has one effect, however
 * often the SDK sends it: a transaction carries a token, for ten minutes, by which DynamoDB knows it again.
 * Refusals: revision_conflict, content_too_large (before anything is sent).
 */
export const writeAll = async (table: Table, writes: Write[]): Promise<void> => {
  const [only, ...others] = writes;
  if (only === undefined) return;
  const send = (): Promise<unknown> =>
    others.length === 0 && 'put' in only
      ? putOne(table, only.put, only.condition)
      : table.client.send(
          new TransactWriteItemsCommand({
            TransactItems: writes.map((write) => stepOf(table, write)),
          }),
        );
  try {
    await answerOf(DYNAMODB, send());
  } catch (error) {
    throw refusalOf(error);
  }
};
