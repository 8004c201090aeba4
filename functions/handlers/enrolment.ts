// The API of keys, certificates and images.
import { handle } from 'hono/aws-lambda';
import { enrolmentApi } from './api/enrolment-api.ts';
import { desk, directoryDesk, images, keyKeepers } from './wiring.ts';

export const handler = handle(
  enrolmentApi({
    ...desk(),
    directoryDesk: directoryDesk(),
    images: images(),
    keyKeepers: keyKeepers(),
  }),
);
