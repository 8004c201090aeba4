// A CDK app of a few resources, for tests of the local platform that need no more.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  App,
  aws_apigatewayv2,
  aws_cloudfront,
  aws_cloudfront_origins,
  aws_cognito,
  aws_dynamodb,
  aws_events,
  aws_lambda,
  aws_s3,
  aws_stepfunctions,
  aws_stepfunctions_tasks,
  Duration,
  Stack,
} from 'aws-cdk-lib';

type SmallFunction = { source: string; timeoutSeconds?: number; path?: string; public?: boolean };

/** Synthesizes into `folder` and gives the assembly's folder. The functions' sources are modules. */
export const synthesizeSmallApp = (
  folder: string,
  functions: Record<string, SmallFunction>,
): string => {
  const outdir = join(folder, 'cdk.out');
  const app = new App({ outdir, analyticsReporting: false });
  const data = new Stack(app, 'small-data');
  const table = new aws_dynamodb.TableV2(data, 'Table', {
    partitionKey: { name: 'pk', type: aws_dynamodb.AttributeType.STRING },
    sortKey: { name: 'sk', type: aws_dynamodb.AttributeType.STRING },
    timeToLiveAttribute: 'expiresAt',
    globalSecondaryIndexes: [
      {
        indexName: 'gsi1',
        partitionKey: { name: 'gsi1pk', type: aws_dynamodb.AttributeType.STRING },
        sortKey: { name: 'gsi1sk', type: aws_dynamodb.AttributeType.STRING },
      },
    ],
  });
  // Signers have images from the first day on.
  const images = new aws_s3.Bucket(data, 'Images');
  // To which no page speaks.
  new aws_s3.Bucket(data, 'Kept');
  new aws_cloudfront.ResponseHeadersPolicy(data, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: `default-src 'none'; connect-src 'self' https://${images.bucketRegionalDomainName}`,
        override: true,
      },
    },
  });
  const api = new Stack(app, 'small-api');
  const origin = new aws_cloudfront_origins.HttpOrigin('api.trinh-ky.example');
  new aws_cloudfront.Distribution(api, 'Distribution', {
    defaultBehavior: { origin },
    additionalBehaviors: {
      '/api/session*': {
        origin,
        originRequestPolicy: aws_cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      '/api/*': {
        origin,
        originRequestPolicy: new aws_cloudfront.OriginRequestPolicy(api, 'WithoutCookies', {
          cookieBehavior: aws_cloudfront.OriginRequestCookieBehavior.none(),
        }),
      },
    },
  });
  const pool = new aws_cognito.UserPool(api, 'Pool');
  const client = new aws_cognito.UserPoolClient(api, 'Client', {
    userPool: pool,
    oAuth: {
      callbackUrls: ['https://trinh-ky.example/signed-in'],
      logoutUrls: ['https://trinh-ky.example/'],
    },
    refreshTokenValidity: Duration.hours(12),
    refreshTokenRotationGracePeriod: Duration.seconds(60),
  });
  const http = new aws_apigatewayv2.CfnApi(api, 'Http', { name: 'small', protocolType: 'HTTP' });
  const authorizer = new aws_apigatewayv2.CfnAuthorizer(api, 'Jwt', {
    apiId: http.ref,
    authorizerType: 'JWT',
    name: 'jwt',
    identitySource: ['$request.header.Authorization'],
    jwtConfiguration: {
      audience: [client.userPoolClientId],
      issuer: `https://cognito-idp.${api.region}.amazonaws.com/${pool.userPoolId}`,
    },
  });
  let first: aws_lambda.Function | undefined;
  for (const [id, { source, timeoutSeconds, path, public: isPublic }] of Object.entries(
    functions,
  )) {
    const code = join(folder, 'code', id);
    mkdirSync(code, { recursive: true });
    writeFileSync(join(code, 'index.mjs'), source);
    const deployed = new aws_lambda.Function(api, id, {
      runtime: aws_lambda.Runtime.NODEJS_24_X,
      architecture: aws_lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: aws_lambda.Code.fromAsset(code),
      timeout: Duration.seconds(timeoutSeconds ?? 10),
      environment: {
        TABLE: table.tableName,
        IMAGES_BUCKET: images.bucketName,
        KEYS_UNDER: 'trinh-ky-small',
        SECRET_OF: id,
      },
    });
    table.grantReadData(deployed);
    first ??= deployed;
    if (path === undefined) continue;
    const integration = new aws_apigatewayv2.CfnIntegration(api, `${id}Integration`, {
      apiId: http.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: deployed.functionArn,
      payloadFormatVersion: '2.0',
    });
    new aws_apigatewayv2.CfnRoute(api, `${id}Route`, {
      apiId: http.ref,
      routeKey: path,
      target: `integrations/${integration.ref}`,
      ...(!isPublic && { authorizationType: 'JWT', authorizerId: authorizer.ref }),
    });
    new aws_events.CfnRule(api, `${id}Rule`, {
      scheduleExpression: 'rate(5 minutes)',
      targets: [{ id: 'one', arn: deployed.functionArn }],
    });
  }
  addMachine(api, first);
  return app.synth().directory;
};

/** Waits a second, calls the function, and ends with what it said. */
const addMachine = (stack: Stack, called: aws_lambda.Function | undefined): void => {
  if (!called) return;
  const { Wait, WaitTime, DefinitionBody, StateMachine } = aws_stepfunctions;
  const wait = new Wait(stack, 'Wait', { time: WaitTime.duration(Duration.seconds(1)) });
  const call = new aws_stepfunctions_tasks.LambdaInvoke(stack, 'Call', {
    lambdaFunction: called,
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
    taskTimeout: aws_stepfunctions.Timeout.duration(Duration.seconds(20)),
  });
  new StateMachine(stack, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(wait.next(call)),
  });
};
