// What does the app consist of? Functions, tables, buckets, machines, routes and rules,
// as the synthesized templates say it, in the words the local stack works with.
import { resolve } from 'node:path';
import type { TableSettings } from '../aws/dynamodb-local.ts';
import { REGION } from '../aws/place.ts';
import type { BucketSettings } from '../aws/s3.ts';
import type { PolicyStatement } from '../aws/service.ts';
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import { addedHeadersIn, type CookieRule, cookieRulesIn } from './distribution.ts';
import { asJson, asList, type Json } from './json.ts';
import { attributeOf } from './resource-names.ts';
import { statementsOf } from './role.ts';
import { type Resource, readTemplates, type SynthesizedTemplates } from './templates.ts';

export type DeployedFunction = {
  /** The construct's own id, which is the handler's name: how people, logs and tests call the function. */
  id: string;
  name: string;
  arn: string;
  /** The folder of the bundle. */
  code: string;
  handler: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMegabytes: number;
  architecture: 'arm64' | 'x86_64';
  mayDo: PolicyStatement[];
};

export type DeployedMachine = {
  name: string;
  arn: string;
  definition: unknown;
  mayDo: PolicyStatement[];
};
export type DeployedAuthorizer = { issuer: string; audience: string[] };
export type DeployedRoute = {
  /** `GET /api/reports/{reportId}` */
  key: string;
  functionArn: string;
  timeoutMilliseconds: number;
  authorizer: DeployedAuthorizer | undefined;
};
export type DeployedRule = {
  name: string;
  arn: string;
  schedule: string | undefined;
  pattern: Record<string, unknown> | undefined;
  targets: Record<string, unknown>[];
};

/** The web as the sign-in knows it. */
export type DeployedClient = {
  id: string;
  /** The paths it may be sent back to. */
  signedInPaths: string[];
  signedOutPaths: string[];
  /** For how long somebody stays signed in, however often their tokens are renewed. */
  refreshSeconds: number;
  /** For how long a refresh token is good after it was exchanged for another; null where it is never exchanged. */
  graceSeconds: number | null;
};

/** A secret that a template has made up, and of how many letters and figures. */
export type DeployedSecret = { name: string; length: number };

export type Assembly = {
  templates: SynthesizedTemplates;
  functions: DeployedFunction[];
  tables: TableSettings[];
  buckets: BucketSettings[];
  machines: DeployedMachine[];
  routes: DeployedRoute[];
  rules: DeployedRule[];
  userPoolClient: DeployedClient;
  secrets: DeployedSecret[];
  /** What CloudFront adds to whatever it passes on to the gateway; a secret stands in it by its name. */
  addedHeaders: Record<string, string>;
  /** To which paths it passes the cookies of a request. */
  cookieRules: CookieRule[];
};

/** Three seconds and 128 MB: what Lambda takes when the template says nothing. */
const LAMBDA_DEFAULTS = { Timeout: 3, MemorySize: 128 };
/** The longest and the usual time that an HTTP API waits for its integration. */
const INTEGRATION_TIMEOUT_MILLISECONDS = 30_000;

const TABLES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];
/** Functions that CDK adds to a deployment for itself; nothing of the app calls them. */
const isOfDeployment = ({ path }: Resource) =>
  /Custom(::|CDK|S3|Resource)|BucketDeployment/.test(path);

const functionsOf = (templates: SynthesizedTemplates): DeployedFunction[] =>
  templates
    .ofType('AWS::Lambda::Function')
    .filter((resource) => !isOfDeployment(resource))
    .map((resource) => {
      const properties: Json = {
        ...LAMBDA_DEFAULTS,
        ...asJson(templates.resolve(resource.properties, resource)),
      };
      const code = templates.asset(String(asJson(properties.Code).S3Key));
      if (code === undefined) {
        throw new LocalStackError(
          `The function ${resource.path} has no bundle in ${templates.folder}.`,
        );
      }
      const variables = asJson(asJson(properties.Environment).Variables);
      return {
        id: resource.path.split('/').at(-2) ?? resource.path,
        name: templates.name(resource),
        arn: templates.arn(resource),
        code: resolve(code),
        handler: String(properties.Handler),
        environment: Object.fromEntries(
          Object.entries(variables).map(([key, value]) => [key, String(value)]),
        ),
        timeoutSeconds: Number(properties.Timeout),
        memoryMegabytes: Number(properties.MemorySize),
        architecture:
          Array.isArray(properties.Architectures) && properties.Architectures[0] === 'arm64'
            ? 'arm64'
            : 'x86_64',
        mayDo: statementsOf(templates, String(properties.Role)),
      };
    });

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const bucketsOf = (templates: SynthesizedTemplates): BucketSettings[] =>
  templates.ofType('AWS::S3::Bucket').map((resource) => {
    const properties = asJson(templates.resolve(resource.properties, resource));
    const lock = asJson(asJson(asJson(properties.ObjectLockConfiguration).Rule).DefaultRetention);
    const lifecycle = asList(asJson(properties.LifecycleConfiguration).Rules);
    const expiry = lifecycle.flatMap(({ ExpirationInDays: days, Prefix: prefix = '' }) =>
      days === undefined ? [] : [{ prefix: String(prefix), days: Number(days) }],
    );
    return {
      name: templates.name(resource),
      versioned: asJson(properties.VersioningConfiguration).Status === 'Enabled',
      ...(lock.Mode !== undefined && {
        objectLock: {
          mode: lock.Mode === 'COMPLIANCE' ? 'COMPLIANCE' : 'GOVERNANCE',
          days: Number(lock.Days ?? Number(lock.Years) * 365),
        },
      }),
      cors: asList(asJson(properties.CorsConfiguration).CorsRules).map((rule) => ({
        allowedOrigins: texts(rule.AllowedOrigins),
        allowedMethods: texts(rule.AllowedMethods),
        allowedHeaders: texts(rule.AllowedHeaders),
        exposedHeaders: texts(rule.ExposedHeaders),
      })),
      expiry,
    };
  });

