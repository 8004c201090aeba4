// What is answered to anyone, signed in or not?
import { openApi } from '../../contracts/open-api.ts';
import * as routes from '../../contracts/routes/verification.ts';
import { findFile } from '../../use-cases/verification/find-file.ts';
import { readVerification } from '../../use-cases/verification/read-verification.ts';
import { startVerification } from '../../use-cases/verification/start-verification.ts';
import type { Needs } from '../../use-cases/world.ts';
import { answering } from './answering.ts';
import { publicApp } from './house-app.ts';

type VerificationPorts = Needs<'records' | 'directory' | 'working' | 'ids' | 'clock'>;

export const verificationApi = (world: VerificationPorts) =>
  answering(publicApp(), routes, {
    findFile: (c) => findFile(world, c.req.valid('param').sha256),
    startVerification: () => startVerification(world),
    readVerification: (c) => readVerification(world, c.req.valid('param').uploadId),
    readOpenApi: () => openApi(),
  });
