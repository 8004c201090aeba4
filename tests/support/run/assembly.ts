// Before tests of the whole system: are templates, bundles and web those of the present sources? Asked once for all files.
import { buildWebIfOlder, synthesizeIfOlder } from '../../../infra/local/commands/synthesize.ts';

export default async (): Promise<void> => {
  await Promise.all([synthesizeIfOlder(), buildWebIfOlder()]);
};
