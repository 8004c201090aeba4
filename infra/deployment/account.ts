// What must be true of an account before a stage is deployed into it? Asked beforehand, and said in a sentence each: CloudFormation
// says it half an hour later, in the middle.
import * as z from 'zod';
import { FIREWALL_REGION } from '../stacks/firewall-stack.ts';
import type { Stage } from '../stages.ts';
import { type AskAws, AwsRefusal } from './ask-aws.ts';

/**
 * `wrong`: the deployment would stop. `later`: it goes through, and something is to be done besides. `unknown`: that could
 * not be asked.
 */
export type Finding = { is: 'well' | 'later' | 'unknown' | 'wrong'; what: string };

const well = (what: string): Finding => ({ is: 'well', what });
const later = (what: string): Finding => ({ is: 'later', what });
const unknown = (what: string): Finding => ({ is: 'unknown', what });
const wrong = (what: string): Finding => ({ is: 'wrong', what });

export type Wish = { stage: Stage; region: string };
type Asked = Wish & { aws: AskAws; account: string };

/** The answer, or nothing where AWS says that it is not there. */
const orNothing = async (answer: Promise<unknown>, code: RegExp): Promise<unknown> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AwsRefusal && code.test(error.code)) return undefined;
    throw error;
  }
};

/** Whoever may not ask may still be allowed to deploy: CDK's roles have rights of their own. */
const asking = async (about: string, look: () => Promise<Finding[]>): Promise<Finding[]> => {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    return [unknown(`${about} could not be asked (${error.message}).`)];
  }
};

/** As AWS calls them; SSM takes ten names at a time. A name that it knows nowhere tells nothing of a region. */
const NEEDED = [
  'apigateway',
  'cognito-idp',
  'dynamodb',
  'events',
  'kms',
  'lambda',
  'secretsmanager',
  'ses',
  'states',
  'xray',
];
const INFRASTRUCTURE = '/aws/service/global-infrastructure';
/** The list of all regions is not in all regions; it is here. */
const LISTED_IN = 'us-east-1';
const Listed = z.object({ Parameters: z.array(z.object({ Name: z.string() })) });

const isWhatItNeedsInTheRegion = async ({ aws, region }: Asked): Promise<Finding[]> => {
  const listed = async (path: string): Promise<string[]> => {
    const names = NEEDED.map((name) => `${path}/services/${name}`);
    const answer = await aws('ssm', 'get-parameters', '--region', LISTED_IN, '--names', ...names);
    return Listed.parse(answer).Parameters.map(({ Name }) => Name.split('/').at(-1) ?? '');
  };
  const [anywhere, here] = await Promise.all([
    listed(INFRASTRUCTURE),
    listed(`${INFRASTRUCTURE}/regions/${region}`),
  ]);
  const missing = anywhere.filter((name) => !here.includes(name));
  if (here.length === 0) return [wrong(`AWS has no region ${region}.`)];
  if (missing.length === 0) return [well(`The region ${region} has what is needed.`)];
  return [wrong(`The region ${region} lacks ${missing.join(', ')}: choose another.`)];
};

/** Where CDK's bootstrap writes down its version, and the one from which on it takes what this version of CDK hands to it. */
const BOOTSTRAP = '/cdk-bootstrap/hnb659fds/version';
const OLDEST_BOOTSTRAP = 6;
const Parameter = z.object({ Parameter: z.object({ Value: z.coerce.number() }) });

const isBootstrapped = async ({ aws, account }: Asked, region: string): Promise<Finding[]> => {
  const found = await orNothing(
    aws('ssm', 'get-parameter', '--region', region, '--name', BOOTSTRAP),
    /^ParameterNotFound$/,
  );
  const how = `npx cdk bootstrap aws://${account}/${region}`;
  if (found === undefined) return [wrong(`CDK was never prepared in ${region}: ${how}`)];
  const { Value: version } = Parameter.parse(found).Parameter;
  return version < OLDEST_BOOTSTRAP
    ? [wrong(`CDK was prepared in ${region} long ago (version ${version}): ${how}`)]
    : [well(`CDK is prepared in ${region}.`)];
};

const Stacks = z.object({
  Stacks: z.array(
    z.object({
      StackName: z.string(),
      StackStatus: z.string(),
      EnableTerminationProtection: z.boolean().default(false),
    }),
  ),
});
type FoundStack = z.infer<typeof Stacks>['Stacks'][number];

const stacksOf = async ({ aws, stage }: Asked, region: string): Promise<FoundStack[]> => {
  const answer = await aws('cloudformation', 'describe-stacks', '--region', region);
  return Stacks.parse(answer).Stacks.filter(({ StackName }) =>
    StackName.startsWith(`${stage.prefix}-`),
  );
};

