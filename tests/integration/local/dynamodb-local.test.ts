// Does the database start with the template's tables, keep its data, and end with the process that started it?
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { startDynamoDbLocal } from '../../../infra/local/aws/dynamodb-local.ts';
import { readAssembly } from '../../../infra/local/template/assembly.ts';
import { LocalStackError } from '../../../infra/local/this-machine/local-stack-error.ts';
import { synthesizeSmallApp } from './small-app.ts';

describe('the database on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-dynamodb-'));
  const { tables } = readAssembly(synthesizeSmallApp(folder, {}), 'http://127.0.0.1:1');
  const TableName = tables[0]?.name ?? '';
  const Key = { pk: { S: 'one' }, sk: { S: 'one' } };
  const client = (endpoint: string) =>
    new DynamoDBClient({
      endpoint,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
  /** What has died and is not yet buried has no command line any more. */
  const isAlive = (pid: number) =>
    existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';

  afterAll(() => rm(folder, { recursive: true }));

  // Each start is a Java of some two seconds, so what the first leaves is what the next begins with.
  const data = join(folder, 'kept');
  const itemIn = async (url: string) =>
    (await client(url).send(new GetItemCommand({ TableName, Key }))).Item;

  it('ends when the process that started it is killed, and starts again on the same data', async () => {
    const program = join(folder, 'start.ts');
    const source = new URL('../../../infra/local/aws/dynamodb-local.ts', import.meta.url).href;
    writeFileSync(
      program,
      `import { startDynamoDbLocal } from ${JSON.stringify(source)};
const { url } = await startDynamoDbLocal(${JSON.stringify(data)}, ${JSON.stringify(tables)});
console.log(url);
setInterval(() => {}, 1_000);`,
    );
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [url] = await once(child.stdout, 'data');
    await client(String(url).trim()).send(new PutItemCommand({ TableName, Item: Key }));
    const java = Number(readFileSync(join(data, 'java.pid'), 'utf8'));
    const wasAlive = isAlive(java);
    child.kill('SIGKILL');
    const again = await startDynamoDbLocal(data, tables);
    const item = await itemIn(again.url);
    await again.stop();
    expect(wasAlive).toBe(true);
    expect(isAlive(java)).toBe(false);
    expect(item).toEqual(Key);
  });

  it('has the tables and indexes of the template, and keeps items over a restart', async () => {
    const again = await startDynamoDbLocal(data, tables);
    const { Table } = await client(again.url).send(new DescribeTableCommand({ TableName }));
    const item = await itemIn(again.url);
    await again.stop();
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(['gsi1']);
    expect(item).toEqual(Key);
  });

  it('says in one sentence that its data is damaged', async () => {
    // What the database would open; one that it does not look for would not keep it from starting.
    const damaged = join(folder, 'damaged');
    mkdirSync(damaged);
    writeFileSync(join(damaged, 'shared-local-instance.db'), 'this is no database');
    await expect(startDynamoDbLocal(damaged, tables)).rejects.toThrow(LocalStackError);
  });
});
