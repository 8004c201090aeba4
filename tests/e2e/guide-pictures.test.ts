// What does each step of the guide look like? `npm run pictures` brings the real screens there and takes their pictures anew.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OrganizationRecord } from '../../functions/contracts/directory-views.ts';
import { expectOk, seedContent } from '../../infra/local/people/office.ts';
import { CHAPTERS, type Chapter, pictureOf, type StepOf } from '../../web/guide/chapters.ts';
import { untilAtRest } from '../support/accessibility.ts';
import { type BrowserOffice, goWithin, openOffice } from '../support/browser.ts';
import { LARGEST_PICTURE, PICTURES_LIE_IN } from '../support/guide-pictures.ts';
import { onePage } from '../support/seed-report.ts';

/** Some twenty screens and the stories behind them. */
const STORY_MS = 400_000;
/** Of WebP: letters stay sharp, and a screen of text and paper takes some 50 KB. */
const QUALITY = 72;

const DRAFTER = 'tran-thi-thu-ha';
const REVIEWER = 'le-quoc-hung';
const CHAIRMAN = 'nguyen-van-minh';
const CLERK = 'phan-thi-ngoc-lan';
const OFFICER = 'vo-thi-hong-nhung';
const ADMINISTRATOR = 'dinh-cong-tuan';

const WHO: Record<Chapter, string> = {
  drafting: DRAFTER,
  approving: CHAIRMAN,
  clerk: CLERK,
  receiving: OFFICER,
  administering: ADMINISTRATOR,
};

/** What has happened before anybody looks, by the names of the reports. */
type Past = {
  draft: string;
  issued: string;
  returned: string;
  toSign: string;
  toSeal: string;
  sentBack: string;
  arrived: string;
};

const about = (subject: string) => ({ ...onePage(), subject });

/** A week of an office: drafts, what waits, what came back, what is issued and received. */
const liveAWeek = async ({ byPost }: BrowserOffice): Promise<Past> => {
  const submitted = async (subject: string) => {
    const report = await byPost.draft(about(subject));
    return { report, submissionId: await byPost.submit(report) };
  };
  const agreed = async (subject: string) => {
    const sent = await submitted(subject);
    await byPost.decide(REVIEWER, sent.submissionId, 'agree');
    return sent;
  };
  const issue = async (content = onePage()) => {
    const report = await byPost.draft(content);
    const submissionId = await byPost.submit(report);
    await byPost.decide(REVIEWER, submissionId, 'agree');
    await byPost.decide(CHAIRMAN, submissionId, 'sign');
    await byPost.untilStatus(report.id, 'issued');
    return report.id;
  };

  const issued = await issue(seedContent());
  const second = await issue(about('Kết quả tiếp công dân, giải quyết khiếu nại, tố cáo'));
  const { id: received } = await byPost.delivered(OFFICER, second);
  await byPost.receive(OFFICER, received);
  const sentBack = await issue(about('Kết quả công tác văn thư, lưu trữ'));
  const { id: strayed } = await byPost.delivered(OFFICER, sentBack);
  expectOk(
    await (await byPost.as(OFFICER)).post(`/api/deliveries/${strayed}/return`, {
      reason: 'Báo cáo này gửi Phòng Văn hóa - Thông tin, đề nghị gửi lại cho đúng nơi.',
    }),
  );
  const { id: arrived } = await byPost.delivered(OFFICER, issued);

  const wrong = await submitted('Kết quả thực hiện chuyển đổi số');
  const reason = 'Số liệu hồ sơ trực tuyến ở mục I chưa khớp với báo cáo tháng trước.';
  await byPost.decide(REVIEWER, wrong.submissionId, 'return', reason);
  await byPost.untilStatus(wrong.report.id, 'draft');
  await submitted('Tình hình thực hiện dự toán ngân sách xã');
  const { submissionId: toSign } = await agreed('Kết quả phòng, chống thiên tai');
  await agreed('Kết quả công tác dân số, gia đình và trẻ em');
  const draft = await byPost.draft(seedContent());

  // From here on the clerk seals by her own press, as most offices have it.
  const administrator = await byPost.as(ADMINISTRATOR);
  const office = '/api/directory/org_son-trung';
  const { etag, body } = await administrator.get<OrganizationRecord>(office);
  const { revokedCertificates: _, ...settings } = body.settings ?? { revokedCertificates: [] };
  expectOk(
    await administrator.put(`${office}/settings`, { ...settings, sealing: 'clerk' }, etag ?? ''),
  );
  const { submissionId: toSeal } = await agreed('Kết quả xây dựng nông thôn mới');
  await byPost.decide(CHAIRMAN, toSeal, 'sign');
  await byPost.clerkAsked(toSeal, 'seal');
  await byPost.asked(CHAIRMAN, toSign);
  return { draft: draft.id, issued, returned: wrong.report.id, toSign, toSeal, sentBack, arrived };
};

type Way = (page: Page, past: Past) => Promise<void>;

