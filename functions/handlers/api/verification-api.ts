// What is answered to anyone, signed in or not?
import { openApi } from '../../contracts/open-api.ts';
import * as routes from '../../contracts/routes/verification.ts';
import { findFile } from '../../use-cases/find-file.ts';
import type { Needs } from '../../use-cases/world.ts';
import { publicApp } from './house-app.ts';

export const verificationApi = (world: Needs<'records'>) =>
  publicApp()
    .openapi(routes.findFile, async (c) =>
      c.json(await findFile(world, c.req.valid('param').sha256), 200),
    )
    .openapi(routes.readOpenApi, (c) => c.json(openApi(), 200));
