// What is answered to anyone, signed in or not?
import { openApi } from '../../contracts/open-api.ts';
import * as routes from '../../contracts/routes/verification.ts';
import { findFile } from '../../use-cases/verification/find-file.ts';
import { readVerification } from '../../use-cases/verification/read-verification.ts';
import { startVerification } from '../../use-cases/verification/start-verification.ts';
import type { Needs } from '../../use-cases/world.ts';
import { publicApp } from './house-app.ts';

type VerificationPorts = Needs<'records' | 'directory' | 'working' | 'ids' | 'clock'>;

export const verificationApi = (world: VerificationPorts) =>
  publicApp()
    .openapi(routes.findFile, async (c) =>
      c.json(await findFile(world, c.req.valid('param').sha256), 200),
    )
    .openapi(routes.startVerification, async (c) => c.json(await startVerification(world), 201))
    .openapi(routes.readVerification, async (c) =>
      c.json(await readVerification(world, c.req.valid('param').uploadId), 200),
    )
    .openapi(routes.readOpenApi, (c) => c.json(openApi(), 200));
