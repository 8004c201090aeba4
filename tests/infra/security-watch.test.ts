// Does somebody hear when a key is used, or the way to it changed, by anybody but the system? Judged by events as CloudTrail writes them.
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { fits } from '../../infra/local/events/bus.ts';
import { lets } from './resource-policy.ts';
import { PRODUCTION, synthesize } from './synthesized.ts';

const app = synthesize();
const Rule = z.object({
  Name: z.string(),
  State: z.string(),
  EventPattern: z.record(z.string(), z.unknown()),
  Targets: z.array(
    z.object({
      Arn: z.unknown(),
      InputTransformer: z.object({ InputTemplate: z.unknown() }),
    }),
  ),
});
const rules = app
  .all('AWS::Events::Rule')
  .filter((rule) => JSON.stringify(rule).includes('via CloudTrail'))
  .map((rule) => Rule.parse(rule));

/** Where the stage stands. */
const PLACE: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'ap-southeast-1',
  'AWS::AccountId': '111122223333',
};
const Placed = z.object({ Ref: z.enum(Object.keys(PLACE)) }).transform(({ Ref }) => PLACE[Ref]);
const Joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });

/** References of the template become what stands for them in an event: a place, or the logical id that they name. */
const filledIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  const placed = Placed.safeParse(value);
  if (placed.success) return placed.data;
  const joined = Joined.safeParse(value);
  if (joined.success) return joined.data['Fn::Join'][1].map(filledIn).join('');
  const said = JSON.stringify(value);
  const named =
    /"Fn::(?:ImportValue|GetAtt)"|"Ref"/.test(said) && /(sign|seal)(ServiceRole)?/.exec(said);
  const [[only = ''] = []] = Object.entries(value);
  if (named && /^(Fn::|Ref$)/.test(only)) return named[2] ? `role-${named[1]}` : named[1];
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filledIn(part)]));
};

const patterns = new Map(
  rules.map(({ Name, EventPattern }) => [
    Name.replace('trinh-ky-demo-', ''),
    filledIn(EventPattern) as Record<string, unknown>,
  ]),
);

