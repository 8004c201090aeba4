// Which use case answers a request for an issued file?
import * as routes from '../../contracts/routes/archive.ts';
import { linkIssuedAttachment } from '../../use-cases/archive/link-issued-attachment.ts';
import { linkIssuedFile } from '../../use-cases/archive/link-issued-file.ts';
import { portsOf, type WorldOf } from '../../use-cases/world.ts';
import { answering } from './answering.ts';
import { readingApp } from './house-app.ts';

const NEEDS = portsOf(readingApp, linkIssuedAttachment, linkIssuedFile);

export const archiveApi = (world: WorldOf<typeof NEEDS>) =>
  answering(readingApp(world), routes, {
    linkIssuedFile: (c) => {
      const { reportId, format } = c.req.valid('param');
      return linkIssuedFile(world, c.get('caller'), reportId, format);
    },
    linkIssuedAttachment: (c) => {
      const { reportId, sha256 } = c.req.valid('param');
      return linkIssuedAttachment(world, c.get('caller'), reportId, sha256);
    },
  });
archiveApi.needs = NEEDS;
