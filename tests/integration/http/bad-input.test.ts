// What does bad input get? A clear answer with a stable code and the wrong fields' paths; nothing changes, nothing is lost, and never a 500.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReportView } from '../../../functions/contracts/views.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { expectOk, type Office, seedContent } from '../../../infra/local/people/office.ts';
import type { Visitor } from '../../../infra/local/people/visitor.ts';
import { borrowStack, type LocalStack } from '../../support/local-stack.ts';
import { type Knocking, knock, type Refusal, refusal } from './knock.ts';

const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] });
const withBlocks = (blocks: ReportContent['blocks']) => ({ ...seedContent(), blocks });

/** As many bytes of JSON, in paragraphs that are long and the same. */
const compressible = (bytes: number) =>
  withBlocks(Array.from({ length: Math.ceil(bytes / 10_000) }, () => paragraph('a'.repeat(9_940))));
/** Random base64 shrinks by a quarter at most. */
const incompressible = (bytes: number) =>
  withBlocks(
    Array.from({ length: Math.ceil(bytes / 12_000) }, () =>
      paragraph(randomBytes(9_000).toString('base64')),
    ),
  );

const cursor = (place: unknown) =>
  Buffer.from(typeof place === 'string' ? place : JSON.stringify(place)).toString('base64url');

