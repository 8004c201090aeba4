// Is what must last kept so that it lasts: the table and the buckets, as the templates make them?
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readStage } from '../../infra/stages.ts';
import { lets } from './resource-policy.ts';
import { PRODUCTION, synthesize, whoMay } from './synthesized.ts';

const demo = synthesize();
const production = synthesize(PRODUCTION);

const bucket = (app: ReturnType<typeof synthesize>, name: string) => {
  const found = app.all('AWS::S3::Bucket').find(({ id }) => id.startsWith(name));
  if (!found) throw new Error(`There is no bucket ${name}`);
  return found;
};

/** Asked of the stage, since a template for each number of years takes its time. */
const daysOfLock = (retentionYears: string): number => {
  const settings: Record<string, string> = { ...PRODUCTION, retentionYears };
  return readStage((name) => settings[name]).signedRetention.days;
};

describe('the signed bucket', () => {
  test('is write-once for the retention period in production', () => {
    expect(bucket(production, 'signed')).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        Rule: {
          DefaultRetention: { Mode: 'COMPLIANCE', Days: daysOfLock(PRODUCTION.retentionYears) },
        },
      },
    });
  });

  test('keeps for whole years, whenever they begin, within what S3 takes', () => {
    for (const years of [5, 20, 50, 99]) {
      const days = daysOfLock(String(years));
      for (const begin of [2024, 2025, 2026, 2027]) {
        for (const [month, day] of [
          [0, 1],
          [1, 28],
          [2, 1],
        ] as const) {
          const over = Date.UTC(begin + years, month, day) - Date.UTC(begin, month, day);
          expect(days, `${years} years from ${begin}`).toBeGreaterThanOrEqual(over / 86_400_000);
        }
      }
      expect(days).toBeLessThanOrEqual(36_500);
    }
    expect(() => daysOfLock('100')).toThrow(/retentionYears/);
  });

  test('is write-once for a day in the demo', () => {
    expect(bucket(demo, 'signed')).toMatchObject({
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } },
    });
  });
});

