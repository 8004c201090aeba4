// Does one command begin a system, so that somebody can sign in for the first time? Against an empty stack of this machine,
// by the file that it tells where it is, as against AWS by the outputs of the stacks.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MeView } from '../../../functions/contracts/views.ts';
import { ASSEMBLY } from '../../../infra/local/commands/synthesize.ts';
import { expectOk } from '../../../infra/local/people/office.ts';
import { visit } from '../../../infra/local/people/visitor.ts';
import { type Stack, startStack } from '../../../infra/local/stack.ts';
import { newFolder } from '../../support/run-folder.ts';

const CLI = fileURLToPath(new URL('../../../functions/handlers/cli.ts', import.meta.url));
const OFFICE = {
  organization: {
    name: 'UBND xã Sơn Kim',
    superiorLine: null,
    agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN KIM'],
    place: 'Sơn Kim',
    abbreviation: 'UBND',
    code: 'H99.10.07',
  },
  administrator: { name: 'Lương Thị Kim', title: 'Quản trị', email: 'kim@example.com' },
};

const folder = newFolder('first-day');
const at = (name: string) => join(folder, name);
const DEPLOYMENT = at('deployment.json');
const written = (name: string, value: unknown) => {
  writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));
  return at(name);
};

let stack: Stack;
/** Beside the stack, which lives in this process and must go on answering. */
const bootstrap = async (...parts: string[]) => {
  const child = spawn(process.execPath, [CLI, 'bootstrap', ...parts]);
  const said = { out: '', errors: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.errors += text;
  });
  const [status] = await once(child, 'close');
  return { status, out: said.out, errors: said.errors.trim().split('\n') };
};

beforeAll(async () => {
  stack = await startStack({
    assembly: ASSEMBLY,
    port: 0,
    filesPort: 0,
    folder,
    firstDay: 'empty',
  });
});
afterAll(() => stack.stop());

it('begins an empty system, and its administrator signs in', async () => {
  expect(await stack.people()).toEqual([]);
  const trust = written('authority.pem', stack.authorityPem);

  const begun = await bootstrap(
    written('office.json', OFFICE),
    '--at',
    DEPLOYMENT,
    '--trust',
    trust,
  );

  expect(begun).toMatchObject({ status: 0, errors: [''] });
  expect(begun.out.split('\n')).toEqual(
    expect.arrayContaining([
      'account    kim@example.com may sign in',
      'invitation sent to kim@example.com',
      `The app is at ${stack.url}`,
    ]),
  );
  const [kim] = await stack.people();
  const visitor = await visit(stack.url, kim?.id ?? '', stack.password);
  expect(expectOk(await visitor.get<MeView>('/api/me'))).toMatchObject({
    person: { name: 'Lương Thị Kim', roles: ['administrator'] },
    organization: { name: 'UBND xã Sơn Kim' },
  });
});

it('has nothing to do when it is run again, since the invitation was followed', async () => {
  const again = await bootstrap(at('office.json'), '--at', DEPLOYMENT);

  expect(again).toMatchObject({ status: 0, errors: [''] });
  expect(again.out).toContain('Nothing was missing.');
});

it('changes nothing over another office, and says whose it is', async () => {
  const organization = { ...OFFICE.organization, name: 'UBND xã Sơn Mẫu', code: 'H99.10.02' };
  const other = written('other.json', { ...OFFICE, organization });

  const refused = await bootstrap(other, '--at', DEPLOYMENT);

  expect(refused).toMatchObject({
    status: 1,
    out: '',
    errors: [
      'This system began with UBND xã Sơn Kim; other offices are entered by its administrators.',
    ],
  });
  expect(await stack.people()).toHaveLength(1);
});

it('says in one sentence what is wrong with what it is given', async () => {
  const office = at('office.json');
  const keys = { accessKeyId: 'ASIANOBODY', secretAccessKey: 'nobody' };
  const told = JSON.parse(readFileSync(DEPLOYMENT, 'utf8')) as object;
  const cases = await Promise.all([
    bootstrap(office, '--at', at('nowhere.json')),
    bootstrap(office, '--at', written('outputs.json', { 'trinh-ky-demo-data': {} })),
    bootstrap(written('no-code.json', { ...OFFICE, organization: {} }), '--at', DEPLOYMENT),
    bootstrap(office, '--at', DEPLOYMENT, '--trust', written('empty.pem', 'no certificate')),
    bootstrap(office, '--at', written('foreign.json', { ...told, credentials: keys })),
    bootstrap(office, '--at', written('gone.json', { ...told, endpoint: 'http://127.0.0.1:9' })),
  ]);

  expect(cases.map(({ status, errors: [first] }) => [status, first])).toEqual([
    [2, `${at('nowhere.json')}: is not there`],
    [1, `${at('outputs.json')}: tells of no deployment; \`cdk deploy --outputs-file\` writes it`],
    [1, expect.stringMatching(/no-code\.json: organization\.name: /)],
    [1, `${at('empty.pem')}: holds no certificate that can be read`],
    [1, expect.stringMatching(/^The local stack that wrote this file has ended/)],
    [1, expect.stringMatching(/^The local stack does not answer at http:\/\/127\.0\.0\.1:9/)],
  ]);
});
