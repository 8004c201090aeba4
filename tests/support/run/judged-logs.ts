// Is there anything in a log that must not be there? Every line that a function has printed while the tests ran is looked at, once for
// each kind: whatever people type in any story is Vietnamese, so a letter beyond ASCII is a word of theirs, or a name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { API_ROUTES } from '../../../functions/contracts/api.ts';
import { CorrelationId } from '../../../functions/contracts/correlation.ts';
import { DeliveryId, ReportId, SubmissionId } from '../../../functions/domain/ids.ts';
import { REFUSAL_CODES } from '../../../functions/domain/refusal.ts';
import { HANDLERS } from '../../../infra/constructs/bundle.ts';
import { ADMINISTRATOR, ORGANIZATIONS, OTHERS } from '../../../infra/local/first-day/cast.ts';

/** What each field may hold; there is no other (functions/handlers/log.ts). */
const LINE = z.strictObject({
  timestamp: z.iso.datetime(),
  level: z.enum(['INFO', 'WARN', 'ERROR']),
  message: z.string().regex(/^[a-z ]+$|^it happened: [A-Za-z]+\.$/),
  function: z.enum(HANDLERS),
  correlationId: CorrelationId,
  requestId: z.uuid(),
  route: z.enum(API_ROUTES.map(({ method, path }) => `${method} ${path}`)).optional(),
  state: z
    .string()
    .regex(/^[A-Z][A-Za-z' -]+$/)
    .optional(),
  submissionId: SubmissionId.optional(),
  reportId: ReportId.optional(),
  deliveryId: DeliveryId.optional(),
  code: z.enum(REFUSAL_CODES).optional(),
  status: z.int().optional(),
  ms: z.int().optional(),
  error: z
    .string()
    .regex(/^[\w.,:# -]+$/)
    .nullable()
    .optional(),
  stack: z
    .string()
    .regex(/^( +at [^\n]+(\n|$))*$/)
    .optional(),
  problems: z
    .string()
    .regex(/^[\w., -]*$/)
    .optional(),
  key: z
    .string()
    .regex(/^[A-Z]+#[A-Za-z0-9_#-]*$/)
    .optional(),
  turn: z.int().optional(),
  messageId: z
    .string()
    .regex(/^[\w.-]+$/)
    .optional(),
});

/** What Lambda's own runtime prints of an error that a function throws. */
const RUNTIME_LINE = z.strictObject({
  timestamp: z.iso.datetime(),
  level: z.literal('ERROR'),
  requestId: z.uuid().optional(),
  message: z.enum(['Invoke Error', 'Uncaught Exception']),
  errorType: z.string(),
  errorMessage: z.string(),
  stackTrace: z.array(z.string()).optional(),
});

/** As a search would have them: a letter with a mark is found out as it is. */
const named = [ADMINISTRATOR, ...OTHERS].map(({ id }) => id);
const codes = ORGANIZATIONS.map(({ code }) => code.replaceAll('.', '\\.'));

/** What is looked for in a line as it stands, whatever field it is in. */
const NEVER: Record<string, RegExp> = {
  'a word that somebody typed, or a name': /[^\x20-\x7e]/,
  'a name without its marks': new RegExp(`\\b(${[...named, ...codes].join('|')})\\b`),
  'an address of mail': /@[a-z0-9-]+\.[a-z]/i,
  'the name of a file': /\w\.(docx?|pdf|xlsx?|png|jpe?g|p12|pem)\b/i,
  'a token of the sign-in': /\beyJ[\w-]{8,}|\bBearer\b/,
  'a signed link or form': /X-Amz-|AWSAccessKeyId|\bSignature=|\bPolicy=/i,
  'a key or a certificate': /-----BEGIN|\bMII[A-Za-z0-9+/]{20,}/,
  'a cookie': /cookie/i,
  // Without a slash, since places in files are long; what is longer than a SHA-256.
  'a secret, or a token of the machine': /[A-Za-z0-9+_=-]{65,}/,
  'an address of the network': /\b\d{1,3}(\.\d{1,3}){3}\b/,
  'a browser': /Mozilla|AppleWebKit|user-?agent/i,
  'what was sent or answered': /"(body|payload|headers|input|content|subject|reason|token)"/i,
};

/** What is wrong with one line of a function's log; nothing, as a rule. */
export const faultsIn = (line: string): string[] => {
  const found = Object.entries(NEVER).flatMap(([what, pattern]) =>
    pattern.test(line) ? [what] : [],
  );
  const said = z
    .string()
    .transform(asJson)
    .pipe(z.union([LINE, RUNTIME_LINE]))
    .safeParse(line);
  return said.success ? found : [...found, `no line of the log: ${z.prettifyError(said.error)}`];
};

const asJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

/** Lines that differ in moments, numbers and ids alone are of one kind. */
const kindOf = (line: string): string =>
  line
    .replaceAll(/\b(rpt|sbm|dlv)_[0-9a-z-]+/g, '$1')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}/g, 'id')
    .replaceAll(/\d+/g, '0');

/** The logs of every stack that lies under this folder. */
const logsUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('stack-'))
    .flatMap(({ name }) => {
      const logs = join(folder, name, 'logs');
      return readdirSync(logs).map((file) => join(logs, file));
    });

/** How many lines the stacks of a run have logged, and what is wrong with them, each kind once. */
export const judgeLogs = (folder: string): { lines: number; faults: string[] } => {
  const kinds = new Map<string, string>();
  let lines = 0;
  for (const log of logsUnder(folder)) {
    for (const line of readFileSync(log, 'utf8').split('\n')) {
      if (line === '') continue;
      lines += 1;
      kinds.set(kindOf(line), line);
    }
  }
  const faults = [...kinds.values()].flatMap((line) =>
    faultsIn(line).map((fault) => `${fault}\n    ${line.slice(0, 400)}`),
  );
  return { lines, faults };
};
