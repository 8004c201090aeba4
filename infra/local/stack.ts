// How does the whole system run on one machine? Everything the template deploys, put together:
// one address for the app, one for files, and one, for the functions only, that plays AWS.
import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import type { Deployment, LocalDeployment } from '../../functions/contracts/deployment.ts';
import { type Callers, openCallers } from './aws/callers.ts';
import type { Counts } from './aws/counts.ts';
import { dynamodbService } from './aws/dynamodb.ts';
import { type DynamoDbLocal, startDynamoDbLocal } from './aws/dynamodb-local.ts';
import { tableKeysOf } from './aws/dynamodb-needs.ts';
import { startAwsEndpoint } from './aws/endpoint.ts';
import type { Faults } from './aws/faults.ts';
import { type KeptServices, openKeptServices } from './aws/kept-services.ts';
import type { LocalKms } from './aws/kms.ts';
import { type Mail, startMail } from './aws/mail.ts';
import { ACCOUNT_AND_REGION, REGION } from './aws/place.ts';
import type { Secrets } from './aws/secrets.ts';
import type { Service } from './aws/service.ts';
import type { Inviting } from './aws/user-pool.ts';
import { orTaken, route, takeFrontDoor, throughCloudFront } from './door/front-door.ts';
import { createHttpApi } from './door/http-api.ts';
import type { RequestHandler } from './door/web-files.ts';
import { startEventBus } from './events/bus.ts';
import { firstAccounts } from './first-day/cast.ts';
import { type FirstDay, firstDayIn, seed } from './first-day/seed.ts';
import { type Functions, startFunctions } from './lambda/functions.ts';
import type { InvocationResult } from './lambda/instance.ts';
import { lambdaService } from './lambda/service.ts';
import { rememberDay } from './remembered-day.ts';
import { type SignInPerson, signInPeople } from './sign-in/people.ts';
import { type SignIn, startSignIn } from './sign-in/provider.ts';
import { openDeployedMachines } from './step-functions/deployed-machines.ts';
import type { StateMachineRunner } from './step-functions/runner.ts';
import {
  type Assembly,
  type DeployedFunction,
  imagesBucketIn,
  invitationIn,
  keysUnderIn,
  pagePolicyIn,
  readAssembly,
  theTableIn,
  theUserPoolIn,
} from './template/assembly.ts';
import { passesCookies } from './template/distribution.ts';
import { withSecrets } from './template/secret-values.ts';
import { holdFolder } from './this-machine/held-folder.ts';
import { keepJson } from './this-machine/kept-json.ts';
import {
  type LocalTimestampServer,
  startTimestampServer,
} from './trust-services/timestamp-server.ts';
import { openWatching, type Watching } from './watch/watching.ts';

export type StackSettings = {
  /** Where everything is kept that outlives a restart. */
  folder: string;
  /** The address of the app on 127.0.0.1; 0 takes a free port. */
  port: number;
  /** The address of the files, another origin than the app's; 0 takes a free port. */
  filesPort: number;
  /** With whom an empty data folder begins; the cast of the demo by default. */
  firstDay?: FirstDay;
  /** The cloud assembly that `node infra/app.ts` wrote. */
  assembly: string;
  /**
   * What answers the paths that are neither API nor sign-in: the built web, or Vite while developing. `policy` is the content
   * security policy of its pages, where a template has one.
   */
  web?: (server: Server, policy: string | undefined) => RequestHandler | Promise<RequestHandler>;
  /** Hears, a line at a time, what failed inside; silent by default. */
  report?: (what: string) => void;
  clock?: () => Date;
  /** The folder of a function's bundle, asked for at each call; the assembly's by default. */
  codeOf?: (deployed: DeployedFunction) => Promise<string>;
  /** What stands between the API's gateway and its functions; nothing by default. */
  between?: (invoke: Invoke) => Invoke;
};

/** Calls a function by its ARN. */
type Invoke = (called: string, event: unknown) => Promise<InvocationResult>;

