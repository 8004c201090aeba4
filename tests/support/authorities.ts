// Two authorities that nobody has heard of, as certificates (DER).
import { X509Certificate } from 'node:crypto';
import { makeTrialAuthority } from '../../infra/local/trust-services/certificate-authority.ts';

export const anAuthority = (): Uint8Array =>
  new Uint8Array(new X509Certificate(makeTrialAuthority().certificatePem).raw);

export const [ONE, TWO] = [anAuthority(), anAuthority()];
