// Which use case answers a request for an issued file?
import * as routes from '../../contracts/routes/archive.ts';
import { linkIssuedAttachment } from '../../use-cases/archive/link-issued-attachment.ts';
import { linkIssuedFile } from '../../use-cases/archive/link-issued-file.ts';
import type { Needs } from '../../use-cases/world.ts';
import { type HousePorts, houseApp } from './house-app.ts';

type ArchivePorts = HousePorts & Needs<'records' | 'signed'>;

export const archiveApi = (world: ArchivePorts) =>
  houseApp(world)
    .openapi(routes.linkIssuedFile, async (c) => {
      const { reportId, format } = c.req.valid('param');
      return c.json(await linkIssuedFile(world, c.get('caller'), reportId, format), 200);
    })
    .openapi(routes.linkIssuedAttachment, async (c) => {
      const { reportId, sha256 } = c.req.valid('param');
      return c.json(await linkIssuedAttachment(world, c.get('caller'), reportId, sha256), 200);
    });
