// What of Secrets Manager does the stack use? Secrets that a template has made up, or that are put from inside this machine, read
// by name.
import { createHash, randomInt } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readKept } from '../this-machine/kept-json.ts';
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import { AwsError } from './aws-error.ts';
import { jsonAnswer, readInput, readJsonCall } from './protocols.ts';
import type { AccountAndRegion, AwsOperation, AwsRequest, Service } from './service.ts';
import { writeWhole } from './write-whole.ts';

const secretFile = z.object({
  name: z.string(),
  value: z.string(),
  versionId: z.string(),
  createdAt: z.string(),
});

type StoredSecret = z.infer<typeof secretFile>;

const getInput = z.looseObject({ SecretId: z.string() });

export type Secrets = {
  service: Service;
  /** The ARN a secret of this name has or will have. */
  arnOf(name: string): string;
  /** Makes up a string for a secret that is not there, as a template asks: so many letters and figures. */
  generate(name: string, length: number): Promise<void>;
  /** The string of a secret; refused when there is none. */
  stringOf(name: string): string;
  /** Stores a secret's string, over an older one of the same name. */
  put(name: string, value: string): Promise<{ arn: string }>;
};

/** Opens the secrets that lie in a folder, one file (0600) each. */
export const openSecrets = async (folder: string, place: AccountAndRegion): Promise<Secrets> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secrets = new Map<string, StoredSecret>();
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.json')) continue;
    const secret = readKept(join(folder, file), secretFile);
    secrets.set(secret.name, secret);
  }

  // AWS ends each ARN in six letters of its own; here they follow from the name, so that an
  // environment can name a secret that is put later.
  const arnOf = (name: string) =>
    `arn:aws:secretsmanager:${place.region}:${place.account}:secret:${name}-${digest(name, 6)}`;

  const find = (id: string) =>
    secrets.get(id) ?? secrets.values().find((secret) => arnOf(secret.name) === id);

  const service = (request: AwsRequest): AwsOperation => {
    const { operation, input } = readJsonCall(request);
    const action = `secretsmanager:${operation}`;
    const id = typeof input.SecretId === 'string' ? input.SecretId : '*';
    const resource = id.startsWith('arn:') ? id : arnOf(id);
    const needs = [{ action, resources: [resource], context: {} }];
    return { action, needs, answer: () => jsonAnswer(answer(operation, input)) };
  };

  const answer = (operation: string, input: Record<string, unknown>): object => {
    if (operation !== 'GetSecretValue') {
      throw new AwsError(400, 'UnknownOperationException', `secretsmanager:${operation}`);
    }
    const secret = find(readInput(getInput, input).SecretId);
    if (!secret) {
      const message = "Secrets Manager can't find the specified secret.";
      throw new AwsError(400, 'ResourceNotFoundException', message);
    }
    return {
      ARN: arnOf(secret.name),
      Name: secret.name,
      SecretString: secret.value,
      VersionId: secret.versionId,
      VersionStages: ['AWSCURRENT'],
      CreatedDate: Date.parse(secret.createdAt) / 1000,
    };
  };

  const put: Secrets['put'] = async (name, value) => {
    const createdAt = new Date().toISOString();
    const versionId = digest(`${createdAt} ${value}`, 32);
    const secret: StoredSecret = { name, value, versionId, createdAt };
    secrets.set(name, secret);
    await writeWhole(join(folder, `${digest(name, 64)}.json`), JSON.stringify(secret));
    return { arn: arnOf(name) };
  };

  return {
    arnOf,
    service,
    generate: async (name, length) => {
      if (secrets.has(name)) return;
      const signs = Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]);
      await put(name, signs.join(''));
    },
    stringOf: (name) => {
      const secret = secrets.get(name);
      if (!secret) throw new LocalStackError(`There is no secret ${name}.`);
      return secret.value;
    },
    put,
  };
};

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
