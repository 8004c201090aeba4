// Where do people come in? One address for the pages and the API, and the sign-in that guards it.
// The gateway stands here, its routes and limits in the API stack: mails of the workflow name the address, and the API calls the workflow.
import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Bucket, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { FRONT_DOOR_KEY } from '../../functions/contracts/agreed-names.ts';
import type { Deployment } from '../../functions/contracts/deployment.ts';
import { beginSession } from '../../functions/contracts/routes/session.ts';
import { accessLogs } from '../constructs/access-logs.ts';
import { FrontDoorKeys } from '../constructs/front-door-keys.ts';
import { GUARDED } from '../constructs/guarded.ts';
import { responseHeaders } from '../constructs/response-headers.ts';
import { SignIn } from '../constructs/sign-in.ts';
import type { Stage } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import type { FirewallStack } from './firewall-stack.ts';

/** Addresses of screens have no file of their own: the page that is always the same finds out what to show. */
const SCREENS = `function handler(event) {
  var request = event.request;
  if (!request.uri.split('/').pop().includes('.')) request.uri = '/index.html';
  return request;
}`;

export type WebStackProps = { stage: Stage; data: DataStack; firewall: FirewallStack | undefined };

export class WebStack extends Stack {
  readonly url: string;
  readonly gateway: HttpApi;
  readonly frontDoorKeys: FrontDoorKeys;
  readonly signIn: SignIn;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, props: WebStackProps) {
    const { stage, data, firewall } = props;
    super(scope, id, { terminationProtection: stage.terminationProtection });
    if (firewall) this.addStackDependency(firewall);
    // No CORS: the pages and the API share one origin.
    this.gateway = new HttpApi(this, 'gateway', { createDefaultStage: false });
    this.frontDoorKeys = new FrontDoorKeys(this, 'front-door');
    const pages = new Bucket(this, 'pages', {
      ...GUARDED,
      // The pages are built anew from the repository at any time.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const distribution = this.distribution(pages, props);
    this.url = `https://${stage.ownAddress?.domain ?? distribution.distributionDomainName}`;
    this.signIn = new SignIn(this, 'sign-in', { stage, webUrl: this.url });
    this.client = this.signIn.clientAt(this.url);

    new CfnOutput(this, 'WebUrl', { value: this.url });
    new CfnOutput(this, 'WebTarget', {
      description: 'Where the DNS entry (CNAME) of an own domain leads',
      value: distribution.distributionDomainName,
    });
    new CfnOutput(this, 'PagesBucket', { value: pages.bucketName });
    new CfnOutput(this, 'Distribution', { value: distribution.distributionId });
    new CfnOutput(this, 'Deployment', {
      description: 'Where everything is: what `cli bootstrap` is told of',
      value: this.toJsonString({
        region: this.region,
        table: data.table.tableName,
        userPool: this.signIn.pool.userPoolId,
        webUrl: this.url,
        mailFrom: stage.mailFrom,
        timestampServers: stage.timestampServers,
      } satisfies Deployment),
    });
    new CfnOutput(this, 'WebConfig', {
      description: 'What the pages read first: their config.json, word for word',
      value: this.toJsonString({
        provider: this.signIn.metadata(),
        clientId: this.client.userPoolClientId,
        apiBase: '/api',
      }),
    });
  }

  private distribution(pages: Bucket, { stage, data, firewall }: WebStackProps): Distribution {
    const everywhere = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: responseHeaders(this, 'headers', {
        files: data.linked.map((bucket) => `https://${bucket.bucketRegionalDomainName}`),
      }),
    };
    const toTheApi = {
      ...everywhere,
      origin: new HttpOrigin(`${this.gateway.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
        customHeaders: { [FRONT_DOOR_KEY]: this.frontDoorKeys.shown },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
    };
    return new Distribution(this, 'site', {
      ...this.ownAddress(stage),
      ...(firewall && { webAclId: firewall.webAclArn }),
      defaultRootObject: 'index.html',
      // CloudFront delivers as another account, which only a bucket with access lists takes in.
      logBucket: accessLogs(this, 'site-logs', stage, {
        objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      }),
      defaultBehavior: {
        ...everywhere,
        // CDK declares the optional parts of a bucket more loosely than those of its interface.
        origin: S3BucketOrigin.withOriginAccessControl(pages as IBucket),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'screens', { code: FunctionCode.fromInline(SCREENS) }),
          },
        ],
      },
      additionalBehaviors: {
        // The first that fits counts. What keeps people signed in is for the function that asked for it, and comes to no other.
        [`${beginSession.path}*`]: {
          ...toTheApi,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
        '/api/*': {
          ...toTheApi,
          originRequestPolicy: new OriginRequestPolicy(this, 'without-cookies', {
            headerBehavior: OriginRequestHeaderBehavior.denyList('host'),
            queryStringBehavior: OriginRequestQueryStringBehavior.all(),
            cookieBehavior: OriginRequestCookieBehavior.none(),
          }),
        },
      },
    });
  }

  /** With its own certificate the distribution says which TLS it speaks; with CloudFront's, nobody can. */
  private ownAddress({ ownAddress }: Stage): Partial<DistributionProps> {
    if (ownAddress === undefined) return {};
    return {
      domainNames: [ownAddress.domain],
      certificate: Certificate.fromCertificateArn(this, 'certificate', ownAddress.certificate),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }
}
