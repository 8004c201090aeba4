// Under which id is a request found in the log, and may it stand there? The caller's, if it is one; else one that is made.
import { handle } from 'hono/aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { archiveApi } from '../../../functions/handlers/api/archive-api.ts';
import { serve } from '../../../functions/handlers/api/serve.ts';
import { DRAFTER } from '../../support/builders.ts';
import { hearLog } from '../../support/heard-log.ts';
import { aWorld } from '../../support/world.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT_ID = '00f067aa0ba902b7';

let logged: ReturnType<typeof hearLog>;
beforeEach(() => {
  logged = hearLog();
});
afterEach(() => vi.restoreAllMocks());

type Handler = ReturnType<typeof serve>;

/** Somebody asks for the file of a report, and says where the question comes from. */
const ask = async (traceparent: string | undefined, reportId = 'rpt_one') => {
  const world = aWorld();
  world.directoryHas(DRAFTER);
  const link = async () => ({ url: 'https://files.test/a.pdf', expiresAt: world.clock.now() });
  const handler = serve(
    'archive',
    handle(archiveApi({ ...world, signed: { ...world.signed, link } })),
  );
  const event = {
    version: '2.0',
    routeKey: 'GET /api/issued/{reportId}/{format}',
    rawPath: `/api/issued/${encodeURIComponent(reportId)}/pdf`,
    rawQueryString: '',
    headers: { host: 'trinh-ky.test', ...(traceparent !== undefined && { traceparent }) },
    pathParameters: { reportId, format: 'pdf' },
    requestContext: {
      http: { method: 'GET' },
      authorizer: { jwt: { claims: { sub: DRAFTER.id, auth_time: '0' } } },
    },
    isBase64Encoded: false,
  } as unknown as Parameters<Handler>[0];
  const answer = await handler(event, { awsRequestId: 'call-1' } as Parameters<Handler>[1]);
  return { ...answer, said: JSON.parse(answer.body) as { code: string; instance: string } };
};

test("the caller's id stands in every line, in the answer, and in the problem that somebody may be shown", async () => {
  const { headers, statusCode, said } = await ask(`00-${TRACE_ID}-${PARENT_ID}-01`);

  const about = {
    function: 'archive',
    route: 'GET /api/issued/{reportId}/{format}',
    reportId: 'rpt_one',
    requestId: 'call-1',
    correlationId: TRACE_ID,
  };
  expect(logged).toMatchObject([
    { ...about, level: 'INFO', message: 'refused', code: said.code },
    { ...about, level: 'INFO', message: 'answered', status: statusCode, ms: expect.any(Number) },
  ]);
  expect(headers?.['x-correlation-id']).toBe(TRACE_ID);
  expect(said.instance).toBe(`urn:trinh-ky:incident:${TRACE_ID}`);
});

// W3C Trace Context, 3.2 and 4.3.
test.each([
  ['of a later version, of which the parts of today are read', `01-${TRACE_ID}-${PARENT_ID}-00`],
  ['of a later version that says more', `cc-${TRACE_ID}-${PARENT_ID}-00-what`],
])('one %s is taken', async (_, traceparent) => {
  const { headers } = await ask(traceparent);
  expect(headers?.['x-correlation-id']).toBe(TRACE_ID);
});

test.each([
  ['that is missing', undefined],
  ['that is a name', 'tran-thi-thu-ha'],
  ['in capitals', `00-${TRACE_ID.toUpperCase()}-${PARENT_ID}-01`],
  ['of nothing but zeros', `00-${'0'.repeat(32)}-${PARENT_ID}-01`],
  ['whose parent is nothing but zeros', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
  ['of no version', `ff-${TRACE_ID}-${PARENT_ID}-01`],
  ['of this version that says more', `00-${TRACE_ID}-${PARENT_ID}-01-tran-thi-thu-ha`],
])(
  'one %s is not: the request gets one of its own, and no word of the other is logged',
  async (_, traceparent) => {
    const { headers } = await ask(traceparent);

    const own = headers?.['x-correlation-id'];
    expect(own).toMatch(/^[0-9a-f]{32}$/);
    expect(own).not.toBe(TRACE_ID);
    expect(logged.map(({ correlationId }) => correlationId)).toEqual([own, own]);
    expect(JSON.stringify(logged)).not.toMatch(/tran-thi|4bf92f/i);
  },
);

test('what stands in a path is logged only where it is an id', async () => {
  await ask(undefined, 'tran-thi-thu-ha@example.com');

  expect(logged).not.toEqual([]);
  expect(JSON.stringify(logged)).not.toContain('tran-thi');
});
