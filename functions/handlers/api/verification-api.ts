// What is answered to anyone, signed in or not?
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { openApi } from '../../contracts/open-api.ts';
import * as routes from '../../contracts/routes/verification.ts';
import { findFile } from '../../use-cases/verification/find-file.ts';
import { readVerification } from '../../use-cases/verification/read-verification.ts';
import { startVerification } from '../../use-cases/verification/start-verification.ts';
import { portsOf, type WorldOf } from '../../use-cases/world.ts';
import { fileViewOf, verificationViewOf } from '../views/verification-view.ts';
import { answering } from './answering.ts';
import { publicApp } from './house-app.ts';

const NEEDS = portsOf(findFile, readVerification, startVerification);

export const verificationApi = (world: WorldOf<typeof NEEDS>) => {
  const app = publicApp();
  // Tools ask for the same document again and again. Compressed or not it is the same by a weak tag only.
  app.use(routes.readOpenApi.path, compress(), etag({ weak: true }));
  return answering(app, routes, {
    findFile: async (c) => {
      const { sha256 } = c.req.valid('param');
      return fileViewOf(sha256, await findFile(world, sha256));
    },
    startVerification: () => startVerification(world),
    readVerification: async (c) =>
      verificationViewOf(await readVerification(world, c.req.valid('param').uploadId)),
    readOpenApi: (c) => {
      c.header('cache-control', 'no-cache');
      // Also with 304 (RFC 9110, 15.4.5), which `compress` passes by.
      c.header('vary', 'Accept-Encoding');
      return openApi();
    },
  });
};
verificationApi.needs = NEEDS;
