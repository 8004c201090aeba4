// Would somebody notice, and understand? Every alarm speaks of people and reaches somebody.
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { UNSENT_MAIL } from '../../functions/contracts/agreed-names.ts';
import { HANDLERS } from '../../infra/constructs/bundle.ts';
import { lets } from './resource-policy.ts';
import { synthesize, whoMay } from './synthesized.ts';

const app = synthesize();
const alarms = app.all('AWS::CloudWatch::Alarm');

const Filter = z.object({
  FilterPattern: z.string(),
  LogGroupName: z.unknown(),
  MetricTransformations: z.array(z.object({ MetricName: z.string() })),
});

const PEOPLE = /report|drafter|reviewer|signer|clerk|recipient|people|nobody|whoever|submission/i;

test('every alarm says what it means for people', () => {
  for (const { id, AlarmDescription } of alarms) {
    expect(AlarmDescription, id).toMatch(/^[A-Z].{30,}\.$/);
    expect(AlarmDescription, id).toMatch(PEOPLE);
  }
});

test('every alarm tells somebody', () => {
  for (const { id, AlarmActions } of alarms) expect(AlarmActions, id).toHaveLength(1);
});

describe('what tells of a failure lets in who brings it, as AWS judges', () => {
  const ACCOUNT = { Ref: 'AWS::AccountId' };
  /** A call over TLS, by a service at work for this account. */
  const by = (service: string, action: string, resource: unknown, arn: unknown) => ({
    service: `${service}.amazonaws.com`,
    action,
    resource,
    context: {
      'aws:SecureTransport': 'true',
      'aws:SourceAccount': ACCOUNT,
      'aws:SourceArn': arn,
    },
  });

  test('every alarm may publish to the topic that it names, and no alarm of another account may', () => {
    const topics = alarms.flatMap(({ AlarmActions }) => z.array(z.unknown()).parse(AlarmActions));
    const policies = app.all('AWS::SNS::TopicPolicy');
    for (const topic of topics) {
      const publishes = by('cloudwatch', 'sns:Publish', topic, 'arn:aws:cloudwatch:alarm');
      expect(lets(policies, publishes)).toBe(true);
      const context = { ...publishes.context, 'aws:SourceAccount': '999999999999' };
      expect(lets(policies, { ...publishes, context })).toBe(false);
      const open = { ...publishes.context, 'aws:SecureTransport': 'false' };
      expect(lets(policies, { ...publishes, context: open })).toBe(false);
    }
  });

  test('the rule that marks what has stopped may leave what it could not deliver', () => {
    const policies = app.all('AWS::SQS::QueuePolicy');
    const [queue] = app.all('AWS::SQS::Queue');
    const marking = app
      .all('AWS::Events::Rule')
      .find((rule) => JSON.stringify(rule).includes('Execution Status Change'));
    const arnOf = (id: unknown) => ({ 'Fn::GetAtt': [id, 'Arn'] });
    const leaves = by('events', 'sqs:SendMessage', arnOf(queue?.id), arnOf(marking?.id));
    expect(lets(policies, leaves)).toBe(true);
  });
});

test('every function has an alarm of its own', () => {
  const watched = alarms.flatMap(({ id }) => /^(\w+)fails[0-9A-F]{8}$/.exec(id)?.[1] ?? []);
  expect(watched.filter((name) => name !== 'api').sort()).toEqual([...HANDLERS].sort());
});

test('an execution that ends badly reaches the function that marks its report', () => {
  const rules = app.all('AWS::Events::Rule').map((rule) => JSON.stringify(rule));
  const marking = rules.find((rule) => rule.includes('Execution Status Change'));
  expect(marking).toContain('["FAILED","TIMED_OUT","ABORTED"]');
  expect(marking).toMatch(/stopped[0-9A-F]{8}/);
  expect(marking).toContain('DeadLetterConfig');
});

test('a report that is stuck is counted once, however often its clerk is reminded and whatever the answers', () => {
  const filters = z.array(Filter).parse(app.all('AWS::Logs::MetricFilter'));
  const stuck = filters.filter(({ MetricTransformations }) =>
    MetricTransformations.some(({ MetricName }) => MetricName === 'Stuck'),
  );

  expect(stuck.map(({ FilterPattern }) => FilterPattern)).toEqual([
    '{ ($.type = "PassStateEntered") && ($.details.name = "Begin to wait for the clerk") }',
  ]);
});

test('a mail that was not sent is counted wherever mails are sent', () => {
  const filters = z.array(Filter).parse(app.all('AWS::Logs::MetricFilter'));
  const unsent = filters.filter(({ FilterPattern }) => FilterPattern.includes(UNSENT_MAIL));
  const counted = unsent.map(({ LogGroupName }) => JSON.stringify(LogGroupName)).join();
  const posting = whoMay(app.functions(), /^ses:SendEmail$/);

  expect(posting).toEqual(['ask', 'notify', 'registry', 'remind', 'stopped', 'sweep', 'warn']);
  expect(unsent).toHaveLength(posting.length);
  for (const name of posting) expect(counted).toMatch(new RegExp(`Ref${name}log[0-9A-F]{8}`));
  const metrics = unsent.flatMap(({ MetricTransformations }) => MetricTransformations);
  expect(new Set(metrics.map(({ MetricName }) => MetricName))).toEqual(new Set(['UnsentMail']));
  expect(alarms.filter(({ MetricName }) => MetricName === 'UnsentMail')).toHaveLength(1);
});
