// What does a function answer that did not come by the front door? The same to everybody, before its app hears of anything.
import { OpenAPIHono } from '@hono/zod-openapi';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FRONT_DOOR_KEY } from '../../../functions/contracts/agreed-names.ts';
import { behindTheFrontDoor } from '../../../functions/handlers/api/front-door.ts';
import type { House } from '../../../functions/handlers/api/house-app.ts';

const SHOWN = 'now'.repeat(16);
const NEXT = 'next'.repeat(12);

beforeEach(() => {
  vi.stubEnv('FRONT_DOOR_KEYS', `${SHOWN} ${NEXT}`);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const openDoor = () => {
  const heard: string[] = [];
  const app = new OpenAPIHono<House>();
  app.all('*', (context) => {
    heard.push(context.req.path);
    return context.json({});
  });
  const handler = behindTheFrontDoor(app);
  const ask = (headers: Record<string, string>) =>
    handler({
      version: '2.0',
      routeKey: 'GET /api/me',
      rawPath: '/api/me',
      rawQueryString: '',
      headers: { host: 'gateway.test', ...headers },
      requestContext: { domainName: 'gateway.test', http: { method: 'GET', path: '/api/me' } },
      body: null,
      isBase64Encoded: false,
    } as unknown as Parameters<typeof handler>[0]);
  return { heard, ask };
};

test.each([
  ['the key that CloudFront shows', SHOWN],
  ['the one that it will show when that is renewed', NEXT],
])('%s opens', async (_, key) => {
  const { heard, ask } = openDoor();
  expect(await ask({ [FRONT_DOOR_KEY]: key })).toMatchObject({ statusCode: 200 });
  expect(heard).toEqual(['/api/me']);
});

test.each([
  ['no key', {}],
  ['an empty key', { [FRONT_DOOR_KEY]: '' }],
  ['a key of before', { [FRONT_DOOR_KEY]: 'before'.repeat(8) }],
  ['the beginning of a key', { [FRONT_DOOR_KEY]: SHOWN.slice(0, -1) }],
  ['both keys', { [FRONT_DOOR_KEY]: `${SHOWN} ${NEXT}` }],
  ['a token, and no key', { authorization: 'Bearer token' }],
])('%s is refused, and the app hears nothing', async (_, headers) => {
  const { heard, ask } = openDoor();
  const { statusCode, body, ...rest } = await ask(headers);
  expect(statusCode).toBe(403);
  expect(rest.headers).toMatchObject({ 'content-type': 'application/problem+json' });
  expect(JSON.parse(body)).toMatchObject({ status: 403, code: 'door_wrong' });
  expect(heard).toEqual([]);
});

test('a function that was told of no key, or of one that could be guessed, does not begin', () => {
  for (const keys of ['', 'short', `${SHOWN} short`]) {
    vi.stubEnv('FRONT_DOOR_KEYS', keys);
    expect(() => behindTheFrontDoor(new OpenAPIHono<House>())).toThrow('FRONT_DOOR_KEYS');
  }
});
