// Does everything together start, keep what it did, and say clearly why it cannot?
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webFiles } from '../../../infra/local/door/web-files.ts';
import { type Stack, type StackSettings, startStack } from '../../../infra/local/stack.ts';
import { LocalStackError } from '../../../infra/local/this-machine/local-stack-error.ts';
import { synthesizeSmallApp } from './small-app.ts';

const SOURCES = {
  Reader: {
    source: `import { createRequire } from 'node:module';
const { DynamoDBClient, GetItemCommand, PutItemCommand } = createRequire(${JSON.stringify(import.meta.url)})('@aws-sdk/client-dynamodb');
const { SendTaskSuccessCommand, SFNClient } = createRequire(${JSON.stringify(import.meta.url)})('@aws-sdk/client-sfn');
const client = new DynamoDBClient({});
export const handler = async ({ write, pk, taskToken }) => {
  if (taskToken) return new SFNClient({}).send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
  const TableName = process.env.TABLE;
  const key = { pk: { S: pk ?? 'one' }, sk: { S: 'ORGANIZATION' } };
  const command = write ? new PutItemCommand({ TableName, Item: key }) : new GetItemCommand({ TableName, Key: key });
  return (await client.send(command)).Item ?? 'nothing';
};`,
    path: 'GET /api/read',
    public: true,
  },
};

/** An execution of one state, on a busy machine. */
const POLL = { timeout: 20_000 };

