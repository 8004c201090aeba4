// Was a certificate, or one that it rests on, revoked when it signed, by the word of what is embedded in the file?
import type { X509Certificate } from 'node:crypto';
import type { Instant } from '../../../domain/ids.ts';
import { instantOf } from '../../../domain/instant-of.ts';
import { type Effort, TooMuchWork } from '../effort.ts';
import { cannotJudge, invalid, type Judgement, VALID } from '../judgement.ts';
import type { EmbeddedData } from './embedded-data.ts';
import { statementInCrl } from './read-crl.ts';
import { statementInOcsp } from './read-ocsp.ts';
import type { Statement } from './statement.ts';

export type Revocation = {
  judgement: Judgement<
    'certificate_revoked' | 'issuer_revoked',
    'revocation_not_embedded' | 'revocation_not_usable' | 'revoked_since'
  >;
  source: Statement['source'] | null;
  /** When the authority said so. */
  saidAt: Instant | null;
};

/**
 * @param chain the certificate and its issuers, nearest first; of the last one nothing is asked
 * @param at the moment of signing; `isProven` when a timestamp says so
 * @throws TooMuchWork
 */
export const judgeRevocation = (
  chain: readonly X509Certificate[],
  data: EmbeddedData,
  { at, isProven }: { at: Date; isProven: boolean },
  effort: Effort,
): Revocation => {
  if (data.crls.length + data.ocsps.length === 0) return unknown('revocation_not_embedded');
  let good: Statement | undefined;
  let missing = chain.length < 2;
  for (const [depth, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[depth + 1];
    if (issuer === undefined) break;
    const statements = statementsAbout(certificate, issuer, data, effort);
    const revoked = statements.find(({ revokedAt }) => revokedAt !== undefined);
    if (revoked?.revokedAt !== undefined) {
      const said = { source: revoked.source, saidAt: instantOf(revoked.thisUpdate) };
      if (revoked.revokedAt <= at) {
        const because = depth === 0 ? 'certificate_revoked' : 'issuer_revoked';
        return { judgement: invalid(because), ...said };
      }
      // A claimed time could be any.
      if (!isProven) return { judgement: cannotJudge('revoked_since'), ...said };
    }
    // Word from before its own end, about a moment after it, says nothing.
    const valid = statements.filter(
      ({ nextUpdate }) => nextUpdate === undefined || nextUpdate >= at,
    );
    if (valid.length === 0 && depth === 0) missing = true;
    if (depth === 0) good = valid[0];
  }
  if (missing || good === undefined) return unknown('revocation_not_usable');
  return { judgement: VALID, source: good.source, saidAt: instantOf(good.thisUpdate) };
};

const unknown = (because: 'revocation_not_embedded' | 'revocation_not_usable'): Revocation => ({
  judgement: cannotJudge(because),
  source: null,
  saidAt: null,
});

const statementsAbout = (
  certificate: X509Certificate,
  issuer: X509Certificate,
  { crls, ocsps }: EmbeddedData,
  effort: Effort,
): Statement[] => [
  ...ocsps.flatMap((ocsp) => readOrPass(() => statementInOcsp(ocsp, certificate, issuer, effort))),
  ...crls.flatMap((crl) => readOrPass(() => statementInCrl(crl, certificate, issuer, effort))),
];

/** What cannot be read says nothing. */
const readOrPass = (read: () => Statement | undefined): Statement[] => {
  try {
    const statement = read();
    return statement === undefined ? [] : [statement];
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return [];
  }
};
