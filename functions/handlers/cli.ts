// npm run -s cli: how does one use the parts without the system?
import { type ExitCode, Refused } from './cli/refused.ts';
import { USAGE } from './cli/usage.ts';

/** Each command reads what it needs and no more: what prints pages takes longer to read than what reads a schema to run. */
const run = async ([command, ...parts]: string[]): Promise<ExitCode> => {
  switch (command) {
    case 'render':
      return (await import('./cli/render.ts')).render(parts);
    case 'check':
      return (await import('./cli/check.ts')).check(parts);
    case 'import':
      return (await import('./cli/import.ts')).importFile(parts);
    case 'bootstrap':
      return (await import('./cli/bootstrap.ts')).bootstrapOffice(parts);
    case 'schema':
      return (await import('./cli/schema.ts')).schema(parts);
    case 'trust':
      return (await import('./cli/trust.ts')).trust(parts);
    case 'verify':
      return (await import('./cli/verify.ts')).verify(parts);
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
