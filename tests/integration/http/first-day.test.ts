// Does one command begin a system, so that somebody can sign in for the first time? Against an empty stack of this machine,
// by the file that it tells where it is, as against AWS by the outputs of the stacks.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Me } from '../../../functions/contracts/views.ts';
import { expectOk } from '../../../infra/local/people/office.ts';
import { visit } from '../../../infra/local/people/visitor.ts';
import { OFFICE, openEmptyStack } from '../../support/first-day.ts';

let empty: Awaited<ReturnType<typeof openEmptyStack>>;
beforeAll(async () => {
  empty = await openEmptyStack();
});
afterAll(() => empty?.stack.stop());

it('begins an empty system, and its administrator signs in', async () => {
  const { stack, written, bootstrap, deployment } = empty;
  expect(await stack.people()).toEqual([]);
  const trust = written('authority.pem', stack.authorityPem);

  const begun = await bootstrap(
    written('office.json', OFFICE),
    '--at',
    deployment,
    '--trust',
    trust,
  );

  expect(begun).toMatchObject({ status: 0, errors: [''] });
  expect(begun.out.split('\n')).toEqual(
    expect.arrayContaining([
      'account    kim@example.com may sign in',
      'invitation sent to kim@example.com',
      '  people      nobody has the role of drafter, signer, clerk, recipientOfficer',
      '  registers   no register of this year is open',
      `The app is at ${stack.url}`,
    ]),
  );
  const mailbox = await (await fetch(`${stack.mailUrl}/store`)).text();
  expect(mailbox).toContain('Trình Ký: hướng dẫn đăng nhập');
  expect(mailbox).toContain(`Địa chỉ: ${stack.url}<br>Tên đăng nhập: kim@example.com<br>`);
  const [kim] = await stack.people();
  const visitor = await visit(stack.url, kim?.id ?? '', stack.password);
  expect(expectOk(await visitor.get<Me>('/api/me'))).toMatchObject({
    person: { name: 'Lương Thị Kim', roles: ['administrator'] },
    organization: { name: 'UBND xã Sơn Trung' },
  });
});

it('has nothing to do when it is run again, since the invitation was followed', async () => {
  const { at, bootstrap, deployment } = empty;
  const again = await bootstrap(at('office.json'), '--at', deployment);

  expect(again).toMatchObject({ status: 0, errors: [''] });
  expect(again.out).toContain('Nothing was left to do.');
});

it('changes nothing over another office, and says whose it is', async () => {
  const { stack, written, bootstrap, deployment } = empty;
  const organization = { ...OFFICE.organization, name: 'UBND xã Sơn Mẫu', code: 'H99.10.02' };
  const other = written('other.json', { ...OFFICE, organization });

  const refused = await bootstrap(other, '--at', deployment);

  expect(refused).toMatchObject({
    status: 1,
    out: '',
    errors: [
      'This system began with UBND xã Sơn Trung; other offices are entered by its administrators.',
    ],
  });
  expect(await stack.people()).toHaveLength(1);
});

it('says in one sentence what is wrong with what it is given', async () => {
  const { at, written, bootstrap, deployment } = empty;
  const office = at('office.json');
  const keys = { accessKeyId: 'ASIANOBODY', secretAccessKey: 'nobody' };
  const told = JSON.parse(readFileSync(deployment, 'utf8')) as object;
  const cases = await Promise.all([
    bootstrap(office, '--at', at('nowhere.json')),
    bootstrap(office, '--at', written('outputs.json', { 'trinh-ky-demo-data': {} })),
    bootstrap(written('no-code.json', { ...OFFICE, organization: {} }), '--at', deployment),
    bootstrap(office, '--at', deployment, '--trust', written('empty.pem', 'no certificate')),
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
