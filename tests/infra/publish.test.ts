// Does a deployment leave every page whole, the one that somebody has had open since before it as well?
import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishing } from '../../infra/deployment/publish.ts';
import { synthesize } from './synthesized.ts';

const SITE = { PagesBucket: 'pages', Distribution: 'D1' };
const commands = publishing('dist', SITE).map((words) => words.join(' '));

test('files come before the page that names them, and what CloudFront keeps is renewed at the end', () => {
  const at = (what: RegExp) => commands.findIndex((command) => what.test(command));
  const [files, page, renewed] = [
    at(/^s3 cp dist\/assets s3:\/\/pages\/assets /),
    at(/^s3 cp dist\/index\.html s3:\/\/pages\/index\.html /),
    at(/^cloudfront create-invalidation --distribution-id D1 --paths .*\/index\.html/),
  ];
  expect(files).toBe(0);
  expect(page).toBeGreaterThan(files);
  expect(at(/config|dist s3:/)).toBeLessThan(page);
  expect(renewed).toBe(commands.length - 1);
  expect(renewed).toBeGreaterThan(page);
});

test('nothing is taken away that a page still open may ask for', () => {
  expect(commands.join()).not.toMatch(/sync|--delete|s3 rm/);
});

test('what has its hash in its name is kept for good, and what names it is asked about each time', () => {
  for (const command of commands.filter((one) => one.startsWith('s3 '))) {
    expect(command).toContain(
      command.includes('/assets ')
        ? '--cache-control public, max-age=31536000, immutable'
        : '--cache-control no-cache',
    );
  }
});

test('everything beside the assets is renewed by its name', () => {
  const [renewal = ''] = commands.slice(-1);
  const beside = globSync('*', { cwd: 'web/public' });
  for (const name of ['index.html', 'config.json', ...beside])
    expect(renewal).toContain(`/${name}`);
});

test('the web stack says of itself what is needed for it', () => {
  const app = synthesize();
  for (const name of [...Object.keys(SITE), 'WebConfig']) expect(app.output(name)).toBeDefined();
});
