// What does the API look like to a program? OpenAPI 3.1, printed from the very routes that are served.
import type { z } from '@hono/zod-openapi';
import { type ApiFunction, ROUTES } from './api.ts';
import { type Names, namedSchemas, nameSchema } from './named-schemas.ts';
import { MEANING } from './problem-answers.ts';
import type { ProblemCode } from './problems.ts';
import { ASIDE, bothForms, type Json, refTo } from './schema-forms.ts';
import { sharedRefusals } from './shared-refusals.ts';

/** What is read of a route here. */
type Route = {
  method: string;
  path: string;
  summary: string;
  security: object[];
  request: {
    params?: z.ZodObject;
    query?: z.ZodObject;
    headers?: z.ZodObject;
    body?: { content: { 'application/json': { schema: z.ZodType } } };
  };
  responses: Record<string, Json & { content?: { 'application/json': { schema: z.ZodType } } }>;
  refuses: readonly ProblemCode[];
};
type Operation = Route & { function: ApiFunction; operationId: string; asksFor: string[] };

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** As they are usually written. */
const headerName = (name: string): string => name.split('-').map(capital).join('-');

/** What an operation must be given, by which it may be told apart from others as to its refusals. */
const askedBy = ({ params, headers, body }: Route['request']): string[] => [
  ...Object.keys(params?.shape ?? {}),
  ...Object.keys(headers?.shape ?? {}).map(headerName),
  ...(body ? ['a body'] : []),
];

const OPERATIONS: Operation[] = Object.entries(ROUTES).flatMap(([served, routes]) =>
  Object.entries(routes as Record<string, unknown>).map(([operationId, route]) => ({
    ...(route as Route),
    function: served as ApiFunction,
    operationId,
    asksFor: askedBy((route as Route).request),
  })),
);

const FUNCTIONS: Record<ApiFunction, string> = {
  drafting: 'Write, look at, submit, withdraw and follow reports',
  approval: 'What waits for a reviewer or a signer, and what they decide',
  registry:
    'What waits for a clerk: the seal, help, held deliveries; the register of what goes out',
  inbox: 'What came to an organization, its receipt; the register of what comes in',
  archive: 'Links to issued files',
  enrolment: 'Keys, certificates and images to sign and seal with',
  administration: 'The directory: organizations, their people, settings and registers',
  session: 'For a browser: stay signed in for a day of work',
  verification: 'For anyone, without signing in: was a file issued here, and who signed it?',
};

const HEADERS = {
  'WWW-Authenticate': {
    description:
      'With 401: how to sign in, and whether it must be anew (RFC 6750; RFC 9470), as the code of the problem says, too. API Gateway may pass it on as x-amzn-Remapped-WWW-Authenticate',
    schema: { type: 'string' },
  },
  'Retry-After': {
    description: 'With 503 of a function: after so many seconds',
    schema: { type: 'integer' },
  },
  'X-Correlation-Id': {
    description:
      'By which the log is searched: the trace-id that was said in traceparent (W3C Trace Context), or one that is made',
    schema: { type: 'string' },
  },
  Revision: {
    description: 'The revision that is answered, to be sent as If-Match with the next change',
    schema: { type: 'string', examples: ['"7"'] },
  },
  Document: {
    description: 'Of these very words, to be sent as If-None-Match',
    schema: { type: 'string' },
  },
  Version: {
    description: 'The version that is answered, to be sent as If-Match with the next change',
    schema: { type: 'string', examples: [`"${'0'.repeat(64)}"`] },
  },
};

const listed = (codes: readonly ProblemCode[]): string => codes.join(', ');

const refusals = sharedRefusals(OPERATIONS);

/**
 * What every route may answer with, besides what it is there for: a function's problem, or the gateway's own words, when it asks
 * no function or none can answer.
 */
const PROBLEM_RESPONSE = {
  description: [
    ...Object.entries(MEANING).map(([status, meaning]) => `${status}: ${meaning}`),
    'Besides as it says itself, an operation may be refused as follows',
    ...[...refusals.once].map(([called, codes]) => `${called}: ${listed(codes)}`),
  ].join('. '),
  headers: {
    'WWW-Authenticate': { $ref: '#/components/headers/WWW-Authenticate' },
    'Retry-After': { $ref: '#/components/headers/Retry-After' },
    'X-Correlation-Id': { $ref: '#/components/headers/X-Correlation-Id' },
  },
  content: {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' } },
  },
};

/** The name of a list is that of what stands in it. */
const listName = (names: Names, schema: z.ZodType): string | null => {
  const { shape } = schema.def as { shape?: Record<string, z.ZodType> };
  const { items, cursor, ...rest } = shape ?? {};
  const { element } = (items?.def ?? {}) as { element?: z.ZodType };
  const row = element && names.get(element)?.id;
  if (row === undefined || Object.keys(rest).length > 0) return null;
  return `${row}${cursor ? 'Page' : 'List'}`;
};

/** A schema by the name that it has, or else by this one. */
const speakOf = (names: Names, schema: z.ZodType, name: string): Json => {
  const id = names.get(schema)?.id ?? name;
  names.add(schema, { id });
  return refTo(id);
};