/** Whether an earlier deployment can be gone on with, by what is left of it. */
const leftOf = (stack: FoundStack, region: string): Finding[] => {
  const { StackName: name, StackStatus: status, EnableTerminationProtection: isProtected } = stack;
  const on = `--stack-name ${name} --region ${region}`;
  if (status === 'REVIEW_IN_PROGRESS') return [];
  if (status.endsWith('_IN_PROGRESS'))
    return [wrong(`${name} is being changed at this moment (${status}): wait until it is done.`)];
  if (status === 'UPDATE_ROLLBACK_FAILED')
    return [
      wrong(
        `${name} got stuck on its way back: aws cloudformation continue-update-rollback ${on}, then deploy again.`,
      ),
    ];
  if (status === 'DELETE_FAILED')
    return [
      wrong(`${name} was to be deleted and is still there: aws cloudformation delete-stack ${on}`),
    ];
  if (!/^(ROLLBACK_|CREATE_FAILED)/.test(status)) return [];
  if (isProtected)
    return [
      wrong(
        `${name} was begun and never whole, and cdk may not begin it anew: aws cloudformation update-termination-protection --no-enable-termination-protection ${on}, then deploy again.`,
      ),
    ];
  return [
    later(
      `${name} was begun and never whole; cdk begins it anew. What it kept (tables, buckets, pools) lies empty beside the new ones: remove it by hand.`,
    ),
  ];
};

const isFreeToGoOn = async (asked: Asked): Promise<Finding[]> => {
  const regions = [...new Set([asked.region, ...(asked.stage.firewall ? [FIREWALL_REGION] : [])])];
  const found = await Promise.all(
    regions.map(async (region) =>
      (await stacksOf(asked, region)).flatMap((stack) => leftOf(stack, region)),
    ),
  );
  return found.flat();
};

/** Lambda leaves so many to functions that have none set aside. */
const UNRESERVED = 100;
const Settings = z.object({ AccountLimit: z.object({ ConcurrentExecutions: z.number() }) });

const isLambdaWideEnough = async ({ aws, region, stage }: Asked): Promise<Finding[]> => {
  const answer = await aws('lambda', 'get-account-settings', '--region', region);
  const { ConcurrentExecutions: all } = Settings.parse(answer).AccountLimit;
  const more = 'ask for 1,000 in Service Quotas (AWS Lambda, Concurrent executions)';
  const { verifierAtOnce: aside } = stage;
  if (aside !== undefined && all - aside < UNRESERVED)
    return [
      wrong(
        `Lambda runs ${all} calls at once here, and verifierAtOnce=${aside} needs ${UNRESERVED + aside}: ${more}, or leave the setting out.`,
      ),
    ];
  return all < UNRESERVED
    ? [later(`Lambda runs ${all} calls at once here, as in every new account: ${more}.`)]
    : [well(`Lambda runs ${all} calls at once.`)];
};

const Identity = z.object({ VerifiedForSendingStatus: z.boolean() });

const isMailOurs = async (asked: Asked): Promise<Finding[]> => {
  const { aws, region, stage } = asked;
  const domain = stage.mailFrom.split('@').at(-1) ?? stage.mailFrom;
  const identity = await orNothing(
    aws('sesv2', 'get-email-identity', '--region', region, '--email-identity', domain),
    /^NotFoundException$/,
  );
  if (identity === undefined)
    return [later(`Mail: when ${domain} is entered, publish the DKIM records that SES shows.`)];
  const stacks = await stacksOf(asked, region);
  if (!stacks.some(({ StackName }) => StackName === `${stage.prefix}-workflow`))
    return [
      wrong(
        `SES knows ${domain} already, and not by this stage, which enters it itself: take it out (aws sesv2 delete-email-identity --email-identity ${domain} --region ${region}) if nobody sends by it, or choose another mailFrom.`,
      ),
    ];
  return Identity.parse(identity).VerifiedForSendingStatus
    ? [well(`Mail may come from ${domain}.`)]
    : [later(`Mail: SES waits for the DKIM records of ${domain}, and none leaves until then.`)];
};

const Sending = z.object({ ProductionAccessEnabled: z.boolean(), SendingEnabled: z.boolean() });

const doesMailLeave = async ({ aws, region }: Asked): Promise<Finding[]> => {
  const answer = await aws('sesv2', 'get-account', '--region', region);
  const { ProductionAccessEnabled, SendingEnabled } = Sending.parse(answer);
  if (!SendingEnabled) return [later('Mail: SES has stopped all sending of this account.')];
  return ProductionAccessEnabled
    ? [well('Mail goes to every address.')]
    : [
        later(
          'Mail goes to confirmed addresses alone (the sandbox of SES): ask for production access there.',
        ),
      ];
};

const Certificate = z.object({
  Certificate: z.object({
    Status: z.string(),
    DomainName: z.string(),
    SubjectAlternativeNames: z.array(z.string()).default([]),
  }),
});

