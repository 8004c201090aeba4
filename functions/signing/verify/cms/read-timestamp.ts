// Since when does something exist, by the word of a timestamp server? RFC 3161, 2.4.2.
import type { X509Certificate } from 'node:crypto';
import {
  digestOf,
  type HashName,
  hashOf,
  isWeak,
  type SignatureScheme,
} from '../../signature-algorithm.ts';
import { TooMuchWork } from '../effort.ts';
import { cannotJudge, invalid, type Judgement, VALID } from '../judgement.ts';
import type { AtHand } from './at-hand.ts';
import { elementAt, expect, isSameBytes, membersOf, octetsOf, TAG, timeOf } from './ber.ts';
import { judgeSigner } from './judge-signer.ts';
import { nameOf, type ReadCms, TIMESTAMP_INFO } from './read-cms.ts';

export type TimestampFlaw = 'timestamp_of_something_else' | 'timestamp_wrong';
export type TimestampRiddle =
  | 'timestamp_malformed'
  | 'timestamp_algorithm_unknown'
  | 'timestamp_hash_weak';

export type ReadTimestamp = {
  time: Date;
  /** The server's; undefined when it is not there. */
  certificate: X509Certificate | undefined;
  hash: HashName | undefined;
  scheme: SignatureScheme | undefined;
  /** The token is about what was asked, and its key signed it; trust is another question. */
  integrity: Judgement<TimestampFlaw, TimestampRiddle>;
};

/**
 * Undefined when the CMS is no timestamp at all.
 *
 * @param imprint the digest of what the token should be about
 * @throws TooMuchWork
 */
export const readTimestamp = (
  cms: ReadCms,
  imprint: (hash: HashName) => Uint8Array,
  atHand: AtHand,
): ReadTimestamp | undefined => {
  const { content } = cms;
  if (cms.contentType !== TIMESTAMP_INFO || content === undefined) return undefined;
  try {
    const [, , messageImprint, , time] = membersOf(expect(elementAt(content), TAG.sequence));
    const [algorithm, stated] = membersOf(messageImprint);
    const signed = {
      type: TIMESTAMP_INFO,
      digest: (hash: HashName) => {
        atHand.effort.spendOnHash(content.length);
        return digestOf(hash, content);
      },
      bytes: () => content,
    };
    const { certificate, hash, scheme, judgement } = judgeSigner(cms, signed, atHand);
    const imprintHash = algorithm && hashOf({ algorithmId: nameOf(algorithm) });
    const integrity = (): ReadTimestamp['integrity'] => {
      if (atHand.isOurs && !cms.isToTheLetter) return cannotJudge('timestamp_malformed');
      if (judgement.verdict === 'invalid') return invalid('timestamp_wrong');
      if (judgement.verdict === 'cannotJudge' && judgement.because === 'attributes_not_der') {
        return cannotJudge('timestamp_malformed');
      }
      if (judgement.verdict === 'cannotJudge' || imprintHash === undefined) {
        return cannotJudge('timestamp_algorithm_unknown');
      }
      if (!isSameBytes(imprint(imprintHash), octetsOf(stated))) {
        return invalid('timestamp_of_something_else');
      }
      const hashes = [imprintHash, hash ?? 'md5', scheme?.hash ?? 'md5'];
      return hashes.some(isWeak) ? cannotJudge('timestamp_hash_weak') : VALID;
    };
    return { time: timeOf(time), certificate, hash, scheme, integrity: integrity() };
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return undefined;
  }
};
