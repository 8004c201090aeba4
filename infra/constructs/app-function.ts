// What is a function of this house? One handler with the house's defaults, and verbs that permit and configure in one go.
import { ArnFormat, type Duration, Lazy, Stack } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Kind, Setting } from '../../functions/contracts/agreed-names.ts';
import type { KeyName } from '../../functions/domain/directory/key-holder.ts';
import type { ImageKey, WorkingKey } from '../../functions/domain/file-keys.ts';
import type { Stage } from '../stages.ts';
import type { Handler } from './bundle.ts';
import { keptLog } from './kept-log.ts';

/** Where the bundle of a handler is: a folder that esbuild wrote, or a stand-in while only the template is looked at. */
export type Bundles = (handler: Handler) => Code;

/** Lambda gives a whole processor from 1,769 MB on; what computes by itself gains nothing above it. */
export const ONE_PROCESSOR = 1_769;
/** A third of a processor: what mostly waits for AWS, and must import its bundle (0.1 s of a processor) at a cold start. */
const MOSTLY_WAITING = 640;

export type AppFunctionProps = {
  stage: Stage;
  bundles: Bundles;
  /** What it means to people when this function fails: the text of its alarm. */
  whenItFails: string;
  /** How long one call may take, with its reason beside it. */
  timeout: Duration;
  memorySize?: number;
  /** How many calls may run at once, set aside for this function. */
  atOnce?: number | undefined;
  /** arm64 unless the bundle holds native code for something else. */
  architecture?: Architecture;
  /** Where an event goes that this function could not take, after Lambda's own two retries. */
  undelivered?: IQueue;
};

/** Where people sign in, as whose client, and from where. */
type SessionsOf = { page: string; clientId: string; webUrl: string };

/** A way of using the table, by the name of IAM's action: neither Scan nor PartiQL is among them. */
type TableVerb =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'ConditionCheckItem'
  | 'DeleteItem';

/** By key, one or several at once, or a page of one partition. */
const READING: TableVerb[] = ['GetItem', 'BatchGetItem', 'Query'];

const keysOf = (kinds: Kind[]): string[] => kinds.map((kind) => `${kind}*`);

/** A way of using the machine, by the name of IAM's action. */
type MachineVerb = 'StartExecution' | 'SendTaskSuccess' | 'DescribeExecution';

export class AppFunction extends LambdaFunction {
  readonly whenItFails: string;
  /** How long one call may take; the workflow waits a little longer, so that the function's own end is heard first. */
  readonly limit: Duration;
  /** All in one statement: a call that brings several items must be allowed for all of their keys by the same one. */
  private readonly readKinds = new Set<Kind>();

  /** `id` is the handler's name: functions/handlers/<id>.ts. */
  constructor(scope: Construct, id: Handler, props: AppFunctionProps) {
    const { stage, bundles, whenItFails, timeout, memorySize, atOnce, architecture, undelivered } =
      props;
    super(scope, id, {
      code: bundles(id),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: architecture ?? Architecture.ARM_64,
      timeout,
      memorySize: memorySize ?? MOSTLY_WAITING,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup: keptLog(scope, `${id}-log`, stage),
      ...(atOnce !== undefined && { reservedConcurrentExecutions: atOnce }),
      ...(undelivered && { deadLetterQueue: undelivered }),
    });
    this.whenItFails = whenItFails;
    this.limit = timeout;
  }

  /** Reads items whose partition key begins with one of these kinds, on the table and its indexes. */
  reads(table: Table, ...kinds: Kind[]): this {
    if (this.readKinds.size === 0) {
      const keys = Lazy.list({ produce: () => keysOf([...this.readKinds]) });
      this.touches(table, keys, READING);
    }
    for (const kind of kinds) this.readKinds.add(kind);
    return this;
  }

  /** Reads and writes items of these kinds, alone or in a transaction (which needs the permissions of its parts). */
  writes(table: Table, ...kinds: Kind[]): this {
    return this.reads(table, ...kinds).touches(table, keysOf(kinds), ['PutItem']);
  }

  /** Makes a write hang on items of these kinds, which it leaves as they are. */
  checks(table: Table, ...kinds: Kind[]): this {
    return this.touches(table, keysOf(kinds), ['ConditionCheckItem']);
  }

