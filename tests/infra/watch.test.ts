// Would somebody notice, and understand? Every alarm speaks of people, reaches somebody, and says what to do.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { FORESEEN, UNSENT_MAIL } from '../../functions/contracts/agreed-names.ts';
import { HANDLERS } from '../../infra/constructs/bundle.ts';
import { ALARM_FAULTS } from '../workflow/alarm-faults.ts';
import { lets } from './resource-policy.ts';
import { PRODUCTION, synthesize, whoMay } from './synthesized.ts';

const app = synthesize();
const Alarm = z.object({
  id: z.string(),
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()),
  MetricName: z.string().optional(),
});
const alarms = z.array(Alarm).parse(app.all('AWS::CloudWatch::Alarm'));
const idOf = (name: string) => name.replace('trinh-ky-demo-', '');

const Rule = z.object({ Name: z.string(), Description: z.string(), State: z.string() });
/** The rules that tell somebody, and not a function. */
const telling = app
  .all('AWS::Events::Rule')
  .filter((rule) => JSON.stringify(rule).includes('via CloudTrail'))
  .map((rule) => Rule.parse(rule));

const Filter = z.object({
  FilterPattern: z.string(),
  LogGroupName: z.unknown(),
  MetricTransformations: z.array(
    z.object({ MetricName: z.string(), DefaultValue: z.number().optional() }),
  ),
});

const PEOPLE = /report|drafter|reviewer|signer|clerk|recipient|people|nobody|whoever|submission/i;

test('every alarm says what it means for people, and where it says what to do', () => {
  const told = [
    ...alarms.map(({ AlarmName, AlarmDescription }) => [AlarmName, AlarmDescription]),
    ...telling.map(({ Name, Description }) => [Name, Description]),
  ] as const;
  for (const [name = '', description = ''] of told) {
    const id = idOf(name);
    const [impact = '', whatToDo] = description.split(' What to do: ');
    expect(impact, id).toMatch(/^[A-Z].{30,}\.$/);
    expect(impact, id).toMatch(PEOPLE);
    expect(whatToDo, id).toBe(`infra/RUNBOOK.md#${id}`);
  }
});

test('the runbook has a heading for each that may ring, and for nothing else, and says what it means and what to do', () => {
  const runbook = readFileSync('infra/RUNBOOK.md', 'utf8');
  const [, ...parts] = runbook.split(/^### /m);
  const named = parts.map((part) => part.split('\n')[0] ?? '');
  const ringing = [...alarms.map(({ AlarmName }) => AlarmName), ...telling.map(({ Name }) => Name)];

  expect(named.toSorted()).toEqual(ringing.map(idOf).toSorted());
  for (const [place, part] of parts.entries()) {
    expect(part, named[place]).toMatch(/\*\*Means:\*\* \S/);
    expect(part, named[place]).toMatch(/\*\*Do:\*\* \S/);
  }
});

test('every alarm has rung by a fault in tests/workflow/alarms.test.ts', () => {
  expect(Object.keys(ALARM_FAULTS).toSorted()).toEqual(
    alarms.map(({ AlarmName }) => idOf(AlarmName)).toSorted(),
  );
});

test('every stage has its own alarms, rules and dashboard in an account', () => {
  const names = (of: ReturnType<typeof synthesize>) => [
    ...of.all('AWS::CloudWatch::Alarm').map(({ AlarmName }) => AlarmName),
    ...of.all('AWS::Events::Rule').flatMap(({ Name }) => Name ?? []),
    ...of.all('AWS::CloudWatch::Dashboard').map(({ DashboardName }) => DashboardName),
  ];
  const demo = new Set(names(app));
  expect(names(synthesize(PRODUCTION)).filter((name) => demo.has(name))).toEqual([]);
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
  const watched = alarms.flatMap(
    ({ AlarmName }) => /^(\w+)-fails$/.exec(idOf(AlarmName))?.[1] ?? [],
  );
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

test('what a function refuses, and what it is asked again for, is foreseen wherever somebody else carries it on', () => {
  const filters = z.array(Filter).parse(app.all('AWS::Logs::MetricFilter'));
  const foreseen = filters.flatMap(({ FilterPattern, MetricTransformations: [made] }) =>
    made?.MetricName.startsWith('Foreseen-') ? [{ FilterPattern, ...made }] : [],
  );
  const tasks = HANDLERS.filter((name) =>
    /= (task|worker)\(/.test(readFileSync(`functions/handlers/${name}.ts`, 'utf8')),
  );

  // Nobody carries on what is not warned of this morning.
  expect(foreseen.map(({ MetricName }) => MetricName.replace('Foreseen-', '')).toSorted()).toEqual(
    tasks.filter((name) => name !== 'warn').toSorted(),
  );
  for (const { FilterPattern, DefaultValue } of foreseen) {
    for (const words of Object.values(FORESEEN)) expect(FilterPattern).toContain(`*${words}*`);
    expect(DefaultValue).toBe(0);
  }
});
