// What does an API say at its own door, with no gateway before it? What may be wrong around a body is named, and never a 500.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { API_ROUTES, ROUTES } from '../../../functions/contracts/api.ts';
import { Problem } from '../../../functions/contracts/problems.ts';
import type { Person } from '../../../functions/domain/directory/organization.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import { administrationApi } from '../../../functions/handlers/api/administration-api.ts';
import { inboxApi } from '../../../functions/handlers/api/inbox-api.ts';
import { registryApi } from '../../../functions/handlers/api/registry-api.ts';
import { verificationApi } from '../../../functions/handlers/api/verification-api.ts';
import { CLERK } from '../../support/builders.ts';
import { hearLog } from '../../support/heard-log.ts';
import { ADMINISTRATOR, aWorld, OFFICER } from '../../support/world.ts';

type Asking = {
  method?: string;
  /** A header that is null is left out. */
  headers?: Record<string, string | null>;
  body?: string;
};
type Api = {
  request(path: string, init: RequestInit, bindings: object): Promise<Response> | Response;
};

const doors = () => {
  const world = aWorld();
  world.directoryHas(ADMINISTRATOR);
  const apis = {
    administration: administrationApi(world),
    inbox: inboxApi(world),
    registry: registryApi(world),
  } satisfies Record<string, Api>;

  const ask = async (
    api: keyof typeof apis,
    { id: sub }: Person,
    path: string,
    { method = 'GET', headers = {}, body }: Asking = {},
  ) => {
    const all = {
      'content-type': body === undefined ? null : 'application/json',
      'idempotency-key': method === 'POST' ? randomUUID() : null,
      ...headers,
    };
    const claims = { sub, auth_time: '0' };
    const init = {
      method,
      headers: Object.entries(all).filter((one): one is [string, string] => one[1] !== null),
      // Text brings a content type of its own.
      ...(body !== undefined && { body: new TextEncoder().encode(body) }),
    };
    const event = { requestContext: { authorizer: { jwt: { claims } } } };
    const answer = await apis[api].request(path, init, { event });
    const said: unknown = await answer.json();
    if (answer.ok) return { status: answer.status };
    const { code, fields } = Problem.parse(said);
    return { status: answer.status, code, fields: fields?.map(({ path: of }) => of.join('.')) };
  };
  return ask;
};

let ask: ReturnType<typeof doors>;
beforeEach(() => {
  ask = doors();
  hearLog();
});
afterEach(() => vi.restoreAllMocks());

const OFFICE = '/api/directory/org_son-trung';
const PEOPLE = `${OFFICE}/people`;
const newcomer = JSON.stringify({
  name: 'Cao Thị Lụa',
  title: 'Công chức Tư pháp - Hộ tịch',
  email: 'cao-thi-lua@example.com',
  roles: ['drafter'],
  signature: null,
});

describe('a body', () => {
  // RFC 9110: OWS around each semicolon, and a parameter may be missing after it (5.6.6, 8.3.1). RFC 8259 gives none a meaning.
  test.each([
    'application/json',
    'application/json;',
    'application/json;;charset=utf-8; ',
    'Application/JSON ;\tcharset="utf-8"',
    'application/json; profile="a;\\"b"',
  ])('is taken as JSON when its type is "%s"', async (type) => {
    const press = { method: 'POST', headers: { 'content-type': type }, body: newcomer };
    expect(await ask('administration', ADMINISTRATOR, PEOPLE, press)).toEqual({ status: 201 });
  });

  test.each([
    null,
    '',
    'text/plain',
    'application/jsonp',
    'application/problem+json',
    'application/json; charset',
    'application/json; charset=',
    'application/json; charset = utf-8',
    'application/json; charset="utf-8',
    'application/json charset=utf-8',
    'application/json, text/plain',
    `application/json${'; '.repeat(2_000)}"`,
  ])('is refused when its type is "%s"', async (type) => {
    const press = { method: 'POST', headers: { 'content-type': type }, body: newcomer };
    expect(await ask('administration', ADMINISTRATOR, PEOPLE, press)).toMatchObject({
      status: 415,
      code: 'media_type_unsupported',
    });
  });

  test.each([null, 'text/plain', 'application/json', 'no type'])(
    'that is not there has no type, though "%s" is said to be it',
    async (type) => {
      const headers = { 'content-type': type };
      expect(await ask('administration', ADMINISTRATOR, PEOPLE, { headers })).toEqual({
        status: 200,
      });
      const press = { method: 'POST', headers };
      expect(await ask('administration', ADMINISTRATOR, PEOPLE, press)).toEqual({
        status: 422,
        code: 'input_invalid',
        fields: ['name', 'title', 'email', 'roles', 'signature'],
      });
      const end = `${PEOPLE}/${CLERK.id}/end`;
      expect(await ask('administration', ADMINISTRATOR, end, press)).toEqual({ status: 200 });
    },
  );
});