  /** Removes items of these kinds: who is asked within a submission, that it queues, a template, a word. Nothing else is removed. */
  removes(table: Table, ...kinds: Kind[]): this {
    return this.touches(table, keysOf(kinds), ['DeleteItem']);
  }

  /** Reads files under these keys (`submissions/*`) and may tell a file that is missing from one that is forbidden. */
  readsWorkingFiles(bucket: Bucket, ...keys: WorkingKey[]): this {
    return this.usesFiles('WORKING_BUCKET', bucket, ['GetObject'], keys);
  }

  /** Reads and writes files under these keys. */
  writesWorkingFiles(bucket: Bucket, ...keys: WorkingKey[]): this {
    return this.usesFiles('WORKING_BUCKET', bucket, ['GetObject', 'PutObject'], keys);
  }

  /** Reads issued files, and signs links to them, by version only. */
  readsSignedFiles(bucket: Bucket): this {
    return this.usesFiles('SIGNED_BUCKET', bucket, ['GetObjectVersion'], ['*']);
  }

  /** Stores issued files, and adopts what is stored already. */
  keepsSignedFiles(bucket: Bucket): this {
    const actions = ['PutObject', 'GetObject', 'GetObjectVersion'];
    return this.usesFiles('SIGNED_BUCKET', bucket, actions, ['*']);
  }

  /** Reads the images under these keys (`people/*`). */
  readsImages(bucket: Bucket, ...keys: ImageKey[]): this {
    return this.usesFiles('IMAGES_BUCKET', bucket, ['GetObject'], keys);
  }

  /** Reads and writes the images under these keys. */
  writesImages(bucket: Bucket, ...keys: ImageKey[]): this {
    return this.usesFiles('IMAGES_BUCKET', bucket, ['GetObject', 'PutObject'], keys);
  }

  /** Starts executions, and asks what became of one that has had the name before. */
  startsExecutions(machineArn: string): this {
    return this.drives(machineArn, 'StartExecution', machineArn).seesExecutions(machineArn);
  }

  /** Answers waits, by their tokens. */
  answersWaits(machineArn: string): this {
    return this.drives(machineArn, 'SendTaskSuccess', machineArn);
  }

  /** Asks whether an execution is running. */
  seesExecutions(machineArn: string): this {
    const executions = machineArn.replace(':stateMachine:', ':execution:');
    return this.drives(machineArn, 'DescribeExecution', `${executions}:*`);
  }

  /** Answers what shows one of these keys, and nothing else. */
  answersAtTheFrontDoor(keys: string[]): this {
    return this.knows('FRONT_DOOR_KEYS', keys.join(' '));
  }

  /** Has pages rendered by the one function that can. */
  asksForPages(renderer: LambdaFunction): this {
    renderer.grantInvoke(this);
    return this.knows('RENDER_FUNCTION_NAME', renderer.functionName);
  }

  /** Has strangers' files read by the one function that does. */
  asksForImports(importer: LambdaFunction): this {
    importer.grantInvoke(this);
    return this.knows('IMPORT_FUNCTION_NAME', importer.functionName);
  }

  /** Has people told by the one function that sends mail, and does not wait for it. */
  givesNotices(notifier: LambdaFunction): this {
    notifier.grantInvoke(this);
    return this.knows('NOTIFY_FUNCTION_NAME', notifier.functionName);
  }

  /** Has keys tried, and certificates requested, by the functions that alone may use them. */
  asksKeyKeepers(stage: Stage, { sign, seal }: Record<'sign' | 'seal', LambdaFunction>): this {
    sign.grantInvoke(this);
    seal.grantInvoke(this);
    return this.knows('SIGN_FUNCTION_NAME', sign.functionName)
      .knows('SEAL_FUNCTION_NAME', seal.functionName)
      .knows('KEYS_UNDER', stage.prefix);
  }

  /** Takes up, renews and ends sessions of people at the page of the sign-in, for the pages at `webUrl`. */
  keepsSessions({ page, clientId, webUrl }: SessionsOf): this {
    return this.knows('SIGN_IN_URL', page).knows('CLIENT_ID', clientId).knows('WEB_URL', webUrl);
  }

