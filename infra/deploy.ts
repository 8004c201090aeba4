// npm run deploy -- -c stage=production -c … : looks at the account, and deploys; with --check, looks alone.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askAws } from './deployment/ask-aws.ts';
import { deployStage, NotDeployed } from './deployment/deploy-stage.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'web/dist');
const OUTPUTS = join(ROOT, 'out/outputs.json');

mkdirSync(join(ROOT, 'out'), { recursive: true });
try {
  await deployStage(process.argv.slice(2), {
    run: (program, ...words) => {
      execFileSync(program, words, { cwd: ROOT, stdio: 'inherit' });
    },
    ask: askAws,
    say: (line) => console.log(line),
    statusAt: async (url) => {
      try {
        return (await fetch(url)).status;
      } catch {
        return null;
      }
    },
    environment: process.env,
    built: BUILT,
    outputsFile: OUTPUTS,
    outputs: () => JSON.parse(readFileSync(OUTPUTS, 'utf8')),
    configure: (config) => writeFileSync(join(BUILT, 'config.json'), config),
  });
} catch (error) {
  if (!(error instanceof NotDeployed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
