// Does whoever sets the system up hear in one sentence what is wrong with the files that they name, before anything is done?
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { authoritiesIn } from '../../../functions/handlers/cli/authorities-in.ts';
import { readFirstDay } from '../../../functions/handlers/cli/bootstrap.ts';
import { readDeployment } from '../../../functions/handlers/cli/deployment-file.ts';
import { makeTrialAuthority } from '../../../infra/local/trust-services/certificate-authority.ts';
import { OFFICE } from '../../support/first-office.ts';
import { newFolder } from '../../support/run/run-folder.ts';

const folder = newFolder('first-day-files');
const at = (name: string) => join(folder, name);
const written = (name: string, value: unknown): string => {
  writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));
  return at(name);
};
/** What is said, without the folder. */
const said = (attempt: () => unknown): [number, string] => {
  try {
    attempt();
  } catch (error) {
    const { exitCode, message } = error as { exitCode: number; message: string };
    return [exitCode, message.replaceAll(`${folder}/`, '')];
  }
  throw new Error('nothing was refused');
};

const DEPLOYMENT = {
  region: 'ap-southeast-1',
  table: 'the-table',
  userPool: 'the-pool',
  webUrl: 'https://trinh-ky.example',
  mailFrom: 'van-thu@trinh-ky.example',
  timestampServers: [],
};
const outputs = (...stages: [string, unknown][]) =>
  Object.fromEntries(
    stages.map(([stage, deployment]) => [
      `trinh-ky-${stage}-web`,
      { Deployment: typeof deployment === 'string' ? deployment : JSON.stringify(deployment) },
    ]),
  );
const { webUrl: _, ...EARLIER } = DEPLOYMENT;
const ANOTHER =
  'was written by another version of the system: deploy this one, or call the command from where it was deployed';

test('what was deployed is found, also where there are two stages', () => {
  const both = outputs(['demo', DEPLOYMENT], ['production', { ...DEPLOYMENT, table: 'another' }]);
  const path = written('both.json', both);

  expect(readDeployment(path, 'production').table).toBe('another');
  expect(said(() => readDeployment(path, undefined))).toEqual([
    2,
    'both.json: tells of several stages; name one by --stage',
  ]);
});

test.each<[string, unknown, [number, string]]>([
  ['nothing', undefined, [2, 'is not there']],
  ['no JSON', 'outputs', [1, 'is not JSON']],
  [
    'other stacks',
    { 'trinh-ky-demo-data': {} },
    [1, 'tells of no deployment: `npm run deploy` writes out/outputs.json'],
  ],
  ['stacks of another version', outputs(['demo', EARLIER]), [1, ANOTHER]],
  ['stacks of a later version', outputs(['demo', { ...DEPLOYMENT, more: 1 }]), [1, ANOTHER]],
  ['stacks that say it in another way', outputs(['demo', 'table=the-table']), [1, ANOTHER]],
  ['a local stack of another version', { ...EARLIER, endpoint: 'http://localhost' }, [1, ANOTHER]],
])('%s is no deployment', (name, value, [code, sentence]) => {
  const file = `${name}.json`;
  if (value !== undefined) written(file, value);

  expect(said(() => readDeployment(at(file), undefined))).toEqual([code, `${file}: ${sentence}`]);
});

test('an office is said whole, and each thing that is wrong with it by its name', () => {
  expect(readFirstDay(written('good.json', OFFICE))).toEqual(OFFICE);

  const { code: __, ...organization } = OFFICE.organization;
  const administrator = { ...OFFICE.administrator, email: 'kim' };
  const [exit, lines] = said(() =>
    readFirstDay(written('bad.json', { organization, administrator })),
  );
  expect(exit).toBe(1);
  expect(lines.split('\n')).toEqual([
    expect.stringMatching(/^bad\.json: organization\.code: /),
    expect.stringMatching(/^bad\.json: administrator\.email: /),
  ]);
  expect(said(() => readFirstDay(written('list.json', [])))).toEqual([
    1,
    expect.stringMatching(/^list\.json: the office: /),
  ]);
});

test('authorities are taken, and nobody whom an authority has certified', async () => {
  const authority = makeTrialAuthority();
  const { certificatePem } = await authority.issuePkcs12({
    commonName: 'UBND xã Sơn Trung',
    organization: 'UBND xã Sơn Trung',
  });

  expect(authoritiesIn(written('authority.pem', authority.certificatePem))).toHaveLength(1);
  expect(said(() => authoritiesIn(written('empty.pem', 'no certificate')))).toEqual([
    1,
    'empty.pem: holds no certificate that can be read',
  ]);
  expect(said(() => authoritiesIn(written('office.pem', certificatePem)))).toEqual([
    1,
    expect.stringMatching(
      /^office\.pem: holds the certificate of UBND xã Sơn Trung.*, which is no authority: /,
    ),
  ]);
});
