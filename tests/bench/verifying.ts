// How long may one file keep the verifier busy? An honest one that many signed, and all shapes that are made for it.
import { X509Certificate } from 'node:crypto';
import { openPkcs12 } from '../../functions/signing/pkcs12-key.ts';
import { verifySignatures } from '../../functions/signing/verify/verify-signatures.ts';
import { makeTrialAuthority } from '../../infra/local/trust-services/certificate-authority.ts';
import { HOSTILE } from '../support/files/hostile-pdf-files.ts';
import { signedByMany } from '../support/files/signed-by-many.ts';
import type { Figure, Measured } from './measure.ts';

/** As much as anybody may upload. */
const LARGEST = 25 * 1024 * 1024;
const SIGNERS = 20;
/** So that whoever waits behind three such files waits no longer than for a slow page. */
const MOST_SECONDS = 2;

/** Of processor time, the collector's included; each shape once, since it is the first time that counts. */
const secondsOf = async (pdf: Uint8Array, anchors: readonly Uint8Array[]): Promise<number> => {
  const before = process.cpuUsage();
  await verifySignatures(pdf, { anchors, now: new Date() });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
};

export const measureVerifying = async (): Promise<Measured> => {
  const authority = makeTrialAuthority();
  const name = { commonName: 'Nguyễn Văn Minh', organization: 'UBND xã Sơn Trung' };
  const { pkcs12, password } = await authority.issuePkcs12(name);
  const anchors = [new Uint8Array(new X509Certificate(authority.certificatePem).raw)];
  const honest = await signedByMany(await openPkcs12(pkcs12, password), SIGNERS, LARGEST - 500_000);
  const figures: Figure[] = [
    {
      what: `${SIGNERS} signatures over 25 MB`,
      value: await secondsOf(honest, anchors),
      unit: 's of processor',
      goal: { atMost: MOST_SECONDS },
    },
  ];
  for (const [what, shape] of Object.entries(HOSTILE)) {
    const value = await secondsOf(shape(LARGEST), anchors);
    figures.push({ what, value, unit: 's of processor', goal: { atMost: MOST_SECONDS } });
  }
  return { name: 'verifying files of 25 MB', figures, orientation: [] };
};
