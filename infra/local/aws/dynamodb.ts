// How does a call reach DynamoDB Local, which knows neither callers nor permissions? Through this proxy: authorized
// first, forwarded under one fixed name, and its consumed capacity noted on the way back.
import { Agent, request as send } from 'node:http';
import * as z from 'zod';
import { AwsError } from './aws-error.ts';
import { bodyOf } from './body-of.ts';
import { needsOf, type TableKeys } from './dynamodb-needs.ts';
import { type JsonCall, readJsonCall } from './protocols.ts';
import type { AccountAndRegion, AwsAnswer, AwsRequest, Service } from './service.ts';

/** Operations that report capacity, and whether it is read or written. */
const capacityKind: Record<string, 'read' | 'write'> = {
  BatchGetItem: 'read',
  BatchWriteItem: 'write',
  DeleteItem: 'write',
  GetItem: 'read',
  PutItem: 'write',
  Query: 'read',
  Scan: 'read',
  TransactGetItems: 'read',
  TransactWriteItems: 'write',
  UpdateItem: 'write',
};

/** DynamoDB Local closes what nobody has used for 30 s: its end must not be met by a call. */
const IDLE_MILLISECONDS = 10_000;

const consumed = z.looseObject({ CapacityUnits: z.number().default(0) });
const reply = z.looseObject({
  ConsumedCapacity: z.union([z.array(consumed), consumed.transform((one) => [one])]).optional(),
});

/**
 * Puts DynamoDB Local at `url` behind the endpoint. `tables` tells the partition keys, without which
 * `dynamodb:LeadingKeys` could not be known.
 */
export const dynamodbService = (
  url: string,
  tables: TableKeys,
  place: AccountAndRegion,
): Service => {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MILLISECONDS });
  // DynamoDB Local keeps a database for each key and region; all callers must share one.
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${place.region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;

  const answer = async (
    { headers: sent, body: asked }: AwsRequest,
    { operation, input }: JsonCall,
  ): Promise<AwsAnswer> => {
    const kind = capacityKind[operation];
    const { status, body } = await passOn(kind ? askingForCapacity(asked, input) : asked, {
      authorization,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-date': sent['x-amz-date'] ?? '',
      'x-amz-target': sent['x-amz-target'] ?? '',
    });
    const headers = { 'content-type': 'application/x-amz-json-1.0' };
    if (!kind || status !== 200) return { status, headers, body };
    const { ConsumedCapacity, ...rest } = reply.parse(JSON.parse(body.toString('utf8')));
    const units = { read: 0, write: 0 };
    for (const { CapacityUnits } of ConsumedCapacity ?? []) units[kind] += CapacityUnits;
    // Who did not ask for the capacity does not see it on AWS either.
    const shown = asksForCapacity(input) ? body : Buffer.from(JSON.stringify(rest));
    return { status, headers, body: shown, units };
  };

  const passOn = (
    body: Buffer | string,
    headers: Record<string, string>,
  ): Promise<{ status: number; body: Buffer }> =>
    new Promise((resolve, reject) => {
      const fail = (cause: Error) => {
        const message = `DynamoDB Local does not answer: ${cause.message}`;
        reject(new AwsError(500, 'InternalServerError', message));
      };
      const onward = send(url, { agent, method: 'POST', headers }, (answer) => {
        bodyOf(answer).then(
          (whole = Buffer.alloc(0)) => resolve({ status: answer.statusCode ?? 500, body: whole }),
          fail,
        );
      });
      onward.on('error', fail);
      onward.end(body);
    });

  return (request) => {
    const call = readJsonCall(request);
    const { operation, input } = call;
    const needs = needsOf(operation, input, tables, place);
    return { action: `dynamodb:${operation}`, needs, answer: () => answer(request, call) };
  };
};

const [OPENING] = Buffer.from('{');
const CAPACITY_TOO = Buffer.from('{"ReturnConsumedCapacity":"TOTAL",');

/**
 * The call as it came, and the question of what it consumes: most of it is items, which need not be written anew for that.
 * So DynamoDB reads once more what was read to judge it; the same, since callers write it by the SDK's JSON.stringify, which
 * names nothing twice in an object. Of a name that stood there twice, here as there the last would count.
 */
const askingForCapacity = (body: Buffer, input: Record<string, unknown>): Buffer | string => {
  if (asksForCapacity(input)) return body;
  const [first] = Object.keys(input);
  return body[0] === OPENING && first !== undefined && !('ReturnConsumedCapacity' in input)
    ? Buffer.concat([CAPACITY_TOO, body.subarray(1)])
    : JSON.stringify({ ...input, ReturnConsumedCapacity: 'TOTAL' });
};

const asksForCapacity = (input: Record<string, unknown>): boolean =>
  input.ReturnConsumedCapacity === 'TOTAL' || input.ReturnConsumedCapacity === 'INDEXES';
