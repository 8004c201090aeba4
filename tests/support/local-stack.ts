// How does a test get the whole system? From the synthesized templates: the one that all files of its worker use in turn,
// each from the same first day on, or one of its own where a test itself starts and stops a stack.
import { rm } from 'node:fs/promises';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Item, toStored } from '../../functions/adapters/item.ts';
import { type Office, openOffice } from '../../infra/local/demo-office.ts';
import { type Stack, startStack } from '../../infra/local/stack.ts';
import { ASSEMBLY, WEB } from '../../infra/local/synthesize.ts';
import { visitorWith } from '../../infra/local/visitor.ts';
import { webFiles } from '../../infra/local/web-files.ts';
import { newFolder } from './run-folder.ts';
import { openTokenMint, type TokenMint } from './token-mint.ts';

export type LocalStack = Stack & {
  folder: string;
  /** What failed inside and no client was told of. */
  troubles: string[];
  /** How many milliseconds its clock is ahead of the machine's. */
  clock: { ahead: number };
  mint(): Promise<TokenMint>;
  /** What people do over HTTP, each as if signed in a moment ago. */
  desks: Office;
};

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const open = async (folder: string) => {
  const troubles: string[] = [];
  const clock = { ahead: 0 };
  const stack = await startStack({
    assembly: ASSEMBLY,
    port: 0,
    filesPort: 0,
    folder,
    web: (_, filesUrl) => webFiles(WEB, filesUrl),
    clock: () => new Date(Date.now() + clock.ahead),
    report: (what) => troubles.push(what),
  });
  const mint = once(() => openTokenMint(stack, folder));
  const as = async (person: string) => visitorWith(stack.url, await (await mint()).valid(person));
  return { stack, around: { folder, troubles, clock, mint, desks: openOffice(as) } };
};

/** Ten seconds and more. A folder that is given stays, so that a stack can be started on it again. */
export const startLocalStack = async (given?: string): Promise<LocalStack> => {
  const { stack, around } = await open(given ?? newFolder('stack'));
  const stop = async () => {
    await stack.stop();
    if (given === undefined) await rm(around.folder, { recursive: true });
  };
  return { ...stack, ...around, stop };
};

const startToLend = once(async () => {
  const { stack, around } = await open(newFolder('lent'));
  return { stack, around, goBack: await stack.remember() };
});

/**
 * The stack of this worker on its first day: nothing has happened yet but what the demo is seeded with. Whatever the
 * borrower before has left under way ends first. It ends with its worker; to stop it is to give it back.
 */
export const borrowStack = async (): Promise<LocalStack> => {
  const { stack, around, goBack } = await startToLend();
  await goBack();
  around.troubles.length = 0;
  around.clock.ahead = 0;
  // Its machine, keys and secrets are those of this day, so it is taken anew.
  return { ...stack, ...around, stop: async () => {} };
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
