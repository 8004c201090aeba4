// Which certificates are in a text? PEM (RFC 7468), as authorities hand certificates out.
import { X509Certificate } from 'node:crypto';

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** In their order; what stands between them is passed over. Undefined when one of them cannot be read. */
export const certificatesIn = (pem: string): X509Certificate[] | undefined => {
  try {
    return Array.from(pem.matchAll(PEM_CERTIFICATE), ([text]) => new X509Certificate(text));
  } catch {
    return undefined;
  }
};
