// Does a deployment stop before it begins, when it would stop half way? And does it say in one sentence what is the matter?
import { describe, expect, test } from 'vitest';
import { AwsRefusal, refusalIn } from '../../infra/deployment/ask-aws.ts';
import { deployStage, type Tools } from '../../infra/deployment/deploy-stage.ts';

const ACCOUNT = '111122223333';
const REGION = 'ap-southeast-1';
const CERTIFICATE = `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/0a-1b`;
const OWN = ['-c', 'domain=trinh-ky.agency.example', '-c', `certificate=${CERTIFICATE}`];
const WEB = {
  PagesBucket: 'pages',
  Distribution: 'D1',
  WebConfig: '{}',
  WebTarget: 'd1.cloudfront.test',
};

const refused = (code: string, operation: string) =>
  new AwsRefusal(code, `${code} at ${operation}`);
const names = (words: string[]) => words.slice(words.indexOf('--names') + 1);

type Answer = (words: string[]) => unknown;

/** An account into which the demo may go, as the AWS CLI tells of it: by service and command. */
const READY: Record<string, Answer> = {
  'sts get-caller-identity': () => ({ Account: ACCOUNT }),
  'ssm get-parameters': (words) => ({ Parameters: names(words).map((Name) => ({ Name })) }),
  'ssm get-parameter': () => ({ Parameter: { Value: '30' } }),
  'cloudformation describe-stacks': () => ({ Stacks: [] }),
  'lambda get-account-settings': () => ({ AccountLimit: { ConcurrentExecutions: 1_000 } }),
  'sesv2 get-email-identity': () => {
    throw refused('NotFoundException', 'GetEmailIdentity');
  },
  'sesv2 get-account': () => ({ ProductionAccessEnabled: true, SendingEnabled: true }),
  'acm describe-certificate': () => ({
    Certificate: { Status: 'ISSUED', DomainName: '*.agency.example' },
  }),
  'cloudtrail describe-trails': () => ({
    trailList: [{ Name: 'trinh-ky-demo-watch-securitytrail0A1B2C3D-X', IsMultiRegionTrail: true }],
  }),
  'cloudfront list-distributions': () => ({ DistributionList: { Items: [{}] } }),
};

const no =
  (code: string, operation: string): Answer =>
  () => {
    throw refused(code, operation);
  };

type Given = {
  words?: string[];
  account?: Record<string, Answer>;
  tools?: Partial<Tools>;
  /** The program that fails, and how often it was called before. */
  fails?: { program: string; after?: number };
};

const deploy = async ({ words = [], account = {}, tools = {}, fails }: Given = {}) => {
  const said: string[] = [];
  const ran: string[] = [];
  const asked: string[] = [];
  const answers = { ...READY, ...account };
  const calls = deployStage(words, {
    run: (program, ...rest) => {
      const before = ran.filter((one) => one.startsWith(program)).length;
      if (program === fails?.program && before >= (fails.after ?? 0)) throw new Error('exit 1');
      ran.push([program, ...rest].join(' '));
    },
    ask: async (...all) => {
      asked.push(all.join(' '));
      const answer = answers[all.slice(0, 2).join(' ')];
      if (!answer) throw new Error(`nobody has said what ${all.join(' ')} answers`);
      return answer(all);
    },
    say: (line) => said.push(line),
    statusAt: async () => 200,
    environment: { AWS_REGION: REGION },
    built: 'dist',
    outputsFile: 'out/outputs.json',
    outputs: () => ({ 'trinh-ky-demo-data': { Table: 't' }, 'trinh-ky-demo-web': WEB }),
    configure: (config) => ran.push(`config ${config}`),
    ...tools,
  });
  const failure = await calls.then(
    () => null,
    (error: Error) => error.message,
  );
  return { failure, said: said.join('\n'), ran, asked };
};

test('an account is looked at, the pages are built, the stacks deployed, the pages published, and the app asked', async () => {
  const asked: string[] = [];
  const { failure, ran, said } = await deploy({
    words: ['-c', 'alarmsTo=on-call@agency.example'],
    tools: { statusAt: async (url) => asked.push(url) && 200 },
  });
  expect(failure).toBeNull();
  expect(ran.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
    'vite build',
    'cdk deploy',
    'config {}',
    ...Array(3).fill('aws s3'),
    'aws cloudfront',
  ]);
  expect(ran[1]).toBe(
    'cdk deploy --all --outputs-file out/outputs.json -c alarmsTo=on-call@agency.example',
  );
  expect(asked).toEqual(['https://d1.cloudfront.test/api/openapi.json']);
  expect(said).not.toMatch(/✗/);
});

test('with --check the account is looked at, and nothing else is done', async () => {
  const { failure, ran, said } = await deploy({ words: ['--check'] });
  expect({ failure, ran }).toEqual({ failure: null, ran: [] });
  expect(said).toContain(`✓ Account ${ACCOUNT}, region ${REGION}.`);
  expect(said.split('\n').length).toBeGreaterThan(5);
});

