// Who proves when a signature was made? The first of several timestamp servers that gives a sound answer.
import { createHash } from 'node:crypto';
import { Refusal, Unavailable } from '../../domain/refusal.ts';
import { TIMESTAMP_BYTES } from './signature-slot.ts';
import { type TimestampQuery, timestampQuery, tokenIn } from './timestamp-token.ts';

/** A server that speaks RFC 3161, wherever it is: a TimeStampReq in, a TimeStampResp out, both DER. */
export type TimestampServer = {
  /** As it is named to people when it fails. */
  name: string;
  /** Answers within a bound of time and size, or throws. What it answers is not trusted. */
  ask(query: Uint8Array): Promise<Uint8Array>;
};

export type Timestamping = {
  /** Asked in this order, until one answers. */
  servers: readonly TimestampServer[];
  /** Without an answer from any: no signature, or one without a timestamp (B-B). */
  whenNoneAnswers: 'refuse' | 'goOn';
};

export const NO_TIMESTAMP: Timestamping = { servers: [], whenNoneAnswers: 'goOn' };

export type Timestamped = {
  /** Undefined when no server gave one. */
  token: Uint8Array | undefined;
  failedServers: { server: string; because: string }[];
};

/**
 * A token for a signature value (CAdES signature-time-stamp, EN 319 122-1, 5.3).
 *
 * @throws Unavailable when none answers and that is to be refused: the same call may succeed later
 */
export const timestampOf = async (
  signature: Uint8Array,
  { servers, whenNoneAnswers }: Timestamping,
): Promise<Timestamped> => {
  const query = timestampQuery(createHash('sha256').update(signature).digest());
  const failedServers: Timestamped['failedServers'] = [];
  for (const server of servers) {
    const answer = await askOne(server, query);
    if ('token' in answer) return { token: answer.token, failedServers };
    failedServers.push({ server: server.name, because: answer.because });
  }
  if (whenNoneAnswers === 'refuse') throw new Unavailable('every timestamp server');
  return { token: undefined, failedServers };
};

/**
 * The dry run, before a number is taken, where signing without a timestamp would be refused: does any server answer now?
 *
 * @throws Refusal `timestamp_unavailable`
 */
export const rehearseTimestamp = async (timestamping: Timestamping): Promise<void> => {
  if (timestamping.whenNoneAnswers === 'goOn') return;
  const { token } = await timestampOf(PROBE, { ...timestamping, whenNoneAnswers: 'goOn' });
  if (token === undefined) throw new Refusal('timestamp_unavailable');
};

/** Stamped to see whether a server answers; it is nobody's signature. */
const PROBE = new TextEncoder().encode('Trinh Ky: does this server answer?');

const askOne = async (
  server: TimestampServer,
  query: TimestampQuery,
): Promise<{ token: Uint8Array } | { because: string }> => {
  try {
    const token = tokenIn(await server.ask(query.bytes), query);
    if (token.length > TIMESTAMP_BYTES) return { because: 'the token is too long' };
    return { token };
  } catch (error) {
    return { because: error instanceof Error ? error.message : String(error) };
  }
};
