// Does every answer leave through its schema? What the schema lacks stays inside, and what is not as it says is a bug that the log names.
import { z } from '@hono/zod-openapi';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { API_ROUTES, ROUTES } from '../../../functions/contracts/api.ts';
import { json, route } from '../../../functions/contracts/route.ts';
import { answering } from '../../../functions/handlers/api/answering.ts';
import { publicApp } from '../../../functions/handlers/api/house-app.ts';
import { hearLog } from '../../support/heard-log.ts';

const read = route({
  method: 'get',
  path: '/api/person',
  responses: { 201: json(z.object({ name: z.string() }), 'Somebody') },
});
const readStrictly = route({
  method: 'get',
  path: '/api/person-strictly',
  responses: { 200: json(z.strictObject({ name: z.string() }), 'Somebody') },
});
const readList = route({
  method: 'get',
  path: '/api/people',
  responses: { 200: json(z.object({ items: z.array(z.object({ name: z.string() })) }), 'Some') },
});

const PERSON = { name: 'Trần Thị Thu Hà', email: 'tran-thi-thu-ha@example.com' };

const ask = async (path: string, person: typeof PERSON = PERSON) => {
  const app = answering(
    publicApp(),
    { read, readStrictly, readList },
    { read: () => person, readStrictly: () => person, readList: async () => ({ items: [person] }) },
  );
  const answer = await app.request(path);
  return { status: answer.status, said: await answer.text() };
};

let logged: ReturnType<typeof hearLog>;
beforeEach(() => {
  logged = hearLog();
});
afterEach(() => vi.restoreAllMocks());

test('has the status of its route', async () => {
  expect(await ask('/api/person')).toEqual({ status: 201, said: '{"name":"Trần Thị Thu Hà"}' });
});

describe('a field that the schema lacks', () => {
  test('does not leave', async () => {
    expect(await ask('/api/people')).toEqual({
      status: 200,
      said: '{"items":[{"name":"Trần Thị Thu Hà"}]}',
    });
  });

  test('is a bug where the schema promises that there is no other', async () => {
    const { status, said } = await ask('/api/person-strictly');
    expect(status).toBe(500);
    expect(said).not.toContain(PERSON.email);
    expect(logged).toMatchObject([{ level: 'ERROR', message: 'failed' }]);
  });
});

test('what is not as the schema says is a bug, and the log says where it is and not what was in it', async () => {
  const { status } = await ask('/api/person', { ...PERSON, name: 7 as unknown as string });
  expect(status).toBe(500);
  expect(logged).toMatchObject([{ message: 'failed', problems: 'name invalid_type' }]);
  expect(JSON.stringify(logged)).not.toContain(PERSON.email);
});

test.each(API_ROUTES)('$name has one answer besides its problems', ({ function: served, name }) => {
  const { responses } = (ROUTES[served] as Record<string, { responses: object }>)[name] ?? {};
  const said = Object.keys(responses ?? {}).filter((status) => status.startsWith('2'));
  expect(said).toHaveLength(1);
});
