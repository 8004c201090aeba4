// Does a damaged data folder get one clear sentence that names the file, whatever was kept in it?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeys } from '../../../infra/local/aws/kms.ts';
import { ACCOUNT_AND_REGION } from '../../../infra/local/aws/place.ts';
import { openS3 } from '../../../infra/local/aws/s3.ts';
import { openSecrets } from '../../../infra/local/aws/secrets.ts';
import { openStateMachine } from '../../../infra/local/step-functions/runner.ts';
import { readJson } from '../../../infra/local/this-machine/kept-json.ts';
import { LocalStackError } from '../../../infra/local/this-machine/local-stack-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'damaged-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const MACHINE = {
  arn: 'arn:aws:states:ap-southeast-1:000000000000:stateMachine:some',
  definition: { StartAt: 'End', States: { End: { Type: 'Succeed' } } },
  invoke: async () => null,
};

test.each([
  ['a key', 'some.json', () => openKeys(folder, ACCOUNT_AND_REGION)],
  ['a secret', 'some.json', () => openSecrets(folder, ACCOUNT_AND_REGION)],
  [
    'the note of a stored file',
    'bucket/some.json',
    () => openS3(folder, [{ name: 'bucket', versioned: false }]),
  ],
  [
    'an execution',
    'executions/some/execution.json',
    async () => openStateMachine({ ...MACHINE, folder }),
  ],
  ['what the sign-in keeps', 'keys.json', async () => readJson(join(folder, 'keys.json'))],
])('%s that was cut off is named', async (_, name, open) => {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '{"half');

  const opening = open();

  await expect(opening).rejects.toThrow(LocalStackError);
  await expect(opening).rejects.toThrow(`${file} is damaged`);
});
