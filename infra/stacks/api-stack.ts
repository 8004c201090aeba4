// Who answers over HTTP? One function for each kind of person, and the routes of the contracts that lead to it.
import { Duration, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import * as z from 'zod';
import { API_ROUTES, type ApiFunction } from '../../functions/contracts/api.ts';
import { signedKey } from '../../functions/domain/file-keys.ts';
import { AppFunction, type Bundles, ONE_PROCESSOR } from '../constructs/app-function.ts';
import { keptLog } from '../constructs/kept-log.ts';
import type { Stage } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import type { WebStack } from './web-stack.ts';
import type { WorkflowStack } from './workflow-stack.ts';

export type ApiStackProps = {
  stage: Stage;
  bundles: Bundles;
  data: DataStack;
  web: WebStack;
  workflow: WorkflowStack;
};

/** A second less than the gateway waits, so that the function's own end is in its log. */
const AN_ANSWER = Duration.seconds(29);

/**
 * The largest Word file takes some 3 s to read; of a PDF so much is judged as takes less, however it was made, and its
 * 25 MB need 100 MB of memory. The gateway waits for both.
 */
const A_FILE = Duration.seconds(25);

/** Requests a second over all people: some thousand people at work make a tenth of it, and a bill stays a bill. */
const STEADY = 100;
const AT_ONCE = 200;

/** What is logged of a request: never its path, query or headers, in which ids, hashes and tokens travel. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  // The `requestId` of the function's own lines.
  functionRequestId: '$context.awsEndpointRequestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
};

/**
 * The same for each route that anyone may call without an account. An office checks a file now and then: strangers get a
 * tenth of what people at work have, whatever they send.
 */
const FROM_ANYONE = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 };

/** A thousand people who all begin their day in the same minute are seventeen a second; nobody of them has a token yet. */
const COMING_IN = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 100 };

