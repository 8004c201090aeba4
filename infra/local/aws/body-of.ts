// How is the body of a message read? By its events: behind an iterator or a Blob (stream/consumers) stands more machinery
// than a call of AWS has besides.
import type { Readable } from 'node:stream';

/** The whole body, or nothing as soon as it is longer than `most` bytes; the connection outlives that, so that a refusal can be sent. */
export const bodyOf = (
  message: Readable,
  most = Number.POSITIVE_INFINITY,
): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    message.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= most) return;
      message.pause();
      resolve(undefined);
    });
    message.once('end', () => resolve(Buffer.concat(chunks)));
    message.once('error', reject);
    message.once('close', () => reject(new Error('the message ended in the middle')));
  });