describe('bad input', () => {
  let stack: LocalStack;
  let office: Office;
  let drafter: Visitor;
  let draft: ReportView;
  let before: unknown;

  /** Everything of the drafter's that a request could have changed. */
  const everything = async () => ({
    list: await drafter.get('/api/reports?limit=100'),
    draft: await drafter.get(`/api/reports/${draft.id}`),
    history: await drafter.get(`/api/reports/${draft.id}/history`),
  });

  const ask = (knocking: Omit<Knocking, 'token'>): Promise<Refusal> =>
    knock(stack.url, { token: drafter.token, ...knocking });
  const create = (body: unknown, headers: Knocking['headers'] = {}) =>
    ask({ path: '/api/reports', body, headers });
  const save = (body: unknown, headers: Knocking['headers'] = { 'if-match': '"1"' }) =>
    ask({ method: 'PUT', path: `/api/reports/${draft.id}`, body, headers });
  const look = (path: string) => ask({ method: 'GET', path });

  beforeAll(async () => {
    stack = await borrowStack();
    office = stack.desks;
    drafter = await office.as('tran-thi-thu-ha');
    draft = await office.draft();
    // A second one, so that the list has a page after the first.
    await office.draft();
    before = await everything();
  }, 400_000);
  afterEach(() => {
    // That a body is too large for a function is said to the client, too.
    const untold = stack.troubles.splice(0).filter((what) => !what.includes('EntityTooLarge'));
    expect(untold).toEqual([]);
  });

  describe('in a body', () => {
    const content = seedContent();
    // Looked at when all have been tried, for it is long.
    afterAll(async () => expect(await everything()).toEqual(before));

    it.each<[what: string, body: unknown, status: number, code: string, ...fields: string[]]>([
      ['no JSON', '{"content":', 400, 'body_malformed'],
      ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00), 400, 'body_malformed'],
      ['null', null, 422, 'input_invalid', ''],
      ['a list', [], 422, 'input_invalid', ''],
      ['no content', {}, 422, 'input_invalid', 'content'],
      ['an unknown field', { content, number: 118 }, 422, 'input_invalid', 'number'],
      [
        'an unknown field deep inside',
        { content: withBlocks([{ ...paragraph('a'), color: 'red' } as never]) },
        422,
        'input_invalid',
        'content.blocks.0.color',
      ],
      [
        'a missing field',
        { content: { ...content, subject: undefined } },
        422,
        'input_invalid',
        'content.subject',
      ],
      [
        'a number for a text',
        { content: { ...content, subject: 118 } },
        422,
        'input_invalid',
        'content.subject',
      ],
      [
        'a type of document that there is not',
        { content: { ...content, type: 'baiTho' } },
        422,
        'input_invalid',
        'content.type',
      ],
      [
        'a kind of block that there is not',
        { content: withBlocks([{ kind: 'picture' } as never]) },
        422,
        'input_invalid',
        'content.blocks.0.kind',
      ],
      [
        "an organization's id of another kind",
        {
          content: {
            ...content,
            recipients: [{ text: 'Như trên', organizationId: 'rpt_1', means: 'system' }],
          },
        },
        422,
        'input_invalid',
        'content.recipients.0.organizationId',
      ],
      ...['\u0007', '\ud800'].map((text): [string, unknown, number, string, string] => [
        `text that no draft can hold, ${JSON.stringify(text)}`,
        { content: withBlocks([paragraph('a'), paragraph(text)]) },
        422,
        'text_unprintable',
        'content.blocks.1.runs.0.text',
      ]),
      [
        'a paragraph without end',
        { content: withBlocks([paragraph('a'.repeat(20_001))]) },
        422,
        'input_invalid',
        'content.blocks.0.runs.0.text',
      ],
      [
        'more blocks than a report has',
        { content: withBlocks(Array(6_001).fill(paragraph('a'))) },
        422,
        'input_invalid',
        'content.blocks',
      ],
      [
        'brackets in brackets in brackets',
        `{"content":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
        422,
        'input_invalid',
        'content',
      ],
      ['a prototype', '{"__proto__":{"content":1}}', 422, 'input_invalid', 'content', '__proto__'],
    ])('that is or has %s', async (_, body, status, code, ...fields) => {
      expect(await create(body)).toMatchObject(refusal(status, code, ...fields));
      expect(await save(body)).toMatchObject(refusal(status, code, ...fields));
    });

    it.each([undefined, ''])('that is missing altogether (%o)', async (nothing) => {
      expect(await create(nothing)).toMatchObject(refusal(422, 'input_invalid', 'content'));
      expect(await save(nothing)).toMatchObject(refusal(422, 'input_invalid', 'content'));
    });

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      'application/json; charset',
      null,
    ])('that says it is %s, or does not say what it is', async (type) => {
      const headers = { 'content-type': type };
      const expected = refusal(415, 'media_type_unsupported');
      expect(await create({ content }, headers)).toMatchObject(expected);
      expect(await save({ content }, { ...headers, 'if-match': '"1"' })).toMatchObject(expected);
    });

    it('that is more than an item can hold', async () => {
      const body = { content: incompressible(900_000) };
      const expected = { ...refusal(413, 'content_too_large'), facts: { limit: 409_600 } };
      expect(await create(body)).toMatchObject(expected);
      expect(await save(body)).toMatchObject(expected);
    });

    it('that holds little but is long', async () => {
      const body = { content: compressible(5_500_000) };
      expect(await create(body)).toMatchObject(refusal(413, 'content_too_large'));
      expect(await save(body)).toMatchObject(refusal(413, 'content_too_large'));
    });

    it.each([7, 11])('of %i MB, which the gateway does not let in', async (megabytes) => {
      const body = { content: compressible(megabytes * 1024 * 1024) };
      expect(await create(body)).toMatchObject({ status: 413, code: null });
      expect(await save(body)).toMatchObject({ status: 413, code: null });
    });
  });

  it('takes JSON whose type has an empty parameter, as RFC 9110 allows', async () => {
    const headers = { 'content-type': 'application/json;' };
    expect(await create({ content: seedContent() }, headers)).toMatchObject({ status: 201 });
    headers['content-type'] = 'application/json;;charset=utf-8;';
    expect(await create({ content: seedContent() }, headers)).toMatchObject({ status: 201 });
    before = await everything();
  });

  it('takes a megabyte of words and gives every one of them back', async () => {
    const big = compressible(1_000_000);
    const { id } = expectOk(await drafter.post<ReportView>('/api/reports', { content: big }));
    expect((await office.read('tran-thi-thu-ha', id)).content).toMatchObject(big);
    before = await everything();
  });

  describe('in a header or a path', () => {
    const body = { content: seedContent() };
    // Looked at when all have been tried, for it is long.
    afterAll(async () => expect(await everything()).toEqual(before));

    it('where the key of the press is missing or no key', async () => {
      expect(await create(body, { 'idempotency-key': null })).toMatchObject(
        refusal(400, 'idempotency_key_missing', 'idempotency-key'),
      );
      for (const key of ['short', 'with spaces', 'x'.repeat(129)]) {
        expect(await create(body, { 'idempotency-key': key })).toMatchObject(
          refusal(400, 'header_invalid', 'idempotency-key'),
        );
      }
    });

    it.each<[seen: string | null, code: string]>([
      [null, 'revision_missing'],
      ['1', 'header_invalid'],
      ['*', 'header_invalid'],
      ['W/"1"', 'header_invalid'],
      ['"one"', 'header_invalid'],
    ])('where the seen revision is %s', async (seen, code) => {
      expect(await save(body, { 'if-match': seen })).toMatchObject(refusal(400, code, 'if-match'));
    });

    it('where a type is said of a body that is not there, which is as if it were not said', async () => {
      const headers = { 'content-type': 'text/plain' };
      const path = `/api/reports/${draft.id}`;
      expect(await ask({ method: 'GET', path, headers })).toMatchObject({ status: 200 });
    });

    it('where the seen revision is another than the present one, which is said', async () => {
      const other = { content: { ...seedContent(), subject: 'Kết quả của năm trước' } };
      expect(await save(other, { 'if-match': '"7"' })).toMatchObject({
        ...refusal(412, 'revision_conflict'),
        facts: { revision: 1, status: 'draft', updatedAt: draft.updatedAt },
      });
    });

    it.each<[path: string, status: number, code: string, ...fields: string[]]>([
      ['/api/reports/sbm_1', 422, 'input_invalid', 'reportId'],
      ['/api/reports/rpt_..%2fdraft', 422, 'input_invalid', 'reportId'],
      [`/api/reports/rpt_${'a'.repeat(61)}`, 422, 'input_invalid', 'reportId'],
      ['/api/reports/rpt_nobody-wrote-it', 404, 'report_not_found'],
      ['/api/reports/rpt_nobody-wrote-it/history', 404, 'report_not_found'],
      ['/api/submissions/rpt_1', 422, 'input_invalid', 'submissionId'],
      ['/api/submissions/sbm_nobody-sent-it', 404, 'submission_not_found'],
      ['/api/issued/rpt_nobody-wrote-it/pdf', 404, 'report_not_found'],
      ['/api/issued/rpt_nobody-wrote-it/exe', 422, 'input_invalid', 'format'],
      ['/api/verification/files/abc', 422, 'input_invalid', 'sha256'],
      ['/api/verification/uploads/upl_..%2Fabc', 422, 'input_invalid', 'uploadId'],
    ])('where %s leads nowhere', async (path, status, code, ...fields) => {
      expect(await look(path)).toMatchObject(refusal(status, code, ...fields));
    });

    it('where a path has no route at all, which the gateway says itself', async () => {
      expect(await look('/api/nothing')).toMatchObject({ status: 404, code: null });
      expect(await ask({ method: 'DELETE', path: `/api/reports/${draft.id}` })).toMatchObject({
        status: 404,
        code: null,
      });
      expect(await look('/api/reports/%zz')).toMatchObject({ status: 400, code: null });
    });
  });

  describe('in a question for a list', () => {
    it.each(['0', '-1', '101', '1.5', 'many', '', 'NaN', 'Infinity'])(
      'where the limit is "%s"',
      async (limit) => {
        expect(await look(`/api/reports?limit=${limit}`)).toMatchObject(
          refusal(422, 'input_invalid', 'limit'),
        );
      },
    );

    const mine = 'REPORT#OF#tran-thi-thu-ha#draft';
    it.each<[what: string, cursor: string]>([
      ['is empty', ''],
      ['is no cursor', 'abc'],
      ['is damaged', cursor({ pk: mine, sk: '', gsi1pk: mine }).slice(0, 20)],
      ['is null', cursor('null')],
      ['names a place of no list', cursor({ pk: mine, sk: 'REPORT' })],
      [
        "is another person's",
        cursor({
          pk: 'REPORT#rpt_1',
          sk: 'REPORT',
          gsi1pk: 'REPORT#OF#pham-van-khoa#draft',
          gsi1sk: '2025',
        }),
      ],
      ['has empty keys', cursor({ pk: '', sk: '', gsi1pk: mine, gsi1sk: '' })],
      [
        'has keys longer than keys can be',
        cursor({ pk: 'x', sk: 'y'.repeat(1_025), gsi1pk: mine, gsi1sk: '2025' }),
      ],
    ])('where the cursor %s', async (_, text) => {
      expect(await look(`/api/reports?cursor=${text}`)).toMatchObject(
        refusal(400, 'cursor_invalid'),
      );
    });

    it('where the cursor is of the right list but points beside it', async () => {
      const path = `/api/reports/${draft.id}/history`;
      const pk = `REPORT#${draft.id}`;
      for (const sk of ['REPORT', 'EVENT', 'ZEBRA', '']) {
        expect(await look(`${path}?cursor=${cursor({ pk, sk })}`)).toMatchObject(
          refusal(400, 'cursor_invalid'),
        );
      }
    });

    it('where the cursor is too long to be one', async () => {
      expect(await look(`/api/reports?cursor=${'a'.repeat(2_001)}`)).toMatchObject(
        refusal(422, 'input_invalid', 'cursor'),
      );
    });

    it('where a genuine cursor comes to another list', async () => {
      const { cursor: genuine } = expectOk(
        await drafter.get<{ cursor: string }>('/api/reports?limit=1'),
      );
      for (const path of [`/api/reports/${draft.id}/history`, '/api/organizations']) {
        expect(await look(`${path}?cursor=${genuine}`)).toMatchObject(
          refusal(400, 'cursor_invalid'),
        );
      }
    });

    it.each([
      ['outgoing', '', 'year'],
      ['outgoing', '?year=1999', 'year'],
      ['outgoing', '?year=2025&series=tho', 'series'],
      ['incoming', '?year=now', 'year'],
      ['outgoing', '?year=2025&from=2025-11-22&until=2025-11-21', 'until'],
      ['incoming', '?year=2025&from=2025-11-22&until=2025-11-21', 'until'],
    ])('where the %s register is asked for with "%s"', async (register, query, field) => {
      const clerk = await office.as('phan-thi-ngoc-lan');
      const path = `/api/registers/${register}${query}`;
      expect(await knock(stack.url, { token: clerk.token, method: 'GET', path })).toMatchObject(
        refusal(422, 'input_invalid', field),
      );
    });
  });

  describe('that repeats itself', () => {
    const body = { content: seedContent() };
    const count = async () =>
      expectOk(await drafter.get<{ items: unknown[] }>('/api/reports?limit=100')).items.length;

    it('gets the same answer to the same key and body, with one effect', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const there = await count();
      const first = await drafter.post<ReportView>('/api/reports', body, key);
      const again = await drafter.post<ReportView>('/api/reports', body, key);
      expect(first.status).toBe(201);
      expect(again).toEqual(first);
      expect(await count()).toBe(there + 1);
    });

    it('is refused with the same key and another body or path', async () => {
      const key = { 'idempotency-key': randomUUID() };
      await drafter.post('/api/reports', body, key);
      const there = await count();
      expect(await create({ content: withBlocks([paragraph('a')]) }, key)).toMatchObject(
        refusal(422, 'idempotency_key_reused'),
      );
      const path = `/api/reports/${draft.id}/withdrawal`;
      expect(await ask({ path, headers: key })).toMatchObject(
        refusal(422, 'idempotency_key_reused'),
      );
      expect(await count()).toBe(there);
    });

    it('has one effect though it comes five times at once', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const there = await count();
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => drafter.post<ReportView>('/api/reports', body, key)),
      );
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
      expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
      expect(await count()).toBe(there + 1);
    });

    it('may use a key that somebody else has used', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const other = await office.as('pham-van-khoa');
      const mine = expectOk(await drafter.post<ReportView>('/api/reports', body, key));
      const theirs = expectOk(await other.post<ReportView>('/api/reports', body, key));
      expect(theirs.id).not.toBe(mine.id);
    });
  });
});
