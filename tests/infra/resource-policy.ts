// May this service do this to a topic, a queue or a bucket? AWS's rule over the resource's own policy: what no statement
// allows is denied to a service, and a Deny beats every Allow.
import * as z from 'zod';

const oneOrMore = z.unknown().transform((value) => [value].flat().map(written));

/** References stay as they are: the same reference is the same thing. */
const written = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.preprocess(
    (principal) => (principal === '*' ? { AWS: '*' } : principal),
    z.record(z.string(), oneOrMore),
  ),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).default({}),
});
const ResourcePolicy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });
type Statement = z.infer<typeof Statement>;

/** A call as the resource sees it; `context` by AWS's condition keys, a reference as the template writes it. */
export type ServiceCall = {
  service: string;
  action: string;
  resource: unknown;
  context: Record<string, unknown>;
};

const like = (pattern: string, value: string): boolean => {
  const source = pattern.replace(/[\\^$.+()[\]{}|?]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 's').test(value);
};

const speaksOf = ({ Principal, Action, Resource }: Statement, call: ServiceCall): boolean => {
  const meant = Principal.AWS?.includes('*') || Principal.Service?.includes(call.service);
  return (
    meant === true &&
    Action.some((action) => like(action.toLowerCase(), call.action.toLowerCase())) &&
    Resource.some((resource) => like(resource, written(call.resource)))
  );
};

const COMPARISONS: Record<string, (pattern: string, value: string) => boolean> = {
  StringEquals: (pattern, value) => pattern === value,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (pattern, value) => pattern === value,
};

const holds = ({ Condition }: Statement, { context }: ServiceCall): boolean =>
  Object.entries(Condition).every(([operator, keys]) => {
    const compare = COMPARISONS[operator];
    if (!compare) throw new Error(`Nobody here can judge ${operator}`);
    return Object.entries(keys).every(
      ([key, patterns]) =>
        context[key] !== undefined &&
        patterns.some((pattern) => compare(pattern, written(context[key]))),
    );
  });

/** Judges one call against the policies of a resource. */
export const lets = (policies: Record<string, unknown>[], call: ServiceCall): boolean => {
  const statements = policies
    .flatMap((policy) => ResourcePolicy.parse(policy).PolicyDocument.Statement)
    .filter((statement) => speaksOf(statement, call) && holds(statement, call));
  return statements.length > 0 && statements.every(({ Effect }) => Effect === 'Allow');
};
