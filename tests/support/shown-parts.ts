// How do tests see the parts without a system behind them? Their page as users would have it built, by the policy of every page.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { contentSecurityPolicy } from '../../infra/constructs/security-headers.ts';

const WEB = fileURLToPath(new URL('../../web/', import.meta.url));
const ROBOTO = fileURLToPath(new URL('../../node_modules/pdfmake/fonts/Roboto/', import.meta.url));
const HOST = 'http://parts.test';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

/** By name, as `/shown/index.html`. */
const builtFiles = async (): Promise<Map<string, string | Buffer>> => {
  const built = await build({
    configFile: `${WEB}vite.config.ts`,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: `${WEB}shown/index.html` } },
  });
  if (!('output' in built)) throw new Error('the page of the parts was not built once');
  return new Map(
    built.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : Buffer.from(file.source),
    ]),
  );
};

/** There is no system behind it: nobody signs in, nothing is asked. */
const NOWHERE = {
  provider: {
    issuer: HOST,
    authorization_endpoint: HOST,
    token_endpoint: HOST,
    end_session_endpoint: HOST,
  },
  clientId: 'nobody',
  apiBase: '/api',
};

/** Letters of the repository: each machine has others of its own, and pictures are compared. */
const LETTERS = ['Regular', 'Medium']
  .map(
    (cut) =>
      `@font-face { font-family: "Pictured"; font-weight: ${cut === 'Medium' ? '600 700' : 400}; src: url("/Roboto-${cut}.ttf"); }`,
  )
  .join('\n')
  .concat('\n:root, [data-by-day] { --mantine-font-family: "Pictured" !important; }');

/** Opens the page; what it finds wrong is added to `complaints`. */
export const openParts = async (page: Page, complaints: string[]): Promise<void> => {
  const files = await builtFiles();
  const policy = contentSecurityPolicy({ files: [] });
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route(`${HOST}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('.ttf')) return route.fulfill({ path: `${ROBOTO}${pathname.slice(1)}` });
    if (pathname === '/pictured.css')
      return route.fulfill({ contentType: 'text/css', body: LETTERS });
    if (pathname === '/config.json') return route.fulfill({ json: NOWHERE });
    const body = files.get(pathname === '/' ? '/shown/index.html' : pathname);
    if (body === undefined) return route.fulfill({ status: 404 });
    const contentType = TYPES[pathname.split('.').at(-1) ?? ''] ?? TYPES.html ?? '';
    return route.fulfill({ contentType, body, headers: { 'content-security-policy': policy } });
  });
  await page.goto(`${HOST}/`);
  await page.addStyleTag({ url: `${HOST}/pictured.css` });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
};
