// What if a press is well formed but comes at the wrong moment, to the wrong thing or from the wrong person? It is told why, and nothing changes.

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { organizationItem, personItem } from '../../../functions/adapters/table/directory-item.ts';
import type {
  EventView,
  FileLinkView,
  ReportView,
  SubmissionView,
} from '../../../functions/contracts/views.ts';
import { RULES } from '../../../functions/document/check/check-report.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import type {
  RecipientLine,
  ReportContent,
} from '../../../functions/domain/content/report-content.ts';
import type { Person } from '../../../functions/domain/directory/organization.ts';
import type { OrganizationId } from '../../../functions/domain/ids.ts';
import { ORGANIZATIONS, OTHERS } from '../../../infra/local/first-day/cast.ts';
import { expectOk, type Office } from '../../../infra/local/people/office.ts';
import { visitorWith } from '../../../infra/local/people/visitor.ts';
import { aPersonId } from '../../support/builders.ts';
import { borrowStack, type LocalStack, putItems } from '../../support/local-stack.ts';
import { onePage } from '../../support/seed-report.ts';
import type { TokenMint } from '../../support/token-mint.ts';
import { knock, type Refusal, refusal } from './knock.ts';

const DRAFTER = 'tran-thi-thu-ha';
const REVIEWER = 'le-quoc-hung';
const CHAIRMAN = 'nguyen-van-minh';
const CLERK = 'phan-thi-ngoc-lan';
const OFFICER = 'vo-thi-hong-nhung';

const OTHER_HASH = sha256('words that nobody wrote');
/** A link lives for at most a minute. */
const AFTER_A_LINK_MS = 61_000;
/** Signing asks for a sign-in of the last five minutes. */
const TEN_MINUTES_SECONDS = 600;

const someone = OTHERS.find(({ id }) => id === CHAIRMAN) as Person;
const named = (name: string): Person => ({
  ...someone,
  name,
  signatureBlock: someone.signatureBlock && { ...someone.signatureBlock, name },
});
const WITHOUT_KEY: Person = { ...named('Hoàng Văn Ký'), id: aPersonId('without-key') };
const WRITES_AND_SIGNS: Person = {
  ...named('Hoàng Văn Soạn'),
  id: aPersonId('writes-and-signs'),
  roles: ['drafter', 'signer'],
};
const CLOSED = {
  ...ORGANIZATIONS[0],
  id: 'org_closed',
  name: 'UBND xã cũ',
  validUntil: '2025-01-01T00:00:00Z',
} as (typeof ORGANIZATIONS)[number];

const reviewBy = (...people: string[]) => ({ kind: 'review', people, needed: 1 });
const signedBy = (...people: string[]) => ({ kind: 'sign', people, needed: 1 });

const recipient = (organizationId: OrganizationId | null): RecipientLine => ({
  text: 'Như trên',
  organizationId,
  means: 'system',
});

/** Another moment of the same day: the signature names its day, too. */
const atTheEndOfTheDay = (url: URL): string =>
  (url.searchParams.get('X-Amz-Date') ?? '').replace(/T\d{6}Z/, 'T235959Z');

