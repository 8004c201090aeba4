// Where does mail go here? To aws-ses-v2-local, which keeps it and shows it on a page; nothing is sent.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AwsError } from './aws-error.ts';
import { ACCOUNT, REGION } from './place.ts';
import { jsonAnswer } from './protocols.ts';
import type { Service } from './service.ts';

export type Mail = {
  url: string;
  service: Service;
  /** Shows a letter of Cognito's, which it sends by itself. */
  deliver(letter: { from: string; to: string; subject: string; html: string }): Promise<void>;
  /** Throws all mail away. */
  empty(): Promise<void>;
  stop(): Promise<void>;
};

/** In a thread of its own, because its mailbox is one per module: two stacks must not share it. */
const SERVER = `
const { parentPort } = require('node:worker_threads');
const { default: serve } = require('aws-ses-v2-local');
serve({ host: '127.0.0.1', port: 0 }).then((server) => parentPort.postMessage(server.address().port));
`;

/** The identity that a sender is judged by: the domain of `Văn thư <van-thu@example.com>`. */
const identityOf = (body: Buffer): string => {
  const { FromEmailAddress } = JSON.parse(body.toString() || '{}') as { FromEmailAddress?: string };
  const domain = FromEmailAddress?.match(/@([^>\s]+)>?$/)?.[1] ?? '*';
  return `arn:aws:ses:${REGION}:${ACCOUNT}:identity/${domain}`;
};

/** What is asked of mail besides: everything leaves from here, since nothing leaves the machine. */
const ASKED: { path: RegExp; action: string; about: (name: string) => string; answer: object }[] = [
  {
    path: /^\/v2\/email\/identities\/([^/]+)$/,
    action: 'ses:GetEmailIdentity',
    about: (name) => `arn:aws:ses:${REGION}:${ACCOUNT}:identity/${name}`,
    answer: { VerifiedForSendingStatus: true },
  },
  {
    path: /^\/v2\/email\/account$/,
    action: 'ses:GetAccount',
    about: () => '*',
    answer: { ProductionAccessEnabled: true, SendingEnabled: true },
  },
];

/** It wants to see some signature; the true one was checked before. */
const HEADERS = { 'content-type': 'application/json', authorization: 'AWS4-HMAC-SHA256' };
const OUTBOUND = '/v2/email/outbound-emails';

const serviceAt =
  (url: string): Service =>
  ({ method, path, body }) => {
    for (const { path: place, action, about, answer } of method === 'GET' ? ASKED : []) {
      const found = place.exec(path);
      if (!found) continue;
      const resources = [about(decodeURIComponent(found[1] ?? ''))];
      return {
        action,
        needs: [{ action, resources, context: {} }],
        answer: () => jsonAnswer(answer),
      };
    }
    if (method !== 'POST' || path !== OUTBOUND) {
      throw new AwsError(501, 'NotImplemented', `ses: ${method} ${path} is not answered here.`);
    }
    const action = 'ses:SendEmail';
    const answer = async () => {
      const response = await fetch(new URL(path, url), {
        method,
        headers: HEADERS,
        body: new Uint8Array(body),
      });
      return {
        status: response.status,
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(await response.arrayBuffer()),
      };
    };
    return { action, needs: [{ action, resources: [identityOf(body)], context: {} }], answer };
  };

export const startMail = async (): Promise<Mail> => {
  const worker = new Worker(SERVER, { eval: true, execArgv: [], stdout: true });
  const [port] = await once(worker, 'message');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    service: serviceAt(url),
    deliver: async ({ from, to, subject, html }) => {
      const Charset = 'UTF-8';
      const body = JSON.stringify({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: { Subject: { Data: subject, Charset }, Body: { Html: { Data: html, Charset } } },
        },
      });
      const { ok, status } = await fetch(new URL(OUTBOUND, url), {
        method: 'POST',
        headers: HEADERS,
        body,
      });
      if (!ok) throw new Error(`the local mail answered ${status}`);
    },
    empty: async () => {
      await fetch(new URL('/clear-store', url), { method: 'POST' });
    },
    stop: async () => {
      await worker.terminate();
    },
  };
};
