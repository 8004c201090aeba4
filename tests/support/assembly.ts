// What is done once, before and after tests of the whole system? Templates, bundles and web are made of the present
// sources, and a folder is there for what the stacks keep.
import { buildWebIfOlder, synthesizeIfOlder } from '../../infra/local/synthesize.ts';
import { openRunFolder } from './run-folder.ts';

export default async (): Promise<() => void> => {
  await Promise.all([synthesizeIfOlder(), buildWebIfOlder()]);
  return openRunFolder();
};
