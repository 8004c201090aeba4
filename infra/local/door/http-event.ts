// What does a function learn of a request? Version 2.0 of API Gateway's event.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ACCOUNT } from '../aws/place.ts';

/** What the gateway hands over as text; everything else is base64. */
const IS_TEXT = /^(text\/|application\/([\w.-]+\+)?(json|xml)|application\/javascript)/i;

type Matched = { routeKey: string; parameters: Record<string, string> };

export const eventOf = (
  request: IncomingMessage,
  { routeKey, parameters }: Matched,
  url: URL,
  body: Buffer,
  claims: Record<string, string> | undefined,
) => {
  const { cookie, ...headers } = request.headers;
  const isText = IS_TEXT.test(request.headers['content-type'] ?? '');
  const query = [...new Set(url.searchParams.keys())].map((key) => [
    key,
    url.searchParams.getAll(key).join(','),
  ]);
  const now = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie && { cookies: cookie.split('; ') }),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    ...(query.length > 0 && { queryStringParameters: Object.fromEntries(query) }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
      domainName: request.headers.host,
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
};
