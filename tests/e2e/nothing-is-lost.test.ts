// Is what a person has typed or begun ever lost? A closed tab, a dead network, a second tab, a sign-in that is too old.
import {
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReportView, SessionView } from '../../functions/contracts/views.ts';
import { expectOk, until } from '../../infra/local/people/office.ts';
import { theUserPoolIn } from '../../infra/local/template/assembly.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { blockOn, lookAtPrint, paperOn, rewriteAndSave, rewriteBlock } from '../support/paper.ts';

const DRAFTER = 'tran-thi-thu-ha';
const SECOND_BLOCK = 2;
/** A few screens, and every function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

describe('nothing typed is lost', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(async () => {
    office.stack.signInHears.prompt = true;
    await office.close();
  });

  /** The drafter opens a report that is begun already. */
  const openReport = async () => {
    const report = await office.byPost.draft();
    const seat = await office.sitDown(DRAFTER, `/bao-cao/${report.id}`);
    await paperOn(seat.page).waitFor();
    return { ...seat, report };
  };

  /** What another PC does meanwhile. */
  const saveElsewhere = async ({ id, content, revision }: ReportView, text: string) => {
    const blocks = content.blocks.with(SECOND_BLOCK - 1, {
      kind: 'heading',
      level: 1,
      runs: [{ text }],
    });
    const drafter = await office.byPost.as(DRAFTER);
    const body = { content: { ...content, blocks } };
    expectOk(await drafter.put(`/api/reports/${id}`, body, `"${revision}"`));
  };

  it(
    'gives back on the next visit what was typed without a network, and saves it',
    async () => {
      const { page, context } = await openReport();
      // What is said of a printed page that does not come would move the paper while it is clicked on.
      await page.getByText('1 trang', { exact: true }).waitFor();
      await context.setOffline(true);
      await rewriteBlock(page, SECOND_BLOCK, 'VIẾT KHI MẤT MẠNG');
      expect(await blockOn(page, SECOND_BLOCK).textContent()).toBe('VIẾT KHI MẤT MẠNG');
      await page.getByText('Không kết nối được mạng.').first().waitFor();
      const address = page.url();
      await page.close();
      await context.setOffline(false);

      const again = await context.newPage();
      await again.goto(address);

      await again.getByText('Đã khôi phục nội dung chưa kịp lưu.').first().waitFor();
      expect(await blockOn(again, SECOND_BLOCK).textContent()).toBe('VIẾT KHI MẤT MẠNG');
      await again.getByText('Đã lưu', { exact: true }).waitFor();
    },
    STORY_MS,
  );

  it(
    'keeps the desk though what draws its pages does not come, and draws them when it does',
    async () => {
      const { page } = await office.sitDown(DRAFTER, '/bao-cao/moi');
      await page.route(/\/assets\/pdf-sheets/, (route) => route.abort());
      await page.getByRole('button', { name: 'Dùng mẫu này: Từ báo cáo mẫu' }).click();
      await lookAtPrint(page);
      await page.getByText('Không kết nối được mạng.').waitFor();
      await rewriteBlock(page, SECOND_BLOCK, 'VIẾT KHI CHƯA CÓ BẢN IN');
      await page.getByText('Đã lưu', { exact: true }).waitFor();
      expect(await blockOn(page, SECOND_BLOCK).textContent()).toBe('VIẾT KHI CHƯA CÓ BẢN IN');
      await page.unrouteAll({ behavior: 'wait' });
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await page.getByRole('img', { name: 'Trang 1/4' }).waitFor();
    },
    STORY_MS,
  );

  it(
    'asks after every reload which of two PCs’ words to keep, and keeps the others as well',
    async () => {
      const { page: second, report } = await openReport();
      await saveElsewhere(report, 'VIẾT Ở MÁY THỨ NHẤT');
      await rewriteBlock(second, SECOND_BLOCK, 'VIẾT Ở MÁY THỨ HAI');
      const asked = second.getByText('Dự thảo đã được lưu ở nơi khác').first();
      await asked.waitFor();

      for (const _ of ['once', 'twice']) {
        await second.reload();
        await asked.waitFor();
        expect(await blockOn(second, SECOND_BLOCK).textContent()).toBe('VIẾT Ở MÁY THỨ HAI');
        await second.getByText('Chưa lưu', { exact: true }).waitFor();
      }
      await second.getByRole('button', { name: 'Giữ bản của tôi' }).click();
      await second.getByText('Đã lưu', { exact: true }).waitFor();
      await second.getByRole('button', { name: 'Xem các bản giữ lại' }).click();
      const dialog = second.getByRole('dialog');
      await dialog.getByText(/^Bản của Trần Thị Thu Hà/).click();
      await dialog.getByText('Toàn văn bản này').click();
      await dialog
        .getByText(/^VIẾT Ở MÁY THỨ NHẤT$/m)
        .first()
        .waitFor();
      await dialog.getByRole('button', { name: 'Dùng bản này' }).click();

      await second.getByText('Có 2 bản khác được giữ lại.').first().waitFor();
      expect(await blockOn(second, SECOND_BLOCK).textContent()).toBe('VIẾT Ở MÁY THỨ NHẤT');
      await second.getByText('Đã lưu', { exact: true }).waitFor();
    },
    STORY_MS,
  );

  it(
    'asks in whichever tab opens the report next, and leaves alone what another tab still has',
    async () => {
      const { page: first, context } = await openReport();
      const second = await context.newPage();
      await second.goto(first.url());
      await rewriteAndSave(second, SECOND_BLOCK, 'VIẾT Ở THẺ THỨ HAI');
      await rewriteBlock(first, SECOND_BLOCK, 'VIẾT Ở THẺ THỨ NHẤT');
      await first.getByText('Dự thảo đã được lưu ở nơi khác').first().waitFor();

      // The second tab sits at its own desk: what the first one keeps stays there when it is opened again.
      await second.reload();
      await paperOn(second).waitFor();
      expect(await blockOn(second, SECOND_BLOCK).textContent()).toBe('VIẾT Ở THẺ THỨ HAI');
      await first.close();
      const third = await context.newPage();
      await third.goto(second.url());
      await third.getByText('Dự thảo đã được lưu ở nơi khác').first().waitFor();
      await third.getByRole('button', { name: 'Dùng bản đã lưu' }).click();

      await third.getByText('Có 1 bản khác được giữ lại.').first().waitFor();
      expect(await blockOn(third, SECOND_BLOCK).textContent()).toBe('VIẾT Ở THẺ THỨ HAI');
      await third.getByText('Đã lưu', { exact: true }).waitFor();
    },
    STORY_MS,
  );

  it(
    'saves everything but what is too long, which stays on this PC and says by how much',
    async () => {
      const { page, report } = await openReport();
      const subject = page.getByRole('textbox', { name: 'Trích yếu', exact: true });
      const long = 'Kết quả '.repeat(66).slice(0, 523);
      const sentence = 'Trích yếu dài 523 ký tự, tối đa 500. Hãy rút bớt 23 ký tự.';
      await subject.fill(long);
      await rewriteBlock(page, SECOND_BLOCK, 'VIẾT CÙNG LÚC');
      await page.getByText('Chưa lưu hết').first().waitFor();
      await page.getByText(sentence).first().waitFor();
      expect(await page.getByRole('button', { name: 'Trình ký' }).isDisabled()).toBe(true);

      await until('the rest to be saved', async () => {
        const { content } = await office.byPost.read(DRAFTER, report.id);
        return JSON.stringify(content.blocks[SECOND_BLOCK - 1]).includes('VIẾT CÙNG LÚC');
      });
      await page.reload();
      await page.getByText(sentence).first().waitFor();
      expect(await subject.inputValue()).toBe(long);
      await subject.fill('Kết quả\tcông tác\nnăm 2026');
      await page.getByText('Đã lưu', { exact: true }).waitFor();
      expect(await subject.inputValue()).toBe('Kết quả công tác năm 2026');
    },
    STORY_MS,
  );

  /** What becomes of a session after twelve hours, or when an administrator ends it: nothing is renewed by it any more. */
  const endSessionsOf = async (person: string) => {
    const cognito = new CognitoIdentityProviderClient(office.stack.aws);
    const UserPoolId = theUserPoolIn(office.stack.assembly());
    await cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: person }));
    cognito.destroy();
  };
  const pathsOf = (page: Page): string[] => {
    const paths: string[] = [];
    page.on('framenavigated', (frame) => paths.push(new URL(frame.url()).pathname));
    return paths;
  };

  it(
    'asks for nothing at a reload or in another tab, and for the sign-in when the session is over, with what was typed kept and saved, tells whoever it cannot sign out, and signs out of all tabs at once',
    async () => {
      const { page, context } = await openReport();
      const other = await context.newPage();
      const ways = [pathsOf(page), pathsOf(other)];
      // Both ask at the same moment; each is given its own.
      await Promise.all([page.reload(), other.goto(page.url())]);
      await Promise.all([paperOn(page).waitFor(), paperOn(other).waitFor()]);
      await other.close();
      expect(ways.flat().filter((path) => !path.startsWith('/bao-cao/'))).toEqual([]);
      // What keeps it so is for no script: neither where pages write things down, nor in their cookies.
      const written = await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      );
      expect(written).not.toMatch(/eyJ|token|session=/i);

      await endSessionsOf(DRAFTER);
      // What the gateway says to a token that has run out.
      await page.route(/\/api\/reports\/[^/]+$/, (route) =>
        route.request().method() === 'PUT'
          ? route.fulfill({ status: 401, json: { message: 'Unauthorized' } })
          : route.continue(),
      );
      await rewriteBlock(page, SECOND_BLOCK, 'VIẾT KHI HẾT PHIÊN');
      await page.getByText('Phiên đăng nhập đã hết.').first().waitFor();
      await page.keyboard.type(', VIẾT TIẾP');
      await page.getByText('Phiên đăng nhập đã hết.').first().waitFor();
      await page.unrouteAll({ behavior: 'wait' });

      await page.getByRole('button', { name: 'Đăng nhập lại', exact: true }).click();
      await office.proveIdentity(page, DRAFTER);

      await page.getByText('Đã khôi phục nội dung chưa kịp lưu.').first().waitFor();
      expect(await blockOn(page, SECOND_BLOCK).textContent()).toBe('VIẾT KHI HẾT PHIÊN, VIẾT TIẾP');
      await page.getByText('Đã lưu', { exact: true }).waitFor();

      // Whoever cannot be signed out is told so, and does not go away believing it.
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      const trouble = page.getByRole('alert').filter({ hasText: 'Không kết nối được mạng.' });
      await trouble.first().waitFor();
      await context.setOffline(false);
      // Another tab shows nothing of them either, to whoever sits down next.
      const left = await context.newPage();
      await left.goto(page.url());
      await paperOn(left).waitFor();
      await trouble.first().getByRole('button', { name: 'Thử lại' }).click();
      for (const tab of [page, left]) {
        await tab.waitForURL((url) => url.pathname === '/');
        await tab.getByRole('button', { name: 'Đăng nhập' }).first().waitFor();
      }
    },
    STORY_MS,
  );

  it(
    'comes back to the same press, words included, after somebody who decides has had to sign in again, by the sign-out where the page did not ask',
    async () => {
      const report = await office.byPost.draft();
      const submissionId = await office.byPost.submit(report);
      await office.byPost.asked('le-quoc-hung', submissionId);
      const { page: reviewer } = await office.signIn('le-quoc-hung', `/cho-toi/${submissionId}`);
      // The API says what it says to a token whose sign-in is older than it allows.
      await reviewer.route(
        '**/decisions',
        (route) =>
          route.fulfill({
            status: 401,
            contentType: 'application/problem+json',
            json: { type: '', title: '', status: 401, code: 'sign_in_stale' },
          }),
        { times: 1 },
      );
      await reviewer.getByRole('button', { name: 'Trả lại' }).click();
      await reviewer.getByLabel('Lý do trả lại (bắt buộc)').fill('Thiếu số liệu quý IV');
      const dialog = reviewer.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Trả lại' }).click();
      await dialog.getByText('Đăng nhập lại để ký. Văn bản được giữ nguyên.').waitFor();

      // A page that takes them for known, as one that does not hear `prompt`; a moment ago, which is made an hour here.
      office.stack.signInHears.prompt = false;
      await reviewer.route(
        '**/api/session',
        async (route) => {
          const answer = await route.fetch();
          const session = (await answer.json()) as SessionView;
          await route.fulfill({ response: answer, json: { ...session, isFresh: false } });
        },
        { times: 1 },
      );
      const asked: string[] = [];
      reviewer.on('request', (request) => {
        if (request.url().includes('/oauth2/authorize?')) asked.push(request.url());
      });
      await dialog.getByRole('button', { name: 'Đăng nhập lại' }).click();
      await dialog.getByText(/^Trang đăng nhập chưa hỏi lại mật khẩu/).waitFor();
      // Once, and not in a circle.
      expect(asked).toHaveLength(1);
      await dialog.getByRole('button', { name: 'Đăng xuất rồi đăng nhập lại' }).click();
      await office.proveIdentity(reviewer, 'le-quoc-hung');

      // They stand there until they are sent or put aside, however often the page is loaded.
      const reason = reviewer.getByLabel('Lý do trả lại (bắt buộc)');
      expect(await reason.inputValue()).toBe('Thiếu số liệu quý IV');
      await reviewer.reload();
      expect(await reason.inputValue()).toBe('Thiếu số liệu quý IV');
      await dialog.getByRole('button', { name: 'Hủy' }).click();
      await reviewer.reload();
      await reviewer.getByRole('button', { name: 'Trả lại' }).click();
      expect(await reason.inputValue()).toBe('');
      await reason.fill('Thiếu số liệu quý IV');
      await reviewer.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();

      await office.byPost.untilStatus(report.id, 'draft');
      const drafter = await office.byPost.as(DRAFTER);
      const history = expectOk(await drafter.get(`/api/reports/${report.id}/history`));
      expect(JSON.stringify(history)).toContain('Thiếu số liệu quý IV');
    },
    STORY_MS,
  );

  it(
    'shows what could not be saved before somebody else submitted the report, and keeps it',
    async () => {
      const { page: first, report } = await openReport();
      await first.route(/\/api\/reports\/[^/]+$/, (route) =>
        route.request().method() === 'PUT' ? route.abort() : route.continue(),
      );
      await rewriteBlock(first, SECOND_BLOCK, 'VIẾT TRƯỚC KHI TRÌNH');
      await first.getByText('Không kết nối được mạng.').first().waitFor();
      await office.byPost.submit(report);
      await first.unrouteAll({ behavior: 'wait' });

      await first.getByText('Trên máy này còn nội dung bạn viết chưa lưu').waitFor();
      await first.getByText('Toàn văn bản này').click();
      await first.getByText(/^VIẾT TRƯỚC KHI TRÌNH$/m).waitFor();
      await first.getByRole('button', { name: 'Giữ lại nội dung này' }).click();
      await first.getByText('Có 1 bản khác được giữ lại.').first().waitFor();
    },
    STORY_MS,
  );
});
