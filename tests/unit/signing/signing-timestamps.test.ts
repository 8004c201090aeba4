// Does a signature get its proof of time, whatever the servers do?
import { createHash, createPublicKey } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { timestampServerAt } from '../../../functions/adapters/timestamp-server.ts';
import type { SigningKey } from '../../../functions/signing/key.ts';
import { signPdf } from '../../../functions/signing/sign/sign-pdf.ts';
import {
  rehearseTimestamp,
  type TimestampServer,
  timestampOf,
} from '../../../functions/signing/sign/timestamp.ts';
import { timestampQuery } from '../../../functions/signing/sign/timestamp-token.ts';
import {
  startTimestampServer,
  timestampReply,
} from '../../../infra/local/trust-services/timestamp-server.ts';
import { opensslVerifyTimestamp, pdfsig, qpdfCheck } from '../../support/files/pdf-tools.ts';
import { aKey, authority, CHAIRMAN, FIELDS, signAndSeal, typstPdf } from './signing-desk.ts';

const blank = typstPdf();
const timestampKey = authority.issueTimestampKey();
const SIGNATURE = new TextEncoder().encode('a signature value');

let url: string;
let stop: () => Promise<void>;
let key: SigningKey;
beforeAll(async () => {
  ({ url, stop } = await startTimestampServer(timestampKey));
  key = await aKey(CHAIRMAN, 'p-256');
});
afterAll(() => stop());

