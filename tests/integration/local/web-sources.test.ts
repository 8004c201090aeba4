// Does whoever writes the web see it? Each module must come as a script, whatever the API and the app's addresses are called.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FrontDoor, route, takeFrontDoor } from '../../../infra/local/door/front-door.ts';
import { webSources } from '../../../infra/local/door/web-sources.ts';

const WEB = fileURLToPath(new URL('../../../web', import.meta.url));

let door: FrontDoor;
let web: Awaited<ReturnType<typeof webSources>>;
beforeAll(async () => {
  door = await takeFrontDoor(0, (what) => {
    throw new Error(what);
  });
  web = await webSources(WEB, door.server);
  const nobody = () => expect.unreachable('the sources of the web are asked of the web alone');
  door.open(route(door.url, door.url, '{}', { api: nobody, signIn: nobody, web: web.answer }));
});
afterAll(async () => {
  await web?.stop();
  door?.stop();
});

const scriptAt = async (path: string): Promise<string> => {
  const answer = await fetch(new URL(path, door.url));
  expect([path, answer.headers.get('content-type')]).toEqual([path, 'text/javascript']);
  return answer.text();
};

/** The one address that a text names with this end. */
const namedIn = (text: string, end: string): string =>
  text.match(new RegExp(`"([^"]*${end})[?"]`))?.[1] ?? expect.unreachable(`${end} is not named`);

test.each(['/', '/bao-cao/mot-du-thao'])('the page at %s begins', async (address) => {
  const page = await fetch(new URL(address, door.url), { headers: { accept: 'text/html' } });
  const main = await scriptAt(namedIn(await page.text(), '/main.ts'));
  const app = await scriptAt(namedIn(main, '/app.tsx'));
  expect(await scriptAt(namedIn(app, '/routes.tsx'))).toContain('/bao-cao');
});

test('what asks the API is a script like all others', async () => {
  const counts = await scriptAt('/sources/shell/counts.tsx');
  expect(await scriptAt(namedIn(counts, '/api/asking.ts'))).toContain('gcTime');
});
