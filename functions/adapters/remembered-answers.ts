// Was this request answered before? A claim first, then the answer, kept a day under the person and his key.
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant, Sha256 } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Answer, KeyedRequest, RememberedAnswers } from '../use-cases/ports.ts';
import { compress, decompress } from './compressed-json.ts';
import { type Item, type Read, readStored, toStored } from './item.ts';
import { requestKey } from './keys.ts';
import { DYNAMODB, type Table } from './table.ts';
import { answerOf } from './unavailable.ts';

/** A browser or a person tries again within minutes; a day also covers the machine that was closed overnight. */
const KEPT_SECONDS = 24 * 60 * 60;
/** A function that answers HTTP is ended after half a minute; a claim of twice that age has no holder. */
const CLAIM_MS = 60_000;

const Remembered = z.strictObject({
  hash: Sha256,
  /** Until when the claim holds; null when it was answered. */
  claimedUntil: Instant.nullable(),
});

const AnswerContent = z.strictObject({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
}) satisfies z.ZodType<Answer>;

const later = (now: Instant, milliseconds: number): Date =>
  new Date(Date.parse(now) + milliseconds);

const itemOf = (
  request: KeyedRequest,
  now: Instant,
  claimedUntil: Instant | null,
  answer?: Answer,
): Item => ({
  ...requestKey(request),
  record: { hash: request.hash, claimedUntil },
  ...(answer && { content: compress(answer) }),
  ttl: Math.floor(later(now, KEPT_SECONDS * 1000).getTime() / 1000),
});

/** What the earlier request of this key means for this one. */
const judge = ({ hash }: KeyedRequest, { record, content }: Read): Answer => {
  const remembered = Remembered.parse(record);
  if (remembered.hash !== hash) throw new Refusal('idempotency_key_reused');
  if (content === undefined) throw new Refusal('request_in_progress');
  return AnswerContent.parse(decompress(content));
};

export const rememberedAnswersIn = (table: Table): RememberedAnswers => {
  const release = async (request: KeyedRequest): Promise<void> => {
    await answerOf(
      DYNAMODB,
      table.client.send(
        new DeleteItemCommand({ TableName: table.name, Key: marshall(requestKey(request)) }),
      ),
    );
  };

  return {
    begin: async (request, now) => {
      const claim = new PutItemCommand({
        TableName: table.name,
        Item: toStored(itemOf(request, now, later(now, CLAIM_MS).toISOString())),
        // New; or kept for longer than a day, which DynamoDB removes within two; or the same request, whose holder died.
        ConditionExpression:
          'attribute_not_exists(pk) OR #ttl < :now OR (#record.#hash = :hash AND #record.#until < :at)',
        ExpressionAttributeNames: {
          '#ttl': 'ttl',
          '#record': 'record',
          '#hash': 'hash',
          '#until': 'claimedUntil',
        },
        ExpressionAttributeValues: marshall({
          ':now': Math.floor(Date.parse(now) / 1000),
          ':hash': request.hash,
          ':at': now,
        }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      try {
        await answerOf(DYNAMODB, table.client.send(claim));
        return { kind: 'new' };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
        return { kind: 'answer', answer: judge(request, readStored(error.Item)) };
      }
    },

    remember: async (request, answer, now) => {
      const item = itemOf(request, now, null, answer);
      try {
        const Item = toStored(item);
        await answerOf(
          DYNAMODB,
          table.client.send(new PutItemCommand({ TableName: table.name, Item })),
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await release(request);
      }
    },

    forget: release,
  };
};
