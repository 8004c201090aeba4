// The API of keys, certificates and images.
import { handle } from 'hono/aws-lambda';
import { enrolmentApi } from './api/enrolment-api.ts';
import { apiPorts, directoryDesk, images, keyKeepers } from './wiring.ts';

export const handler = handle(
  enrolmentApi({
    ...apiPorts(),
    directoryDesk: directoryDesk(),
    images: images(),
    keyKeepers: keyKeepers(),
  }),
);
