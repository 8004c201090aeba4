// What does an API request cost beside its DynamoDB calls? Measured at the deployed bundle's handler.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { organizationItem, personItem } from '../../functions/adapters/table/directory-item.ts';
import { toStored } from '../../functions/adapters/table/item.ts';
import { reportItem } from '../../functions/adapters/table/report-item.ts';
import type { Table } from '../../functions/adapters/table/table.ts';
import { FRONT_DOOR_KEY } from '../../functions/contracts/agreed-names.ts';
import { bundleHandlers } from '../../infra/constructs/bundle.ts';
import { anOrganization, aReport, DRAFTER } from '../support/builders.ts';
import { startTable } from '../support/dynamodb.ts';
import { seedReport } from '../support/seed-report.ts';
import { repeat, startListening } from './listening-endpoint.ts';
import { type Measured, median, milliseconds } from './measure.ts';

const ROUNDS = 60;
/** The first ones open connections and let the engine compile. */
const WARM_UP = 15;

/** A second table that goes through the same changes as the first, so that each write can be repeated bare. */
const MIRROR = 'trinh-ky-mirror';

/** What CloudFront would show. */
const KEY = 'bench'.repeat(8);

type Answer = { statusCode: number; body: string };
type Handler = (event: object, context: object) => Promise<Answer>;

/** Reading, listing and saving the seed report; beside each the same calls by the client alone, one after another. */
export const measureRequests = async (): Promise<Measured> => {
  const table = await startTable();
  const endpoint = await startListening(table.url);
  const folder = mkdtempSync(join(tmpdir(), 'bench-bundle-'));
  try {
    await createMirror(table);
    const report = aReport({ content: seedReport });
    const items = [organizationItem(anOrganization()), personItem(DRAFTER), reportItem(report)];
    for (const TableName of [table.name, MIRROR]) {
      for (const item of items) {
        await table.client.send(new PutItemCommand({ TableName, Item: toStored(item) }));
      }
    }
    const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
    const bare = new DynamoDBClient({
      endpoint: endpoint.url,
      region: 'ap-southeast-1',
      credentials,
    });
    const handler = await openHandler(folder, endpoint.url, table.name);
    const path = `/api/reports/${report.id}`;
    let revision = report.revision;
    const requests = {
      'reading a report': () => eventOf('GET', path),
      'listing reports': () => eventOf('GET', '/api/reports'),
      'saving a report': () => {
        const etag = `"${revision}"`;
        revision += 1;
        return eventOf('PUT', path, { content: seedReport }, etag);
      },
    };
    const figures = [];
    const orientation = [];
    for (const [name, event] of Object.entries(requests)) {
      const [whole, calls]: [number[], number[]] = [[], []];
      for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
        endpoint.heard();
        const begin = performance.now();
        const answer = await unheard(() => handler(event(), {}));
        const answered = performance.now();
        if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.body}`);
        const repeated = endpoint.heard().map((call) => repeat(bare, MIRROR, call));
        const beginBare = performance.now();
        for (const call of repeated) await call();
        if (round < WARM_UP) continue;
        whole.push(answered - begin);
        calls.push(performance.now() - beginBare);
      }
      figures.push({
        what: `${name}, of its DynamoDB calls`,
        value: median(whole) / median(calls),
        goal: { atMost: 2 },
      });
      orientation.push(milliseconds(name, median(whole)));
    }
    bare.destroy();
    return { name: 'one API request, at the handler', figures, orientation };
  } finally {
    endpoint.stop();
    await table.stop();
    rmSync(folder, { recursive: true });
  }
};

/** What it logs would stand between the figures. */
const unheard = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
};

const createMirror = async ({ client, name }: Table): Promise<void> => {
  const { Table: made } = await client.send(new DescribeTableCommand({ TableName: name }));
  const indexes = made?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
    IndexName,
    KeySchema,
    Projection,
  }));
  await client.send(
    new CreateTableCommand({
      TableName: MIRROR,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: made?.KeySchema,
      AttributeDefinitions: made?.AttributeDefinitions,
      GlobalSecondaryIndexes: indexes as GlobalSecondaryIndex[],
    }),
  );
};

/** The bundle as it is deployed, told where DynamoDB is, in this process. */
const openHandler = async (folder: string, url: string, table: string): Promise<Handler> => {
  await bundleHandlers(['drafting'], folder);
  Object.assign(process.env, {
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL: url,
    TABLE_NAME: table,
    WORKING_BUCKET: 'working',
    RENDER_FUNCTION_NAME: 'render',
    IMPORT_FUNCTION_NAME: 'import',
    FRONT_DOOR_KEYS: KEY,
    STATE_MACHINE_ARN: 'arn:aws:states:ap-southeast-1:111122223333:stateMachine:approval',
  });
  const require = createRequire(import.meta.url);
  return (require(join(folder, 'drafting/index.cjs')) as { handler: Handler }).handler;
};

/** Version 2.0 of API Gateway's event, as far as a handler looks. */
const eventOf = (method: string, path: string, content?: object, etag?: string): object => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers: {
    host: 'localhost',
    [FRONT_DOOR_KEY]: KEY,
    ...(content && { 'content-type': 'application/json' }),
    ...(etag && { 'if-match': etag }),
  },
  requestContext: {
    authorizer: { jwt: { claims: { sub: DRAFTER.id, auth_time: '1800000000' }, scopes: null } },
    domainName: 'localhost',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
    requestId: 'bench',
    stage: '$default',
  },
  ...(content && { body: JSON.stringify(content) }),
  isBase64Encoded: false,
});