/** Who called, as CloudTrail says it; a role's session names the role as its issuer. */
const USER = { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/Alice', userName: 'Alice' };
const ROOT = { type: 'Root', arn: 'arn:aws:iam::111122223333:root' };
const withRole = (arn: string) => ({
  type: 'AssumedRole',
  arn: 'arn:aws:sts::111122223333:assumed-role/any/session',
  sessionContext: {
    sessionIssuer: { type: 'Role', arn },
    attributes: { mfaAuthenticated: 'false' },
  },
});
/** With a second factor a user has a session, and nobody who issued it. */
const WITH_MFA = { ...USER, sessionContext: { attributes: { mfaAuthenticated: 'true' } } };

/** The example of `Sign` in the developer guide of KMS (ct-sign), as EventBridge delivers it. */
const call = (detail: Record<string, unknown>) => ({
  version: '0',
  source: 'aws.kms',
  'detail-type': 'AWS API Call via CloudTrail',
  detail: {
    eventVersion: '1.08',
    userIdentity: USER,
    eventTime: '2026-03-07T22:36:44Z',
    eventSource: 'kms.amazonaws.com',
    eventName: 'Sign',
    sourceIPAddress: '192.0.2.0',
    requestParameters: {
      messageType: 'DIGEST',
      keyId: '0987dcba-09fe-87dc-65ba-ab0987654321',
      signingAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
    },
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    ...detail,
  },
});

/** The rules that such a call rings. */
const rung = (detail: Record<string, unknown>): string[] =>
  [...patterns].flatMap(([id, pattern]) => (fits(pattern, call(detail)) ? [id] : []));

describe('a signature by KMS', () => {
  test.each([
    ['a user', USER],
    ['a user with a second factor', WITH_MFA],
    ['the root of the account', ROOT],
    ['any other role', withRole('arn:aws:iam::111122223333:role/Administrator')],
  ])('rings when it was %s', (_, userIdentity) => {
    expect(rung({ userIdentity })).toEqual(['signed-by-another']);
  });

  test.each(['role-sign', 'role-seal'])('is not told of when it was %s', (role) => {
    expect(rung({ userIdentity: withRole(role) })).toEqual([]);
  });
});

/** The example of `GetSecretValue` in the user guide of Secrets Manager names it so; a caller may as well name it by its name. */
const SECRETS = 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:';
const ADMINISTRATOR = withRole('arn:aws:iam::111122223333:role/Administrator');

describe('a key that lies in Secrets Manager', () => {
  const readOf = (secretId: string, userIdentity: unknown) =>
    rung({
      eventSource: 'secretsmanager.amazonaws.com',
      eventName: 'GetSecretValue',
      requestParameters: { secretId },
      userIdentity,
    });

  test.each([
    ['a user', USER],
    ['a user with a second factor', WITH_MFA],
    ['the root of the account', ROOT],
    ['any other role', ADMINISTRATOR],
  ])('rings when %s reads it', (_, userIdentity) => {
    for (const name of ['trinh-ky-demo/signers/p-1', 'trinh-ky-demo/agencies/o-1']) {
      expect(readOf(name, userIdentity)).toEqual(['key-read']);
      expect(readOf(`${SECRETS}${name}-AbCdEf`, userIdentity)).toEqual(['key-read']);
    }
  });

  test.each(['role-sign', 'role-seal'])('is not told of when %s reads it', (role) => {
    expect(readOf('trinh-ky-demo/signers/p-1', withRole(role))).toEqual([]);
  });

  test('is no other secret, and none of another stage', () => {
    for (const name of ['frontdoorkey', 'trinh-ky-production/signers/p-1', 'signers/p-1']) {
      expect(readOf(name, ADMINISTRATOR)).toEqual([]);
      expect(readOf(`${SECRETS}${name}-AbCdEf`, ADMINISTRATOR)).toEqual([]);
    }
  });
});

describe('a change by hand', () => {
  const secrets = 'secretsmanager.amazonaws.com';
  const of = (secretId: string) => ({ secretId });
  const lambda = 'lambda.amazonaws.com';
  test.each([
    ['kms.amazonaws.com', 'PutKeyPolicy', {}, ['signing-changed']],
    ['kms.amazonaws.com', 'CreateGrant', {}, ['signing-changed']],
    ['kms.amazonaws.com', 'TagResource', {}, ['signing-changed']],
    ['kms.amazonaws.com', 'GetPublicKey', {}, []],
    [lambda, 'UpdateFunctionCode20150331v2', { functionName: 'sign' }, ['signing-changed']],
    [
      lambda,
      'UpdateFunctionCode20150331v2',
      { functionName: 'arn:aws:lambda:ap-southeast-1:111122223333:function:seal' },
      ['signing-changed'],
    ],
    [
      lambda,
      'UpdateFunctionCode20150331v2',
      { functionName: '111122223333:function:seal' },
      ['signing-changed'],
    ],
    [lambda, 'UpdateFunctionCode20150331v2', { functionName: 'another' }, []],
    [
      lambda,
      'CreateFunction20150331',
      { functionName: 'x', role: 'role-seal' },
      ['signing-changed'],
    ],
    [lambda, 'CreateFunction20150331', { functionName: 'x', role: 'another' }, []],
    [secrets, 'PutSecretValue', of('trinh-ky-demo/signers/p-1'), ['signing-changed']],
    [secrets, 'UpdateSecret', of(`${SECRETS}trinh-ky-demo/signers/p-1-Ab`), ['signing-changed']],
    [secrets, 'PutResourcePolicy', of('trinh-ky-demo/agencies/o-1'), ['signing-changed']],
    [secrets, 'ReplicateSecretToRegions', of('trinh-ky-demo/agencies/o-1'), ['signing-changed']],
    [secrets, 'CreateSecret', { name: 'trinh-ky-demo/signers/p-1' }, ['signing-changed']],
    [secrets, 'CreateSecret', { name: 'another' }, []],
    [secrets, 'PutSecretValue', of('frontdoorkey'), []],
    [secrets, 'DescribeSecret', of('trinh-ky-demo/signers/p-1'), []],
    ['cloudtrail.amazonaws.com', 'StopLogging', {}, ['watch-silenced']],
    ['events.amazonaws.com', 'DisableRule', {}, ['watch-silenced']],
    ['monitoring.amazonaws.com', 'DeleteAlarms', {}, ['watch-silenced']],
    ['events.amazonaws.com', 'PutTargets', {}, ['watch-silenced']],
    ['sns.amazonaws.com', 'Unsubscribe', {}, ['watch-silenced']],
    ['sns.amazonaws.com', 'SetSubscriptionAttributes', {}, ['watch-silenced']],
    ['logs.amazonaws.com', 'PutMetricFilter', {}, ['watch-silenced']],
    ['logs.amazonaws.com', 'DeleteMetricFilter', {}, ['watch-silenced']],
    ['logs.amazonaws.com', 'DeleteLogGroup', {}, ['watch-silenced']],
    ['logs.amazonaws.com', 'CreateLogGroup', {}, []],
    ['cloudtrail.amazonaws.com', 'LookupEvents', {}, []],
  ])('of %s, %s %o, rings %o', (eventSource, eventName, requestParameters, expected) => {
    expect(rung({ eventSource, eventName, requestParameters })).toEqual(expected);
  });

  test('is none when a deployment made it', () => {
    const deployed = {
      sourceIPAddress: 'cloudformation.amazonaws.com',
      userIdentity: { ...withRole('cdk'), invokedBy: 'cloudformation.amazonaws.com' },
    };
    for (const [eventSource, eventName] of [
      ['kms.amazonaws.com', 'PutKeyPolicy'],
      ['logs.amazonaws.com', 'PutMetricFilter'],
      ['logs.amazonaws.com', 'DeleteLogGroup'],
      ['sns.amazonaws.com', 'SetSubscriptionAttributes'],
      ['events.amazonaws.com', 'PutTargets'],
    ]) {
      expect(rung({ eventSource, eventName, requestParameters: {}, ...deployed })).toEqual([]);
    }
  });

  // Each new table with a key of its own, and each new function with an environment, begins so, whoever deploys.
  test.each(['dynamodb.amazonaws.com', 'lambda.amazonaws.com'])(
    'is none when %s gives itself the use of a key',
    (service) => {
      const given = { eventName: 'CreateGrant', sourceIPAddress: service };
      expect(rung({ ...given, userIdentity: { ...withRole('cdk'), invokedBy: service } })).toEqual(
        [],
      );
    },
  );
});

test('no pattern is longer than EventBridge takes, however long the names become', () => {
  // A role's name has 64 letters at most, and so has a function's.
  const long = (value: unknown) =>
    JSON.stringify(value)
      .replaceAll(/"role-(sign|seal)"/g, `"arn:aws:iam::111122223333:role/${'r'.repeat(64)}"`)
      .replaceAll(/"(:?)(sign|seal)"/g, `"$1${'f'.repeat(64)}"`)
      .replaceAll('trinh-ky-demo', 'trinh-ky-production');
  for (const [id, pattern] of patterns) expect(long(pattern).length, id).toBeLessThan(2_048);
});

test('every rule hears of calls that only read, as KMS calls Sign, and tells the topic of the alarms who did what', () => {
  const [alarm] = app.all('AWS::CloudWatch::Alarm');
  const [topic] = z.array(z.unknown()).parse(alarm?.AlarmActions);
  expect(patterns.size).toBe(4);
  for (const { State, Targets } of rules) {
    expect(State).toBe('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');
    expect(Targets.map(({ Arn }) => Arn)).toEqual([topic]);
    const said = JSON.stringify(Targets);
    for (const part of ['userIdentity-arn', 'eventName', 'sourceIPAddress', 'infra/RUNBOOK.md#']) {
      expect(said).toContain(part);
    }
  }
  // EventBridge says of itself neither rule nor account when it publishes; whoever asks for one hears nothing.
  const published = {
    service: 'events.amazonaws.com',
    action: 'sns:Publish',
    resource: topic,
    context: { 'aws:SecureTransport': 'true' },
  };
  const policies = app.all('AWS::SNS::TopicPolicy');
  expect(lets(policies, published)).toBe(true);
  // By nothing but that service, and not without TLS.
  expect(lets(policies, { ...published, service: 'sns.amazonaws.com' })).toBe(false);
  expect(lets(policies, { ...published, action: 'sns:Subscribe' })).toBe(false);
  const context = { 'aws:SecureTransport': 'false' };
  expect(lets(policies, { ...published, context })).toBe(false);
});

test('a trail of the stage writes down what only reads as well; none is made where the account has one', () => {
  const Trail = z.object({
    IsLogging: z.literal(true),
    IsMultiRegionTrail: z.literal(true),
    EnableLogFileValidation: z.literal(true),
    EventSelectors: z.tuple([
      z.object({ ReadWriteType: z.literal('All'), IncludeManagementEvents: z.literal(true) }),
    ]),
  });
  const trails = (of: ReturnType<typeof synthesize>) => of.all('AWS::CloudTrail::Trail');
  expect(trails(app).map((trail) => Trail.parse(trail))).toHaveLength(1);
  expect(trails(synthesize({ ...PRODUCTION, trail: 'account' }))).toEqual([]);
});
