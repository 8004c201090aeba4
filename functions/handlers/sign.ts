// Sign with the signer's key, or try whether it could; or have that key ask for its certificate.
import { requestCertificate } from '../use-cases/enrolment/request-certificate.ts';
import { tryKey } from '../use-cases/enrolment/try-key.ts';
import { rehearseSigning, signDocument } from '../use-cases/issuing/sign-document.ts';
import { images, keys, tablePorts, timestampServers, working, worldOf } from './wiring.ts';
import { worker } from './worker.ts';

const world = worldOf([requestCertificate, tryKey, rehearseSigning, signDocument], tablePorts(), {
  images,
  keys,
  timestampServers,
  working,
});
export const handler = worker('sign', {
  rehearseSigning: (told) => rehearseSigning(world, told),
  sign: (told) => signDocument(world, told),
  requestSignersCertificate: (told) => requestCertificate(world, told),
  trySignersKey: (told) => tryKey(world, told),
});
