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
  ['a reason to list', ['list', '--because', 'Hỏi.', ...AT]],
  ['a day for whom it adds', ['add', 'authority.pem', '--since', '2026-11-30', ...AT]],
])('%s', async (_, words) => {
  await expect(trust(words)).rejects.toMatchObject({ exitCode: 2, message: USAGE });
});

test.each([
  ['add', undefined],
  ['remove', undefined],
  ['remove', '  '],
  ['add', 'x'.repeat(2_001)],
])('nobody is trusted or ended without a reason that fits: %s', async (verb, because) => {
  const given = because === undefined ? [] : ['--because', because];

  await expect(trust([verb, 'a'.repeat(64), ...given, ...AT])).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^--because "WHY": says in at most 2000 letters why/),
  });
});

test.each(['yesterday', '2026-02-30'])('%s is no day to end on', async (since) => {
  const ended = trust(['remove', 'a'.repeat(64), '--since', since, ...AT]);

  await expect(ended).rejects.toMatchObject({
    exitCode: 2,
    message: `--since ${since}: is no day such as 2026-11-30`,
  });
});