export class ApiStack extends Stack {
  readonly functions: AppFunction[];
  /** Those whose refusals somebody else tells people of: whoever asked them. */
  readonly carriedOn: AppFunction[];
  /** What the gateway writes down of each request. */
  readonly gatewayLog: LogGroup;
  /** Those that send mail. */
  readonly mailers: AppFunction[];
  private readonly importer: AppFunction;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, { terminationProtection: props.stage.terminationProtection });
    this.importer = this.importing(props);
    const serving = this.serving(props);
    this.functions = [...Object.values(serving), this.importer];
    this.carriedOn = [this.importer];
    this.mailers = [serving.registry];
    const { taken } = props.web.frontDoorKeys;
    for (const fn of Object.values(serving)) fn.answersAtTheFrontDoor(taken);
    this.gatewayLog = keptLog(this, 'gateway-log', props.stage);
    const routes = this.routes(props.web, serving);
    this.opens(props, routes);
  }

  /** Reads files of strangers: no table, no keys, and nothing to write but what it has read. */
  private importing({ stage, bundles, data }: ApiStackProps): AppFunction {
    return new AppFunction(this, 'import', {
      stage,
      bundles,
      whenItFails: 'Nobody can begin a report with a Word file.',
      timeout: A_FILE,
      memorySize: ONE_PROCESSOR,
    }).writesWorkingFiles(data.working, 'imports/*');
  }

  private serving({
    stage,
    bundles,
    data,
    web,
    workflow,
  }: ApiStackProps): Record<ApiFunction, AppFunction> {
    const { table, working, signed, images } = data;
    const { machineArn, renderer, notifier, keyKeepers } = workflow;
    const api = (id: ApiFunction, whenItFails: string) =>
      new AppFunction(this, id, { stage, bundles, whenItFails, timeout: AN_ANSWER });

    return {
      drafting: api('drafting', 'Drafters cannot write, look at, submit or follow their reports.')
        .writes(table, 'REPORT#', 'SUBMISSION#', 'TEMPLATE#', 'REPORTWORD#', 'IDEMPOTENCY#')
        .reads(table, 'DELIVERY#', 'TOKEN#', 'DIRECTORY#')
        .removes(table, 'SUBMISSION#', 'TEMPLATE#', 'REPORTWORD#')
        .checks(table, 'REPORT#')
        .writesWorkingFiles(working, 'previews/*', 'submissions/*', 'imports/*', 'attachments/*')
        .asksForPages(renderer)
        .asksForImports(this.importer)
        .startsExecutions(machineArn)
        .answersWaits(machineArn),

      approval: api('approval', 'Reviewers and signers cannot read or decide what waits for them.')
        .writes(table, 'REPORT#', 'SUBMISSION#', 'IDEMPOTENCY#')
        .reads(table, 'ASKED#', 'TOKEN#', 'DIRECTORY#')
        .removes(table, 'SUBMISSION#')
        .readsWorkingFiles(working, 'submissions/*')
        .givesNotices(notifier)
        .startsExecutions(machineArn)
        .answersWaits(machineArn),

      registry: api('registry', 'Clerks cannot seal, help what is stuck, or see their registers.')
        .writes(table, 'REPORT#', 'SUBMISSION#', 'REGISTER#', 'IDEMPOTENCY#')
        .writes(table, 'DELIVERY#', 'DELIVERYWORD#', 'UNSENT#')
        .reads(table, 'ASKED#', 'TOKEN#', 'REPORTWORD#', 'DIRECTORY#')
        .removes(table, 'SUBMISSION#', 'DELIVERYWORD#')
        .readsWorkingFiles(working, signedKey('*'))
        .writesWorkingFiles(working, 'prints/*')
        .readsSignedFiles(signed)
        .answersWaits(machineArn)
        .startsExecutions(machineArn)
        .sendsMail(stage.mailFrom, web.url),

      inbox: api('inbox', 'Recipients cannot see or receive what was sent to them.')
        .writes(table, 'DELIVERY#', 'INCOMING#', 'IDEMPOTENCY#')
        .reads(table, 'DELIVERYWORD#', 'DIRECTORY#')
        .givesNotices(notifier)
        .readsSignedFiles(signed),

      archive: api('archive', 'Nobody can download an issued report.')
        .writes(table, 'DELIVERY#')
        .reads(table, 'REPORT#', 'DIRECTORY#')
        .readsSignedFiles(signed),

      enrolment: api(
        'enrolment',
        'Nobody can give their image, or enrol a key before one runs out.',
      )
        .writes(table, 'DIRECTORY#ORG#', 'DIRECTORY#PERSON#', 'DIRECTORY#CHANGES#', 'IDEMPOTENCY#')
        .reads(table, 'DIRECTORY#')
        .writesImages(images, 'people/*', 'organizations/*')
        .asksKeyKeepers(stage, keyKeepers),

      administration: api(
        'administration',
        'Nobody can be let in, or shut out, or set up an office.',
      )
        .writes(table, 'DIRECTORY#ORG#', 'DIRECTORY#PERSON#', 'DIRECTORY#CHANGES#', 'IDEMPOTENCY#')
        .writes(table, 'REGISTER#')
        .reads(table, 'DIRECTORY#', 'ASKED#', 'UNSENT#')
        .opensAccounts(web.signIn.pool)
        .givesNotices(notifier)
        .seesInstallation(stage),

      session: api('session', 'Nobody can sign in, or stay signed in.').keepsSessions({
        page: web.signIn.domain.baseUrl(),
        clientId: web.client.userPoolClientId,
        webUrl: web.url,
      }),

      // Reads files of strangers, and there is nothing else that it could reach.
      verification: new AppFunction(this, 'verification', {
        stage,
        bundles,
        whenItFails:
          'Nobody can have signatures checked, or find out whether a file was issued here.',
        timeout: A_FILE,
        memorySize: ONE_PROCESSOR,
        atOnce: stage.verifierAtOnce,
      })
        .reads(table, 'FILE#', 'DIRECTORY#TRUST')
        .writes(table, 'VERDICT#')
        .writesWorkingFiles(working, 'verification/*'),
    };
  }

  /** Every route of the contracts; whatever is not among them is 404 at the gateway. */
  private routes(
    { gateway, signIn, client }: WebStack,
    serving: Record<ApiFunction, AppFunction>,
  ): HttpRoute[] {
    const signedIn = new HttpJwtAuthorizer('signed-in', signIn.pool.userPoolProviderUrl, {
      jwtAudience: [client.userPoolClientId],
    });
    const anyone = new HttpNoneAuthorizer();
    const leadsTo = Object.fromEntries(
      Object.entries(serving).map(([id, served]) => [id, new HttpLambdaIntegration(id, served)]),
    );
    return API_ROUTES.map((route) => {
      const integration = leadsTo[route.function];
      if (!integration) throw new Error(`No function serves ${route.name}`);
      return new HttpRoute(this, route.name, {
        httpApi: gateway,
        routeKey: HttpRouteKey.with(route.path, z.enum(HttpMethod).parse(route.method)),
        integration,
        authorizer: route.public ? anyone : signedIn,
      });
    });
  }

  /** The gateway's one stage: how much it lets through, and what it writes down. */
  private opens({ web: { gateway } }: ApiStackProps, routes: HttpRoute[]): void {
    const opened = new HttpStage(this, 'gateway-stage', {
      httpApi: gateway,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: STEADY, burstLimit: AT_ONCE },
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.gatewayLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    const { defaultChild } = opened.node;
    if (!(defaultChild instanceof CfnStage)) throw new Error('The gateway has no stage to limit');
    const open = API_ROUTES.filter((route) => route.public);
    defaultChild.routeSettings = Object.fromEntries(
      open.map(({ method, path, function: served }) => [
        `${method} ${path}`,
        served === 'session' ? COMING_IN : FROM_ANYONE,
      ]),
    );
    // A limit of a route that is not there yet is refused.
    opened.node.addDependency(...routes);
  }
}
