// Seal with the agency's key, or try whether it could; or have that key ask for its certificate.
import * as z from 'zod';
import { CertificateWanted, KeyTried, Rehearsing, Sealing } from '../contracts/hand-offs.ts';
import { requestCertificate } from '../use-cases/enrolment/request-certificate.ts';
import { tryKey } from '../use-cases/enrolment/try-key.ts';
import { rehearseSealing, sealDocument } from '../use-cases/issuing/seal-document.ts';
import { task } from './task.ts';
import { images, keys, tablePorts, timestampServers, working, worldOf } from './wiring.ts';

const world = worldOf([requestCertificate, tryKey, rehearseSealing, sealDocument], tablePorts(), {
  images,
  keys,
  timestampServers,
  working,
});
const Wish = z.union([Rehearsing, CertificateWanted, KeyTried, Sealing]);
export const handler = task('seal', Wish, async (wish) => {
  if ('rehearsal' in wish) return rehearseSealing(world, wish);
  if ('certificateWanted' in wish) return requestCertificate(world, wish);
  if ('keyTried' in wish) return tryKey(world, wish);
  return sealDocument(world, wish);
});
