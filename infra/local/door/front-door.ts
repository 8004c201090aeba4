// Who answers at the app's address? The API, the sign-in, the web and a few words about the place, by path.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import type { RequestHandler } from './web-files.ts';

/** A port that is taken is a person's to choose; every other failure stays what it is. */
export const orTaken = async <Value>(work: Promise<Value>): Promise<Value> => {
  try {
    return await work;
  } catch (error) {
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code === 'EADDRINUSE') {
      throw new LocalStackError(
        `Port ${port} is taken; choose another with PORT=… or FILES_PORT=… in front of the command.`,
      );
    }
    if (code === 'EACCES') throw new LocalStackError(`Port ${port} may not be used by this user.`);
    throw error;
  }
};

/** Gives the address; port 0 takes a free one. */
const listen = async (server: Server, port: number): Promise<string> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address was given');
  return `http://127.0.0.1:${address.port}`;
};

export type FrontDoor = {
  url: string;
  server: Server;
  /** From now on whoever comes is answered; until then nobody is served (503). */
  open(answer: RequestHandler): void;
  stop(): void;
};

/** Takes the address; port 0 takes a free one. `report` hears of what failed and no client was told of. */
export const takeFrontDoor = async (
  port: number,
  report: (what: string) => void,
): Promise<FrontDoor> => {
  let answer: RequestHandler = (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response)).catch((error) => {
      report(String(error));
      response.destroy();
    });
  });
  const url = await orTaken(listen(server, port));
  return {
    url,
    server,
    open: (answers) => {
      answer = answers;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

type PassingOn = {
  /** Over what a client says itself. */
  added(): Record<string, string>;
  /** Whether the cookies of a request to this path come with it. */
  passesCookies(path: string): boolean;
};

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

/** What comes of a request on its way through CloudFront. */
export const throughCloudFront =
  ({ added, passesCookies }: PassingOn, answer: RequestHandler): RequestHandler =>
  (request, response) => {
    if (!passesCookies(pathOf(request))) delete request.headers.cookie;
    Object.assign(request.headers, added());
    return answer(request, response);
  };

type Answers = { api: RequestHandler; signIn: RequestHandler; web: RequestHandler | undefined };

/** Which part of the house answers which path. */
export const route = (
  url: string,
  mailUrl: string,
  config: string,
  { api, signIn, web }: Answers,
): RequestHandler => {
  const { host } = new URL(url);
  return (request, response) => {
    const path = pathOf(request);
    // A page of another site that was given this machine's address must not be answered as this one.
    if (
      request.headers.host !== host &&
      request.headers.host !== host.replace('127.0.0.1', 'localhost')
    ) {
      response.writeHead(421).end();
      return;
    }
    if (request.headers.host !== host && !path.startsWith('/api/')) {
      // Sign-in belongs to one origin.
      response.writeHead(307, { location: `${url}${request.url}` }).end();
      return;
    }
    if (path.startsWith('/api/')) return api(request, response);
    if (path.startsWith('/oidc/')) return signIn(request, response);
    if (path === '/config.json') {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(config);
      return;
    }
    if (path === '/mail') {
      response.writeHead(302, { location: mailUrl }).end();
      return;
    }
    if (web) return web(request, response);
    response.writeHead(404).end();
  };
};