const seen = (page: Page, text: RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
const press = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();

/** To the screen of a step; where a dialog belongs to it, into that. */
const WAYS: { [Of in Chapter]: Record<StepOf<Of>, Way> } = {
  drafting: {
    begin: (page) => goWithin(page, '/bao-cao/moi'),
    write: async (page, { draft }) => {
      await goWithin(page, `/bao-cao/${draft}`);
      await seen(page, /^Đã lưu/);
    },
    check: async (page) => {
      // Several places say how many there are; which of them is the press depends on the room.
      await page
        .getByText(/^Thể thức \([1-9]\d*\)$/)
        .first()
        .waitFor({ state: 'attached' });
      const shown = page.getByText('Vì sao?').filter({ visible: true });
      if ((await shown.count()) === 0)
        await page
          .getByText(/^Thể thức \(\d+\)$/)
          .filter({ visible: true })
          .first()
          .click();
      await shown.first().click();
      await seen(page, /Đọc toàn văn/);
    },
    submit: async (page) => {
      await press(page, 'Trình ký');
      await page
        .getByRole('dialog')
        .getByText(/^Còn \d+ cảnh báo thể thức/)
        .waitFor();
    },
    follow: async (page, { issued }) => {
      await page.keyboard.press('Escape');
      await goWithin(page, `/bao-cao/${issued}`);
      await seen(page, /118\/BC-UBND/);
    },
    returned: async (page, { returned }) => {
      await goWithin(page, `/bao-cao/${returned}`);
      await seen(page, /chưa khớp với báo cáo tháng trước/);
    },
  },
  approving: {
    waiting: (page) => goWithin(page, '/cho-toi'),
    read: async (page, { toSign }) => {
      await goWithin(page, `/cho-toi/${toSign}`);
      await seen(page, /^Ký số$/);
    },
    giveBack: async (page) => {
      await press(page, 'Trả lại');
      await page
        .getByLabel(/Lý do trả lại/)
        .fill('Bổ sung số hộ phải di dời vào mục I, theo báo cáo của thôn.');
    },
    sign: async (page, { toSign }) => {
      await page.keyboard.press('Escape');
      await goWithin(page, '/cho-toi');
      await goWithin(page, `/cho-toi/${toSign}`);
      await press(page, 'Ký số');
      await page.getByRole('dialog').waitFor();
    },
    decided: async (page) => {
      await page.keyboard.press('Escape');
      await goWithin(page, '/da-xu-ly');
    },
  },
  clerk: {
    queue: (page) => goWithin(page, '/van-thu'),
    seal: async (page, { toSeal }) => {
      await page.locator(`a[href="/van-thu/${toSeal}"]`).click();
      await seen(page, /^Ký số cơ quan và phát hành$/);
    },
    sendOn: async (page, { sentBack }) => {
      await page.locator(`a[href^="/van-thu/chua-gui/${sentBack}/"]`).click();
      await seen(page, /^Ghi nhận không gửi$/);
    },
    register: (page) => goWithin(page, '/so-van-ban-di'),
  },
  receiving: {
    inbox: (page) => goWithin(page, '/van-ban-den'),
    receive: async (page, { arrived }) => {
      await page.locator(`a[href="/van-ban-den/${arrived}"]`).click();
      await seen(page, /Chữ ký số hợp lệ/);
    },
    sendBack: async (page) => {
      await press(page, 'Trả lại nơi gửi');
      await page
        .getByLabel(/Lý do trả lại nơi gửi/)
        .fill('Báo cáo này thuộc Phòng Văn hóa - Thông tin, đề nghị gửi lại cho đúng nơi.');
    },
    register: async (page) => {
      await page.keyboard.press('Escape');
      await goWithin(page, '/so-van-ban-den');
    },
  },
  administering: {
    checklist: (page) => goWithin(page, '/chuan-bi'),
    people: (page) => goWithin(page, '/danh-ba'),
    settings: (page) => goWithin(page, '/cai-dat'),
    keys: (page) => goWithin(page, '/khoa-ky'),
  },
};

let office: BrowserOffice;
let past: Past;
beforeAll(async () => {
  office = await openOffice();
  past = await liveAWeek(office);
  // A picture of a step that is no more would stay for ever.
  rmSync(PICTURES_LIE_IN, { recursive: true, force: true });
  mkdirSync(PICTURES_LIE_IN, { recursive: true });
}, STORY_MS);
afterAll(() => office?.close());

it.each(Object.keys(CHAPTERS) as Chapter[])(
  'the guide of %s shows the screens as they are',
  async (chapter) => {
    const { page, context, leave } = await office.sitDown(WHO[chapter], '/kiem-tra');
    const camera = await context.newCDPSession(page);
    // In the order in which the screens come; the guide tells them in its own.
    for (const [step, go] of Object.entries<Way>(WAYS[chapter])) {
      await go(page, past);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await untilAtRest(page);
      const { data } = await camera.send('Page.captureScreenshot', {
        format: 'webp',
        quality: QUALITY,
      });
      const bytes = Buffer.from(data, 'base64');
      expect(bytes.length, `${chapter}: ${step}`).toBeLessThan(LARGEST_PICTURE);
      writeFileSync(join(PICTURES_LIE_IN, pictureOf(chapter, step)), bytes);
    }
    await leave();
  },
  STORY_MS,
);
