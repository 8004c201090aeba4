// What does a function ask of DynamoDB? An address that passes every call on, and can tell what the calls were.
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  BatchGetItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** One call as it crossed the wire. */
export type HeardCall = { operation: string; input: Record<string, unknown> };

/** Listens before the database at `url`. */
export const startListening = async (url: string) => {
  // As the SDK's own: connections stay.
  const agent = new Agent({ keepAlive: true });
  let heard: HeardCall[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const target = String(incoming.headers['x-amz-target']);
      heard.push({ operation: target.split('.')[1] ?? '', input: JSON.parse(body.toString()) });
      const { method, headers } = incoming;
      const onward = request(url, { agent, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The calls since it was last asked. */
    heard: (): HeardCall[] => {
      const calls = heard;
      heard = [];
      return calls;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
};

/** Bytes cross the wire in base64; the SDK takes them as they are. Another table gets the call. */
const forTable = (value: unknown, table: string): unknown => {
  if (Array.isArray(value)) return value.map((part) => forTable(part, table));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      // Or DynamoDB would take it for the same call again.
      if (name === 'ClientRequestToken') return [name, undefined];
      if (name === 'TableName') return [name, table];
      if (name === 'RequestItems') {
        return [name, { [table]: forTable(Object.values(part as object)[0], table) }];
      }
      if (name === 'B' && typeof part === 'string') return [name, Buffer.from(part, 'base64')];
      return [name, forTable(part, table)];
    }),
  );
};

/** Makes the same call on another table, by the bare client. */
export const repeat = (client: DynamoDBClient, table: string, call: HeardCall): (() => unknown) => {
  const input = forTable(call.input, table);
  switch (call.operation) {
    case 'GetItem':
      return () => client.send(new GetItemCommand(input as GetItemCommand['input']));
    case 'BatchGetItem':
      return () => client.send(new BatchGetItemCommand(input as BatchGetItemCommand['input']));
    case 'Query':
      return () => client.send(new QueryCommand(input as QueryCommand['input']));
    case 'PutItem':
      return () => client.send(new PutItemCommand(input as PutItemCommand['input']));
    case 'DeleteItem':
      return () => client.send(new DeleteItemCommand(input as DeleteItemCommand['input']));
    case 'TransactWriteItems':
      return () =>
        client.send(new TransactWriteItemsCommand(input as TransactWriteItemsCommand['input']));
    default:
      throw new Error(`no call ${call.operation} is known`);
  }
};
