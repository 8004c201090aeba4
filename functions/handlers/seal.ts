// Seal with the agency's key, or try whether it could; or have that key ask for its certificate.
import { requestCertificate } from '../use-cases/enrolment/request-certificate.ts';
import { tryKey } from '../use-cases/enrolment/try-key.ts';
import { rehearseSealing, sealDocument } from '../use-cases/issuing/seal-document.ts';
import { images, keys, tablePorts, timestampServers, working, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([requestCertificate, tryKey, rehearseSealing, sealDocument], tablePorts(), {
  images,
  keys,
  timestampServers,
  working,
});
export const handler = worker('seal', {
  rehearseSealing: (told) => rehearseSealing(world, told),
  seal: (told) => sealDocument(world, told),
  requestAgencysCertificate: (told) => requestCertificate(world, told),
  tryAgencysKey: (told) => tryKey(world, told),
});
