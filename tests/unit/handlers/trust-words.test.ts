// Does `cli trust` refuse words that it does not know, before it asks anything of what was deployed?
import { expect, test } from 'vitest';
import { trust } from '../../../functions/handlers/cli/trust.ts';
import { USAGE } from '../../../functions/handlers/cli/usage.ts';

const AT = ['--at', 'nowhere.json'];

test.each([
  ['no verb', AT],
  ['another verb', ['forget', 'authority.pem', ...AT]],
  ['no deployment', ['list']],
  ['a file to list', ['list', 'authority.pem', ...AT]],
  ['nobody to add', ['add', ...AT]],
  ['nobody to remove', ['remove', '--yes', ...AT]],
  ['a day for whom it adds', ['add', 'authority.pem', '--since', '2026-11-30', ...AT]],
])('%s', async (_, words) => {
  await expect(trust(words)).rejects.toMatchObject({ exitCode: 2, message: USAGE });
});

test.each(['yesterday', '2026-02-30'])('%s is no day to end on', async (since) => {
  const ended = trust(['remove', 'a'.repeat(64), '--since', since, ...AT]);

  await expect(ended).rejects.toMatchObject({
    exitCode: 2,
    message: `--since ${since}: is no day such as 2026-11-30`,
  });
});
