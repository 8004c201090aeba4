// Does one command begin a system, so that somebody can sign in for the first time? Against an empty stack of this machine,
// by the file that it tells where it is, as against AWS by the outputs of the stacks.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Me } from '../../../functions/contracts/views.ts';
import { expectOk } from '../../../infra/local/people/office.ts';
import { visit } from '../../../infra/local/people/visitor.ts';
import { openEmptyStack } from '../../support/first-day.ts';
import { OFFICE } from '../../support/first-office.ts';

let empty: Awaited<ReturnType<typeof openEmptyStack>>;
beforeAll(async () => {
  empty = await openEmptyStack();
});
afterAll(() => empty?.stack.stop());

it('begins an empty system, corrects a wrong address, and its administrator signs in', async () => {
  const { stack, written, bootstrap, deployment } = empty;
  expect(await stack.people()).toEqual([]);
  const trust = written('authority.pem', stack.authorityPem);
  const administrator = { ...OFFICE.administrator, email: 'kim@exampel.com' };
  await bootstrap(written('wrong.json', { ...OFFICE, administrator }), '--at', deployment);

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
      'corrected  Lương Thị Kim is the administrator, and may sign in as kim@example.com',
      'trust      the certificates are trusted',
      'invitation sent to kim@example.com',
      '  people      nobody has the role of drafter, signer, clerk, recipientOfficer',
      '  registers   nobody has said which number was the last on paper this year: Báo cáo',
      `The app is at ${stack.url}`,
    ]),
  );
  const mailbox = await (await fetch(`${stack.mailUrl}/store`)).text();
  expect(mailbox).toContain('Trình Ký: hướng dẫn đăng nhập');
  expect(await stack.people()).toHaveLength(1);
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

it('changes nothing over another office or over whoever has signed in, and says whose it is', async () => {
  const { stack, written, bootstrap, deployment } = empty;
  const organization = { ...OFFICE.organization, name: 'UBND xã Sơn Mẫu', code: 'H99.10.02' };
  const administrator = { ...OFFICE.administrator, email: 'kim.lt@example.com' };

  const [other, late] = await Promise.all([
    bootstrap(written('other.json', { ...OFFICE, organization }), '--at', deployment),
    bootstrap(written('late.json', { ...OFFICE, administrator }), '--at', deployment),
  ]);

  expect(other).toMatchObject({
    status: 1,
    out: '',
    errors: [
      'This system began with UBND xã Sơn Trung (H99.10.01); other offices are entered by its administrators, and they mend a wrong code.',
    ],
  });
  expect(late).toMatchObject({ status: 1, out: '' });
  expect(late.errors).toEqual([
    expect.stringMatching(/^Lương Thị Kim has signed in already: .* in the app \(Danh bạ\)/),
  ]);
  expect(await stack.people()).toHaveLength(1);
});

it('says whom it trusts, trusts one no more when whoever set it up is sure, and lets the moment be corrected', async () => {
  const { at, bootstrap, cli, deployment } = empty;
  const trust = (...parts: string[]) => cli('trust', ...parts, '--at', deployment);
  const authority = at('authority.pem');
  const because = ['--because', 'Khóa của nơi cấp bị lộ.'];

  const [listed, unsure] = await Promise.all([
    trust('list'),
    trust('remove', authority, ...because),
  ]);

  expect(listed).toMatchObject({ status: 0, errors: [''] });
  expect(listed.out).toMatch(/^CA Trình Ký.*\n {2}serial +[0-9a-f]+\n {2}SHA-256 +[0-9a-f]{64}\n/);
  expect(listed.out).toMatch(/ {2}trusted +from 20\d\d-\d\d-\d\d\n/);
  expect(unsure.out).toContain('No key that is enrolled here is known to rest on it.');
  expect(unsure.out).toContain('Nobody else is trusted');
  expect(unsure).toMatchObject({
    status: 1,
    errors: ['Nothing was changed. If that is wanted, say --yes.'],
  });

  const [fingerprint = ''] = /[0-9a-f]{64}/.exec(listed.out) ?? [];
  expect(await trust('remove', fingerprint, ...because, '--yes')).toMatchObject({
    status: 0,
    errors: [''],
  });
  // The next day it turns out that its key was stolen before.
  const earlier = await trust('remove', authority, ...because, '--since', '2026-01-05');
  expect(earlier.out).toMatch(
    /\n {2}ended +on 20\d\d-\S+Z until now, from now on 2026-01-04T17:00:00\.000Z\n/,
  );
  expect(earlier.errors).toEqual(['Nothing was changed. If that is wanted, say --yes.']);
  expect(
    await trust('remove', authority, ...because, '--since', '2026-01-05', '--yes'),
  ).toMatchObject({
    status: 0,
  });
  const [again, begun, relisted] = await Promise.all([
    trust('remove', authority, ...because, '--yes'),
    bootstrap(at('office.json'), '--at', deployment, '--trust', authority),
    trust('list'),
  ]);
  expect(again.errors).toEqual([
    expect.stringMatching(/: has ended already, on 2026-01-04T17:00:00\.000Z; another moment/),
  ]);
  expect(begun.errors).toEqual([
    `The authority with the certificate ${fingerprint} was ended here: leave it out of --trust, or trust it anew by \`cli trust add\`.`,
  ]);
  expect(relisted.out).toContain(' until 2026-01-04T17:00:00.000Z: for what was signed before');
  expect(await trust('add', authority, ...because)).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^Trusted from now on:\nCA Trình Ký/),
  });
});

it('says in one sentence what is wrong with where it is to begin', async () => {
  const { at, written, bootstrap, deployment } = empty;
  const office = at('office.json');
  const keys = { accessKeyId: 'ASIANOBODY', secretAccessKey: 'nobody' };
  const told = JSON.parse(readFileSync(deployment, 'utf8')) as object;
  const cases = await Promise.all([
    bootstrap(office, '--at', written('foreign.json', { ...told, credentials: keys })),
    bootstrap(office, '--at', written('gone.json', { ...told, endpoint: 'http://127.0.0.1:9' })),
  ]);

  expect(cases.map(({ status, errors: [first] }) => [status, first])).toEqual([
    [1, expect.stringMatching(/^The local stack that wrote this file has ended/)],
    [1, expect.stringMatching(/^The local stack does not answer at http:\/\/127\.0\.0\.1:9/)],
  ]);
});
