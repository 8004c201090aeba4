// Who sent this request, and is it what they signed? Signature Version 4, in headers and in presigned links,
// checked with AWS's own canonical form (docs: "AWS Signature Version 4 for API requests").
import {
  createHash,
  createHmac,
  createSecretKey,
  type Hash,
  type Hmac,
  hash,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import {
  ALGORITHM_IDENTIFIER,
  createScope,
  getCanonicalHeaders,
  getSigningKey,
  MAX_PRESIGNED_TTL,
  SignatureV4Base,
  UNSIGNED_PAYLOAD,
} from '@smithy/signature-v4';
import { AwsError } from './aws-error.ts';
import type { Protocol } from './protocols.ts';
import type { AwsRequest, Caller } from './service.ts';
import { refuse } from './signature-refusals.ts';

/** AWS lets a caller's clock be this far off. */
const skewMs = 15 * 60 * 1000;

/** The SDK sends a body whose length it cannot know in chunks, with its checksum behind it. */
export const UNSIGNED_TRAILER = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/** What a request says about its own signature; nothing in it is believed before it is checked. */
type Claim = {
  accessKeyId: string;
  scope: Scope;
  signedHeaders: string[];
  signature: string;
  longDate: string;
  /** Seconds, for a presigned link only. */
  expires?: number;
};

type Scope = { date: string; region: string; service: string };

/** The caller whose signature holds, and the service it was made for. */
export type Authenticated = { caller: Caller; service: string };

/**
 * Finds the caller whose secret signed this request. Refuses what is unsigned, forged, expired, out
 * of time, or carries another body or unsigned `x-amz-` headers.
 */
export const authenticate = async (
  request: AwsRequest,
  callers: Caller[],
  protocol: Protocol,
  now: Date,
): Promise<Authenticated> => {
  const claim = readClaim(request, protocol);
  checkTime(claim, protocol, now);
  const caller = callers.find(({ accessKeyId }) => accessKeyId === claim.accessKeyId);
  if (!caller) throw refuse('unknownKey', protocol);
  checkHeadersSigned(request, claim, protocol);
  const bodyHash = hash('sha256', request.body, 'hex');
  const payloadHash = payloadHashOf(request, claim, bodyHash);
  const text = await stringToSign(request, claim, payloadHash);
  if (!(await hasSigned(caller, claim.scope, text, claim.signature))) {
    throw refuse('mismatch', protocol);
  }
  checkBody(bodyHash, payloadHash, protocol);
  return { caller, service: claim.scope.service };
};

/** For each caller one a day, region and service: to derive it, and to look for it by yet another hash, costs more than to sign. */
const signingKeys = new WeakMap<Caller, Map<string, KeyObject>>();

/** Whether this caller has signed a text for one day, region and service. Only then is the key kept: anybody may claim anything. */
export const hasSigned = async (
  caller: Caller,
  { date, region, service }: Scope,
  text: string,
  signature: string,
): Promise<boolean> => {
  const known = signingKeys.get(caller) ?? new Map<string, KeyObject>();
  signingKeys.set(caller, known);
  const name = `${date}/${region}/${service}`;
  const key =
    known.get(name) ?? createSecretKey(await getSigningKey(Sha256, caller, date, region, service));
  const holds = sameHex(createHmac('sha256', key).update(text).digest('hex'), signature);
  if (holds) known.set(name, key);
  return holds;
};

/** Compares two hex signatures in a time that tells nothing about where they differ. */
const sameHex = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Reads `key/date/region/service/aws4_request`. */
export const readCredential = (
  credential: string,
  protocol: Protocol,
): { accessKeyId: string; scope: Scope } => {
  const [accessKeyId, date, region, service, end] = credential.split('/');
  const isDay = /^\d{8}$/.test(date ?? '');
  if (!accessKeyId || !date || !isDay || !region || !service || end !== 'aws4_request') {
    throw refuse('malformed', protocol);
  }
  return { accessKeyId, scope: { date, region, service } };
};

const readClaim = (request: AwsRequest, protocol: Protocol): Claim => {
  const { headers, query } = request;
  const authorization = headers.authorization;
  if (authorization === undefined && !query.has('X-Amz-Signature')) {
    throw refuse('missing', protocol);
  }
  const inHeader = new Map(
    authorization
      ?.slice(ALGORITHM_IDENTIFIER.length)
      .split(',')
      .map((part): [string, string] => {
        const [name = '', ...value] = part.trim().split('=');
        return [name, value.join('=')];
      }),
  );
  const algorithm = authorization?.split(' ')[0] ?? query.get('X-Amz-Algorithm');
  const part = (name: string) =>
    authorization === undefined ? query.get(`X-Amz-${name}`) : inHeader.get(name);
  const longDate = authorization === undefined ? query.get('X-Amz-Date') : headers['x-amz-date'];
  const signature = part('Signature');
  const signedHeaders = part('SignedHeaders')?.split(';');
  const expires = authorization === undefined ? Number(query.get('X-Amz-Expires')) : undefined;
  if (algorithm !== ALGORITHM_IDENTIFIER || !longDate || !signature || !signedHeaders) {
    throw refuse('malformed', protocol);
  }
  return {
    ...readCredential(part('Credential') ?? '', protocol),
    signedHeaders,
    signature,
    longDate,
    ...(expires !== undefined && { expires }),
  };
};

const checkTime = (claim: Claim, protocol: Protocol, now: Date): void => {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(claim.longDate) ?? [];
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(signedAt) || !claim.longDate.startsWith(claim.scope.date)) {
    throw refuse('malformed', protocol);
  }
  const age = now.getTime() - signedAt;
  if (claim.expires === undefined) {
    if (Math.abs(age) > skewMs) throw refuse('skewed', protocol);
    return;
  }
  // AWS presigns for seven days at most.
  if (!(claim.expires >= 1 && claim.expires <= MAX_PRESIGNED_TTL)) {
    throw refuse('malformed', protocol);
  }
  if (age < -skewMs) throw refuse('skewed', protocol);
  if (age > claim.expires * 1000) throw refuse('expired', protocol);
};

