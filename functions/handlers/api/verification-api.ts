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
  // Tools ask for the same document again and again.
  app.use(routes.readOpenApi.path, compress(), etag());
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
      return openApi();
    },
  });
};
verificationApi.needs = NEEDS;
