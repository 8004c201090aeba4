// May this caller do this? IAM's rule over a role's own statements: denied unless allowed, and a
// Deny beats every Allow. What cannot be judged here is denied, and says so.
import type { Need, PolicyStatement } from './service.ts';

/** `why` names the statement or the missing permission, in words for the developer. */
type Verdict = { allowed: boolean; why: string };

/** The condition keys that the services of this endpoint fill in; any other key cannot be judged. */
const knownKeys = new Set(
  [
    'aws:SecureTransport',
    'dynamodb:Attributes',
    'dynamodb:LeadingKeys',
    'dynamodb:ReturnValues',
    'dynamodb:Select',
    'kms:MessageType',
    'kms:SigningAlgorithm',
    's3:delimiter',
    's3:max-keys',
    's3:prefix',
    's3:VersionId',
  ].map((key) => key.toLowerCase()),
);

/** Tags are known of KMS keys alone; a key without the tag has no value for it. */
const isKnown = (key: string, action: string): boolean => {
  const tagOfKey = action.startsWith('kms:') && /^aws:ResourceTag\//i.test(key);
  return tagOfKey || knownKeys.has(key.toLowerCase());
};

const operator = /^(?:(ForAllValues|ForAnyValue):)?(StringEquals|StringLike|Bool)(IfExists)?$/;

/**
 * Judges one need against a role's statements. Every resource must be allowed.
 * An unknown operator, key or policy variable in a statement that matches action and resource denies.
 */
export const authorize = (statements: PolicyStatement[], need: Need): Verdict => {
  // No local address speaks TLS; on AWS every client of this stack does.
  const context = new Map([['aws:securetransport', ['true']]]);
  for (const [key, values] of Object.entries(need.context)) context.set(key.toLowerCase(), values);
  for (const resource of need.resources) {
    const verdict = judge(statements, need.action, resource, context);
    if (!verdict.allowed) return verdict;
  }
  return { allowed: true, why: `${need.action} is allowed` };
};

const judge = (
  statements: PolicyStatement[],
  action: string,
  resource: string,
  context: Map<string, string[]>,
): Verdict => {
  const outcomes = speakingOf(statements, action)
    .filter((statement) => liesIn(statement, resource))
    .map((statement) => ({ statement, outcome: conditionsMet(statement, action, context) }));
  const unclear = outcomes.find(({ outcome }) => typeof outcome === 'string');
  if (unclear) {
    return {
      allowed: false,
      why: `${naming(unclear.statement)} cannot be judged: ${unclear.outcome}`,
    };
  }
  const met = outcomes.filter(({ outcome }) => outcome === true);
  const denial = met.find(({ statement }) => statement.Effect === 'Deny');
  if (denial) return { allowed: false, why: `an explicit deny in ${naming(denial.statement)}` };
  if (met.length > 0) return { allowed: true, why: `${action} is allowed` };
  const because = outcomes.length > 0 ? ' under these conditions' : '';
  return { allowed: false, why: `no identity-based policy allows the ${action} action${because}` };
};

const naming = (statement: PolicyStatement): string =>
  statement.Sid === undefined ? 'a statement' : `the statement ${statement.Sid}`;

/** Of a role's statements those that speak of an action: there are few actions, and the same few statements each time. */
const spoken = new WeakMap<PolicyStatement[], Map<string, PolicyStatement[]>>();

const speakingOf = (statements: PolicyStatement[], action: string): PolicyStatement[] => {
  const known = spoken.get(statements) ?? new Map<string, PolicyStatement[]>();
  spoken.set(statements, known);
  const speaking = known.get(action) ?? statements.filter((one) => speaks(one, action));
  known.set(action, speaking);
  return speaking;
};

const speaks = ({ Action, NotAction }: PolicyStatement, action: string): boolean => {
  const like = (pattern: string) => wildcard(pattern, 'is').test(action);
  if (Action) return listOf(Action).some(like);
  return NotAction !== undefined && !listOf(NotAction).some(like);
};

const liesIn = ({ Resource, NotResource }: PolicyStatement, resource: string): boolean => {
  const at = (pattern: string) => wildcard(pattern, 's').test(resource);
  if (Resource) return listOf(Resource).some(at);
  return NotResource !== undefined && !listOf(NotResource).some(at);
};

/** True, false, or the reason why nobody can say. */
const conditionsMet = (
  statement: PolicyStatement,
  action: string,
  context: Map<string, string[]>,
): boolean | string => {
  let met = true;
  for (const [name, keys] of Object.entries(statement.Condition ?? {})) {
    const [, set, comparison, ifExists] = operator.exec(name) ?? [];
    if (comparison === undefined) return `unknown condition operator ${name}`;
    for (const [key, wanted] of Object.entries(keys)) {
      if (!isKnown(key, action)) return `unknown condition key ${key}`;
      const patterns = listOf(wanted).map(String);
      const variable = patterns.find((pattern) => pattern.includes('${'));
      if (variable !== undefined) return `policy variable in ${variable}`;
      const values = context.get(key.toLowerCase()) ?? [];
      met &&=
        ifExists !== undefined && values.length === 0
          ? true
          : holds(set, comparison, values, patterns);
    }
  }
  return met;
};

const holds = (
  set: string | undefined,
  comparison: string,
  values: string[],
  patterns: string[],
): boolean => {
  const matches = (value: string) =>
    patterns.some((pattern) => compare(comparison, value, pattern));
  // ForAllValues holds for a key that is not there at all: IAM's own trap, kept.
  if (set === 'ForAllValues') return values.every(matches);
  if (set === 'ForAnyValue') return values.some(matches);
  return values.length === 1 && values.every(matches);
};

const compare = (comparison: string, value: string, pattern: string): boolean => {
  if (comparison === 'StringLike') return wildcard(pattern, 's').test(value);
  if (comparison === 'Bool') return value.toLowerCase() === pattern.toLowerCase();
  return value === pattern;
};

/** There are as many as the templates' policies name; made anew at every call, they were a tenth of the endpoint's work. */
const patterns = new Map<string, RegExp>();

const wildcard = (pattern: string, flags: string): RegExp => {
  const name = `${flags} ${pattern}`;
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const made = new RegExp(`^${source}$`, flags);
  patterns.set(name, made);
  return made;
};

const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
