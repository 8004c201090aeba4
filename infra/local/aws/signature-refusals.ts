// In which words does AWS refuse a signature? Each protocol has codes of its own for the same faults.
import { AwsError } from './aws-error.ts';
import type { Protocol } from './protocols.ts';

type Problem =
  | 'missing'
  | 'malformed'
  | 'unknownKey'
  | 'mismatch'
  | 'skewed'
  | 'expired'
  | 'unsignedHeaders'
  | 'otherBody';

const message: Record<Problem, string> = {
  missing: 'Request is missing Authentication Token',
  malformed: 'The authorization is malformed.',
  unknownKey: 'The access key is known to nobody here.',
  mismatch: 'The request signature we calculated does not match the signature you provided.',
  skewed: 'The difference between the request time and the current time is too large.',
  expired: 'Request has expired',
  unsignedHeaders: 'There were headers present in the request which were not signed',
  otherBody: 'The provided x-amz-content-sha256 does not match what was computed.',
};

const codes: Record<Protocol, Record<Problem, [status: number, code: string]>> = {
  xml: {
    missing: [403, 'AccessDenied'],
    malformed: [400, 'AuthorizationHeaderMalformed'],
    unknownKey: [403, 'InvalidAccessKeyId'],
    mismatch: [403, 'SignatureDoesNotMatch'],
    skewed: [403, 'RequestTimeTooSkewed'],
    expired: [403, 'AccessDenied'],
    unsignedHeaders: [403, 'AccessDenied'],
    otherBody: [400, 'XAmzContentSHA256Mismatch'],
  },
  json: {
    missing: [400, 'MissingAuthenticationTokenException'],
    malformed: [400, 'IncompleteSignatureException'],
    unknownKey: [400, 'UnrecognizedClientException'],
    mismatch: [400, 'InvalidSignatureException'],
    skewed: [400, 'InvalidSignatureException'],
    expired: [400, 'InvalidSignatureException'],
    unsignedHeaders: [400, 'InvalidSignatureException'],
    otherBody: [400, 'InvalidSignatureException'],
  },
};

/** Refuses in the protocol's own code. */
export const refuse = (problem: Problem, protocol: Protocol): AwsError => {
  const [status, code] = codes[protocol][problem];
  return new AwsError(status, code, message[problem]);
};