describe('a press', () => {
  let stack: LocalStack;
  let office: Office;
  let mint: TokenMint;
  /** Reports of one drafter: on the desk, with the reviewer, with the chairman, withdrawn, issued. */
  let things: Record<'draft' | 'reviewed' | 'signed' | 'withdrawn' | 'issued', ReportView>;
  let delivery: string;

  const press = async (
    person: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string | null>,
  ): Promise<Refusal> =>
    knock(stack.url, {
      token: (await office.as(person)).token,
      path,
      body,
      ...(headers && { headers }),
    });

  const ofReport = async ({ id }: ReportView) => ({
    report: await office.read(DRAFTER, id),
    history: expectOk(
      await (await office.as(DRAFTER)).get<{ items: EventView[] }>(
        `/api/reports/${id}/history?limit=100`,
      ),
    ).items,
  });
  const ofDelivery = async () =>
    expectOk(await (await office.as(OFFICER)).get(`/api/deliveries/${delivery}`));

  const everything = async () => ({
    reports: await Promise.all(Object.values(things).map(ofReport)),
    delivery: await ofDelivery(),
  });
  let asItWas: Awaited<ReturnType<typeof everything>>;
  /** No press of a wrong moment may change any of it: looked at when all of a kind have been tried, for it is long. */
  const nothingChanged = async () => expect(await everything()).toEqual(asItWas);

  const submissionOf = ({ submission }: ReportView): SubmissionView => {
    if (submission === null) throw new Error('it was not submitted');
    return submission;
  };

  const submitted = async (...decisions: [person: string, kind: 'agree' | 'sign'][]) => {
    const report = await office.draft();
    const submission = await office.submit(report);
    for (const [person, kind] of decisions) await office.decide(person, submission, kind);
    return { report, submission };
  };

  beforeAll(async () => {
    stack = await borrowStack();
    office = stack.desks;
    mint = stack.mint;
    await putItems(stack, [
      organizationItem(CLOSED),
      personItem(WITHOUT_KEY),
      personItem({
        ...WRITES_AND_SIGNS,
        signingKey: {
          kind: 'secret',
          secretId: `trinh-ky-demo/signers/${CHAIRMAN}`,
          certificatePem: '',
        },
      }),
    ]);

    const issued = await submitted([REVIEWER, 'agree'], [CHAIRMAN, 'sign']);
    const signed = await submitted([REVIEWER, 'agree']);
    const reviewed = await submitted();
    const withdrawn = await submitted();
    const draft = await office.draft();
    await office.asked(CHAIRMAN, signed.submission);
    await office.asked(REVIEWER, reviewed.submission);
    await office.asked(REVIEWER, withdrawn.submission);
    const drafter = await office.as(DRAFTER);
    // Withdrawing clears the draft of its submission; what was read before names it.
    const beforeWithdrawal = await office.read(DRAFTER, withdrawn.report.id);
    expectOk(await drafter.post(`/api/reports/${withdrawn.report.id}/withdrawal`));
    delivery = (await office.delivered(OFFICER, issued.report.id)).id;
    things = {
      draft,
      reviewed: await office.read(DRAFTER, reviewed.report.id),
      signed: await office.read(DRAFTER, signed.report.id),
      withdrawn: beforeWithdrawal,
      issued: await office.untilStatus(issued.report.id, 'issued'),
    };
    // Opened once, it is read.
    await ofDelivery();
    asItWas = await everything();
  }, 400_000);

  afterEach(() => expect(stack.troubles).toEqual([]));
  afterAll(nothingChanged);

  describe('to submit', () => {
    afterAll(nothingChanged);

    const submit = (
      { id, revision }: ReportView,
      body: unknown = {},
      headers: Record<string, string | null> = { 'if-match': `"${revision}"` },
    ) => press(DRAFTER, `/api/reports/${id}/submissions`, body, headers);

    it('is refused when it saw another revision, or none', async () => {
      expect(await submit(things.draft, {}, { 'if-match': '"7"' })).toMatchObject({
        ...refusal(412, 'revision_conflict'),
        facts: { revision: 1, status: 'draft' },
      });
      expect(await submit(things.draft, {}, {})).toMatchObject(
        refusal(400, 'revision_missing', 'if-match'),
      );
    });

    it('is refused the second time, whichever revision it saw', async () => {
      expect(await submit({ ...things.reviewed, revision: 1 })).toMatchObject(
        refusal(412, 'revision_conflict'),
      );
      expect(await submit(things.reviewed)).toMatchObject({
        ...refusal(409, 'status_wrong'),
        facts: { status: 'inReview' },
      });
      expect(await submit(things.issued)).toMatchObject(refusal(409, 'status_wrong'));
    });

    it.each<[what: string, chain: unknown, status: number, code: string, ...fields: string[]]>([
      ['is empty', [], 422, 'chain_empty', 'chain'],
      ['has no signer', [reviewBy(REVIEWER)], 422, 'chain_without_signer', 'chain'],
      [
        'has two sign rounds',
        [signedBy(REVIEWER), signedBy(CHAIRMAN)],
        422,
        'chain_without_signer',
        'chain',
      ],
      [
        'goes on after the signature',
        [signedBy(CHAIRMAN), reviewBy(REVIEWER)],
        422,
        'chain_without_signer',
        'chain',
      ],
      [
        'names nobody',
        [reviewBy('nobody'), signedBy(CHAIRMAN)],
        422,
        'chain_person_unknown',
        'chain.0.people.0',
      ],
      [
        'names somebody who may not be asked, or works elsewhere',
        [reviewBy(CLERK), reviewBy('pham-van-khoa'), signedBy(CHAIRMAN)],
        422,
        'chain_person_unknown',
        'chain.0.people.0',
        'chain.1.people.0',
      ],
      [
        'names somebody twice',
        [reviewBy(REVIEWER, REVIEWER), signedBy(CHAIRMAN)],
        422,
        'input_invalid',
        'chain.0.people',
      ],
      [
        'asks for more votes than people',
        [{ ...reviewBy(REVIEWER), needed: 2 }, signedBy(CHAIRMAN)],
        422,
        'input_invalid',
        'chain.0.needed',
      ],
      [
        'has two people sign together',
        [signedBy(REVIEWER, CHAIRMAN)],
        422,
        'input_invalid',
        'chain.0.people',
      ],
      ['ends with a signer without a key', [signedBy(WITHOUT_KEY.id)], 409, 'key_missing'],
      [
        'ends with another signer than the paper names',
        [signedBy(REVIEWER)],
        422,
        'input_invalid',
        'content.signature.titles',
        'content.signature.name',
      ],
    ])('is refused when the chain %s', async (_, chain, status, code, ...fields) => {
      expect(await submit(things.draft, { chain })).toMatchObject(refusal(status, code, ...fields));
    });

    it.each<[what: string, change: Partial<ReportContent>, code: string, ...fields: string[]]>([
      [
        'goes to an organization that is not there',
        { recipients: [recipient('org_son-trung'), recipient('org_nowhere')] },
        'recipient_unknown',
        'content.recipients.1.organizationId',
      ],
      [
        'goes to nobody in particular',
        { addressees: [recipient(null)] },
        'recipient_unknown',
        'content.addressees.0.organizationId',
      ],
      [
        'goes to an organization that is closed',
        { recipients: [recipient('org_closed')] },
        'recipient_closed',
        'content.recipients.0.organizationId',
      ],
      [
        'lacks what every document has',
        { subject: '', blocks: [], addressees: [], recipients: [], archive: '' },
        'input_invalid',
        'content.subject',
        'content.blocks',
        'content.recipients',
        'content.archive',
      ],
    ])('is refused when the report %s', async (_, change, code, ...fields) => {
      const draft = await office.draft({ ...onePage(), ...change });
      const before = await ofReport(draft);
      expect(await submit(draft)).toMatchObject(refusal(422, code, ...fields));
      expect(await ofReport(draft)).toEqual(before);
    });

    it('is refused when whoever wrote it is to sign it', async () => {
      const { id, name } = WRITES_AND_SIGNS;
      const visitor = visitorWith(stack.url, await mint.valid(id));
      const content = { ...onePage(), signature: { ...onePage().signature, name } };
      const draft = expectOk(await visitor.post<ReportView>('/api/reports', { content }));
      expect(await submit(draft, { chain: [signedBy(id)] })).toMatchObject(
        refusal(403, 'signer_saved_this_version'),
      );
    });

    it('submits once though the same press comes twice', async () => {
      const draft = await office.draft();
      const drafter = await office.as(DRAFTER);
      const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
      const path = `/api/reports/${draft.id}/submissions`;
      const wish = { passedOver: RULES.map(({ id }) => id) };
      const first = await drafter.post(path, wish, headers);
      const again = await drafter.post(path, wish, headers);
      const { history } = await ofReport(draft);
      expect(first.status).toBe(201);
      expect(again).toEqual(first);
      expect(history.filter(({ happening }) => happening.kind === 'submitted')).toHaveLength(1);
    });
  });

  it('to save or withdraw what is out of the drafter’s hands is refused', async () => {
    const { reviewed, issued, draft } = things;
    expect(
      await knock(stack.url, {
        token: (await office.as(DRAFTER)).token,
        method: 'PUT',
        path: `/api/reports/${reviewed.id}`,
        headers: { 'if-match': `"${reviewed.revision}"` },
        body: { content: onePage() },
      }),
    ).toMatchObject(refusal(409, 'status_wrong'));
    for (const { id } of [issued, draft]) {
      expect(await press(DRAFTER, `/api/reports/${id}/withdrawal`)).toMatchObject(
        refusal(409, 'status_wrong'),
      );
    }
  });

  describe('to decide', () => {
    afterAll(nothingChanged);

    const wishFor = (report: ReportView, kind: string, more: object = {}) => {
      const { contentHash, pageHash } = submissionOf(report);
      return { kind, contentHash, ...(kind === 'sign' && { pageHash }), ...more };
    };
    const decide = (person: string, report: ReportView, wish: object) =>
      press(person, `/api/submissions/${submissionOf(report).id}/decisions`, wish);

    it.each<[what: string, wish: object, status: number, code: string, ...fields: string[]]>([
      ['is no decision', { kind: 'maybe' }, 422, 'input_invalid', 'kind'],
      ['has no kind', { kind: undefined }, 422, 'input_invalid', 'kind'],
      ['says more than it may', { number: 118 }, 422, 'input_invalid', 'number'],
      ['has a hash that is none', { contentHash: 'abc' }, 422, 'input_invalid', 'contentHash'],
      ['is about other words', { contentHash: OTHER_HASH }, 409, 'content_changed'],
      ['returns without a reason', { kind: 'return' }, 422, 'reason_missing', 'reason'],
      [
        'rejects with a blank one',
        { kind: 'reject', reason: ' ' },
        422,
        'reason_missing',
        'reason',
      ],
      [
        'has a reason without end',
        { kind: 'return', reason: 'a'.repeat(2_001) },
        422,
        'input_invalid',
        'reason',
      ],
      [
        'has a reason that is no text',
        { kind: 'return', reason: 'a\ud800' },
        422,
        'input_invalid',
        'reason',
      ],
      ['signs where one agrees', { kind: 'sign', pageHash: OTHER_HASH }, 403, 'not_permitted'],
    ])('is refused when it %s', async (_, change, status, code, ...fields) => {
      const wish = wishFor(things.reviewed, 'agree', change);
      expect(await decide(REVIEWER, things.reviewed, wish)).toMatchObject(
        refusal(status, code, ...fields),
      );
    });

    it('is refused to everybody who is not asked', async () => {
      const { reviewed } = things;
      const wish = wishFor(reviewed, 'agree');
      expect(await decide(CHAIRMAN, reviewed, wish)).toMatchObject(refusal(403, 'not_asked'));
      expect(await decide(DRAFTER, reviewed, wish)).toMatchObject(refusal(403, 'not_permitted'));
      expect(await decide('pham-van-khoa', reviewed, wish)).toMatchObject(
        refusal(404, 'submission_not_found'),
      );
    });

    it('is refused on what was withdrawn', async () => {
      const { withdrawn } = things;
      expect(await decide(REVIEWER, withdrawn, wishFor(withdrawn, 'agree'))).toMatchObject({
        ...refusal(409, 'status_wrong'),
        facts: { status: 'withdrawn' },
      });
    });

    it('is refused when they have decided otherwise, and answered again when it is the same', async () => {
      const { signed } = things;
      const otherwise = wishFor(signed, 'return', { reason: 'Sai số liệu' });
      expect(await decide(REVIEWER, signed, otherwise)).toMatchObject(
        refusal(409, 'already_decided'),
      );
      expect(await decide(REVIEWER, signed, wishFor(signed, 'agree'))).toMatchObject({
        status: 200,
      });
    });

    it('signs nothing for whoever agrees, saw another page, or did not say which', async () => {
      const { signed } = things;
      const sign = (more: object) => decide(CHAIRMAN, signed, wishFor(signed, 'sign', more));
      expect(await decide(CHAIRMAN, signed, wishFor(signed, 'agree'))).toMatchObject(
        refusal(403, 'not_permitted'),
      );
      for (const pageHash of [OTHER_HASH, undefined]) {
        expect(await sign({ pageHash })).toMatchObject(refusal(409, 'content_changed'));
      }
      expect(await sign({ contentHash: OTHER_HASH })).toMatchObject(
        refusal(409, 'content_changed'),
      );
    });

    it('signs nothing for whoever signed in ten minutes ago', async () => {
      const { signed } = things;
      expect(
        await knock(stack.url, {
          token: await mint.valid(CHAIRMAN, TEN_MINUTES_SECONDS),
          path: `/api/submissions/${submissionOf(signed).id}/decisions`,
          body: wishFor(signed, 'sign'),
        }),
      ).toMatchObject(refusal(401, 'sign_in_stale'));
    });

    it('to sign a second time signs nothing more, and nothing else can be decided', async () => {
      const { issued } = things;
      expect(await decide(CHAIRMAN, issued, wishFor(issued, 'sign'))).toMatchObject({
        status: 200,
      });
      const reject = wishFor(issued, 'reject', { reason: 'Đổi ý' });
      expect(await decide(CHAIRMAN, issued, reject)).toMatchObject(refusal(409, 'status_wrong'));
      const otherWords = wishFor(issued, 'sign', { contentHash: OTHER_HASH });
      expect(await decide(CHAIRMAN, issued, otherWords)).toMatchObject(
        refusal(409, 'status_wrong'),
      );
    });
  });

  it('of the clerk is refused while nothing waits for it', async () => {
    for (const report of [things.reviewed, things.issued]) {
      const path = `/api/registry/${submissionOf(report).id}`;
      expect(await press(CLERK, `${path}/resumption`)).toMatchObject(refusal(409, 'status_wrong'));
      expect(await press(CLERK, `${path}/seal`)).toMatchObject(refusal(409, 'status_wrong'));
      expect(await press(CLERK, `${path}/giving-up`, { reason: 'Nhầm' })).toMatchObject(
        refusal(409, 'status_wrong'),
      );
      expect(await press(CLERK, `${path}/giving-up`, { reason: ' ' })).toMatchObject(
        refusal(422, 'reason_missing', 'reason'),
      );
      expect(await press(CLERK, `${path}/giving-up`, {})).toMatchObject(
        refusal(422, 'input_invalid', 'reason'),
      );
    }
    expect(await press(CLERK, '/api/registry/sbm_nobody-sent-it/seal')).toMatchObject(
      refusal(404, 'submission_not_found'),
    );
  });

  it('to send a delivery back needs a reason, and a delivery', async () => {
    const sendBack = (id: string, body: object) =>
      press(OFFICER, `/api/deliveries/${id}/return`, body);
    expect(await sendBack(delivery, {})).toMatchObject(refusal(422, 'input_invalid', 'reason'));
    expect(await sendBack(delivery, { reason: '\n' })).toMatchObject(
      refusal(422, 'reason_missing', 'reason'),
    );
    expect(await sendBack(delivery, { reason: 'a\ud800' })).toMatchObject(
      refusal(422, 'input_invalid', 'reason'),
    );
    expect(await sendBack('dlv_nobody-sent-it', { reason: 'Gửi nhầm' })).toMatchObject(
      refusal(404, 'delivery_not_found'),
    );
    const others = delivery.replace('phong-noi-vu', 'phong-van-hoa');
    expect(await sendBack(others, { reason: 'Gửi nhầm' })).toMatchObject(
      refusal(404, 'delivery_not_found'),
    );
  });

  describe('on a link to a file', () => {
    afterAll(nothingChanged);

    const issuedPdf = async () =>
      expectOk(
        await (await office.as(DRAFTER)).get<FileLinkView>(`/api/issued/${things.issued.id}/pdf`),
      ).url;
    const pageOfDraft = async () =>
      expectOk(
        await (await office.as(DRAFTER)).get<FileLinkView>(
          `/api/reports/${things.draft.id}/preview`,
        ),
      ).url;
    const follow = async (url: string | URL) => {
      const response = await fetch(url);
      return { status: response.status, isPdf: (await response.text()).startsWith('%PDF') };
    };
    const FILE = { status: 200, isPdf: true };
    const DENIED = { status: 403, isPdf: false };

    it('gives the file while it lives, and nothing a minute later', async () => {
      for (const url of [await issuedPdf(), await pageOfDraft()]) {
        expect(await follow(url)).toEqual(FILE);
        stack.clock.ahead = AFTER_A_LINK_MS;
        const later = await follow(url);
        stack.clock.ahead = 0;
        expect(later).toEqual(DENIED);
      }
    });

    it.each<[what: string, forge: (url: URL) => void]>([
      ['a longer life', (url) => url.searchParams.set('X-Amz-Expires', '604800')],
      ['a later date', (url) => url.searchParams.set('X-Amz-Date', atTheEndOfTheDay(url))],
      ['another signature', (url) => url.searchParams.set('X-Amz-Signature', 'a'.repeat(64))],
      ['no signature', (url) => url.searchParams.delete('X-Amz-Signature')],
      ['no query at all', (url) => (url.search = '')],
      ['another version', (url) => url.searchParams.set('versionId', randomUUID())],
      ['another file', (url) => (url.pathname = url.pathname.replace('.pdf', '.docx'))],
      ['another name', (url) => url.searchParams.set('response-content-disposition', 'inline')],
    ])('gives nothing once it was given %s', async (_, forge) => {
      const url = new URL(await issuedPdf());
      forge(url);
      expect(await follow(url)).toEqual(DENIED);
    });
  });

  it('of somebody whom the directory does not know, or no longer, is refused', async () => {
    const gone: Person = {
      ...WITHOUT_KEY,
      id: aPersonId('gone'),
      validUntil: '2025-01-01T00:00:00Z',
    };
    const elsewhere: Person = {
      ...WITHOUT_KEY,
      id: aPersonId('of-the-closed'),
      organizationId: 'org_closed',
    };
    await putItems(stack, [personItem(gone), personItem(elsewhere)]);
    for (const person of ['nobody', gone.id, elsewhere.id]) {
      expect(
        await knock(stack.url, { token: await mint.valid(person), method: 'GET', path: '/api/me' }),
      ).toMatchObject(refusal(403, 'person_unknown'));
    }
  });
});
