// Which routes are there, and which function serves each? The gateway, the OpenAPI document and the tests go through this list.
import * as administration from './routes/administration.ts';
import * as approval from './routes/approval.ts';
import * as archive from './routes/archive.ts';
import * as drafting from './routes/drafting.ts';
import * as enrolment from './routes/enrolment.ts';
import * as inbox from './routes/inbox.ts';
import * as registry from './routes/registry.ts';
import * as session from './routes/session.ts';
import * as verification from './routes/verification.ts';

/** The routes of each API function. */
export const ROUTES = {
  drafting,
  approval,
  registry,
  inbox,
  archive,
  enrolment,
  administration,
  verification,
  session,
};
export type ApiFunction = keyof typeof ROUTES;

export type ApiRoute = {
  function: ApiFunction;
  name: string;
  method: string;
  path: string;
  public: boolean;
};

/** Every route once, as the gateway wants it. */
export const API_ROUTES: ApiRoute[] = Object.entries(ROUTES).flatMap(([served, routes]) =>
  Object.entries(routes).map(([name, { method, path, security }]) => ({
    function: served as ApiFunction,
    name,
    method: method.toUpperCase(),
    path,
    public: security.length === 0,
  })),
);
