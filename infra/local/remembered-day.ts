// How do tests begin on the same day, one after the other, without the whole stack being started anew for each? From
// a snapshot: what lies in the folder and in the tables is copied once, and put back when nothing is under way any
// more.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDbLocal } from './aws/dynamodb-local.ts';

/** Files and folders of the data folder that services write; `remembered` lies beside them. */
const WRITTEN = ['accounts.json', 'buckets', 'executions', 'keys', 'secrets'];

const replaceAll = (from: string, to: string): void => {
  for (const name of WRITTEN) {
    rmSync(join(to, name), { recursive: true, force: true });
    if (existsSync(join(from, name))) {
      cpSync(join(from, name), join(to, name), { recursive: true });
    }
  }
};

/** Nobody may write while it remembers, nor while the returned function puts everything back. */
export const rememberDay = async (
  folder: string,
  database: DynamoDbLocal,
): Promise<() => Promise<void>> => {
  const remembered = join(folder, 'remembered');
  replaceAll(folder, remembered);
  const putTablesBack = await database.remember();
  return async () => {
    replaceAll(remembered, folder);
    await putTablesBack();
  };
};
