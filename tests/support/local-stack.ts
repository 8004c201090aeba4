// How does a test get the whole system? A stack of its own from the synthesized templates, in a folder that goes with it.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Item, toStored } from '../../functions/adapters/item.ts';
import { type Stack, type StackSettings, startStack } from '../../infra/local/stack.ts';
import { ASSEMBLY } from '../../infra/local/synthesize.ts';

export type LocalStack = Stack & {
  folder: string;
  /** What failed inside and no client was told of. */
  troubles: string[];
};

/** Ten seconds and more: one for a test file. A folder that is given stays, so that a stack can be started on it again. */
export const startLocalStack = async (
  settings: Partial<Omit<StackSettings, 'report'>> = {},
): Promise<LocalStack> => {
  const folder = settings.folder ?? mkdtempSync(join(tmpdir(), 'trinh-ky-'));
  const troubles: string[] = [];
  const stack = await startStack({
    assembly: ASSEMBLY,
    port: 0,
    filesPort: 0,
    ...settings,
    folder,
    report: (what) => troubles.push(what),
  });
  return {
    ...stack,
    folder,
    troubles,
    stop: async () => {
      await stack.stop();
      if (settings.folder === undefined) await rm(folder, { recursive: true });
    },
  };
};

/** The one table of the stack. */
export const tableOf = (stack: Stack): string => {
  const [table] = stack.assembly().tables;
  if (!table) throw new Error('no template has a table');
  return table.name;
};

/** Puts items as they are, for people and organizations that the demo does not have. */
export const putItems = async (stack: Stack, items: Item[]): Promise<void> => {
  const client = new DynamoDBClient(stack.aws);
  for (const item of items) {
    await client.send(new PutItemCommand({ TableName: tableOf(stack), Item: toStored(item) }));
  }
  client.destroy();
};
