// Does the policy judge say what IAM would say, and no where it cannot know?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorize } from '../../../infra/local/aws/policies.ts';
import type { Need, PolicyStatement } from '../../../infra/local/aws/service.ts';

const table = 'arn:aws:dynamodb:r:1:table/desk';
const need: Need = { action: 'dynamodb:PutItem', resources: [table], context: {} };
const allow: PolicyStatement = { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: table };

const allowed = (statement: PolicyStatement, asked: Partial<Need> = {}): boolean =>
  authorize([statement], { ...need, ...asked }).allowed;

const under = (
  operator: string,
  key: string,
  wanted: string | string[],
  ...values: string[]
): boolean => {
  const context: Need['context'] = values.length > 0 ? { [key]: values } : {};
  return allowed({ ...allow, Condition: { [operator]: { [key]: wanted } } }, { context });
};

test('nothing is allowed that no statement allows', () => {
  expect(authorize([], need)).toEqual({
    allowed: false,
    why: 'no identity-based policy allows the dynamodb:PutItem action',
  });
});

test('a deny beats every allow, in whatever order they stand', () => {
  const statements = fc.shuffledSubarray<PolicyStatement>(
    [allow, { ...allow, Action: '*' }, { ...allow, Sid: 'Never', Effect: 'Deny' }, allow],
    { minLength: 4 },
  );
  fc.assert(
    fc.property(statements, (shuffled) => {
      expect(authorize(shuffled, need).why).toBe('an explicit deny in the statement Never');
    }),
  );
});

test('another statement never takes away what is allowed, unless it denies', () => {
  const words = fc.constantFrom('*', 'dynamodb:*', 's3:GetObject', 'dynamodb:Put????', table);
  const statement = fc.record({
    Effect: fc.constant('Allow' as const),
    Action: words,
    Resource: words,
  });
  fc.assert(
    fc.property(fc.array(statement), (others) => {
      expect(authorize([...others, allow], need).allowed).toBe(true);
    }),
  );
});

test('actions are matched without regard to case, resources with it', () => {
  expect(allowed({ ...allow, Action: 'DynamoDB:put*' })).toBe(true);
  expect(allowed({ ...allow, Resource: table.toUpperCase() })).toBe(false);
});

test('a wildcard matches any text, and the rest of a pattern is plain text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const resource = `${before}anything${after}`;
      const plain = (text: string) => text.replace(/[*?]/g, '?');
      const pattern = `${plain(before)}*${plain(after)}`;
      expect(allowed({ ...allow, Resource: pattern }, { resources: [resource] })).toBe(true);
    }),
  );
  expect(allowed({ ...allow, Resource: '.*' })).toBe(false);
  expect(allowed({ ...allow, Resource: 'arn:aws:dynamodb:r:1:table/des?' })).toBe(true);
});

test('every resource of a call must be allowed', () => {
  expect(allowed(allow, { resources: [table, `${table}/index/byList`] })).toBe(false);
});

test('NotAction and NotResource allow the rest', () => {
  expect(allowed({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })).toBe(true);
  expect(allowed({ Effect: 'Allow', NotAction: 'dynamodb:*', Resource: '*' })).toBe(false);
  expect(allowed({ Effect: 'Allow', Action: '*', NotResource: `${table}*` })).toBe(false);
});

test('conditions hold as IAM reads them', () => {
  const key = 'dynamodb:LeadingKeys';

  expect(under('ForAllValues:StringLike', key, ['A#*', 'B#*'], 'A#1', 'B#2')).toBe(true);
  expect(under('ForAllValues:StringLike', key, 'A#*', 'A#1', 'B#2')).toBe(false);
  expect(under('ForAllValues:StringEquals', key, ['A', 'B'], 'B')).toBe(true);
  expect(under('ForAnyValue:StringLike', key, 'A#*', 'A#1', 'B#2')).toBe(true);
  expect(under('ForAnyValue:StringLike', key, 'A#*', 'B#2')).toBe(false);
  expect(under('StringEquals', 's3:prefix', 'a', 'a')).toBe(true);
  expect(under('StringEquals', 's3:prefix', 'a*', 'ab')).toBe(false);
  expect(under('StringLike', 's3:prefix', 'a*', 'ab')).toBe(true);
});

test('a key that a call does not have fails a plain condition, but not IfExists or ForAllValues', () => {
  expect(under('StringEquals', 's3:prefix', 'a')).toBe(false);
  expect(under('StringEqualsIfExists', 's3:prefix', 'a')).toBe(true);
  expect(under('ForAnyValue:StringLike', 'dynamodb:LeadingKeys', '*')).toBe(false);
  expect(under('ForAllValues:StringLike', 'dynamodb:LeadingKeys', 'A#*')).toBe(true);
});

test('a deny of everything that is not TLS lets local calls pass, as they pass on AWS', () => {
  const tlsOnly: PolicyStatement = {
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };

  expect(authorize([tlsOnly, allow], need).allowed).toBe(true);
});

test('what cannot be judged is denied and named, even beside a plain allow', () => {
  const conditions: [PolicyStatement['Condition'] & object, string][] = [
    [{ NumericLessThan: { 's3:max-keys': 10 } }, 'operator NumericLessThan'],
    [{ StringEquals: { 'aws:PrincipalTag/room': 'a' } }, 'key aws:PrincipalTag/room'],
    [{ StringEquals: { 'aws:ResourceTag/room': 'a' } }, 'key aws:ResourceTag/room'],
    [{ StringEquals: { 's3:prefix': ['$', '{aws:username}'].join('') } }, 'policy variable'],
  ];
  for (const [Condition, reason] of conditions) {
    const verdict = authorize([{ ...allow, Condition }, allow], need);
    expect(verdict.allowed).toBe(false);
    expect(verdict.why).toContain(reason);
  }
});