describe('nothing is begun, and one sentence says why, when', () => {
  const stack = (of: object) => ({
    'cloudformation describe-stacks': () => ({
      Stacks: [{ StackName: 'trinh-ky-demo-web', ...of }],
    }),
  });

  test.each<[string, Given, RegExp]>([
    [
      'AWS does not know who asks',
      { account: { 'sts get-caller-identity': no('Unanswered', 'x') } },
      /^✗ AWS does not know who asks/,
    ],
    [
      'CDK was never prepared there',
      { account: { 'ssm get-parameter': no('ParameterNotFound', 'GetParameter') } },
      /✗ CDK was never prepared in ap-southeast-1: npx cdk bootstrap aws:\/\/111122223333\/ap-southeast-1/,
    ],
    [
      'the firewall is wanted, and CDK was not prepared where it stands',
      {
        words: ['-c', 'firewall=true'],
        account: {
          'ssm get-parameter': (words) => {
            if (words.includes('us-east-1')) throw refused('ParameterNotFound', 'GetParameter');
            return { Parameter: { Value: '30' } };
          },
        },
      },
      /✗ CDK was never prepared in us-east-1/,
    ],
    [
      'CDK was prepared too long ago',
      { account: { 'ssm get-parameter': () => ({ Parameter: { Value: '5' } }) } },
      /✗ CDK was prepared in ap-southeast-1 long ago \(version 5\)/,
    ],
    [
      'the region lacks something',
      {
        account: {
          'ssm get-parameters': (words) => ({
            Parameters: names(words)
              .filter((name) => !/regions\/.*\/cognito-idp$/.test(name))
              .map((Name) => ({ Name })),
          }),
        },
      },
      /✗ The region ap-southeast-1 lacks cognito-idp/,
    ],
    [
      'there is no such region',
      {
        account: {
          'ssm get-parameters': (words) => ({
            Parameters: names(words)
              .filter((name) => !name.includes('/regions/'))
              .map((Name) => ({ Name })),
          }),
        },
      },
      /✗ AWS has no region ap-southeast-1/,
    ],
    [
      'somebody else is deploying',
      { account: stack({ StackStatus: 'UPDATE_IN_PROGRESS' }) },
      /✗ trinh-ky-demo-web is being changed at this moment/,
    ],
    [
      'an earlier deployment got stuck on its way back',
      { account: stack({ StackStatus: 'UPDATE_ROLLBACK_FAILED' }) },
      /✗ .*continue-update-rollback --stack-name trinh-ky-demo-web/,
    ],
    [
      'a first deployment failed, and its stack is protected',
      { account: stack({ StackStatus: 'ROLLBACK_COMPLETE', EnableTerminationProtection: true }) },
      /✗ .*--no-enable-termination-protection --stack-name trinh-ky-demo-web/,
    ],
    [
      'a new account has too few calls at once for those that are to be set aside',
      {
        words: ['-c', 'verifierAtOnce=5'],
        account: {
          'lambda get-account-settings': () => ({ AccountLimit: { ConcurrentExecutions: 10 } }),
        },
      },
      /✗ Lambda runs 10 calls at once here, and verifierAtOnce=5 needs 105/,
    ],
    [
      'somebody else has entered the domain for mail',
      { account: { 'sesv2 get-email-identity': () => ({ VerifiedForSendingStatus: true }) } },
      /✗ SES knows trinh-ky\.example already, and not by this stage/,
    ],
    [
      'the certificate is not there',
      {
        words: OWN,
        account: {
          'acm describe-certificate': no('ResourceNotFoundException', 'DescribeCertificate'),
        },
      },
      /✗ There is no certificate arn:aws:acm/,
    ],
    [
      'the certificate waits for its proof',
      {
        words: OWN,
        account: {
          'acm describe-certificate': () => ({
            Certificate: { Status: 'PENDING_VALIDATION', DomainName: 'trinh-ky.agency.example' },
          }),
        },
      },
      /✗ The certificate is not issued \(PENDING_VALIDATION\)/,
    ],
    [
      'the certificate is for another domain, or one label short',
      {
        words: OWN,
        account: {
          'acm describe-certificate': () => ({
            Certificate: {
              Status: 'ISSUED',
              DomainName: 'agency.example',
              SubjectAlternativeNames: ['*.example'],
            },
          }),
        },
      },
      /✗ The certificate is for agency\.example, and not for trinh-ky\.agency\.example/,
    ],
  ])('%s', async (_, given, sentence) => {
    const { failure, said, ran } = await deploy(given);
    expect(said).toMatch(sentence);
    expect(said.match(/✗/g)).toHaveLength(1);
    expect(failure).toBe('Nothing was deployed: first what has a ✗ above.');
    expect(ran).toEqual([]);
  });

  test('no region is chosen, where cdk would take one by itself', async () => {
    const { failure, ran } = await deploy({
      tools: { environment: {} },
      account: { 'configure get': no('Unanswered', 'x') },
    });
    expect(failure).toMatch(/^No region is chosen/);
    expect(ran).toEqual([]);
  });

  test('a setting is wrong, or a profile is named to cdk alone', async () => {
    expect((await deploy({ words: ['-c', 'stage=production'] })).failure).toMatch(/mailFrom/);
    expect((await deploy({ words: ['--profile', 'agency'] })).failure).toMatch(
      /^AWS_PROFILE=agency in front/,
    );
  });

  test('the AWS CLI is not there', async () => {
    const { failure } = await deploy({
      tools: {
        environment: {},
        ask: async () => {
          throw new AwsRefusal('NoCli', 'the AWS CLI is not installed');
        },
      },
    });
    expect(failure).toBe('the AWS CLI is not installed.');
  });
});

