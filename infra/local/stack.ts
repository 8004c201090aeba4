// How does the whole system run on one machine? Everything the template deploys, put together:
// one address for the app, one for files, and one, for the functions only, that plays AWS.
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Counts } from './aws/counts.ts';
import { dynamodbService } from './aws/dynamodb.ts';
import { startDynamoDbLocal } from './aws/dynamodb-local.ts';
import { type AwsEndpoint, startAwsEndpoint } from './aws/endpoint.ts';
import type { Faults } from './aws/faults.ts';
import { openKeptServices } from './aws/kept-services.ts';
import type { Keys } from './aws/kms.ts';
import { startMail } from './aws/mail.ts';
import { PLACE, REGION } from './aws/place.ts';
import { authorize } from './aws/policies.ts';
import type { Secrets } from './aws/secrets.ts';
import type { Caller } from './aws/service.ts';
import { listen, orTaken, route } from './door/front-door.ts';
import { createHttpApi } from './door/http-api.ts';
import type { Answer } from './door/web-files.ts';
import { type EventBus, startEventBus } from './events/bus.ts';
import { demoAccounts } from './first-day/cast.ts';
import { seed } from './first-day/seed.ts';
import { type Functions, startFunctions } from './lambda/functions.ts';
import type { Outcome } from './lambda/instance.ts';
import { lambdaService } from './lambda/service.ts';
import { rememberDay } from './remembered-day.ts';
import type { SignInPerson } from './sign-in/page.ts';
import { signInPeople } from './sign-in/people.ts';
import { startSignIn } from './sign-in/provider.ts';
import { openStateMachine, type StateMachineRunner } from './step-functions/runner.ts';
import { statesService } from './step-functions/service.ts';
import {
  type Assembly,
  type DeployedFunction,
  type DeployedMachine,
  readAssembly,
} from './template/assembly.ts';
import { holdFolder } from './this-machine/held-folder.ts';
import { LocalStackError } from './this-machine/local-stack-error.ts';
import {
  type LocalTimestampServer,
  startTimestampServer,
} from './trust-services/timestamp-server.ts';

export type StackSettings = {
  /** Where everything is kept that outlives a restart. */
  folder: string;
  /** The address of the app on 127.0.0.1; 0 takes a free port. */
  port: number;
  /** The address of the files, another origin than the app's; 0 takes a free port. */
  filesPort: number;
  /** The cloud assembly that `node infra/app.ts` wrote. */
  assembly: string;
  /** What answers the paths that are neither API nor sign-in: the built web, or Vite while developing. */
  web?: (server: Server, filesUrl: string) => Answer | Promise<Answer>;
  /** Hears, a line at a time, what failed inside; silent by default. */
  report?: (what: string) => void;
  clock?: () => Date;
  /** The folder of a function's bundle, asked for at each call; the assembly's by default. */
  codeOf?: (deployed: DeployedFunction) => Promise<string>;
};

export type Stack = {
  url: string;
  filesUrl: string;
  mailUrl: string;
  /** Who can sign in at this moment. */
  people(): Promise<SignInPerson[]>;
  password: string;
  /** The certificate that every demo signature leads to. */
  authorityPem: string;
  /** What is deployed at this moment. */
  assembly(): Assembly;
  readonly machine: StateMachineRunner;
  /** Where whoever sets the system up puts keys and secrets, under the names of their holders. */
  readonly keys: Keys;
  readonly secrets: Secrets;
  /** Failures on purpose, and how often each function called what. */
  faults: Faults;
  counts: Counts;
  /** Settings for SDK clients that may do everything; for tests and seeding. */
  aws: {
    region: string;
    endpoint: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  /** Calls a function by its handler's name. */
  invoke(called: string, event: unknown): Promise<Outcome>;
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

const newCaller = (name: string, allows: Caller['allows']): Caller => ({
  name,
  // AWS's shape of keys that end with a session; these end with the process.
  accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(30).toString('base64'),
  allows,
});

const tableKeysOf = ({ tables }: Assembly) =>
  Object.fromEntries(
    tables.map(({ name, properties }) => {
      const partitionKey = properties.KeySchema.find(({ KeyType }) => KeyType === 'HASH');
      const indexes = (properties.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema }) => [
        IndexName,
        KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '',
      ]);
      return [
        name,
        {
          partitionKey: partitionKey?.AttributeName ?? '',
          indexes: Object.fromEntries(indexes) as Record<string, string>,
        },
      ];
    }),
  );