const others: Server[] = [];
afterEach(() => {
  for (const server of others.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const serverThat = async (answers: RequestListener): Promise<string> => {
  const server = createServer(answers).listen(0, '127.0.0.1');
  others.push(server);
  await new Promise((listening) => server.once('listening', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

/** Sound answers, changed on their way. */
const serverWith = (change: (reply: Buffer, query: Uint8Array) => Uint8Array): TimestampServer => ({
  name: 'changed',
  ask: async (query) => change(Buffer.from(timestampReply(query, timestampKey, new Date())), query),
});

const wish = () => ({
  pdf: blank,
  key,
  field: 'Signature1',
  name: CHAIRMAN.commonName,
  at: new Date(),
  newFields: FIELDS,
});

test('openssl accepts the answer of the server on this machine', async () => {
  const query = timestampQuery(createHash('sha256').update(SIGNATURE).digest());
  const reply = await timestampServerAt(url).ask(query.bytes);
  const verified = await opensslVerifyTimestamp(reply, query.bytes, authority.certificatePem);
  expect(verified).toMatchObject({ exitCode: 0, output: expect.stringContaining('OK') });
});

test('a signature is stamped by the first server that answers, and those before it are named', async () => {
  const down = await serverThat((_, response) => response.writeHead(500).end());
  const servers = [timestampServerAt(down), timestampServerAt(url)];
  const signed = await signPdf({ ...wish(), timestamping: { servers, whenNoneAnswers: 'refuse' } });
  expect(signed.level).toBe('B-T');
  expect(signed.failedServers).toEqual([
    { server: new URL(down).host, because: 'the server answers with HTTP status 500' },
  ]);
  expect(await pdfsig(signed.pdf, authority.certificatePem)).toMatchObject([
    { valid: true, trusted: true },
  ]);
});

test('both signatures can be stamped, and the file stays sound', async () => {
  const keys = { chairman: key, agency: await aKey(CHAIRMAN) };
  const timestamping = { servers: [timestampServerAt(url)], whenNoneAnswers: 'refuse' as const };
  const { sealed } = await signAndSeal(blank, keys, new Date(), timestamping);
  expect(await qpdfCheck(sealed)).toMatchObject({ exitCode: 0 });
  expect(await pdfsig(sealed, authority.certificatePem)).toMatchObject([
    { valid: true, trusted: true },
    { valid: true, trusted: true, wholeFile: true },
  ]);
});

test('without servers a signature is of level B-B', async () => {
  expect(await signPdf(wish())).toMatchObject({ level: 'B-B', failedServers: [] });
});

describe('when every server is down', () => {
  const nobody = timestampServerAt('http://127.0.0.1:1/');

  test('the signature is made at B-B, if that is the setting', async () => {
    const timestamping = { servers: [nobody, nobody], whenNoneAnswers: 'goOn' as const };
    const signed = await signPdf({ ...wish(), timestamping });
    expect(signed.level).toBe('B-B');
    expect(signed.failedServers).toHaveLength(2);
    await rehearseTimestamp(timestamping);
  });

  test('signing may be tried again later, if that is the setting, and the rehearsal refuses', async () => {
    const timestamping = { servers: [nobody], whenNoneAnswers: 'refuse' as const };
    await expect(signPdf({ ...wish(), timestamping })).rejects.toMatchObject({
      name: 'Unavailable',
    });
    await expect(rehearseTimestamp(timestamping)).rejects.toMatchObject({
      code: 'timestamp_unavailable',
    });
  });
});

test('a rehearsal passes while one server answers', async () => {
  const servers = [timestampServerAt('http://127.0.0.1:1/'), timestampServerAt(url)];
  await rehearseTimestamp({ servers, whenNoneAnswers: 'refuse' });
});

describe('a server counts as down', () => {
  const failureOf = async (server: TimestampServer): Promise<string | undefined> => {
    const timestamped = await timestampOf(SIGNATURE, {
      servers: [server],
      whenNoneAnswers: 'goOn',
    });
    expect(timestamped.token).toBeUndefined();
    return timestamped.failedServers[0]?.because;
  };

  test('that does not answer in time', async () => {
    const silent = await serverThat(() => undefined);
    expect(await failureOf(timestampServerAt(silent, 50))).toMatch(/timeout/);
  });

  test('that does not stop talking', async () => {
    const endless = await serverThat((_, response) => {
      response.writeHead(200);
      const talk = () => {
        while (response.write(Buffer.alloc(4_096)));
        response.once('drain', talk);
      };
      talk();
    });
    expect(await failureOf(timestampServerAt(endless))).toBe('the answer is too long');
  });

  test('that sends us elsewhere', async () => {
    const detour = await serverThat((_, response) =>
      response.writeHead(302, { location: url }).end(),
    );
    expect(await failureOf(timestampServerAt(detour))).toBeDefined();
  });

  test('that refuses', async () => {
    const server = serverWith(() => timestampReply(Buffer.of(0x30, 0), timestampKey, new Date()));
    expect(await failureOf(server)).toBe('the server refuses, with status 2');
  });

  test('that answers nonsense', async () => {
    expect(await failureOf(serverWith(() => Buffer.from('xin chào')))).toBeDefined();
    expect(await failureOf(serverWith(() => Buffer.of()))).toBeDefined();
  });

  test('that stamps something else', async () => {
    const other = timestampQuery(Buffer.alloc(32)).bytes;
    const server = serverWith(() => timestampReply(other, timestampKey, new Date()));
    expect(await failureOf(server)).toBe('the token is about something else');
  });

  test('that repeats an earlier answer', async () => {
    const digest = createHash('sha256').update(SIGNATURE).digest();
    const earlier = timestampReply(timestampQuery(digest).bytes, timestampKey, new Date());
    expect(await failureOf(serverWith(() => earlier))).toBe('the token answers another question');
  });

  test('whose certificate is not for timestamps', async () => {
    const { privateKey } = authority.issueTimestampKey();
    const certificatePem = authority.certifyKey(
      new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' })),
      CHAIRMAN,
    );
    const server = serverWith((_, query) =>
      timestampReply(query, { privateKey, certificatePem }, new Date()),
    );
    expect(await failureOf(server)).toBe('the certificate of the server is not for timestamps');
  });

  test('that signs with another key than its certificate’s', async () => {
    const forger = { ...timestampKey, privateKey: authority.issueTimestampKey().privateKey };
    const server = serverWith((_, query) => timestampReply(query, forger, new Date()));
    expect(await failureOf(server)).toBe('the signature of the token is wrong');
  });

  test.each([
    ['time', (reply: Buffer) => reply.indexOf(Buffer.from('Z', 'latin1'), reply.indexOf('20')) - 1],
    ['signature', (reply: Buffer) => reply.length - 1],
  ])('whose answer has another %s than it was given', async (_, placeIn) => {
    const server = serverWith((reply) => {
      const place = placeIn(reply);
      reply[place] = (reply[place] ?? 0) ^ 1;
      return reply;
    });
    expect(await failureOf(server)).toBe('the signature of the token is wrong');
  });
});
