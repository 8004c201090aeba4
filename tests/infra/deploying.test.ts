// What becomes of what is there, and of what is under way, when the system is deployed over it? As the templates say it.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { holdToRules, PRODUCTION, synthesize } from './synthesized.ts';

const app = synthesize();

test('every stack is deployed after those that it builds on, so that whoever asks is never later than whom they ask', () => {
  expect(app.before()).toEqual({
    data: [],
    web: ['data'],
    workflow: ['data', 'web'],
    api: ['data', 'web', 'workflow'],
    watch: ['api', 'data', 'web', 'workflow'],
  });
});

test('with all that a stage can have, production breaks none of the rules that CDK knows of templates', () => {
  const domain = 'trinh-ky.agency.example';
  const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/0a-1b';
  expect(() =>
    holdToRules({ ...PRODUCTION, firewall: 'true', verifierAtOnce: '5', domain, certificate }),
  ).not.toThrow();
});

test('the machine is the last of its stack: if it is taken back, nothing has begun that functions of before do not know', () => {
  const resources = app.beside('AWS::StepFunctions::StateMachine');
  const [machine] = Object.entries(resources).flatMap(([id, { Type }]) =>
    Type === 'AWS::StepFunctions::StateMachine' ? [id] : [],
  );
  const came = new Set<string>();
  const comes = (id: string): void => {
    if (came.has(id)) return;
    came.add(id);
    const said = JSON.stringify(resources[id]);
    for (const other of Object.keys(resources)) if (said.includes(`"${other}"`)) comes(other);
  };
  comes(String(machine));

  expect(Object.keys(resources).filter((id) => !came.has(id))).toEqual([]);
});

/**
 * A resource under another logical id is another one, and the one before is removed or forgotten: a move among the
 * constructs is enough. These would take with them what people have made, the address that they know, or what is under way.
 */
test.each([
  ['AWS::DynamoDB::Table', 'all records', ['records86D700F3']],
  ['AWS::KMS::Key', 'the key without which no record is read', ['recordskey62313C6C']],
  [
    'AWS::S3::Bucket',
    'all files',
    [
      'accesslogsDE09D170',
      'images9BF4DCD5',
      'pages242CC503',
      'securitytrailfilesFD7D81C5',
      'signedADA31D74',
      'sitelogsE24EACF1',
      'working5D3E6AB4',
    ],
  ],
  ['AWS::Cognito::UserPool', 'all accounts', ['signinpeopleA7D4428A']],
  ['AWS::Cognito::UserPoolDomain', 'where people sign in', ['signinpeoplesigninpageA769A515']],
  ['AWS::CloudFront::Distribution', 'the address of the app', ['site87CC46B4']],
  ['AWS::SQS::Queue', 'what nobody could be told', ['undeliveredA85334D5']],
  ['AWS::StepFunctions::StateMachine', 'every submission under way', ['submissions9C57A966']],
])('%s stays where it is, and with it %s', (type, _what, ids) => {
  expect(
    app
      .all(type)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids);
});

describe('an execution that goes by an earlier machine', () => {
  const KEPT = new URL('../fixtures/earlier-machines/', import.meta.url);
  const machines = [
    ...readdirSync(KEPT).map((file) => new URL(file, KEPT)),
    new URL('../fixtures/present-machine.json', import.meta.url),
  ].map((file) => readFileSync(file, 'utf8'));
  const called = new Set(
    machines.flatMap((text) => [...text.matchAll(/"function:(\w+)"/g)].map(([, name]) => name)),
  );
  const resources = app.beside('AWS::StepFunctions::StateMachine');

  test('finds its functions under their ARNs', () => {
    const functions = Object.entries(resources).flatMap(([id, { Type }]) =>
      Type === 'AWS::Lambda::Function' && called.has(id.slice(0, -8)) ? [id] : [],
    );

    expect(functions.toSorted()).toEqual([
      'ask33C19FB7',
      'close3C29D0A5',
      'deliverB4A62E05',
      'notifyD7192AAD',
      'number0E62A156',
      'prepare79B50E7B',
      'remindCD66BC4A',
      'renderBA999CDD',
      'sealE42308D7',
      'signAC22FFAA',
      'store16A42F5D',
    ]);
  });

  test('has the role that it began with, which may call them all', () => {
    const [machine] = app.all('AWS::StepFunctions::StateMachine');
    const { RoleArn } = z
      .object({ RoleArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) })
      .parse(machine);
    const [role] = RoleArn['Fn::GetAtt'];
    const policies = app
      .all('AWS::IAM::Policy')
      .map((policy) => JSON.stringify(policy))
      .filter((policy) => policy.includes(`"Roles":[{"Ref":"${role}"}]`));
    const may = policies.flatMap((policy) =>
      [...policy.matchAll(/"([a-z]+)[0-9A-F]{8}","Arn"/g)].map(([, name]) => name),
    );

    expect(role).toBe('submissionsRole944D7139');
    expect(new Set(may)).toEqual(called);
  });
});
