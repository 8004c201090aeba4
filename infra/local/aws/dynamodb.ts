// How does a call reach DynamoDB Local, which knows neither callers nor rights? As somebody else's:
// judged before, passed on under one fixed name, and its consumed capacity noted on the way back.
import * as z from 'zod';
import { AwsError } from './aws-error.ts';
import { needsOf, type TableKeys } from './dynamodb-needs.ts';
import { readJsonCall } from './protocols.ts';
import type { AwsAnswer, AwsCall, Place, Service } from './service.ts';

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

const consumed = z.looseObject({ CapacityUnits: z.number().default(0) });
const reply = z.looseObject({
  ConsumedCapacity: z.union([z.array(consumed), consumed.transform((one) => [one])]).optional(),
});

/**
 * Puts DynamoDB Local at `url` behind the endpoint. `tables` tells the partition keys, without which
 * `dynamodb:LeadingKeys` could not be known.
 */
export function dynamodbService(url: string, tables: TableKeys, place: Place): Service {
  // DynamoDB Local keeps a database for each key and region; all callers must share one.
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${place.region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;

  async function answer({ request }: AwsCall): Promise<AwsAnswer> {
    const { operation, input } = readJsonCall(request);
    const kind = capacityKind[operation];
    const counted =
      kind && !asksForCapacity(input) ? { ...input, ReturnConsumedCapacity: 'TOTAL' } : input;
    const response = await passOn(JSON.stringify(counted), {
      authorization,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-date': request.headers['x-amz-date'] ?? '',
      'x-amz-target': request.headers['x-amz-target'] ?? '',
    });
    const body = Buffer.from(await response.arrayBuffer());
    const headers = { 'content-type': 'application/x-amz-json-1.0' };
    if (!kind || !response.ok) return { status: response.status, headers, body };
    const { ConsumedCapacity, ...rest } = reply.parse(JSON.parse(body.toString('utf8')));
    const units = { read: 0, write: 0 };
    for (const { CapacityUnits } of ConsumedCapacity ?? []) units[kind] += CapacityUnits;
    // Who did not ask for the capacity does not see it on AWS either.
    const shown = asksForCapacity(input) ? body : Buffer.from(JSON.stringify(rest));
    return { status: response.status, headers, body: shown, units };
  }

  async function passOn(body: string, headers: Record<string, string>): Promise<Response> {
    try {
      return await fetch(url, { method: 'POST', headers, body });
    } catch (cause) {
      throw new AwsError(500, 'InternalServerError', `DynamoDB Local does not answer: ${cause}`);
    }
  }

  return {
    actionOf(request) {
      const { operation, input } = readJsonCall(request);
      return { action: `dynamodb:${operation}`, needs: needsOf(operation, input, tables, place) };
    },
    answer,
  };
}

function asksForCapacity(input: Record<string, unknown>): boolean {
  return input.ReturnConsumedCapacity === 'TOTAL' || input.ReturnConsumedCapacity === 'INDEXES';
}