const machinesOf = (templates: SynthesizedTemplates): DeployedMachine[] =>
  templates.ofType('AWS::StepFunctions::StateMachine').map((resource) => {
    const properties = asJson(templates.resolve(resource.properties, resource));
    return {
      name: templates.name(resource),
      arn: templates.arn(resource),
      definition: properties.Definition ?? JSON.parse(String(properties.DefinitionString)),
      mayDo: statementsOf(templates, String(properties.RoleArn)),
    };
  });

/** `arn:aws:apigateway:…/functions/<arn>/invocations` and a plain ARN both name the function. */
const functionArnIn = (uri: string) => uri.match(/arn:[^/]*:lambda:[^/]*/)?.[0] ?? uri;

const routesOf = (templates: SynthesizedTemplates): DeployedRoute[] => {
  const byName = (type: string) =>
    new Map(
      templates
        .ofType(type)
        .map((resource) => [
          templates.name(resource),
          asJson(templates.resolve(resource.properties, resource)),
        ]),
    );
  const integrations = byName('AWS::ApiGatewayV2::Integration');
  const authorizers = byName('AWS::ApiGatewayV2::Authorizer');
  return [...byName('AWS::ApiGatewayV2::Route')].map(([name, route]) => {
    const integration = integrations.get(String(route.Target).replace('integrations/', ''));
    if (!integration) throw new LocalStackError(`The route ${name} leads to no integration.`);
    const authorizer = authorizers.get(String(route.AuthorizerId));
    if (route.AuthorizationType === 'JWT' && !authorizer) {
      throw new LocalStackError(`The route ${name} asks for a token, but names no authorizer.`);
    }
    const jwt = asJson(authorizer?.JwtConfiguration);
    return {
      key: String(route.RouteKey),
      functionArn: functionArnIn(String(integration.IntegrationUri)),
      timeoutMilliseconds: Number(integration.TimeoutInMillis ?? INTEGRATION_TIMEOUT_MILLISECONDS),
      authorizer: authorizer && {
        issuer: String(jwt.Issuer),
        audience: texts(jwt.Audience),
      },
    };
  });
};

const rulesOf = (templates: SynthesizedTemplates): DeployedRule[] =>
  templates.ofType('AWS::Events::Rule').map((resource) => {
    const properties = asJson(templates.resolve(resource.properties, resource));
    return {
      name: templates.name(resource),
      arn: templates.arn(resource),
      schedule:
        properties.ScheduleExpression === undefined
          ? undefined
          : String(properties.ScheduleExpression),
      pattern: properties.EventPattern === undefined ? undefined : asJson(properties.EventPattern),
      targets: asList(properties.Targets),
    };
  });

const pathsOf = (urls: unknown): string[] => [
  ...new Set(texts(urls).map((url) => new URL(url).pathname)),
];

/** What Cognito takes when the template says nothing. */
const COGNITO_DEFAULTS = { RefreshTokenValidity: 30, RefreshToken: 'days' };
const SECONDS_OF: Record<string, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

const clientIn = (id: string, properties: Json): DeployedClient => {
  const { RefreshTokenValidity, TokenValidityUnits, RefreshTokenRotation, ...others } = {
    ...COGNITO_DEFAULTS,
    ...properties,
  } as Json;
  const { RefreshToken: unit } = { ...COGNITO_DEFAULTS, ...asJson(TokenValidityUnits) };
  const rotation = asJson(RefreshTokenRotation);
  return {
    id,
    signedInPaths: pathsOf(others.CallbackURLs),
    signedOutPaths: pathsOf(others.LogoutURLs),
    refreshSeconds: Number(RefreshTokenValidity) * (SECONDS_OF[String(unit)] ?? 1),
    graceSeconds:
      rotation.Feature === 'ENABLED' ? Number(rotation.RetryGracePeriodSeconds ?? 0) : null,
  };
};