describe('a deployment goes on, and it is said', () => {
  test('what could not be asked for want of a right, of everything but who asks', async () => {
    const mayNot = Object.fromEntries(
      Object.keys(READY)
        .filter((command) => !command.startsWith('sts'))
        .map((command) => [command, no('AccessDenied', 'GetIt')]),
    );
    const { failure, said } = await deploy({ words: OWN, account: mayNot });
    expect(failure).toBeNull();
    const unasked = said.split('\n').filter((line) => line.startsWith('?'));
    expect(unasked).toHaveLength(9);
    for (const line of unasked)
      expect(line).toMatch(/could not be asked \(AccessDenied at GetIt\)/);
  });

  test('what is to be done afterwards', async () => {
    const { failure, said } = await deploy({
      account: {
        'lambda get-account-settings': () => ({ AccountLimit: { ConcurrentExecutions: 10 } }),
        'sesv2 get-email-identity': () => ({ VerifiedForSendingStatus: false }),
        'sesv2 get-account': () => ({ ProductionAccessEnabled: false, SendingEnabled: true }),
        'cloudtrail describe-trails': () => ({ trailList: [{ Name: 'of-the-account' }] }),
        'cloudfront list-distributions': () => ({}),
        'cloudformation describe-stacks': () => ({
          Stacks: [
            { StackName: 'trinh-ky-demo-workflow', StackStatus: 'UPDATE_COMPLETE' },
            { StackName: 'trinh-ky-demo-api', StackStatus: 'ROLLBACK_COMPLETE' },
            // Of somebody else.
            { StackName: 'other', StackStatus: 'UPDATE_ROLLBACK_FAILED' },
          ],
        }),
      },
    });
    expect(failure).toBeNull();
    expect(said).toMatch(/· Lambda runs 10 calls at once here, as in every new account/);
    expect(said).toMatch(/· Mail: SES waits for the DKIM records of trinh-ky\.example/);
    expect(said).toMatch(/· Mail goes to confirmed addresses alone/);
    expect(said).toMatch(/· trinh-ky-demo-api was begun and never whole/);
    expect(said).toMatch(/· CloudTrail has a trail already \(of-the-account\).* -c trail=account/);
    expect(said).toMatch(/\? CloudFront has nothing of this account yet/);
    expect(said).not.toContain('other');
  });
});

test.each([
  ['is there', ['of-the-account'], /✓ CloudTrail writes down what is done here \(of-the-account\)/],
  ['is none but the stage’s own, which goes', ['trinh-ky-demo-watch-x'], /· Nobody will hear/],
])(
  'where the account is to have the trail, it is said whether there is one: it %s',
  async (_, trails, sentence) => {
    const { said } = await deploy({
      words: ['--check', '-c', 'trail=account'],
      account: {
        'cloudtrail describe-trails': () => ({ trailList: trails.map((Name) => ({ Name })) }),
      },
    });
    expect(said).toMatch(sentence);
  },
);

describe('a step that fails is the last one, and one sentence says where it stands', () => {
  test.each<[string, Given, RegExp, number]>([
    ['vite', { fails: { program: 'vite' } }, /^Nothing was deployed: the pages could not/, 0],
    ['cdk', { fails: { program: 'cdk' } }, /^Not all was deployed, as cdk says/, 1],
    [
      'what the stacks say of themselves',
      { tools: { outputs: () => ({ 'trinh-ky-demo-data': {} }) } },
      /^The stacks are deployed, but do not say where the pages go/,
      2,
    ],
    [
      'the second upload',
      { fails: { program: 'aws', after: 1 } },
      /^The stacks are deployed, but not all pages are published/,
      4,
    ],
    [
      'the app',
      { tools: { statusAt: async () => 403 } },
      /^All is deployed, but .* answers 403/,
      7,
    ],
    ['its name', { tools: { statusAt: async () => null } }, /answers nothing instead of 200/, 7],
  ])('%s', async (_, given, sentence, done) => {
    const { failure, ran } = await deploy(given);
    expect(failure).toMatch(sentence);
    expect(failure).not.toContain('\n');
    expect(ran).toHaveLength(done);
  });
});

test('what the AWS CLI says when it is refused is understood, and what it says otherwise passed on', () => {
  expect(
    refusalIn(
      '\naws: [ERROR]: An error occurred (AccessDeniedException) when calling the GetAccount operation: User: x is not authorized',
    ),
  ).toMatchObject({
    code: 'AccessDeniedException',
    message: 'AccessDeniedException at GetAccount',
  });
  expect(refusalIn('\nUnable to locate credentials. You can configure them.\n')).toMatchObject({
    code: 'Unanswered',
    message: 'Unable to locate credentials. You can configure them',
  });
});
