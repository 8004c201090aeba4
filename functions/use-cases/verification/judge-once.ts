// Must a file be judged at every asking? No: what was found of it within the hour is told again, while nothing has changed by
// which it was judged.
import { canonicalHash, sha256 } from '../../domain/canonical-hash.ts';
import type { Instant, Sha256 } from '../../domain/ids.ts';
import { instantOf } from '../../domain/instant-of.ts';
import {
  type SignatureReport,
  type VerificationOptions,
  verifySignatures,
} from '../../signing/verify/verify-signatures.ts';
import type { Verdict, Verdicts } from '../ports.ts';
import type { Needs } from '../world.ts';

/** Who passes a document on has it looked at in the same hour; and longer than that no verdict is told that a fault has kept. */
const KEPT_MS = 60 * 60 * 1_000;

/** A file, and what was kept of it. */
type Asked = { pdf: Uint8Array; sha256: Sha256; kept: Verdict | null };

/**
 * By what else than its bytes it is judged: whom we trust and whom we did until when, whether a claimed time is believed, and by
 * which code. Their order counts as well: of several flaws the last one found is told.
 */
const judgedBy = ({ anchors, former = [], now }: VerificationOptions, { code }: Verdicts): Sha256 =>
  canonicalHash({
    code,
    anchors: anchors.map((der) => sha256(der)),
    former: former.map(({ certificate, until }) => ({ certificate: sha256(certificate), until })),
    believesClaims: now === undefined,
  });

const isBetween = (at: Instant, { from, until }: Verdict): boolean =>
  Date.parse(from) <= Date.parse(at) && Date.parse(at) < Date.parse(until);

/** What `verifySignatures` says of it at this moment, be it found now or kept. */
export const judgeOnce = async (
  { verdicts, clock }: Needs<'verdicts' | 'clock'>,
  { pdf, sha256: file, kept }: Asked,
  believesClaims: boolean,
  trusted: Pick<VerificationOptions, 'anchors' | 'former'>,
): Promise<SignatureReport> => {
  const at = clock.now();
  const asked = { ...trusted, ...(!believesClaims && { now: new Date(at) }) };
  const by = judgedBy(asked, verdicts);
  if (kept?.by === by && isBetween(at, kept)) return kept.report;
  const report = await verifySignatures(pdf, asked);
  const ends = Date.parse(at) + KEPT_MS;
  const until = instantOf(Math.min(ends, Date.parse(report.holdsUntil ?? instantOf(ends))));
  const verdict = { sha256: file, by, from: at, until, report };
  if (isBetween(at, verdict)) await verdicts.keep(verdict);
  return report;
};
