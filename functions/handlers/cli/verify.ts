// cli verify: who signed a PDF, is it unchanged, and do the given certificates vouch for them?
import { parseArgs } from 'node:util';
import { certificatesIn } from '../../signing/certificate-pem.ts';
import { verifySignatures } from '../../signing/verify/verify-signatures.ts';
import { read } from './files.ts';
import { readableReport } from './readable-report.ts';
import { type ExitCode, Refused } from './refused.ts';
import { USAGE } from './usage.ts';

/** All certificates of a file are trusted; there may be several, with text between them. */
const anchorsIn = (path: string): Uint8Array[] => {
  const certificates = certificatesIn(read(path).toString('utf8'));
  if (certificates === undefined) throw new Refused(2, `${path}: is no certificate`);
  if (certificates.length === 0) throw new Refused(2, `${path}: holds no certificate`);
  return certificates.map(({ raw }) => raw);
};

/** A file without a signature is not a valid one. */
const EXIT = { valid: 0, invalid: 1, cannotJudge: 2 } as const;

export const verify = async (parts: string[]): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    args: parts,
    allowPositionals: true,
    options: { trust: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !values.trust) throw new Refused(2, USAGE);
  const anchors = anchorsIn(values.trust);
  const report = await verifySignatures(read(path), { anchors, now: new Date() });
  console.log(values.json ? JSON.stringify(report, null, 2) : readableReport(report));
  return EXIT[report.file.verdict];
};
