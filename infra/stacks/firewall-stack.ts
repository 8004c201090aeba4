// Who is turned away before CloudFront passes anything on? With `-c firewall=true`: whoever asks too often, and what no browser sends.
// Web ACLs of CloudFront stand in us-east-1, wherever the rest is.
import { Annotations, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { API_ROUTES } from '../../functions/contracts/api.ts';
import type { Stage } from '../stages.ts';

export const FIREWALL_REGION = 'us-east-1';

/** AWS's price list of November 2026: 5 USD for the list, one for each of its three rules, a month; and for what it looks at. */
const COSTS =
  'The firewall costs 8 USD a month and 0.60 USD for a million requests (AWS WAF, price list of November 2026).';

/** Seconds that are counted back; the usual of those that WAF offers. */
const WINDOW = 300;
/**
 * Requests of one address within that, to what strangers ask for. A public route lets ten a second through, over everybody: one address gets a tenth of it,
 * so that it shuts nobody out.
 */
const OF_ANYONE = 300;
/**
 * A thousand people make ten a second between them, and an office may come by one address: thrice that, which is a third of
 * what the gateway lets through.
 */
const OF_ALL = 9_000;

/**
 * What is ours of a public route's address: whatever stands before its first part that changes. By those of a session
 * people at work come in, and stay in: each page that is loaded has one renewed. An office behind one address would be shut
 * out of it by lunchtime, so they count with all else.
 */
export const publicPaths = (): string[] => [
  ...new Set(
    API_ROUTES.filter((route) => route.public && route.function !== 'session').map(({ path }) =>
      path.replace(/\{.*/, ''),
    ),
  ),
];

/**
 * Of AWS's common rules those that only count. Bodies and queries hold what people write, which may look like anything: a report
 * is longer than 8 KB, WAF sees the first 16 of it, and whoever were refused would lose what they typed. Their forms are judged
 * by the API, their letters are never run. Files do not come by here: a page sends them to S3. A program needs no name.
 */
const COUNTED = [
  'NoUserAgent_HEADER',
  'SizeRestrictions_BODY',
  'SizeRestrictions_QUERYSTRING',
  'EC2MetaDataSSRF_BODY',
  'EC2MetaDataSSRF_QUERYARGUMENTS',
  'GenericLFI_BODY',
  'GenericLFI_QUERYARGUMENTS',
  'GenericRFI_BODY',
  'GenericRFI_QUERYARGUMENTS',
  'RestrictedExtensions_QUERYARGUMENTS',
  'CrossSiteScripting_BODY',
  'CrossSiteScripting_QUERYARGUMENTS',
];

/** WAF keeps `All` and `Default_Action` for itself. What was looked at is shown in the console for three hours; no log is kept of it, for paths and headers would be in it. */
const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

/** In the words of HTTP: the page says that the system is busy, and asks again. */
const TOO_OFTEN: CfnWebACL.RuleActionProperty = {
  block: {
    customResponse: {
      responseCode: 429,
      responseHeaders: [{ name: 'Retry-After', value: String(WINDOW) }],
    },
  },
};

const beginsWith = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString,
    // The gateway reads a path as it is meant, however it is written.
    textTransformations: [
      { priority: 0, type: 'URL_DECODE' },
      { priority: 1, type: 'NORMALIZE_PATH' },
    ],
  },
});

/** WAF takes a choice of two or more. */
const anyOf = (paths: string[]): CfnWebACL.StatementProperty => {
  const statements = paths.map(beginsWith);
  const [first, ...others] = statements;
  if (first === undefined) throw new Error('No route is public');
  return others.length === 0 ? first : { orStatement: { statements } };
};

const oneAddress = (
  limit: number,
  scopeDownStatement?: CfnWebACL.StatementProperty,
): CfnWebACL.StatementProperty => ({
  rateBasedStatement: {
    aggregateKeyType: 'IP',
    evaluationWindowSec: WINDOW,
    limit,
    ...(scopeDownStatement && { scopeDownStatement }),
  },
});

export class FirewallStack extends Stack {
  /** What the distribution names, looked up while it is deployed: what one region exports, another cannot import. */
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, { terminationProtection }: Stage) {
    super(scope, id, { terminationProtection, env: { region: FIREWALL_REGION } });
    const webAcl = new CfnWebACL(this, 'web-acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('let-through'),
      rules: [
        {
          name: 'common',
          priority: 0,
          overrideAction: { none: {} },
          visibilityConfig: seen('common'),
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: 'AWSManagedRulesCommonRuleSet',
              ruleActionOverrides: COUNTED.map((name) => ({ name, actionToUse: { count: {} } })),
            },
          },
        },
        {
          name: 'too-often-of-anyone',
          priority: 1,
          action: TOO_OFTEN,
          visibilityConfig: seen('too-often-of-anyone'),
          statement: oneAddress(OF_ANYONE, anyOf(publicPaths())),
        },
        {
          name: 'too-often',
          priority: 2,
          action: TOO_OFTEN,
          visibilityConfig: seen('too-often'),
          statement: oneAddress(OF_ALL),
        },
      ],
    });
    const output = 'WebAcl';
    new CfnOutput(this, output, { value: webAcl.attrArn });
    this.webAclArn = Fn.getStackOutput(this.stackName, output, FIREWALL_REGION);
    Annotations.of(this).addInfo(COSTS);
  }
}
