// How is a timestamp server asked? One POST over HTTP (RFC 3161, 3.4), bounded in time and size.
import type { TimestampServer } from '../signing/sign/timestamp.ts';
import { bounded } from './bounded.ts';

/** People wait for a signature, and the next server may answer at once: a sound one needs a tenth of this. */
const LONGEST_WAIT = 5_000;

/** Bytes. A token with its certificates takes 3 to 6 kB, and no more than 8 find room in the file. */
const LONGEST_ANSWER = 16_384;

/** The server at an address, known to people by its host. */
export const timestampServerAt = (
  url: string,
  longestWait: number = LONGEST_WAIT,
): TimestampServer => ({
  name: new URL(url).host,
  ask: async (query) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
      },
      body: new Uint8Array(query),
      redirect: 'error',
      signal: AbortSignal.timeout(longestWait),
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new Error(`the server answers with HTTP status ${response.status}`);
    }
    return bounded(response.body, LONGEST_ANSWER);
  },
});