/** The bucket that the functions are told of. */
const imagesBucketOf = ({ functions }: Assembly): string => {
  const [name] = functions.flatMap(({ environment }) => environment.IMAGES_BUCKET ?? []);
  if (name === undefined) throw new LocalStackError('No template has a bucket for images.');
  return name;
};

/**
 * Two for each processor: a function waits about half of its time for others. More would only be slower together, and
 * slow down those who press; each would also hold an instance of its own.
 */
const CALLS_AT_ONCE = 2 * availableParallelism();

class FunctionFailed extends Error {
  constructor({ errorType, errorMessage }: { errorType: string; errorMessage: string }) {
    super(errorMessage);
    this.name = errorType;
  }
}

/**
 * Starts everything, seeds an empty data folder, and continues every execution that was running.
 * Refuses with a LocalStackError: a folder in use or damaged, a taken port, a missing Java, a template
 * that asks for something unknown.
 */
export const startStack = async (settings: StackSettings): Promise<Stack> => {
  const folder = resolve(settings.folder);
  const report = settings.report ?? (() => {});
  /** What to stop, last started first stopped. */
  const started: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    return await assemble({ ...settings, folder }, report, started, stop);
  } catch (error) {
    await stop();
    throw error;
  }
};

const assemble = async (
  settings: StackSettings,
  report: (what: string) => void,
  started: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<Stack> => {
  const { folder } = settings;
  const now = settings.clock ?? (() => new Date());
  started.push(await holdFolder(folder));

  // The address comes first: texts of the template are filled in with it.
  let answer: Answer = (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response)).catch((error) => {
      report(String(error));
      response.destroy();
    });
  });
  const url = await orTaken(listen(server, settings.port));
  started.push(() => {
    server.close();
    server.closeAllConnections();
  });
  let assembly = readAssembly(settings.assembly, url);

  const database = await startDynamoDbLocal(join(folder, 'dynamodb'), assembly.tables);
  started.push(database.stop);
  const mail = await startMail();
  started.push(mail.stop);
  const openKept = () =>
    openKeptServices(folder, { buckets: assembly.buckets, accounts: demoAccounts() }, now);
  let kept = await openKept();

  const owner = newCaller('local-stack', 'everything');
  const callers = new Map<string, Caller>();
  const callerOf = ({ id, mayDo }: DeployedFunction): Caller => {
    const caller = { ...(callers.get(id) ?? newCaller(id, mayDo)), allows: mayDo };
    callers.set(id, caller);
    return caller;
  };

  let endpoint: AwsEndpoint | undefined;
  let timestamps: LocalTimestampServer | undefined;
  const functions: Functions = startFunctions(
    assembly.functions,
    join(folder, 'logs'),
    (deployed) => {
      const { accessKeyId, secretAccessKey } = callerOf(deployed);
      const wantsTimestamps = 'TIMESTAMP_SERVERS' in deployed.environment;
      return {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_ENDPOINT_URL: endpoint?.url ?? '',
        AWS_ENDPOINT_URL_S3: endpoint?.filesUrl ?? '',
        ...(wantsTimestamps && { TIMESTAMP_SERVERS: timestamps?.url ?? '' }),
      };
    },
    settings.codeOf,
  );
  started.push(functions.stop);

  let machines: StateMachineRunner[] = [];
  const dynamodb = dynamodbService(database.url, tableKeysOf(assembly), PLACE);
  const lambda = lambdaService(functions, () => assembly.functions);
  endpoint = await orTaken(
    startAwsEndpoint({
      port: 0,
      filesPort: settings.filesPort,
      callers: () => [owner, ...callers.values()],
      services: () => ({
        dynamodb,
        kms: kept.keys.service,
        secretsmanager: kept.secrets.service,
        lambda,
        states: statesService(machines),
        ses: mail.service,
        'cognito-idp': kept.accounts,
      }),
      s3: () => kept.s3,
      now,
      report,
    }),
  );
  started.push(endpoint.close);
  const aws = { region: REGION, endpoint: endpoint.url, credentials: owner };

  const [table] = assembly.tables;
  if (!table) throw new LocalStackError('No template has a table.');
  const authority = await seed({
    folder,
    table: table.name,
    images: imagesBucketOf(assembly),
    filesUrl: endpoint.filesUrl,
    aws,
    keys: kept.keys,
    secrets: kept.secrets,
    now: now(),
  });
  timestamps = await startTimestampServer(authority.issueTimestampKey());
  started.push(timestamps.stop);
  const people = signInPeople(aws, table.name);
  started.push(people.close);
  const signIn = startSignIn(
    join(folder, 'sign-in'),
    url,
    assembly.userPoolClient ?? { id: 'none', signedInPaths: [], signedOutPaths: [] },
    people,
  );
  started.push(signIn.stop);

  const bus: EventBus = startEventBus(
    () => assembly.rules,
    async (functionArn, event) => {
      const { failure } = await functions.invoke(functionArn, event);
      if (failure) report(`${functionArn}: ${failure.errorType}: ${failure.errorMessage}`);
    },
  );
  started.push(bus.stop);

  const openMachine = (deployed: DeployedMachine): StateMachineRunner =>
    openStateMachine({
      arn: deployed.arn,
      definition: deployed.definition,
      folder: join(folder, 'executions', deployed.name),
      now: () => now().getTime(),
      callsAtOnce: CALLS_AT_ONCE,
      invoke: async (functionArn, payload) => {
        const need = { action: 'lambda:InvokeFunction', resources: [functionArn], context: {} };
        const { allowed, why } = authorize(deployed.mayDo, need);
        if (!allowed) {
          const errorMessage = `${deployed.name} is not authorized to perform: ${need.action} on ${functionArn} because ${why}`;
          throw new FunctionFailed({ errorType: 'Lambda.AccessDeniedException', errorMessage });
        }
        const outcome = await functions.invoke(functionArn, payload);
        if (outcome.failure) throw new FunctionFailed(outcome.failure);
        return outcome.payload;
      },
      onStatusChange: (change) =>
        bus.put({
          source: 'aws.states',
          'detail-type': 'Step Functions Execution Status Change',
          resources: [change.executionArn],
          // EventBridge carries input and output as JSON texts.
          detail: {
            ...change,
            input: JSON.stringify(change.input),
            output: change.output === undefined ? null : JSON.stringify(change.output),
          },
        }),
    });
  const closeMachines = async () => {
    await Promise.all(machines.map((machine) => machine.close()));
  };
  const theMachine = (): StateMachineRunner => {
    const [machine] = machines;
    if (!machine) throw new LocalStackError('No template has a state machine.');
    return machine;
  };
  machines = assembly.machines.map(openMachine);
  started.push(closeMachines);
  theMachine();

  const api = createHttpApi(() => assembly.routes, functions.invoke, report);
  const web = await settings.web?.(server, endpoint.filesUrl);
  const config = String(assembly.templates.output('WebConfig') ?? '{}');
  answer = route(url, mail.url, config, { api: api.handle, signIn: signIn.handle, web });
  for (const machine of machines) machine.resumeAll();

  return {
    url,
    filesUrl: endpoint.filesUrl,
    mailUrl: mail.url,
    people: people.all,
    password: signIn.password,
    authorityPem: authority.certificatePem,
    assembly: () => assembly,
    get machine() {
      return theMachine();
    },
    get keys() {
      return kept.keys;
    },
    get secrets() {
      return kept.secrets;
    },
    faults: endpoint.faults,
    counts: endpoint.counts,
    aws,
    invoke: functions.invoke,
    crash: functions.crash,
    runSweep: async () => {
      const scheduled = assembly.rules.filter(({ schedule }) => schedule !== undefined);
      await Promise.all(scheduled.map((rule) => bus.fire(rule)));
    },
    reload: () => {
      assembly = readAssembly(settings.assembly, url);
      functions.replace(assembly.functions);
    },
    remember: async () => {
      const { faults, counts } = endpoint;
      const putBack = await rememberDay(folder, database);
      return async () => {
        await functions.idle();
        await closeMachines();
        await functions.idle();
        await putBack();
        kept = await openKept();
        machines = assembly.machines.map(openMachine);
        for (const machine of machines) machine.resumeAll();
        await mail.empty();
        faults.clear();
        counts.reset();
      };
    },
    stop,
  };
};
