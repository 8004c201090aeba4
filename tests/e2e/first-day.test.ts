// Can an office begin with nothing? From an empty system by one command, the administrator's checklist turning green line by
// line as everybody is entered and comes in by the letter that they got, to its first issued document.
import { readFileSync } from 'node:fs';
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  OrganizationRecord,
  OrganizationRow,
  PersonRecord,
} from '../../functions/contracts/directory-views.ts';
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import type { Check } from '../../functions/domain/directory/checklist.ts';
import type { PersonEntry } from '../../functions/domain/directory/directory-entry.ts';
import {
  agencyWith,
  type KeyHolder,
  keyNameOf,
  personWith,
} from '../../functions/domain/directory/key-holder.ts';
import { PersonId } from '../../functions/domain/ids.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { officeDayOf, yearOf } from '../../functions/domain/office-calendar.ts';
import { expectOk, openOffice } from '../../infra/local/people/office.ts';
import { type Visitor, visit } from '../../infra/local/people/visitor.ts';
import {
  sampleSealPng,
  sampleSignaturePng,
} from '../../infra/local/sample-images/signature-and-seal.ts';
import { openTrialAuthority } from '../../infra/local/trust-services/certificate-authority.ts';
import { look } from '../support/accessibility.ts';
import { openSeats } from '../support/browser.ts';
import { openEmptyStack } from '../support/first-day.ts';
import { OFFICE } from '../support/first-office.ts';
import { onePage } from '../support/seed-report.ts';

/** A stack of its own, and each function's first start, on a machine that does other things as well. */
const STORY_MS = 400_000;

let empty: Awaited<ReturnType<typeof openEmptyStack>>;
let seats: Awaited<ReturnType<typeof openSeats>>;
beforeAll(async () => {
  empty = await openEmptyStack();
  seats = await openSeats(empty.stack);
}, STORY_MS);
afterAll(async () => {
  await seats?.close();
  await empty?.stack.stop();
});

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const NO_ETAG = '*';

/** Nobody else is on the system yet: whoever it is for gets it on paper. */
const onPaper = (): ReportContent => {
  const content = onePage();
  const paper = <Line extends object>(lines: Line[]) =>
    lines.map((line) => ({ ...line, organizationId: null, means: 'paper' as const }));
  return {
    ...content,
    addressees: paper(content.addressees),
    recipients: paper(content.recipients),
  };
};

const line = (page: Page, check: Check) => page.locator(`li[data-check=${check}]`);
const stands = (page: Page, check: Check, state: 'Xong' | 'Còn thiếu') =>
  line(page, check).getByText(state).waitFor();