const checkHeadersSigned = (request: AwsRequest, claim: Claim, protocol: Protocol): void => {
  const mustBeSigned = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'));
  const unsigned = ['host', ...mustBeSigned].some((name) => !claim.signedHeaders.includes(name));
  const absent = claim.signedHeaders.some((name) => request.headers[name] === undefined);
  if (unsigned || absent) throw refuse('unsignedHeaders', protocol);
};

const payloadHashOf = (request: AwsRequest, claim: Claim, bodyHash: string): string => {
  const declared =
    request.headers['x-amz-content-sha256'] ?? request.query.get('X-Amz-Content-Sha256');
  if (declared) return declared;
  return claim.expires === undefined ? bodyHash : UNSIGNED_PAYLOAD;
};

/** Only S3 takes a body that is not part of the signature, and only in two of its forms. */
const checkBody = (bodyHash: string, payloadHash: string, protocol: Protocol): void => {
  if (payloadHash === bodyHash) return;
  if (protocol === 'json' || /^[0-9a-f]{64}$/.test(payloadHash)) {
    throw refuse('otherBody', protocol);
  }
  if (payloadHash !== UNSIGNED_PAYLOAD && payloadHash !== UNSIGNED_TRAILER) {
    throw new AwsError(501, 'NotImplemented', `Bodies sent as ${payloadHash} are not read here.`);
  }
};

const stringToSign = async (
  request: AwsRequest,
  claim: Claim,
  payloadHash: string,
): Promise<string> => {
  const { date, region, service } = claim.scope;
  const headers = Object.fromEntries(
    claim.signedHeaders.map((name) => [name, request.headers[name] ?? '']),
  );
  const query: Record<string, string[]> = {};
  for (const name of new Set(request.query.keys())) query[name] = request.query.getAll(name);
  const form = service === 's3' ? AS_SENT : ESCAPED;
  return form.stringToSign(
    { method: request.method, path: request.path, query, headers, protocol: 'http:', hostname: '' },
    getCanonicalHeaders({ ...emptyRequest, headers }, new Set(), new Set(claim.signedHeaders)),
    payloadHash,
    claim.longDate,
    createScope(date, region, service),
  );
};

type SmithyRequest = Parameters<typeof getCanonicalHeaders>[0];

const emptyRequest = { method: '', path: '', protocol: 'http:', hostname: '', headers: {} };

type Data = string | ArrayBuffer | ArrayBufferView;

const bytesOf = (data: Data): string | Uint8Array => {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};

/** Node's SHA-256, as the SDK's signer asks for it: with a secret it is an HMAC. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: Data) {
    this.#hash =
      secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: Data): void {
    this.#hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
}

/** AWS's canonical request, from the class the SDK itself signs with. */
class CanonicalForm extends SignatureV4Base {
  constructor(uriEscapePath: boolean) {
    // Who signs, where and for what is said in the string to sign, and nowhere in this form.
    const nobody = {
      region: '',
      service: '',
      credentials: { accessKeyId: '', secretAccessKey: '' },
    };
    super({ ...nobody, sha256: Sha256, uriEscapePath });
  }

  stringToSign(
    request: SmithyRequest,
    headers: Record<string, string>,
    payloadHash: string,
    longDate: string,
    scope: string,
  ): Promise<string> {
    const canonical = this.createCanonicalRequest(request, headers, payloadHash);
    return this.createStringToSign(longDate, scope, canonical, ALGORITHM_IDENTIFIER);
  }
}

/** S3 signs the path as sent; every other service signs it escaped once more. */
const [AS_SENT, ESCAPED] = [new CanonicalForm(false), new CanonicalForm(true)];