/** A star stands for one label (RFC 9525, 6.3). */
const covers = (name: string, domain: string): boolean =>
  name === domain || (name.startsWith('*.') && name.slice(1) === domain.slice(domain.indexOf('.')));

const isCertificateGood = async ({ aws, stage }: Asked): Promise<Finding[]> => {
  if (stage.ownAddress === undefined) return [];
  const { domain, certificate } = stage.ownAddress;
  const found = await orNothing(
    aws('acm', 'describe-certificate', '--region', 'us-east-1', '--certificate-arn', certificate),
    /^ResourceNotFoundException$/,
  );
  if (found === undefined) return [wrong(`There is no certificate ${certificate}.`)];
  const { Status, DomainName, SubjectAlternativeNames } = Certificate.parse(found).Certificate;
  if (Status !== 'ISSUED')
    return [
      wrong(`The certificate is not issued (${Status}): ACM in us-east-1 says what it waits for.`),
    ];
  return [DomainName, ...SubjectAlternativeNames].some((name) => covers(name, domain))
    ? [well(`The certificate is good for ${domain}.`)]
    : [wrong(`The certificate is for ${DomainName}, and not for ${domain}.`)];
};

const Trails = z.object({ trailList: z.array(z.object({ Name: z.string() })) });

/** Those of other regions and of the organization are listed where they write. What they leave out, they do not say. */
const isThereOneTrail = async ({ aws, region, stage }: Asked): Promise<Finding[]> => {
  const answer = await aws('cloudtrail', 'describe-trails', '--region', region);
  const others = Trails.parse(answer)
    .trailList.map(({ Name }) => Name)
    .filter((name) => !name.startsWith(`${stage.prefix}-`));
  const named = others.join(', ');
  if (stage.trail === 'account')
    return others.length === 0
      ? [
          later(
            'Nobody will hear when somebody else signs: trail=account, and CloudTrail has no trail here. Leave the setting out.',
          ),
        ]
      : [well(`CloudTrail writes down what is done here (${named}).`)];
  return others.length === 0
    ? [well('The stage has the one trail of CloudTrail.')]
    : [
        later(
          `CloudTrail has a trail already (${named}), and the stage’s own, a second, is paid for by the event: if the first writes all management events down, reading ones as well, add -c trail=account.`,
        ),
      ];
};

const Distributions = z.object({
  DistributionList: z.object({ Items: z.array(z.unknown()).default([]) }).optional(),
});

/** Whether CloudFront takes an account, none of its calls tells but the one that makes a distribution. */
const doesCloudFrontKnowUs = async ({ aws }: Asked): Promise<Finding[]> => {
  const answer = await aws('cloudfront', 'list-distributions', '--max-items', '1');
  const { DistributionList } = Distributions.parse(answer);
  return DistributionList?.Items.length
    ? [well('CloudFront knows this account.')]
    : [
        unknown(
          'CloudFront has nothing of this account yet, and of a new one it may want to know more: should the deployment stop with “Your account must be verified”, write to AWS Support, and deploy again.',
        ),
      ];
};

const Caller = z.object({ Account: z.string() });

/** Everything at once. Who is not known to AWS hears that alone. */
export const lookAtAccount = async (aws: AskAws, wish: Wish): Promise<Finding[]> => {
  const { stage, region } = wish;
  let account: string;
  try {
    account = Caller.parse(await aws('sts', 'get-caller-identity', '--region', region)).Account;
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    return [
      wrong(
        `AWS does not know who asks (${error.message}): aws configure, aws sso login, or AWS_PROFILE=… in front of the command.`,
      ),
    ];
  }
  const asked = { ...wish, aws, account };
  const looks: [string, () => Promise<Finding[]>][] = [
    [`What ${region} has`, () => isWhatItNeedsInTheRegion(asked)],
    [`Whether CDK is prepared in ${region}`, () => isBootstrapped(asked, region)],
    ...(stage.firewall && region !== FIREWALL_REGION
      ? [
          [
            `Whether CDK is prepared in ${FIREWALL_REGION}`,
            () => isBootstrapped(asked, FIREWALL_REGION),
          ] satisfies [string, () => Promise<Finding[]>],
        ]
      : []),
    ['What is left of earlier deployments', () => isFreeToGoOn(asked)],
    ['How many calls Lambda runs at once', () => isLambdaWideEnough(asked)],
    ['The domain for mail', () => isMailOurs(asked)],
    ['Whether mail leaves', () => doesMailLeave(asked)],
    ['The certificate', () => isCertificateGood(asked)],
    ['Whether there is a trail', () => isThereOneTrail(asked)],
    ['Whether CloudFront takes this account', () => doesCloudFrontKnowUs(asked)],
  ];
  const found = await Promise.all(looks.map(([about, look]) => asking(about, look)));
  return [well(`Account ${account}, region ${region}.`), ...found.flat()];
};
