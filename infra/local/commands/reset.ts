// npm run reset: everything the local stack keeps is gone, and the next start begins anew.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { holdFolder } from '../this-machine/held-folder.ts';
import { runCommand } from './console.ts';
import { ROOT } from './synthesize.ts';

await runCommand(async () => {
  const folder = join(ROOT, '.local');
  // Refuses while a stack is running on it.
  const release = await holdFolder(folder);
  rmSync(folder, { recursive: true, force: true });
  await release();
  console.log('The data of the local stack is cleared.');
});