describe('the stack on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-stack-'));
  const assembly = synthesizeSmallApp(folder, SOURCES);
  const running: Stack[] = [];
  const start = async (name: string, settings: Partial<StackSettings> = {}) => {
    const stack = await startStack({
      folder: join(folder, name),
      assembly,
      port: 0,
      filesPort: 0,
      ...settings,
    });
    running.push(stack);
    return stack;
  };
  const reader = (stack: Stack, event: object) => stack.invoke('Reader', event);

  afterAll(async () => {
    await Promise.all(running.map((stack) => stack.stop()));
    await rm(folder, { recursive: true });
  });

  // A cold start costs some four seconds of processor time: what needs none asks the same stack, one thing after the other.
  describe('that is running', () => {
    let stack: Stack;
    beforeAll(async () => {
      const dist = join(folder, 'web');
      mkdirSync(dist);
      writeFileSync(join(dist, 'index.html'), '<!doctype html>Trình Ký');
      stack = await start('asked', { web: (_, policy) => webFiles(dist, policy) });
    });

    it('lets a function do what its role says and nothing else, and counts what it does', async () => {
      const read = await reader(stack, { pk: 'DIRECTORY#ORG#org_son-trung' });
      const written = await reader(stack, { write: true });
      expect(read.payload).toMatchObject({ record: { M: { name: { S: 'UBND xã Sơn Trung' } } } });
      expect(written.failure).toMatchObject({ errorType: 'AccessDeniedException' });
      expect(stack.counts.all()).toContainEqual(
        expect.objectContaining({ action: 'dynamodb:GetItem', calls: 1, failed: 0 }),
      );
    });

    it('fails a call on purpose when it is told to', async () => {
      stack.faults.failNext({
        action: 'dynamodb:GetItem',
        // More often than the SDK tries.
        times: 10,
        error: { status: 400, code: 'ThrottlingException' },
      });
      const failed = await reader(stack, {});
      stack.faults.clear();
      const healed = await reader(stack, {});
      expect(failed.failure?.errorType).toBe('ThrottlingException');
      expect(healed.payload).toBe('nothing');
    });

    it('lets nobody answer a wait whose role does not name the machine', async () => {
      const secret = 'ab'.repeat(64);
      const execution = stack.machine.arn.replace(':stateMachine:', ':execution:');
      const taskToken = Buffer.from(`${execution}:one ${secret}`).toString('base64url');
      const answered = await reader(stack, { taskToken });
      expect(answered.failure?.errorType).toBe('AccessDeniedException');
      expect(answered.failure?.errorMessage).toContain(stack.machine.arn);
    });

    it('serves the web with its headers, and the app for every path of its own', async () => {
      const page = await fetch(`${stack.url}/reports/rpt_1`);
      const outside = await fetch(`${stack.url}/..%2f..%2fmanifest.json`);
      const config = await fetch(`${stack.url}/config.json`);
      expect(await page.text()).toContain('Trình Ký');
      expect(await outside.text()).toContain('Trình Ký');
      expect(config.status).toBe(200);
    });

    it('lets a page speak to the buckets that its template names, and to no other at the same address', async () => {
      const page = await fetch(stack.url);
      const [, spokenTo = ''] =
        /connect-src ([^;]*)/.exec(page.headers.get('content-security-policy') ?? '') ?? [];
      const named = stack.assembly().buckets.find(({ name }) => name.includes('images'))?.name;
      expect(spokenTo.split(' ')).toEqual([
        "'self'",
        `${stack.filesUrl}/${named}`,
        `${stack.filesUrl}/${named}/`,
      ]);
    });

    it('answers no page that reached it by another name', async () => {
      const { port } = new URL(stack.url);
      const asked = request({
        port,
        host: '127.0.0.1',
        path: '/config.json',
        headers: { host: `evil.example:${port}` },
      });
      asked.end();
      const [response] = await once(asked, 'response');
      expect(response.statusCode).toBe(421);
    });

    it('lets no other use its folder, and says so in one sentence', async () => {
      await expect(start('asked')).rejects.toThrow('Another local stack is running');
    });

    it('goes back to a day that it remembers, whatever has been done and is under way, and works on', async () => {
      const goBack = await stack.remember();
      const table = new DynamoDBClient(stack.aws);
      const files = new S3Client({ ...stack.aws, endpoint: stack.filesUrl, forcePathStyle: true });
      const machine = new SFNClient(stack.aws);
      const TableName = stack.assembly().tables[0]?.name;
      const Bucket = stack.assembly().buckets[0]?.name;
      const ORGANIZATION = { pk: { S: 'DIRECTORY#ORG#org_son-trung' }, sk: { S: 'ORGANIZATION' } };
      const seeded = await reader(stack, { pk: ORGANIZATION.pk.S });
      await table.send(new PutItemCommand({ TableName, Item: ORGANIZATION }));
      await table.send(
        new PutItemCommand({ TableName, Item: { pk: { S: 'new' }, sk: { S: 'ORGANIZATION' } } }),
      );
      await files.send(new PutObjectCommand({ Bucket, Key: 'new', Body: 'new' }));
      await stack.secrets.put('new', 'secret');
      await stack.keys.ensure('new', 'ECC_NIST_P256');
      stack.faults.failNext({
        action: 'dynamodb:GetItem',
        times: 1_000,
        error: { status: 400, code: 'AccessDeniedException' },
      });
      const begun = { stateMachineArn: stack.machine.arn, name: 'new', input: '{}' };
      await machine.send(new StartExecutionCommand(begun));

      await goBack();

      const listed = await files.send(new ListObjectsV2Command({ Bucket }));
      const ask = new GetSecretValueCommand({ SecretId: 'new' });
      expect(await reader(stack, { pk: ORGANIZATION.pk.S })).toEqual(seeded);
      expect((await reader(stack, { pk: 'new' })).payload).toBe('nothing');
      expect(listed.Contents?.map(({ Key }) => Key) ?? []).not.toContain('new');
      await expect(new SecretsManagerClient(stack.aws).send(ask)).rejects.toThrow("can't find");
      expect(stack.machine.list()).toEqual([]);
      await machine.send(new StartExecutionCommand(begun));
      await expect.poll(() => stack.machine.list('SUCCEEDED').length, POLL).toBe(1);
    });

    it('continues an execution after a restart, and seeds only once', async () => {
      const machineArn = stack.machine.arn;
      const started = await new SFNClient(stack.aws).send(
        new StartExecutionCommand({
          stateMachineArn: machineArn,
          name: 'one',
          input: '{"pk":"x"}',
        }),
      );
      const directory = async (at: Stack) => {
        const { Item } = await new DynamoDBClient(at.aws).send(
          new GetItemCommand({
            TableName: at.assembly().tables[0]?.name,
            Key: { pk: { S: 'DIRECTORY#TRUST' }, sk: { S: 'ANCHORS' } },
          }),
        );
        return Item;
      };
      const anchors = await directory(stack);
      await stack.stop();
      const after = await start('asked');
      const describe = () =>
        new SFNClient(after.aws).send(
          new DescribeExecutionCommand({ executionArn: started.executionArn }),
        );
      await expect.poll(async () => (await describe()).status, POLL).toBe('SUCCEEDED');
      expect((await describe()).output).toBe('"nothing"');
      expect(await directory(after)).toEqual(anchors);
      expect(after.password).toBe(stack.password);
    });
  });

  it('sends text as small as the browser takes it, a new file at once', async () => {
    const dist = join(folder, 'small');
    mkdirSync(dist);
    const page = join(dist, 'index.html');
    const server = createServer(webFiles(dist, undefined)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = async (accepted: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}`, {
        headers: { 'accept-encoding': accepted },
      });
      return [answer.headers.get('content-encoding'), await answer.text()];
    };
    const before = 'Trình Ký '.repeat(1_000);
    writeFileSync(page, before);
    expect(await ask('gzip, deflate, br, zstd')).toEqual(['br', before]);
    expect(await ask('gzip')).toEqual(['gzip', before]);
    expect(await ask('identity')).toEqual([null, before]);
    const after = `${before}!`;
    writeFileSync(page, after);
    expect(await ask('br')).toEqual(['br', after]);
    server.close();
  });

  it('says in one sentence that a port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(start('taken', { port })).rejects.toThrow(`Port ${port} is taken`);
    await expect(start('taken', { filesPort: port })).rejects.toThrow(LocalStackError);
    server.close();
  });
});
