// npm run -s cli: how does one use the parts without the system? A report to PDF and DOCX, its JSON Schema, a PDF's signatures.
import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { fromPlainShape } from '../document/plain-shape.ts';
import type { Issuing } from '../document/printed-form.ts';
import { renderDocx } from '../document/render-docx.ts';
import { renderPdf } from '../document/render-pdf.ts';
import { ReportContent } from '../domain/report-content.ts';
import { type SignatureReport, verifySignatures } from '../signing/verify-signatures.ts';

const USAGE = `Usage:
  cli render REPORT.json [--pdf OUT.pdf] [--docx OUT.docx]
  cli schema
  cli verify FILE.pdf --trust CA.pem [--json]`;

/** 0 done or valid, 1 a refusal or invalid, 2 cannot judge or wrong words. */
type ExitCode = 0 | 1 | 2;

/** One sentence for people; nothing of the stack. */
class Refused extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

const read = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Refused(2, `${path}: ${(error as NodeJS.ErrnoException).code ?? 'cannot be read'}`);
  }
};

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(read(path).toString('utf8'));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(1, `${path}: is not JSON`);
  }
};

/** Our own schema, or the plain shape, which is known by its `body`. */
const readReport = (path: string): { content: ReportContent; issuing: Issuing | null } => {
  const value = readJson(path);
  try {
    const plain = typeof value === 'object' && value !== null && 'body' in value;
    return plain ? fromPlainShape(value) : { content: ReportContent.parse(value), issuing: null };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const lines = error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`);
    throw new Refused(1, lines.join('\n'));
  }
};

/** A report in its own schema has number and date blank; one in the plain shape keeps those it holds. */
const render = async (parts: string[]): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    args: parts,
    allowPositionals: true,
    options: { pdf: { type: 'string' }, docx: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !(values.pdf || values.docx)) {
    throw new Refused(2, USAGE);
  }
  const { content, issuing } = readReport(path);
  if (values.pdf) writeFileSync(values.pdf, renderPdf(content, issuing));
  if (values.docx) writeFileSync(values.docx, await renderDocx(content, issuing));
  return 0;
};

const schema = (parts: string[]): ExitCode => {
  if (parts.length > 0) throw new Refused(2, USAGE);
  console.log(JSON.stringify(z.toJSONSchema(ReportContent, { io: 'input' }), null, 2));
  return 0;
};

const certificates = (path: string): Uint8Array[] => {
  const pems = read(path)
    .toString('utf8')
    .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  try {
    return (pems ?? []).map((pem) => new X509Certificate(pem).raw);
  } catch {
    throw new Refused(2, `${path}: is no certificate`);
  }
};

const EXIT = { valid: 0, invalid: 1, cannotJudge: 2 } as const;

const because = (judgement: SignatureReport['file']): string =>
  judgement.verdict === 'valid' ? 'valid' : `${judgement.verdict}: ${judgement.because}`;

const printed = ({ file, signatures }: SignatureReport): string =>
  [
    ...signatures.map(
      ({ field, signer, claimedTime, integrity, trust }) =>
        `${field}: ${signer?.commonName ?? 'unknown'}, ${claimedTime ?? 'no time'}; integrity ${integrity.verdict}, trust ${trust.verdict}`,
    ),
    `file: ${because(file)}`,
  ].join('\n');

const verify = async (parts: string[]): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    args: parts,
    allowPositionals: true,
    options: { trust: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !values.trust) throw new Refused(2, USAGE);
  const anchors = certificates(values.trust);
  if (anchors.length === 0) throw new Refused(2, `${values.trust}: holds no certificate`);
  const report = await verifySignatures(read(path), { anchors });
  console.log(values.json ? JSON.stringify(report, null, 2) : printed(report));
  return EXIT[report.file.verdict];
};

const run = async ([command, ...parts]: string[]): Promise<ExitCode> => {
  switch (command) {
    case 'render':
      return render(parts);
    case 'schema':
      return schema(parts);
    case 'verify':
      return verify(parts);
    default:
      throw new Refused(2, USAGE);
  }
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const wrongWords = error instanceof TypeError && 'code' in error;
  if (!(error instanceof Refused) && !wrongWords) throw error;
  console.error(error.message);
  process.exitCode = error instanceof Refused ? error.exitCode : 2;
}
