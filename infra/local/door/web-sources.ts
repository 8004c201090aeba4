// How is the web served while it is being written? Its sources as they are, by Vite, which tells the pages of every change.
import type { Server } from 'node:http';
import { createServer } from 'vite';
import type { RequestHandler } from './web-files.ts';

/** Their own place: at the root, the sources of `web/api` would stand where the API answers. */
const PLACE = '/sources/';

/** `root` is the folder of the web. Ends with `stop`, not with the server. */
export const webSources = async (
  root: string,
  server: Server,
): Promise<{ answer: RequestHandler; stop: () => Promise<void> }> => {
  const vite = await createServer({
    root,
    base: PLACE,
    server: { middlewareMode: { server }, hmr: { server } },
  });
  return {
    answer: (request, response) => {
      const { url = '/' } = request;
      // The addresses of the app are the root's, whatever the page is made of.
      if (!url.startsWith(PLACE)) request.url = PLACE + url.slice(1);
      vite.middlewares(request, response);
    },
    stop: () => vite.close(),
  };
};