test('no bucket is public, and none answers without TLS', () => {
  for (const { PublicAccessBlockConfiguration } of demo.all('AWS::S3::Bucket')) {
    expect(PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  }
  const policies = demo.all('AWS::S3::BucketPolicy').map((policy) => JSON.stringify(policy));
  expect(policies).toHaveLength(demo.all('AWS::S3::Bucket').length);
  for (const policy of policies) expect(policy).toContain('"aws:SecureTransport":"false"');
});

describe('who has fetched an issued file or a page', () => {
  const logsOf = (id: unknown) => {
    const found = demo.all('AWS::S3::Bucket').find((one) => one.id === id);
    if (!found) throw new Error(`There is no bucket ${id}`);
    return found;
  };
  const gone = (days: number) => ({
    LifecycleConfiguration: { Rules: [{ ExpirationInDays: days, Status: 'Enabled' }] },
  });

  test('is written down by S3, which its bucket lets in, and kept as long as other logs', () => {
    const signed = bucket(demo, 'signed');
    const { DestinationBucketName } = z
      .object({ DestinationBucketName: z.object({ Ref: z.string() }) })
      .parse(signed.LoggingConfiguration);
    const logs = logsOf(DestinationBucketName.Ref);
    expect(logs).toMatchObject(gone(7));
    const arn = (id: unknown) => ({ 'Fn::GetAtt': [id, 'Arn'] });
    const delivers = {
      service: 'logging.s3.amazonaws.com',
      action: 's3:PutObject',
      resource: { 'Fn::Join': ['', [arn(logs.id), '/signed/*']] },
      context: {
        'aws:SecureTransport': 'true',
        'aws:SourceAccount': { Ref: 'AWS::AccountId' },
        'aws:SourceArn': arn(signed.id),
      },
    };
    const policies = demo
      .all('AWS::S3::BucketPolicy')
      .filter(({ Bucket }) => JSON.stringify(Bucket) === JSON.stringify({ Ref: logs.id }));
    expect(lets(policies, delivers)).toBe(true);
  });

  test('is written down by CloudFront, without cookies, into a bucket that takes what another account delivers', () => {
    const { DistributionConfig } = z
      .object({
        DistributionConfig: z.object({
          Logging: z.object({
            Bucket: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
            IncludeCookies: z.literal(false).optional(),
          }),
        }),
      })
      .parse(demo.all('AWS::CloudFront::Distribution')[0]);
    const [id, attribute] = DistributionConfig.Logging.Bucket['Fn::GetAtt'];
    expect(attribute).toBe('RegionalDomainName');
    expect(logsOf(id)).toMatchObject({
      ...gone(7),
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
    });
  });

  test('is for no role of the house to read', () => {
    expect(whoMay(demo.functions(), /^s3:/, /accesslogs|sitelogs/)).toEqual([]);
  });
});

describe('what is written down', () => {
  const writing = (app: ReturnType<typeof synthesize>): unknown[] => [
    ...app.all('AWS::Lambda::Function').map(({ LoggingConfig }) => LoggingConfig),
    ...app.all('AWS::StepFunctions::StateMachine').map((machine) => machine.LoggingConfiguration),
    ...app.all('AWS::ApiGatewayV2::Stage').map(({ AccessLogSettings }) => AccessLogSettings),
  ];

  test.each([
    ['a week in the demo', demo, 7],
    ['a year in production', production, 365],
  ])('by functions, machine and gateway is kept for %s', (_, app, days) => {
    const groups = app.all('AWS::Logs::LogGroup');
    for (const { id, RetentionInDays } of groups) expect(RetentionInDays, id).toBe(days);
    const named = (settings: unknown) =>
      groups.filter(({ id }) => JSON.stringify(settings).includes(`"${id}"`)).length;
    expect(writing(app).map(named)).toEqual(writing(app).map(() => 1));
    expect(groups).toHaveLength(writing(app).length);
  });
});

test('an event that does not come again by itself is left in a queue for two weeks, whichever function could not take it', () => {
  const Target = z.object({
    Arn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
    DeadLetterConfig: z.object({ Arn: z.unknown() }),
  });
  const Told = z.object({ Arn: z.object({ Ref: z.string() }) });
  const once = demo
    .all('AWS::Events::Rule')
    .filter(({ ScheduleExpression }) => ScheduleExpression === undefined)
    .flatMap(({ Targets }) => z.array(z.union([Target, Told])).parse(Targets))
    // What is only told to people goes to the topic of the alarms.
    .filter((target) => 'DeadLetterConfig' in target);
  expect(once).not.toEqual([]);
  for (const { Arn, DeadLetterConfig } of once) {
    const called = demo.all('AWS::Lambda::Function').find(({ id }) => id === Arn['Fn::GetAtt'][0]);
    expect(called?.DeadLetterConfig).toEqual({ TargetArn: DeadLetterConfig.Arn });
  }
  for (const { MessageRetentionPeriod, id } of demo.all('AWS::SQS::Queue'))
    expect(MessageRetentionPeriod, id).toBe(14 * 86_400);
});

test('images are kept until somebody removes them: they neither expire nor are locked', () => {
  const images = bucket(demo, 'images');
  expect(images).not.toHaveProperty('LifecycleConfiguration');
  expect(images).not.toHaveProperty('ObjectLockEnabled');
});

const Lifecycle = z.object({
  Rules: z.array(z.object({ Prefix: z.string().optional(), ExpirationInDays: z.number() })),
});
const daysOfWorkingFiles = (prefix: string | undefined): number => {
  const { Rules } = Lifecycle.parse(bucket(demo, 'working').LifecycleConfiguration);
  return Rules.find(({ Prefix }) => Prefix === prefix)?.ExpirationInDays ?? 0;
};

test('working files outlive the longest execution', () => {
  const [machine] = demo.all('AWS::StepFunctions::StateMachine');
  const longest = Number(/"TimeoutSeconds\\":(\d+)/.exec(JSON.stringify(machine))?.[1]);
  const days = daysOfWorkingFiles(undefined);
  expect(days * 86_400).toBeGreaterThan(longest);
});

test('what anyone uploads to have its signatures checked is gone the day after', () => {
  expect(daysOfWorkingFiles('verification/')).toBe(1);
});

test('the table is protected, recoverable and encrypted with its own key', () => {
  const [table] = demo.all('AWS::DynamoDB::Table');
  expect(table).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  });
});

test('in production no stack can be deleted by one command, least of all the one whose machine is at work', () => {
  expect(production.deletable()).toEqual([]);
});

test('what people have made outlives the stacks, in every stage; what can be made again goes with them', () => {
  const left = demo.outlives();
  expect(left.map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
    'accesslogs',
    'images',
    'records',
    'recordskey',
    'securitytrailfiles',
    'signed',
    'signinpeople',
    'sitelogs',
    'working',
  ]);
  expect(production.outlives()).toEqual(left);
});

test('production is refused until somebody has decided how long documents are kept', () => {
  const { retentionYears: _, ...undecided } = PRODUCTION;
  expect(() => synthesize(undecided)).toThrow(/retentionYears/);
});
