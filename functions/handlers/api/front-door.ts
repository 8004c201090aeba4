// Did this come by the front door? CloudFront shows a key with whatever it passes on; who calls the gateway by its own address,
// past CloudFront's limits and logs, has none.
import { createHash, timingSafeEqual } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { setting } from '../../adapters/environment.ts';
import { FRONT_DOOR_KEY } from '../../contracts/agreed-names.ts';
import { log } from '../log.ts';
import { type House, problem } from './house-app.ts';

/** What an HTTP API sends; names of headers come in lower case. */
type GatewayEvent = Extract<LambdaEvent, { routeKey: string }>;

/** All of one length, so that a comparison takes as long wherever two differ, and tells nothing of how long a key is. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const refuse = handle(new OpenAPIHono<House>().all('*', () => problem('door_wrong')));

/** A handler of what came by the front door, whoever may ask it: the app hears of nothing else. */
export const behindTheFrontDoor = (app: OpenAPIHono<House>) => {
  const answer = handle(app);
  const keys = setting('FRONT_DOOR_KEYS').split(' ').map(digestOf);
  return (event: GatewayEvent, context?: LambdaContext) => {
    const shown = digestOf(event.headers[FRONT_DOOR_KEY] ?? '');
    // All of them are compared, whichever it is.
    const matching = keys.filter((key) => timingSafeEqual(key, shown));
    if (matching.length > 0) return answer(event, context);
    log('warn', 'not by the front door');
    return refuse(event, context);
  };
};
