// Sign with the signer's key, or try whether it could; or have that key ask for its certificate.
import * as z from 'zod';
import { CertificateWanted, KeyTried, Rehearsing, Signing } from '../contracts/hand-offs.ts';
import { requestCertificate } from '../use-cases/enrolment/request-certificate.ts';
import { tryKey } from '../use-cases/enrolment/try-key.ts';
import { rehearseSigning, signDocument } from '../use-cases/issuing/sign-document.ts';
import { task } from './task.ts';
import { images, keys, tablePorts, timestampServers, working, worldOf } from './wiring.ts';

const world = worldOf([requestCertificate, tryKey, rehearseSigning, signDocument], tablePorts(), {
  images,
  keys,
  timestampServers,
  working,
});
const Wish = z.union([Rehearsing, CertificateWanted, KeyTried, Signing]);
export const handler = task('sign', Wish, async (wish) => {
  if ('rehearsal' in wish) return rehearseSigning(world, wish);
  if ('certificateWanted' in wish) return requestCertificate(world, wish);
  if ('keyTried' in wish) return tryKey(world, wish);
  return signDocument(world, wish);
});