export type Stack = {
  url: string;
  /** The gateway's own address, which CloudFront calls and nobody else has a key for. */
  gatewayUrl: string;
  filesUrl: string;
  mailUrl: string;
  /** Who can sign in at this moment. */
  people(): Promise<SignInPerson[]>;
  password: string;
  /** Whether the page of the sign-in asks again when it is told to. */
  signInHears: SignIn['hears'];
  /** The certificate that every signature made here leads to. */
  authorityPem: string;
  /** What is deployed at this moment. */
  assembly(): Assembly;
  readonly machine: StateMachineRunner;
  /** Where whoever sets the system up puts keys and secrets, under the names of their holders. */
  readonly keys: LocalKms;
  readonly secrets: Secrets;
  /** What those names begin with, and how the keys' tag `stage` names this installation. */
  readonly keysUnder: string;
  /** Failures on purpose, and how often each function called what. */
  faults: Faults;
  counts: Counts;
  /** What CloudWatch would know: the template's alarms, judged, and what its dashboard shows. */
  watching: Pick<Watching, 'alarms' | 'shown' | 'put' | 'forget'>;
  /** Settings for SDK clients that may do everything; for tests and seeding. */
  aws: {
    region: string;
    endpoint: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  /** Calls a function by its handler's name. */
  invoke(called: string, event: unknown): Promise<InvocationResult>;
  /** Ends a function in the middle of its work. */
  crash(called: string): void;
  /** What the schedules do every few minutes, now. */
  runSweep(): Promise<void>;
  /** Takes up the assembly and the bundles again, after either was made anew. */
  reload(): void;
  /**
   * Remembers all data as they are now, and gives what brings them back: when nothing is under way any more, without
   * what has happened since, and with every function as warm as it is. Sign-ins stay.
   */
  remember(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
};

/**
 * Starts everything, seeds an empty data folder, and continues every execution that was running.
 * Refuses with a LocalStackError: a folder in use or damaged, a taken port, a missing Java, a template
 * that asks for something unknown.
 */
export const startStack = async (settings: StackSettings): Promise<Stack> => {
  const folder = resolve(settings.folder);
  const { clock: now = () => new Date(), report = () => {} } = settings;
  /** What to stop, last started first stopped; all of it when something does not start. */
  await using starting = new AsyncDisposableStack();
  const started = <Part extends { stop(): unknown }>(part: Part): Part =>
    starting.adopt(part, async () => void (await part.stop()));

  starting.defer(await holdFolder(folder));
  // The address comes first: texts of the templates are filled in with it.
  const door = started(await takeFrontDoor(settings.port, report));
  let assembly = readAssembly(settings.assembly, door.url);

  // What keeps.
  const { tables, buckets } = assembly;
  const database = started(await startDynamoDbLocal(join(folder, 'dynamodb'), tables));
  const as = firstDayIn(folder, settings.firstDay ?? 'cast');
  const accounts = as === 'cast' ? firstAccounts() : [];
  const mail = started(await startMail());
  const invite = inviting(
    () => assembly,
    mail,
    () => signIn.password,
  );
  const signOut = (sub: string) => signIn.signOutEverywhere(sub);
  const kept = await openKeptServices(folder, { buckets, accounts, invite, signOut }, now);
  for (const { name, length } of assembly.secrets) await kept.secrets.generate(name, length);

  // The way to AWS, and the first day that comes by it.
  const callers = openCallers();
  const services = servicesOf(assembly, database, kept, mail);
  const aws = started(
    await startAws({ services, kept, callers, filesPort: settings.filesPort, now, report }),
  );
  const authority = await seed({
    as,
    folder,
    table: theTableIn(assembly).name,
    userPool: theUserPoolIn(assembly),
    images: imagesBucketIn(assembly),
    keysUnder: keysUnderIn(assembly),
    filesUrl: aws.filesUrl,
    aws: aws.clients,
    keys: kept.keys,
    secrets: kept.secrets,
    now: now(),
  });
  const timestamps = started(await startTimestampServer(authority.issueTimestampKey()));

  // What works, and who watches it.
  const watching = openWatching({
    templates: () => assembly.templates,
    executions: () => watchedIn(machines.only()),
    counts: () => ({ table: theTableIn(assembly).name, all: aws.counts.all() }),
    now: () => now().getTime(),
  });
  const functions = started(
    startFunctions(
      assembly.functions,
      join(folder, 'logs'),
      reaching({ aws, callers, timestamps, kept }),
      settings.codeOf,
      undefined,
      watching,
    ),
  );
  services.lambda = lambdaService(functions, () => assembly.functions);
  const bus = started(
    startEventBus(
      () => assembly.rules,
      calling(functions, report, (arn) => {
        const called = assembly.functions.find((one) => one.arn === arn);
        if (called) watching.undelivered(called);
      }),
    ),
  );
  const machines = started(
    openDeployedMachines(assembly.machines, {
      folder: join(folder, 'executions'),
      functions,
      bus,
      now,
    }),
  );
  services.states = machines.service;

  // What people meet.
  const people = started(signInPeople(aws.clients, theTableIn(assembly).name));
  const signIn = started(
    startSignIn(join(folder, 'sign-in'), door.url, assembly.userPoolClient, {
      people,
      signedIn: (id) => kept.accounts.signedIn(id),
    }),
  );
  const invoke = settings.between?.(functions.invoke) ?? functions.invoke;
  const api = createHttpApi(() => assembly.routes, invoke, report, watching.answered);
  const gateway = started(await takeFrontDoor(0, report));
  gateway.open(api.handle);
  const behindCloudFront = throughCloudFront(
    {
      added: () => filledIn(assembly.addedHeaders, kept.secrets),
      passesCookies: (path) => passesCookies(assembly.cookieRules, path),
    },
    api.handle,
  );
  const web = await settings.web?.(door.server, pagePolicyIn(assembly, aws.filesUrl));
  const config = String(assembly.templates.output('WebConfig') ?? '{}');
  door.open(
    route(door.url, mail.url, config, { api: behindCloudFront, signIn: signIn.handle, web }),
  );
  machines.resumeAll();
  started(tellDeployment(folder, assembly, { aws: aws.clients, timestamps }));

  const running = starting.move();
  return {
    url: door.url,
    gatewayUrl: gateway.url,
    filesUrl: aws.filesUrl,
    mailUrl: mail.url,
    people: people.all,
    password: signIn.password,
    signInHears: signIn.hears,
    authorityPem: authority.certificatePem,
    assembly: () => assembly,
    get machine() {
      return machines.only();
    },
    keysUnder: keysUnderIn(assembly),
    get keys() {
      return kept.keys;
    },
    get secrets() {
      return kept.secrets;
    },
    faults: aws.faults,
    counts: aws.counts,
    watching,
    aws: aws.clients,
    invoke: functions.invoke,
    crash: functions.crash,
    runSweep: async () => {
      const scheduled = assembly.rules.filter(({ schedule }) => schedule !== undefined);
      await Promise.all(scheduled.map((rule) => bus.fire(rule)));
    },
    reload: () => {
      assembly = readAssembly(settings.assembly, door.url);
      functions.replace(assembly.functions);
      machines.replace(assembly.machines);
    },
    remember: async () => {
      const putBack = await rememberDay(folder, database);
      return async () => {
        await functions.idle();
        await machines.stop();
        await functions.idle();
        await putBack();
        await kept.openAgain();
        machines.openAgain();
        machines.resumeAll();
        await mail.empty();
        aws.faults.clear();
        aws.counts.reset();
        watching.forget();
      };
    },
    stop: () => running.disposeAsync(),
  };
};

/** What the endpoint leads to, by the name in a signature; functions and machines are entered when they are there. */
const servicesOf = (
  { tables }: Assembly,
  database: DynamoDbLocal,
  kept: KeptServices,
  mail: Mail,
): Record<string, Service> => ({
  dynamodb: dynamodbService(database.url, tableKeysOf(tables), ACCOUNT_AND_REGION),
  kms: (request) => kept.keys.service(request),
  secretsmanager: (request) => kept.secrets.service(request),
  'cognito-idp': (request) => kept.accounts.service(request),
  ses: mail.service,
});

/** As Cognito does, from an address of its own, in the words of the template; the password is the one that all have here. */
const inviting =
  (assembly: () => Assembly, mail: Mail, password: () => string): Inviting =>
  async (email) => {
    const { subject, html } = invitationIn(assembly());
    await mail.deliver({
      from: 'no-reply@verificationemail.example',
      to: email,
      subject,
      html: html.replaceAll('{username}', email).replaceAll('{####}', password()),
    });
  };

/** While it runs, `cli bootstrap` finds it by this file, as it finds what is on AWS by the outputs of the stacks. */
const tellDeployment = (
  folder: string,
  { templates }: Assembly,
  { aws, timestamps }: { aws: Stack['aws']; timestamps: LocalTimestampServer },
) => {
  const file = join(folder, 'deployment.json');
  const { accessKeyId, secretAccessKey } = aws.credentials;
  const told = JSON.parse(String(templates.output('Deployment') ?? '{}')) as Deployment;
  keepJson(file, {
    ...told,
    timestampServers: [timestamps.url],
    endpoint: aws.endpoint,
    credentials: { accessKeyId, secretAccessKey },
  } satisfies LocalDeployment);
  return { stop: () => rmSync(file, { force: true }) };
};

type AwsNeeds = Required<Pick<StackSettings, 'filesPort' | 'report'>> & {
  services: Record<string, Service>;
  kept: KeptServices;
  callers: Callers;
  now: () => Date;
};

/** The two addresses of AWS, and the settings by which clients here may do everything. */
const startAws = async ({ services, kept, callers, filesPort, now, report }: AwsNeeds) => {
  const endpoint = await orTaken(
    startAwsEndpoint({
      port: 0,
      filesPort,
      callers: callers.all,
      services: () => services,
      s3: () => kept.s3,
      now,
      report,
    }),
  );
  const clients = { region: REGION, endpoint: endpoint.url, credentials: callers.owner };
  return { ...endpoint, clients, stop: endpoint.close };
};

/** Texts by their names, with the secrets that CloudFormation would put into them. */
const filledIn = (texts: Record<string, string>, { stringOf }: Secrets): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, withSecrets(text, stringOf)]),
  );

