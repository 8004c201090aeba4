// Where does mail go here? To aws-ses-v2-local, which keeps it and shows it on a page; nothing is sent.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export type Mail = { url: string; stop(): Promise<void> };

/** In a thread of its own, because its mailbox is one per module: two stacks must not share it. */
const SERVER = `
const { parentPort } = require('node:worker_threads');
const { default: serve } = require('aws-ses-v2-local');
serve({ host: '127.0.0.1', port: 0 }).then((server) => parentPort.postMessage(server.address().port));
`;

export const startMail = async (): Promise<Mail> => {
  const worker = new Worker(SERVER, { eval: true, execArgv: [], stdout: true });
  const [port] = await once(worker, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await worker.terminate();
    },
  };
};