describe('a header that a route goes by', () => {
  const save = { method: 'PUT', body: newcomer };
  const press = { method: 'POST', body: newcomer };

  test.each<[header: string, asking: Asking & { path: string }, missing: string]>([
    ['if-match', { path: `${PEOPLE}/${CLERK.id}`, ...save }, 'revision_missing'],
    ['idempotency-key', { path: PEOPLE, ...press }, 'idempotency_key_missing'],
  ])('is named when it is missing, and when it is malformed: %s', async (header, asking, code) => {
    const { path, ...rest } = asking;
    const without = (value: string | null) =>
      ask('administration', ADMINISTRATOR, path, { ...rest, headers: { [header]: value } });
    for (const none of [null, '']) {
      expect(await without(none)).toEqual({ status: 400, code, fields: [header] });
    }
    for (const wrong of ['7', 'W/"7"', 'a b c d e f g h']) {
      expect(await without(wrong)).toEqual({
        status: 400,
        code: 'header_invalid',
        fields: [header],
      });
    }
  });

  test('is one of those that are tried here', () => {
    const read = API_ROUTES.flatMap(({ function: of, name }) => {
      const route = (ROUTES[of] as Record<string, { request?: { headers?: object } }>)[name];
      return Object.keys((route?.request?.headers as { shape?: object })?.shape ?? {});
    });
    expect([...new Set(read)].toSorted()).toEqual(['idempotency-key', 'if-match']);
  });
});

describe('a query', () => {
  // A mistyped filter that is ignored would list everything.
  test.each<[api: 'inbox' | 'registry', Person, path: string]>([
    ['inbox', OFFICER, '/api/deliveries?stauts=arrived&status=arrived'],
    ['inbox', OFFICER, '/api/registers/incoming?year=2026&stauts=arrived'],
    ['inbox', OFFICER, '/api/undecided?stauts='],
    ['registry', CLERK, '/api/registry?stauts=1&limit=5'],
  ])(
    'that has a name which nobody asks for is refused by that name: %s, %o, %s',
    async (api, person, path) => {
      expect(await ask(api, person, path)).toEqual({
        status: 422,
        code: 'input_invalid',
        fields: ['stauts'],
      });
    },
  );

  test.each(['0x10', '1e1', '0b11', '1.0', '+10', '%2010', '10%0A', '٣'])(
    'has whole numbers as people write them, not %s',
    async (number) => {
      for (const [path, field] of [
        [`/api/registry?limit=${number}`, 'limit'],
        [`/api/registers/outgoing?year=2026&limit=${number}`, 'limit'],
        [`/api/registers/outgoing?year=${number}`, 'year'],
      ] as const) {
        expect(await ask('registry', CLERK, path)).toEqual({
          status: 422,
          code: 'input_invalid',
          fields: [field],
        });
      }
      expect(
        await ask('administration', ADMINISTRATOR, `${OFFICE}/registers/${number}/baoCao`),
      ).toEqual({ status: 422, code: 'input_invalid', fields: ['year'] });
    },
  );
});

describe('what is to be done about a refusal', () => {
  const asked = (path: string, sub: string | null, world = aWorld()) => {
    const claims = { sub, auth_time: '0' };
    const event = { requestContext: sub === null ? {} : { authorizer: { jwt: { claims } } } };
    return inboxApi(world).request(path, {}, { event });
  };

  test('is said in the words of HTTP: how to sign in', async () => {
    const answer = await asked('/api/undecided', null);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('is said in the words of HTTP: when to try again', async () => {
    const world = aWorld();
    world.directory.person = () => Promise.reject(new Unavailable('the table'));
    const answer = await asked('/api/undecided', OFFICER.id, world);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('what anyone may ask', () => {
  const open = (path: string, headers: Record<string, string> = {}) =>
    verificationApi(aWorld()).request(path, { headers }, { event: {} });

  test('is kept by nobody: a file that is unknown today may be issued tomorrow', async () => {
    const answer = await open(`/api/verification/files/${'0'.repeat(64)}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('the description of the API travels compressed, and not at all to whoever has it', async () => {
    const path = '/api/openapi.json';
    const answer = await open(path, { 'accept-encoding': 'gzip' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(40_000);
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await open(path, { 'accept-encoding': 'gzip', 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test('that whoever has the description need not get it again is said with the headers that it came with', async () => {
    const path = '/api/openapi.json';
    const headersOf = ({ headers }: Response) =>
      ['cache-control', 'etag', 'vary'].map((name) => headers.get(name));
    const first = await open(path, { 'accept-encoding': 'gzip' });
    const etag = first.headers.get('etag') ?? '';
    const again = await open(path, { 'accept-encoding': 'gzip', 'if-none-match': etag });
    expect(headersOf(again)).toEqual(headersOf(first));
    expect(headersOf(again)).toEqual(['no-cache', etag, 'Accept-Encoding']);
  });
});

describe('days', () => {
  test.each<[api: 'inbox' | 'registry', Person, path: string]>([
    ['inbox', OFFICER, '/api/deliveries?'],
    ['inbox', OFFICER, '/api/registers/incoming?year=2026&'],
    ['registry', CLERK, '/api/registers/outgoing?year=2026&'],
  ])('of the list in %s must not end before they begin', async (api, person, path) => {
    for (const words of ['', '&words=b%C3%A1o+c%C3%A1o']) {
      const days = (from: string, until: string) =>
        ask(api, person, `${path}from=${from}&until=${until}${words}`);
      expect(await days('2026-11-22', '2026-11-21')).toEqual({
        status: 422,
        code: 'input_invalid',
        fields: ['until'],
      });
      expect(await days('2026-11-22', '2026-11-22')).toEqual({ status: 200 });
    }
  });

  test('are asked for by the lists that are tried here, and by no other', () => {
    const asking = Object.values(ROUTES).flatMap((routes) =>
      Object.values(routes as Record<string, { path: string; request?: { query?: object } }>)
        .filter(({ request }) => 'from' in ((request?.query as { shape?: object })?.shape ?? {}))
        .map(({ path }) => path),
    );
    expect(asking.toSorted()).toEqual([
      '/api/deliveries',
      '/api/registers/incoming',
      '/api/registers/outgoing',
    ]);
  });
});