type Reached = {
  aws: Awaited<ReturnType<typeof startAws>>;
  callers: Callers;
  timestamps: LocalTimestampServer;
  kept: KeptServices;
};

/** The environment of a function as it is deployed, how it reaches AWS here, as itself, and who proves the time. */
const reaching =
  ({ aws, callers, timestamps, kept }: Reached) =>
  ({ id, mayDo, environment }: DeployedFunction): Record<string, string> => {
    const { accessKeyId, secretAccessKey } = callers.of(id, mayDo);
    return {
      ...filledIn(environment, kept.secrets),
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_ENDPOINT_URL: aws.url,
      AWS_ENDPOINT_URL_S3: aws.filesUrl,
      ...('TIMESTAMP_SERVERS' in environment && { TIMESTAMP_SERVERS: timestamps.url }),
      ...('PROVES_TIME' in environment && { PROVES_TIME: 'yes' }),
    };
  };

/** How the event bus calls a function: what comes of it is nobody's answer, so a failure is reported. */
const calling =
  (
    { invoke }: Functions,
    report: (what: string) => void,
    undelivered: (functionArn: string) => void,
  ) =>
  async (functionArn: string, event: unknown): Promise<void> => {
    const { failure } = await invoke(functionArn, event);
    if (!failure) return;
    report(`${functionArn}: ${failure.errorType}: ${failure.errorMessage}`);
    undelivered(functionArn);
  };

/** What the state machine has written down of its executions. */
const watchedIn = (machine: StateMachineRunner) => ({
  machineArn: machine.arn,
  all: machine.list().map(({ arn, name }) => ({ arn, history: machine.history(name) })),
});
