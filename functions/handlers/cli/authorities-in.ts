// Which authorities are in a file? Certificates (PEM) that may certify others: whoever hands in another has taken the wrong file.
import type { X509Certificate } from 'node:crypto';
import { certificateFacts } from '../../signing/certificate-facts.ts';
import { certificatesIn } from '../../signing/certificate-pem.ts';
import { read } from './files.ts';
import { Refused } from './refused.ts';

/** One is of somebody who signs, not of whoever vouches for them. One that has expired may still be wanted for what it vouched for. */
export const authoritiesIn = (path: string): X509Certificate[] => {
  const certificates = certificatesIn(read(path).toString('utf8'));
  if (!certificates?.length) throw new Refused(1, `${path}: holds no certificate that can be read`);
  const other = certificates.find(({ ca }) => !ca);
  if (other) {
    const { commonName, organization } = certificateFacts(other);
    const whose = commonName || organization;
    throw new Refused(
      1,
      `${path}: holds the certificate of ${whose}, which is no authority: take its issuer's`,
    );
  }
  return certificates;
};
