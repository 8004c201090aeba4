// How is the web app served here? As CloudFront serves it: the built files, text compressed, index.html
// for every path of the app's own, and the headers that the deployed distribution sends.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { SECURITY_HEADERS } from '../../constructs/security-headers.ts';
import { compressed } from './compressed.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webp': 'image/webp',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export type RequestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => void | Promise<void>;

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Serves `folder`, which need not be there yet. `policy` says what a page may do, and whom it may speak to. */
export const webFiles =
  (folder: string, policy: string | undefined): RequestHandler =>
  async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    const wanted = join(folder, normalize(pathname));
    const index = join(folder, 'index.html');
    const file = (await isFile(wanted)) ? wanted : index;
    if (!(await isFile(file)) || !['GET', 'HEAD'].includes(request.method ?? '')) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const smaller = await compressed(file, type, accepted);
    response.writeHead(200, {
      'content-type': type,
      ...(smaller && { 'content-encoding': smaller.way }),
      vary: 'accept-encoding',
      // Built files carry a hash in their names; the page that names them must be asked for anew.
      'cache-control': pathname.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      ...(policy !== undefined && { 'content-security-policy': policy }),
      ...SECURITY_HEADERS,
    });
    if (request.method === 'HEAD') response.end();
    else if (smaller) response.end(smaller.bytes);
    else createReadStream(file).pipe(response);
  };
