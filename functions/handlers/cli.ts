// npm run -s cli: how does one use the parts without the system?

import { check } from './cli/check.ts';
import { importFile } from './cli/import.ts';
import { type ExitCode, Refused } from './cli/refused.ts';
import { render } from './cli/render.ts';
import { schema } from './cli/schema.ts';
import { USAGE } from './cli/usage.ts';
import { verify } from './cli/verify.ts';

const run = async ([command, ...parts]: string[]): Promise<ExitCode> => {
  switch (command) {
    case 'render':
      return render(parts);
    case 'check':
      return check(parts);
    case 'import':
      return importFile(parts);
    case 'schema':
      return schema(parts);
    case 'verify':
      return verify(parts);
    case '--help':
    case '-h':
      console.log(USAGE);
      return 0;
    default:
      throw new Refused(2, USAGE);
  }
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const wrongWords = error instanceof TypeError && 'code' in error;
  if (!(error instanceof Refused) && !wrongWords) throw error;
  console.error(error.message);
  process.exitCode = error instanceof Refused ? error.exitCode : 2;
}