/** What a request or an answer is. */
const asJson = (names: Names, schema: z.ZodType, name: string) => {
  const called = listName(names, schema) ?? name;
  // Each route makes a list of its own, which is none the less the same.
  const isThere = !names.has(schema) && names._idmap.has(called);
  if (!isThere) nameSchema(names, schema, called);
  const said = isThere ? refTo(called) : speakOf(names, schema, called);
  return { content: { 'application/json': { schema: said } } };
};

const parametersOf = (names: Names, { operationId, request }: Operation): Json[] =>
  (
    [
      ['path', request.params],
      ['query', request.query],
      ['header', request.headers],
    ] as const
  ).flatMap(([where, schema]) =>
    Object.entries((schema?.shape ?? {}) as Record<string, z.ZodType>).map(([name, field]) => {
      const { description } = field;
      return {
        name: where === 'header' ? headerName(name) : name,
        in: where,
        ...(!field.safeParse(undefined).success && { required: true }),
        ...(description !== undefined && { description }),
        schema: speakOf(names, field, `${ASIDE}${operationId}.${where}.${name}`),
      };
    }),
  );

const sendsOf = (names: Names, operation: Operation) => {
  const { operationId, request } = operation;
  const parameters = parametersOf(names, operation);
  const body = request.body?.content['application/json'].schema;
  return {
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, ...asJson(names, body, `${capital(operationId)}Request`) },
    }),
  };
};

const answersOf = (names: Names, { operationId, responses }: Operation): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(responses).map(([status, { content, ...answer }]) => {
      const schema = content?.['application/json'].schema;
      const name = `${capital(operationId)}Response`;
      return [status, { ...answer, ...(schema && asJson(names, schema, name)) }];
    }),
  );

/** A parameter of an operation, and the function that answers that. */
type Asked = { parameter: Json; function: ApiFunction };

/**
 * What several operations say alike is said once, by its own name; of two that share a name, the one that is said more often, and
 * the other by its function's name as well.
 */
const sharedParameters = (asked: Asked[]) => {
  const counted = new Map<string, Asked & { times: number }>();
  for (const each of asked) {
    const said = JSON.stringify(each.parameter);
    counted.set(said, { ...each, times: (counted.get(said)?.times ?? 0) + 1 });
  }
  const shared: Record<string, Json> = {};
  const nameOf = new Map<string, string>();
  const often = [...counted].toSorted(([, one], [, other]) => other.times - one.times);
  for (const [said, { parameter, function: served, times }] of often) {
    const own = String(parameter.name);
    const name = own in shared ? `${served}.${own}` : own;
    if (times === 1 || name in shared) continue;
    shared[name] = parameter;
    nameOf.set(said, name);
  }
  /** Who reads the parameter has read its description. */
  const once = ({ schema, ...parameter }: Json): Json => {
    const { description, ...rest } = schema as Json;
    return { ...parameter, schema: description === parameter.description ? rest : schema };
  };
  const inShort = (parameter: Json): Json => {
    const name = nameOf.get(JSON.stringify(parameter));
    return name === undefined ? once(parameter) : { $ref: `#/components/parameters/${name}` };
  };
  const parameters = Object.entries(shared).map(([name, parameter]) => [name, once(parameter)]);
  return { shared: Object.fromEntries(parameters), inShort };
};

const PROBLEMS = { default: { $ref: '#/components/responses/Problem' } };

const print = (): Record<string, unknown> => {
  const names = namedSchemas();
  const written = OPERATIONS.map((operation) => ({
    sends: sendsOf(names, operation),
    answers: answersOf(names, operation),
  }));
  const {
    schemas,
    sends,
    answers: [answered],
  } = bothForms(
    names,
    written.map((each) => each.sends),
    [written.map((each) => each.answers), PROBLEM_RESPONSE] as const,
  );
  const { shared, inShort } = sharedParameters(
    OPERATIONS.flatMap((operation, at) =>
      (sends[at]?.parameters ?? []).map((parameter) => ({
        parameter,
        function: operation.function,
      })),
    ),
  );
  const paths: Record<string, Record<string, Json>> = {};
  for (const [at, operation] of OPERATIONS.entries()) {
    const { method, path, operationId, summary, security } = operation;
    const refuses = refusals.leftOf(operation);
    const { parameters, ...body } = sends[at] ?? {};
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId,
        tags: [operation.function],
        summary,
        description: refuses.length > 0 ? `Refuses: ${listed(refuses)}` : 'Refuses nothing else',
        ...(security.length === 0 && { security }),
        ...(parameters && { parameters: parameters.map(inShort) }),
        ...body,
        responses: { ...answered[at], ...PROBLEMS },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trình Ký',
      version: '1',
      description: 'Reports from draft to signature to the recipients’ inbox.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ signIn: [] }],
    tags: Object.entries(FUNCTIONS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        signIn: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the sign-in that `/config.json` names',
        },
      },
      parameters: shared,
      headers: HEADERS,
      responses: { Problem: PROBLEM_RESPONSE },
      schemas,
    },
  };
};

let printed: Record<string, unknown> | undefined;

/** The document of all functions' routes together. Printed once: it takes a tenth of a second, and anybody may ask. */
export const openApi = (): Record<string, unknown> => {
  printed ??= print();
  return printed;
};
