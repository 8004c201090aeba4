// May a page of another origin read this bucket's answers? The bucket's CORS rules, as S3 reads them.
import { AwsError } from '../aws-error.ts';
import type { AwsAnswer, AwsRequest } from '../service.ts';

export type CorsRule = {
  allowedOrigins: string[];
  allowedMethods: string[];
  allowedHeaders?: string[];
  exposedHeaders?: string[];
  /** Seconds a browser may remember a preflight. */
  maxAge?: number;
};

/** Answers an OPTIONS request: the first rule that allows origin, method and headers, or 403. */
export const preflight = (rules: CorsRule[], request: AwsRequest): AwsAnswer => {
  const method = request.headers['access-control-request-method'] ?? '';
  const asked = wordsOf(request.headers['access-control-request-headers']);
  const rule = ruleFor(rules, request.headers.origin, method, asked);
  if (!rule) {
    const message = 'CORSResponse: This CORS request is not allowed.';
    throw new AwsError(403, 'AccessForbidden', message);
  }
  const headers = {
    ...corsHeaders(rules, request, method),
    ...(asked.length > 0 && { 'access-control-allow-headers': asked.join(', ') }),
    ...(rule.maxAge !== undefined && { 'access-control-max-age': String(rule.maxAge) }),
  };
  return { status: 200, headers, body: Buffer.alloc(0) };
};

/** The headers that let the asking page read an answer; none when no rule does. */
export const corsHeaders = (
  rules: CorsRule[],
  request: AwsRequest,
  method: string = request.method,
): Record<string, string> => {
  const origin = request.headers.origin;
  const rule = ruleFor(rules, origin, method, []);
  if (!rule || origin === undefined) return {};
  const everyone = rule.allowedOrigins.includes('*');
  return {
    'access-control-allow-origin': everyone ? '*' : origin,
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(rule.exposedHeaders && {
      'access-control-expose-headers': rule.exposedHeaders.join(', '),
    }),
    ...(!everyone && { 'access-control-allow-credentials': 'true' }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
};

const ruleFor = (
  rules: CorsRule[],
  origin: string | undefined,
  method: string,
  headers: string[],
): CorsRule | undefined => {
  if (origin === undefined) return undefined;
  return rules.find(
    (rule) =>
      rule.allowedOrigins.some((pattern) => fits(pattern, origin)) &&
      rule.allowedMethods.includes(method) &&
      headers.every((header) =>
        rule.allowedHeaders?.some((pattern) => fits(pattern.toLowerCase(), header)),
      ),
  );
};

/** S3 allows one star in an origin or a header name. */
const fits = (pattern: string, text: string): boolean => {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return text === pattern;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
};

const wordsOf = (list: string | undefined): string[] =>
  (list ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