/** It is asked anew whenever somebody comes to it. */
const backToChecklist = async (page: Page) => {
  await page.getByRole('link', { name: 'Việc cần chuẩn bị' }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc cần chuẩn bị' }).waitFor();
};

const PEOPLE = {
  clerk: {
    name: 'Phan Thị Ngọc Lan',
    title: 'Văn thư',
    email: 'lan@example.com',
    roles: ['clerk', 'recipientOfficer'],
    signature: null,
  },
  signer: {
    name: 'Nguyễn Văn Minh',
    title: 'Chủ tịch',
    email: 'minh@example.com',
    roles: ['signer'],
    signature: { authority: 'TM. ỦY BAN NHÂN DÂN', titles: ['CHỦ TỊCH'] },
  },
  drafter: {
    name: 'Trần Thị Thu Hà',
    title: 'Công chức Văn phòng - Thống kê',
    email: 'ha@example.com',
    roles: ['drafter'],
    signature: null,
  },
  reviewer: {
    name: 'Lê Quốc Hưng',
    title: 'Phó Chủ tịch',
    email: 'hung@example.com',
    roles: ['reviewer'],
    signature: null,
  },
} satisfies Record<string, PersonEntry>;
type Newcomer = keyof typeof PEOPLE;

/** One who signs and one who does not: the others' forms and letters say nothing else, and `SLOW=1` fills in all of them. */
const BY_HAND: readonly string[] = process.env.SLOW ? Object.keys(PEOPLE) : ['clerk', 'signer'];

const ROLE_NAMES = {
  drafter: 'Người soạn thảo',
  reviewer: 'Người kiểm tra',
  signer: 'Người ký',
  clerk: 'Văn thư',
  recipientOfficer: 'Văn thư nơi nhận',
  administrator: 'Quản trị',
} as const;

/** From the list of the directory, where the administrator ends at the page of whom they have entered. */
const enterByHand = async (page: Page, entry: PersonEntry) => {
  await page.getByRole('link', { name: 'Danh bạ' }).first().click();
  await page.getByRole('link', { name: 'Thêm người dùng' }).click();
  await page.getByLabel('Họ và tên').fill(entry.name);
  await page.getByLabel('Chức vụ', { exact: true }).fill(entry.title);
  await page.getByLabel('Thư điện tử').fill(entry.email);
  for (const role of entry.roles)
    await page.getByRole('checkbox', { name: ROLE_NAMES[role], exact: true }).check();
  if (entry.signature) {
    await page.getByLabel(/Khối chữ ký.*Quyền hạn/).fill(entry.signature.authority ?? '');
    await page.getByLabel(/Khối chữ ký.*Chức vụ/).fill(entry.signature.titles.join('\n'));
  }
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('heading', { level: 1, name: entry.name }).waitFor();
  await page.getByText('Đã gửi thư hướng dẫn, chưa đăng nhập lần nào.').waitFor();
};

type Mailbox = {
  emails: { subject: string; destination: { to: string[] }; body: { html?: string } }[];
};

/** Where the letter says that the app is; it says under which address one signs in, too. */
const addressInLetter = async (email: string): Promise<string> => {
  const { emails } = (await (await fetch(`${empty.stack.mailUrl}/store`)).json()) as Mailbox;
  const letter = emails.findLast(({ destination: { to } }) => to.includes(email));
  expect(letter?.subject).toBe('Trình Ký: hướng dẫn đăng nhập');
  expect(letter?.body.html).toContain(`Tên đăng nhập: ${email}`);
  return /Địa chỉ: ([^<\s]+)/.exec(letter?.body.html ?? '')?.[1] ?? '';
};

/** Whoever got a letter follows it and signs in, as the sign-in asks. */
const comeIn = async (id: string, { name, email }: PersonEntry) => {
  const { page, leave } = await seats.walkIn(await addressInLetter(email));
  await page.getByRole('button', { name: 'Đăng nhập' }).first().click();
  await seats.proveIdentity(page, id);
  await page.getByText(name).first().waitFor();
  await leave();
};

it(
  'goes from nobody to the first issued document',
  async () => {
    const { stack, written, bootstrap, deployment, folder } = empty;
    const begun = await bootstrap(
      written('office.json', OFFICE),
      ...['--at', deployment, '--trust', written('authority.pem', stack.authorityPem)],
    );
    expect(begun).toMatchObject({ status: 0, errors: [''] });

    // The administrator comes in, and sees what is missing and what is not theirs to do.
    const [kim] = await stack.people();
    const { page } = await seats.signIn(kim?.id ?? '', '/chuan-bi');
    for (const check of ['people', 'chain', 'keys', 'images', 'registers'] as const)
      await stands(page, check, 'Còn thiếu');
    for (const check of ['trust', 'mail', 'timestamps'] as const) await stands(page, check, 'Xong');
    await line(page, 'people').getByText('văn thư').waitFor();
    expect(await look(page, 'checklist-missing')).toEqual([]);

    // Each line leads to where it is done: people are entered, and come in by the letter that they got.
    const as = (id: string): Promise<Visitor> => visit(stack.url, id, stack.password);
    const administrator = await as(kim?.id ?? '');
    const { items: offices } = expectOk(
      await administrator.get<{ items: OrganizationRow[] }>('/api/directory'),
    );
    const [{ id: officeId }] = offices as [OrganizationRow];
    const office = `/api/directory/${officeId}`;
    const ids = new Map<Newcomer, string>();
    for (const [newcomer, entry] of Object.entries(PEOPLE) as [Newcomer, PersonEntry][]) {
      if (BY_HAND.includes(newcomer)) await enterByHand(page, entry);
      else expectOk(await administrator.post<PersonRecord>(`${office}/people`, entry));
      const id = (await stack.people()).find(({ name }) => name === entry.name)?.id ?? '';
      ids.set(newcomer, id);
      if (newcomer === 'clerk') {
        await page.getByRole('button', { name: 'Gửi lại thư hướng dẫn' }).click();
        await page.getByText('Đã gửi lại thư, kèm mật khẩu tạm mới.').waitFor();
        expect(await look(page, 'person-invited')).toEqual([]);
      }
      if (BY_HAND.includes(newcomer)) await comeIn(id, entry);
      if (newcomer === 'clerk') {
        await page.reload();
        await page.getByText('Đã đăng nhập được.').waitFor();
        await backToChecklist(page);
        await line(page, 'people')
          .getByText('Chưa có người giữ vai trò: người soạn thảo, người ký.')
          .waitFor();
      }
    }
    const who = (newcomer: Newcomer) => ids.get(newcomer) ?? '';
    const chairman = PersonId.parse(who('signer'));

    const { etag, body } = await administrator.get<OrganizationRecord>(office);
    const { revokedCertificates: _, ...settings } = body.settings ?? { revokedCertificates: [] };
    expectOk(
      await administrator.put(
        `${office}/settings`,
        {
          ...settings,
          sealing: 'automatic',
          chain: [
            { kind: 'review', people: [who('reviewer')], needed: 1 },
            { kind: 'sign', people: [chairman], needed: 1 },
          ],
        },
        etag ?? '',
      ),
    );
    const year = yearOf(officeDayOf(instantOf(Date.now())));
    const register = `${office}/registers/${year}/baoCao`;
    expectOk(await administrator.put(register, { lastNumber: 0 }, NO_ETAG));
    await backToChecklist(page);
    await page.reload();
    for (const check of ['people', 'chain', 'registers'] as const)
      await stands(page, check, 'Xong');
    await line(page, 'keys').getByText('Nguyễn Văn Minh, UBND xã Sơn Trung').waitFor();

    // Whoever set the system up makes the keys; the authority certifies them; the administrator enrols them.
    const authority = openTrialAuthority(
      JSON.parse(readFileSync(`${folder}/demo-authority.json`, 'utf8')),
    );
    const kms = new KMSClient(stack.aws);
    const enrol = async (holder: KeyHolder, commonName: string, purpose: 'signer' | 'agency') => {
      const { keyId } = await stack.keys.ensure(keyNameOf(stack.keysUnder, holder), 'RSA_2048', {
        purpose,
        stage: stack.keysUnder,
      });
      const { PublicKey = new Uint8Array() } = await kms.send(
        new GetPublicKeyCommand({ KeyId: keyId }),
      );
      const organization = OFFICE.organization.name;
      const certificatePem = authority.certifyKey(PublicKey, { commonName, organization });
      const chainPem = authority.certificatePem;
      const wish = { holder, keptIn: 'kms', certificatePem, chainPem };
      expectOk(await administrator.post('/api/enrolment/certificates', wish));
    };
    await enrol(personWith(chairman), 'Nguyễn Văn Minh', 'signer');
    await enrol(agencyWith(officeId), OFFICE.organization.name, 'agency');
    kms.destroy();
    const seal = { png: base64(sampleSealPng(OFFICE.organization.name)) };
    expectOk(await administrator.put('/api/enrolment/seal-image', seal, NO_ETAG));
    await page.reload();
    await stands(page, 'keys', 'Xong');
    await line(page, 'images').getByText('Người ký tự đưa ảnh ở mục Chữ ký của tôi.').waitFor();
    const signer = await as(chairman);
    const signature = { png: base64(sampleSignaturePng('Nguyễn Văn Minh')) };
    expectOk(await signer.put('/api/me/signature-image', signature, NO_ETAG));

    // Everything is green, and the first document has number 1.
    await page.reload();
    await page.getByText('Đã chuẩn bị xong. Cơ quan ban hành được văn bản.').waitFor();
    expect(await look(page, 'checklist-done')).toEqual([]);
    const desks = openOffice(as, onPaper);
    const report = await desks.draft(onPaper(), who('drafter'));
    const submissionId = await desks.submit(report, who('drafter'));
    await desks.decide(who('reviewer'), submissionId, 'agree');
    await desks.decide(chairman, submissionId, 'sign');
    const issued = await desks.untilStatus(report.id, 'issued', who('drafter'));
    expect(issued).toMatchObject({ issue: { number: 1 } });
    expect(seats.complaints).toEqual([]);
  },
  STORY_MS,
);
