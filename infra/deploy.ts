// How does a stage go out? By one command: the pages are built, the stacks deployed, and the pages published last.
// npm run deploy -- -c stage=production -c …
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { publishing } from './deployment/publish.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'web/dist');
const OUTPUTS = join(ROOT, 'out/outputs.json');

/** What the stacks say of themselves, by their names: that of the web has these among others. */
const Web = z.object({ PagesBucket: z.string(), Distribution: z.string(), WebConfig: z.string() });
const Outputs = z.record(z.string(), z.record(z.string(), z.string()));

const run = (program: string, ...words: string[]): void => {
  execFileSync(program, words, { cwd: ROOT, stdio: 'inherit' });
};

// First what can fail without anybody noticing.
run('vite', 'build', '--config', 'web/vite.config.ts');
mkdirSync(join(ROOT, 'out'), { recursive: true });
run('cdk', 'deploy', '--all', '--outputs-file', OUTPUTS, ...process.argv.slice(2));

const outputs = Object.values(Outputs.parse(JSON.parse(readFileSync(OUTPUTS, 'utf8'))));
const web = Web.parse(outputs.find((said) => 'WebConfig' in said));
writeFileSync(join(BUILT, 'config.json'), web.WebConfig);
for (const words of publishing(BUILT, web)) run('aws', ...words);
