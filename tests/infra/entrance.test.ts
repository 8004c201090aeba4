// Who gets in, and what may a page do? The gateway's routes and the headers of every answer.
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { FRONT_DOOR_KEY } from '../../functions/contracts/agreed-names.ts';
import { API_ROUTES } from '../../functions/contracts/api.ts';
import { FrontDoorKeys } from '../../infra/constructs/front-door-keys.ts';
import {
  contentSecurityPolicy,
  SECURITY_HEADERS,
} from '../../infra/constructs/security-headers.ts';
import { publicPaths } from '../../infra/stacks/firewall-stack.ts';
import { newFolder } from '../support/run/run-folder.ts';
import { synthesize, whoMay } from './synthesized.ts';

const app = synthesize();

const Limits = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() });

describe('the gateway', () => {
  const routes = app.all('AWS::ApiGatewayV2::Route');

  test('knows every route of the contracts and no other', () => {
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(
      API_ROUTES.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  test('asks for a token wherever the contract does not say that anyone may', () => {
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
    expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual(
      API_ROUTES.filter((route) => route.public)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    );
  });

  test('logs neither paths nor queries nor headers', () => {
    const [stage] = app.all('AWS::ApiGatewayV2::Stage');
    expect(JSON.stringify(stage?.AccessLogSettings)).not.toMatch(
      /path|query|header|authorizer|identity/i,
    );
  });

  test('lets strangers use no more than a tenth of what people at work have, route by route, and a fifth to come in, or half at once', () => {
    const { DefaultRouteSettings: all, RouteSettings: each } = z
      .object({ DefaultRouteSettings: Limits, RouteSettings: z.record(z.string(), Limits) })
      .parse(app.all('AWS::ApiGatewayV2::Stage')[0]);
    const open = API_ROUTES.filter((route) => route.public);
    expect(Object.keys(each).sort()).toEqual(
      open.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    for (const { function: served, method, path } of open) {
      const limit = each[`${method} ${path}`];
      // Whoever comes in is a stranger until then, and a whole office does so in the same minute.
      const [steady, atOnce] = served === 'session' ? [5, 2] : [10, 10];
      expect(limit?.ThrottlingRateLimit).toBeLessThanOrEqual(all.ThrottlingRateLimit / steady);
      expect(limit?.ThrottlingBurstLimit).toBeLessThanOrEqual(all.ThrottlingBurstLimit / atOnce);
    }
  });

  test('allows no other origin', () => {
    expect(app.all('AWS::ApiGatewayV2::Api')[0]).not.toHaveProperty('CorsConfiguration');
  });
});

describe('the front door', () => {
  const secrets = app.all('AWS::SecretsManager::Secret');
  const made = secrets.map(({ id }) => id);
  /** The secrets that CloudFormation puts in, by their references, within the stack or out of another. */
  const keysIn = (said: unknown): string[] =>
    [
      ...JSON.stringify(said).matchAll(
        /\{\{resolve:secretsmanager:",(\{[^{}]*\}),":SecretString:::\}\}/g,
      ),
    ].map(([, reference = '']) => made.find((id) => reference.includes(id)) ?? reference);

  const Origins = z.object({
    DistributionConfig: z.object({
      Origins: z.array(
        z.object({
          OriginCustomHeaders: z
            .array(z.object({ HeaderName: z.string(), HeaderValue: z.unknown() }))
            .default([]),
        }),
      ),
    }),
  });
  const shown = Origins.parse(
    app.all('AWS::CloudFront::Distribution')[0],
  ).DistributionConfig.Origins.flatMap(({ OriginCustomHeaders }) => OriginCustomHeaders);

  const taken = app
    .functions()
    .filter(({ name }) => API_ROUTES.some((route) => route.function === name))
    .map(({ Environment: { Variables } }) => keysIn(Variables.FRONT_DOOR_KEYS));

  test('shows one key, whose letters no template knows', () => {
    expect(shown.map(({ HeaderName }) => HeaderName)).toEqual([FRONT_DOOR_KEY]);
    expect(keysIn(shown[0]?.HeaderValue)).toEqual([expect.toBeOneOf(made)]);
    for (const secret of secrets) {
      expect(secret).not.toHaveProperty('SecretString');
      expect(secret.GenerateSecretString).toMatchObject({ ExcludePunctuation: true });
    }
  });

  test('is asked for its key by every function behind a route, which takes the next one too', () => {
    expect(taken).toHaveLength(new Set(API_ROUTES.map((route) => route.function)).size);
    for (const [now, next, ...others] of taken) {
      expect([now]).toEqual(keysIn(shown[0]?.HeaderValue));
      expect(made).toContain(next);
      expect(next).not.toBe(now);
      expect(others).toEqual([]);
    }
  });

  test('takes nothing away, when its key is renewed, that functions of before still name', () => {
    const exportedWith = (key: number): unknown[] => {
      const renewed = new App({ outdir: newFolder('renewed') });
      const [web, api] = [new Stack(renewed, 'web'), new Stack(renewed, 'api')];
      const { taken: keys } = new FrontDoorKeys(web, 'front-door', key);
      new CfnParameter(api, 'told', { type: 'String', value: keys.join(' ') });
      renewed.synth();
      const outputs = Object.values(Template.fromStack(web).findOutputs('*'));
      return outputs.map(({ Export }) => Export);
    };
    const before = exportedWith(1);
    expect(before).toHaveLength(2);
    expect(exportedWith(2)).toEqual(expect.arrayContaining(before));
    expect(exportedWith(2)).toHaveLength(3);
  });

  test('has keys that no role of the house may read', () => {
    expect(whoMay(app.functions(), /^secretsmanager:/, /front-door/)).toEqual([]);
    const readable = app
      .functions()
      .flatMap(({ may }) => may)
      .filter(({ Action }) => Action.some((action) => action.startsWith('secretsmanager:')))
      .map(({ Resource }) => Resource);
    for (const resource of readable) expect(resource).toMatch(/\/(signers|agencies)\/\*"/);
  });
});

describe('what CloudFront passes on to the API', () => {
  const Behaviors = z.object({
    DistributionConfig: z.object({
      CacheBehaviors: z.array(
        z.object({
          PathPattern: z.string(),
          CachePolicyId: z.string(),
          OriginRequestPolicyId: z.union([z.string(), z.object({ Ref: z.string() })]),
        }),
      ),
    }),
  });
  const { CacheBehaviors: behaviors } = Behaviors.parse(
    app.all('AWS::CloudFront::Distribution')[0],
  ).DistributionConfig;
  /** AWS's own: its ids are the same in every account. */
  const [CACHES_NOTHING, ALL_BUT_HOST] = [
    '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    'b689b0a8-53d0-40ab-baf2-68738e2966ac',
  ];
  const [withoutCookies] = app.all('AWS::CloudFront::OriginRequestPolicy');
  /** The first that fits. */
  const policyOf = (path: string) =>
    behaviors.find(({ PathPattern }) => path.startsWith(PathPattern.replace(/\*$/, '')))
      ?.OriginRequestPolicyId;

  test('is the cookie of a session to the routes that ask for it, and to no other', () => {
    for (const { function: served, path } of API_ROUTES)
      expect(policyOf(path), path).toEqual(
        served === 'session' ? ALL_BUT_HOST : { Ref: withoutCookies?.id },
      );
  });

  test('is all else but the name of the host, and nothing of it is kept', () => {
    expect(withoutCookies?.OriginRequestPolicyConfig).toMatchObject({
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: { HeaderBehavior: 'allExcept', Headers: ['host'] },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    });
    for (const { CachePolicyId } of behaviors) expect(CachePolicyId).toBe(CACHES_NOTHING);
  });
});

test('calls at once are set aside for the verifier of strangers’ files alone, and only when a setting says so', () => {
  const setAside = (settings: Record<string, string>) =>
    synthesize(settings)
      .all('AWS::Lambda::Function')
      .flatMap(({ id, ReservedConcurrentExecutions }) =>
        ReservedConcurrentExecutions === undefined
          ? []
          : [[id.replace(/[0-9A-F]{8}$/, ''), ReservedConcurrentExecutions]],
      );
  expect(setAside({})).toEqual([]);
  expect(setAside({ verifierAtOnce: '5' })).toEqual([['verification', 5]]);
  expect(() => setAside({ verifierAtOnce: '0' })).toThrow(/verifierAtOnce/);
});

describe('the sign-in', () => {
  const [client] = app.all('AWS::Cognito::UserPoolClient');

  test('shows the page that asks again when it is told to, and has a style for it, without which it shows none', () => {
    expect(app.all('AWS::Cognito::UserPoolDomain')).toMatchObject([{ ManagedLoginVersion: 2 }]);
    expect(app.all('AWS::Cognito::ManagedLoginBranding')).toMatchObject([
      { ClientId: { Ref: client?.id }, UseCognitoProvidedValues: true },
    ]);
    expect(app.all('AWS::Cognito::UserPool')).toMatchObject([{ UserPoolTier: 'ESSENTIALS' }]);
  });

  test('gives tokens for a code of its own page, and in exchange for those it gave, and in no other way without the account’s own credentials', () => {
    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
    });
  });

  test('takes a token once, and for a minute more from whoever did not hear the answer, for a day of work in all', () => {
    expect(client).toMatchObject({
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
      RefreshTokenValidity: 12 * 60,
      TokenValidityUnits: { RefreshToken: 'minutes' },
      EnableTokenRevocation: true,
    });
  });

  test('lets nobody change the address that they are known by', () => {
    const asked = z.object({ AllowedOAuthScopes: z.array(z.string()) }).parse(client);
    expect(asked.AllowedOAuthScopes).not.toContain('aws.cognito.signin.user.admin');
    expect(client).toHaveProperty('WriteAttributes', ['locale']);
  });
});

describe('an own domain', () => {
  const own = {
    domain: 'trinh-ky.agency.example',
    certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a-1b',
  };

  test('is the address everywhere, and speaks TLS 1.2 or later', () => {
    const named = synthesize(own);
    expect(named.all('AWS::CloudFront::Distribution')[0]).toMatchObject({
      DistributionConfig: {
        Aliases: [own.domain],
        ViewerCertificate: {
          AcmCertificateArn: own.certificate,
          MinimumProtocolVersion: 'TLSv1.2_2021',
          SslSupportMethod: 'sni-only',
        },
      },
    });
    expect(named.output('WebUrl')).toMatchObject({ Value: `https://${own.domain}` });
    expect(named.all('AWS::Cognito::UserPoolClient')[0]).toMatchObject({
      CallbackURLs: [`https://${own.domain}/signed-in`],
      LogoutURLs: [`https://${own.domain}/`, `https://${own.domain}/signed-out`],
    });
  });

  test('is refused without its certificate, and with one that CloudFront cannot find', () => {
    expect(() => synthesize({ domain: own.domain })).toThrow(/domain and certificate/);
    expect(() => synthesize({ certificate: own.certificate })).toThrow(/domain and certificate/);
    const elsewhere = own.certificate.replace('us-east-1', 'ap-southeast-1');
    expect(() => synthesize({ ...own, certificate: elsewhere })).toThrow(/certificate/);
  });
});

describe('the firewall', () => {
  const guarded = synthesize({ firewall: 'true' });
  const Rules = z.array(
    z.object({
      Name: z.string(),
      Priority: z.number(),
      Statement: z.object({
        RateBasedStatement: z.object({ Limit: z.number() }).optional(),
        ManagedRuleGroupStatement: z
          .object({
            RuleActionOverrides: z.array(
              z.object({ Name: z.string(), ActionToUse: z.object({ Count: z.object({}) }) }),
            ),
          })
          .optional(),
      }),
    }),
  );
  const [webAcl] = guarded.all('AWS::WAFv2::WebACL');
  const rules = Rules.parse(webAcl?.Rules);
  const statementOf = (name: string) => rules.find(({ Name }) => Name === name)?.Statement;

  test('is there when a setting says so, and costs nobody else anything', () => {
    expect(app.all('AWS::WAFv2::WebACL')).toEqual([]);
    expect(JSON.stringify(app.all('AWS::CloudFront::Distribution'))).not.toContain('WebACLId');
    expect(() => synthesize({ firewall: 'yes' })).toThrow(/firewall/);
  });

  test('stands before the one distribution, in the region where CloudFront looks for it', () => {
    expect(webAcl).toMatchObject({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
    expect(guarded.all('AWS::CloudFront::Distribution')[0]).toMatchObject({
      DistributionConfig: {
        WebACLId: {
          'Fn::GetStackOutput': {
            StackName: 'trinh-ky-demo-firewall',
            OutputName: 'WebAcl',
            Region: 'us-east-1',
          },
        },
      },
    });
    expect(guarded.output('WebAcl')).toBeDefined();
    expect(guarded.regionOf('trinh-ky-demo-firewall')).toBe('us-east-1');
  });

  test('lets one address use less of what is public, and shuts no office out of the rest', () => {
    const limitOf = (name: string) => statementOf(name)?.RateBasedStatement?.Limit ?? 0;
    // Ten a second over five minutes is what a public route lets through, a hundred what the gateway does.
    expect(limitOf('too-often-of-anyone')).toBeLessThanOrEqual((10 * 300) / 10);
    expect(limitOf('too-often')).toBeGreaterThanOrEqual(3 * 10 * 300);
    expect(limitOf('too-often')).toBeLessThan(100 * 300);
  });

  test('knows by their addresses the routes that strangers ask, and takes no other for one, nor those by which people at work come in', () => {
    const isUnder = (path: string) => publicPaths().some((begin) => path.startsWith(begin));
    for (const route of API_ROUTES) {
      const isForStrangers = route.public && route.function !== 'session';
      expect(isUnder(route.path), route.name).toBe(isForStrangers);
    }
    const said = JSON.stringify(webAcl?.Rules);
    for (const path of publicPaths()) expect(said).toContain(`"SearchString":"${path}"`);
  });

  test('counts under no name that WAF keeps for itself', () => {
    const counted = [...JSON.stringify(webAcl).matchAll(/"MetricName":"([^"]*)"/g)];
    expect(counted).toHaveLength(4);
    for (const [, name] of counted) expect(name).not.toMatch(/^(all|default_action)$/i);
  });

  test('refuses nobody for what they write: rules that look into bodies and queries count', () => {
    const counted =
      statementOf('common')?.ManagedRuleGroupStatement?.RuleActionOverrides.map(
        ({ Name }) => Name,
      ) ?? [];
    // Those that AWS's list has of either kind.
    for (const kind of ['EC2MetaDataSSRF', 'GenericLFI', 'GenericRFI', 'CrossSiteScripting'])
      expect(counted).toEqual(expect.arrayContaining([`${kind}_BODY`, `${kind}_QUERYARGUMENTS`]));
    expect(counted).toContain('SizeRestrictions_BODY');
    expect(counted).toContain('SizeRestrictions_QUERYSTRING');
    expect(counted.filter((name) => /URIPATH|COOKIE|Cookie|BadBots/.test(name))).toEqual([]);
  });
});

describe('the page', () => {
  test('is told every address of the sign-in, so that it need not ask for them', () => {
    const config = JSON.stringify(app.output('WebConfig'));
    for (const place of ['/oauth2/authorize', '/oauth2/token', '/logout']) {
      expect(config).toContain(`.amazoncognito.com${place}`);
    }
  });
});

describe('what people hear by mail about their way in', () => {
  const [pool] = app.all('AWS::Cognito::UserPool');
  const { AdminCreateUserConfig, VerificationMessageTemplate } = z
    .object({
      AdminCreateUserConfig: z.object({ InviteMessageTemplate: z.unknown() }),
      VerificationMessageTemplate: z.object({
        EmailMessage: z.unknown(),
        EmailSubject: z.string(),
      }),
    })
    .parse(pool);
  const letters = JSON.stringify([AdminCreateUserConfig, VerificationMessageTemplate]);

  test('is Vietnamese, and says where the app is', () => {
    expect(letters).toContain('Trình Ký: hướng dẫn đăng nhập');
    expect(letters).toContain('Trình Ký: mã đặt lại mật khẩu');
    expect(letters.match(/"Fn::GetAtt":\["site\w+","DomainName"\]/g)).toHaveLength(2);
  });

  test('has the address, the password and the code that Cognito puts in', () => {
    expect(letters.match(/\{username\}/g)).toHaveLength(1);
    expect(letters.match(/\{####\}/g)).toHaveLength(2);
  });

  test('says in which language the page of the sign-in is, and what it asks for', () => {
    expect(letters).toContain('Trang đăng nhập viết bằng tiếng Anh');
  });

  test('says for how long the password is good as the pool has it', () => {
    expect(pool).toMatchObject({
      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 7 } },
    });
    expect(letters).toContain('trong 7 ngày');
  });
});

describe('the headers', () => {
  const policy = contentSecurityPolicy({ files: ['https://files.example'] });

  test('allow the page to speak to nobody but its own address and its files: the sign-in is asked by a function', () => {
    expect(policy).toContain("connect-src 'self' https://files.example;");
  });

  test('allow no inline script or style and no evaluated code', () => {
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/data:|frame-src/);
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('are the same at CloudFront as anywhere else', () => {
    const [cloudFront] = app.all('AWS::CloudFront::ResponseHeadersPolicy');
    const said = JSON.stringify(cloudFront).toLowerCase();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (name === 'x-content-type-options') expect(said).toContain('"contenttypeoptions"');
      else expect(said).toContain(`"${value.toLowerCase()}"`);
    }
    expect(said).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  });

  describe('at CloudFront', () => {
    const serving = new Set<string>(API_ROUTES.map((route) => route.function));
    const buckets = app.all('AWS::S3::Bucket').map(({ id }) => id);
    const [cloudFront] = app.all('AWS::CloudFront::ResponseHeadersPolicy');
    const named = buckets.filter((id) =>
      JSON.stringify(cloudFront).includes(`${id}RegionalDomainName`),
    );

    test('let the page speak to every bucket that an API may hand out links to, and to no other', () => {
      const linked = buckets.filter((id) =>
        whoMay(app.functions(), /^s3:(Get|Put)Object/, new RegExp(`${id}Arn`)).some((name) =>
          serving.has(name),
        ),
      );
      expect(linked).not.toEqual([]);
      expect(named).toEqual(linked);
    });

    test('name the buckets that answer a page of another host, and no other', () => {
      const answering = app
        .all('AWS::S3::Bucket')
        .filter(({ CorsConfiguration }) => CorsConfiguration);
      expect(answering.map(({ id }) => id)).toEqual(named);
    });
  });
});