const clientOf = (templates: SynthesizedTemplates): DeployedClient => {
  const [client] = templates.ofType('AWS::Cognito::UserPoolClient');
  // Of an app that nobody signs in to.
  if (client === undefined) return clientIn('none', {});
  return clientIn(templates.name(client), asJson(templates.resolve(client.properties, client)));
};

/** What Secrets Manager takes when the template says nothing. */
const SECRET_LENGTH = 32;

const secretsOf = (templates: SynthesizedTemplates): DeployedSecret[] =>
  templates.ofType('AWS::SecretsManager::Secret').map((resource) => {
    const { PasswordLength = SECRET_LENGTH } = asJson(
      templates.resolve(resource.properties.GenerateSecretString, resource),
    );
    return { name: templates.name(resource), length: Number(PasswordLength) };
  });

/** `url` is the address at which the local stack serves the app, and stands for AWS's in every text. */
export const readAssembly = (folder: string, url: string): Assembly => {
  const templates = readTemplates(folder, (resource) => [
    ...resource('AWS::Cognito::UserPool').map((pool): [string, string] => [
      `https://cognito-idp.${REGION}.amazonaws.com/${pool}`,
      `${url}/oidc`,
    ]),
    ...resource('AWS::Cognito::UserPoolDomain').map((domain): [string, string] => [
      `https://${domain}.auth.${REGION}.amazoncognito.com`,
      `${url}/oidc`,
    ]),
    ...resource('AWS::CloudFront::Distribution').map((name): [string, string] => [
      `https://${name.toLowerCase()}.cloudfront.net`,
      url,
    ]),
  ]);
  return {
    templates,
    functions: functionsOf(templates),
    tables: templates.ofType(...TABLES).map((resource) => ({
      name: templates.name(resource),
      properties: templates.resolve(resource.properties, resource) as TableSettings['properties'],
    })),
    buckets: bucketsOf(templates),
    machines: machinesOf(templates),
    routes: routesOf(templates),
    rules: rulesOf(templates),
    userPoolClient: clientOf(templates),
    secrets: secretsOf(templates),
    addedHeaders: addedHeadersIn(templates),
    cookieRules: cookieRulesIn(templates),
  };
};

/** The table in which everything lies; refused when no template has one. */
export const theTableIn = ({ tables: [table] }: Assembly): TableSettings => {
  if (!table) throw new LocalStackError('No template has a table.');
  return table;
};

/** What Cognito writes to whoever is let in, with `{username}` and `{####}` in it; its own words where a template has none. */
export const invitationIn = ({ templates }: Assembly): { subject: string; html: string } => {
  const [pool] = templates.ofType('AWS::Cognito::UserPool');
  const settings = asJson(pool && templates.resolve(pool.properties, pool));
  const said = asJson(asJson(settings.AdminCreateUserConfig).InviteMessageTemplate);
  return {
    subject: String(said.EmailSubject ?? 'Your temporary password'),
    html: String(
      said.EmailMessage ?? 'Your username is {username} and temporary password is {####}.',
    ),
  };
};

/**
 * What a page may do, as CloudFront says it, with each bucket where it is here: under its own name at the address of all files.
 * A path holds for itself, and with a slash for what lies below it, so a bucket that is not named is out of reach as on AWS.
 */
export const pagePolicyIn = (
  { templates, buckets }: Assembly,
  filesUrl: string,
): string | undefined => {
  const [headers] = templates.ofType('AWS::CloudFront::ResponseHeadersPolicy');
  if (!headers) return undefined;
  const { SecurityHeadersConfig } = asJson(headers.properties.ResponseHeadersPolicyConfig);
  const said = asJson(
    templates.resolve(asJson(SecurityHeadersConfig).ContentSecurityPolicy, headers),
  );
  return buckets.reduce((policy, { name }) => {
    const there = `https://${attributeOf('AWS::S3::Bucket', 'RegionalDomainName', name)}`;
    return policy.replaceAll(there, `${filesUrl}/${name} ${filesUrl}/${name}/`);
  }, String(said.ContentSecurityPolicy));
};

/** The pool that people sign in with; refused when no template has one. */
export const theUserPoolIn = ({ templates }: Assembly): string => {
  const [pool] = templates.ofType('AWS::Cognito::UserPool');
  if (!pool) throw new LocalStackError('No template has a user pool.');
  return templates.name(pool);
};

/** The name of the bucket that the functions are told of; refused when they are told of none. */
export const imagesBucketIn = ({ functions }: Assembly): string => {
  const [name] = functions.flatMap(({ environment }) => environment.IMAGES_BUCKET ?? []);
  if (name === undefined) throw new LocalStackError('No template has a bucket for images.');
  return name;
};

/** What the names of signing keys begin with, as the functions are told; refused when they are not. */
export const keysUnderIn = ({ functions }: Assembly): string => {
  const [under] = functions.flatMap(({ environment }) => environment.KEYS_UNDER ?? []);
  if (under === undefined) throw new LocalStackError('No function is told how keys are named.');
  return under;
};