  /** Lets people sign in, under an address that an administrator gives; sets no password and removes nobody. */
  opensAccounts(pool: UserPool): this {
    const verbs = [
      'AdminCreateUser',
      'AdminGetUser',
      'AdminUpdateUserAttributes',
      // Of the second factor: whoever has lost theirs sets up another, and what was signed in under it ends.
      'AdminDeleteSoftwareToken',
      'AdminUserGlobalSignOut',
    ];
    const actions = verbs.map((verb) => `cognito-idp:${verb}`);
    return this.may(actions, [pool.userPoolArn]).knows('USER_POOL_ID', pool.userPoolId);
  }

  /** Sends mail from the stage's address, with links that lead to the web at `webUrl`. */
  sendsMail(from: string, webUrl: string): this {
    const domain = from.split('@').at(-1) ?? from;
    this.may(['ses:SendEmail'], [this.arn('ses', 'identity', domain)]);
    return this.knows('MAIL_FROM', from).knows('WEB_URL', webUrl);
  }

  /** Finds out whether mail leaves, and knows whether signatures are timestamped. */
  seesInstallation({
    mailFrom,
    timestampServers,
  }: Pick<Stage, 'mailFrom' | 'timestampServers'>): this {
    const domain = mailFrom.split('@').at(-1) ?? mailFrom;
    return (
      this.may(['ses:GetEmailIdentity'], [this.arn('ses', 'identity', domain)])
        // Of the account as a whole: SES knows no narrower right.
        .may(['ses:GetAccount'], ['*'])
        .knows('MAIL_FROM', mailFrom)
        .knows('PROVES_TIME', timestampServers.length > 0 ? 'yes' : 'no')
    );
  }

  /** Opens the private keys that lie in secrets of this name (`trinh-ky-demo/signers/*`). */
  opensSecrets(name: KeyName): this {
    const secrets = this.arn('secretsmanager', 'secret', name, ArnFormat.COLON_RESOURCE_NAME);
    return this.may(['secretsmanager:GetSecretValue'], [secrets]);
  }

  /** Has signatures timestamped by servers outside, in this order. */
  asksForTimestamps(servers: string[]): this {
    return this.knows('TIMESTAMP_SERVERS', servers.join(' '));
  }

  /**
   * Signs with this stage's KMS keys, whose tags `stage` and `purpose` say so, and finds them under its names. Who may tag a
   * key therefore decides who signs.
   */
  signsWithKeysFor({ prefix }: Stage, purpose: 'signer' | 'agency'): this {
    const tags = { 'aws:ResourceTag/stage': prefix, 'aws:ResourceTag/purpose': purpose };
    const every = [this.arn('kms', 'key', '*')];
    return this.may(['kms:Sign', 'kms:GetPublicKey'], every, { StringEquals: tags }).knows(
      'KEYS_UNDER',
      prefix,
    );
  }

  /**
   * Keys are compared with dynamodb:LeadingKeys, which every call but Scan and PartiQL carries. ForAllValues also
   * holds for a call without keys, so neither of these may ever be granted.
   */
  private touches(table: Table, keys: string[], actions: TableVerb[]): this {
    const held = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } };
    const where = [table.tableArn, `${table.tableArn}/index/*`];
    return this.may(
      actions.map((action) => `dynamodb:${action}`),
      where,
      held,
    ).knows('TABLE_NAME', table.tableName);
  }

  private usesFiles(name: Setting, bucket: Bucket, actions: string[], keys: string[]): this {
    // Without the right to list, S3 answers 403 for a file that is not there.
    return this.may(['s3:ListBucket'], [bucket.bucketArn])
      .may(
        actions.map((action) => `s3:${action}`),
        keys.map((key) => bucket.arnForObjects(key)),
      )
      .knows(name, bucket.bucketName);
  }

  private drives(machineArn: string, verb: MachineVerb, resource: string): this {
    return this.may([`states:${verb}`], [resource]).knows('STATE_MACHINE_ARN', machineArn);
  }

  private may(actions: string[], resources: string[], conditions = {}): this {
    this.addToRolePolicy(new PolicyStatement({ actions, resources, conditions }));
    return this;
  }

  private knows(name: Setting, value: string): this {
    this.addEnvironment(name, value);
    return this;
  }

  private arn(
    service: string,
    resource: string,
    resourceName: string,
    arnFormat = ArnFormat.SLASH_RESOURCE_NAME,
  ): string {
    return Stack.of(this).formatArn({ service, resource, resourceName, arnFormat });
  }
}
