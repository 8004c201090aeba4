// Does a change of whatever the templates are made of have them synthesized again? As the imports say.
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { ROOT, TEMPLATE_SOURCES } from '../../infra/local/commands/synthesize.ts';

test('every file that the templates are made of is watched', async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['infra/app.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const isWatched = (file: string) =>
    TEMPLATE_SOURCES.some((source) => file === source || file.startsWith(`${source}/`));

  expect(Object.keys(metafile.inputs)).toContain('functions/domain/refusal.ts');
  expect(Object.keys(metafile.inputs).filter((file) => !isWatched(file))).toEqual([]);
});
