// How does a test get the whole system? A stack from the synthesized templates, which all files of a worker use in turn,
// each from the same first day on. Starting it takes ten seconds and more, going back a fraction of one.
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Item, toStored } from '../../functions/adapters/table/item.ts';
import { clockAhead } from '../../infra/local/clock-ahead.ts';
import { ASSEMBLY, WEB } from '../../infra/local/commands/synthesize.ts';
import { webFiles } from '../../infra/local/door/web-files.ts';
import { type Office, openOffice } from '../../infra/local/people/office.ts';
import { visitorWith } from '../../infra/local/people/visitor.ts';
import { type Stack, startStack } from '../../infra/local/stack.ts';
import { heldToContract } from './run/held-to-contract.ts';
import { newFolder } from './run/run-folder.ts';
import { onePage } from './seed-report.ts';
import { openTokenMint, type TokenMint } from './token-mint.ts';

export type LocalStack = Omit<Stack, 'stop' | 'remember'> & {
  folder: string;
  /** What failed inside and no client was told of. */
  troubles: string[];
  /** How many milliseconds its clock is ahead of the machine's. */
  clock: { ahead: number };
  /** What waits in the state machine and is due in so many milliseconds happens now. */
  passTime(milliseconds: number): void;
  mint: TokenMint;
  /** What people do over HTTP, each as if signed in a moment ago; a draft is one page unless its words are given. */
  desks: Office;
};

const openStack = async () => {
  const folder = newFolder('stack');
  const troubles: string[] = [];
  const { clock, now, passTime } = clockAhead();
  const stack = await startStack({
    assembly: ASSEMBLY,
    port: 0,
    filesPort: 0,
    folder,
    web: (_, policy) => webFiles(WEB, policy),
    clock: now,
    report: (what) => troubles.push(what),
    // What a bench measures is not judged besides.
    ...(process.env.VITEST && { between: heldToContract }),
  });
  const mint = await openTokenMint(stack, folder);
  const as = async (person: string) => visitorWith(stack.url, await mint.valid(person));
  const around = { folder, troubles, clock, mint, desks: openOffice(as, onePage) };
  return { stack, around, passTime, goBack: await stack.remember() };
};
let opened: ReturnType<typeof openStack> | undefined;

/**
 * The stack of this worker on its first day: nothing has happened yet but what the stack is seeded with. Whatever the
 * borrower before has left under way ends first. It ends with its worker and needs not be given back.
 */
export const borrowStack = async (): Promise<LocalStack> => {
  opened ??= openStack();
  const { stack, around, passTime, goBack } = await opened;
  await goBack();
  around.troubles.length = 0;
  around.clock.ahead = 0;
  // Its machine, keys and secrets are those of this day, so it is taken anew.
  return { ...stack, ...around, passTime: (milliseconds) => passTime(stack, milliseconds) };
};

/** The one table of the stack. */
export const tableOf = (stack: Pick<Stack, 'assembly'>): string => {
  const [table] = stack.assembly().tables;
  if (!table) throw new Error('no template has a table');
  return table.name;
};

/** Puts items as they are, for people and organizations that the first day does not have. */
export const putItems = async (
  stack: Pick<Stack, 'assembly' | 'aws'>,
  items: Item[],
): Promise<void> => {
  const client = new DynamoDBClient(stack.aws);
  for (const item of items) {
    await client.send(new PutItemCommand({ TableName: tableOf(stack), Item: toStored(item) }));
  }
  client.destroy();
};
