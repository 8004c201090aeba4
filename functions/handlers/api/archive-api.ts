// Which use case answers a request for an issued file?
import * as routes from '../../contracts/routes/archive.ts';
import { linkIssuedAttachment } from '../../use-cases/archive/link-issued-attachment.ts';
import { linkIssuedFile } from '../../use-cases/archive/link-issued-file.ts';
import type { Needs } from '../../use-cases/world.ts';
import { answering } from './answering.ts';
import { type HousePorts, houseApp } from './house-app.ts';

type ArchivePorts = HousePorts & Needs<'reports' | 'deliveries' | 'commit' | 'signed'>;

export const archiveApi = (world: ArchivePorts) =>
  answering(houseApp(world), routes, {
    linkIssuedFile: (c) => {
      const { reportId, format } = c.req.valid('param');
      return linkIssuedFile(world, c.get('caller'), reportId, format);
    },
    linkIssuedAttachment: (c) => {
      const { reportId, sha256 } = c.req.valid('param');
      return linkIssuedAttachment(world, c.get('caller'), reportId, sha256);
    },
  });
