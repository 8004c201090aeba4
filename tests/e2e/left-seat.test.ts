// Does a screen that somebody has left know anything of them? Tests sit down at used ones, so each must be as if it were new.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserOffice, openOffice, openSeats } from '../support/browser.ts';
import { paperOn, rewriteBlock } from '../support/paper.ts';

/** Two screens, and every function's first start, on a machine that does other things as well. */
const STORY_MS = 200_000;

/** Milliseconds: the app has come by then. */
const SLOW_WAY = 1_000;

describe('a screen that somebody has left', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it(
    'knows neither them nor what they wrote down there, and asks the next person who they are',
    async () => {
      const { id } = await office.byPost.draft();
      const before = await office.sitDown('tran-thi-thu-ha', `/bao-cao/${id}`);
      await paperOn(before.page).waitFor();
      await before.context.setOffline(true);
      await rewriteBlock(before.page, 2, 'VIẾT RỒI ĐỂ LẠI');
      await before.page.getByText('Không kết nối được mạng.').first().waitFor();
      const written = () =>
        Promise.all([indexedDB.databases(), localStorage.length, caches.keys()]);
      expect((await before.page.evaluate(written)).flat()).not.toEqual([0]);
      await before.leave();

      const { page, context } = await office.walkIn('/icon.svg');
      expect(context).toBe(before.context);
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(written)).toEqual([[], 0, []]);
      // The beginning and the first screen both find nobody there, while the way to the sign-in is slow: they leave once.
      let asked = 0;
      await page.route(/\/oauth2\/authorize/, async (route) => {
        asked += 1;
        await page.waitForTimeout(SLOW_WAY);
        await route.continue();
      });
      await page.goto(`/bao-cao/${id}`);
      await page.getByText('Đăng nhập bằng tên và mật khẩu').waitFor();
      expect(asked).toBe(1);
    },
    STORY_MS,
  );

  it(
    'leads to the front page, though a list finds on the way out that nobody is signed in any more',
    async () => {
      const { page } = await office.sitDown('vo-thi-hong-nhung', '/van-ban-den');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      let refuse = () => {};
      const isLeaving = new Promise<void>((resolve) => {
        refuse = resolve;
      });
      await page.route('**/api/undecided', async (route) => {
        await isLeaving;
        await route.fulfill({ status: 401, json: { message: 'Unauthorized' } });
      });
      await page.reload();
      await page.route(/\/logout/, async (route) => {
        const looked = page.waitForResponse(/\/api\/session\/renewal/);
        refuse();
        await looked;
        await page.waitForTimeout(SLOW_WAY);
        await route.continue();
      });
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      await page.getByRole('button', { name: 'Đăng nhập' }).first().waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
      expect(asked.filter((path) => path.includes('authorize'))).toEqual([]);
      await office.close();
    },
    STORY_MS,
  );

  it(
    'and that cannot be emptied is closed for good, and keeps nobody else sitting',
    async () => {
      const seats = await openSeats(office.stack);
      const [stuck, other] = [await seats.walkIn('/icon.svg'), await seats.walkIn('/icon.svg')];
      stuck.context.setOffline = () => Promise.reject(new Error('The network cannot be reached.'));

      await expect(seats.close()).rejects.toThrow('Not everybody could leave.');

      expect([stuck.context.pages(), other.page.isClosed()]).toEqual([[], true]);
      const next = await seats.walkIn('/icon.svg');
      expect(next.context).toBe(other.context);
      await seats.close();
    },
    STORY_MS,
  );
});
