// Who hears when somebody does what nobody should? Whoever looks after the system, within minutes: CloudTrail writes down each call,
// and rules pick out those that could make a signature, make a signature possible, or make nobody hear of it.
import { ArnFormat, Aws, Stack } from 'aws-cdk-lib';
import { ReadWriteType, Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnRule, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { keyNameOf } from '../../functions/domain/directory/key-holder.ts';
import type { Stage } from '../stages.ts';
import { accessLogs } from './access-logs.ts';
import type { AppFunction } from './app-function.ts';
import { whatToDo } from './what-to-do.ts';

export type SecurityWatchProps = {
  stage: Stage;
  /** Who is told. */
  told: ITopic;
  /** The only functions that may sign. */
  keyKeepers: Record<'sign' | 'seal', AppFunction>;
};

/** Of what CloudFormation calls, CloudTrail names CloudFormation for the address: no person's hand. */
const BY_HAND = { sourceIPAddress: [{ 'anything-but': ['cloudformation.amazonaws.com'] }] };

/**
 * Only of a call that an AWS service makes does CloudTrail say by whom it was invoked. DynamoDB gives itself the use of its
 * table's key, and Lambda that of the key for environments, with each new function: no service asks for one that signs.
 */
const BY_NO_SERVICE = { userIdentity: { invokedBy: [{ exists: false }] } };

/** Who may use a key is decided by its policy and its grants, by its tags, and by the alias that leads to it. */
const KEY_CHANGES = [
  'PutKeyPolicy',
  'TagResource',
  'UntagResource',
  'CreateAlias',
  'UpdateAlias',
  'DeleteAlias',
  'DisableKey',
  'ScheduleKeyDeletion',
];

/** What a secret holds, and who may read it: in another region no rule of this one would hear of it. */
const SECRET_CHANGES = [
  'PutSecretValue',
  'UpdateSecret',
  'UpdateSecretVersionStage',
  'PutResourcePolicy',
  'ReplicateSecretToRegions',
];

/** CloudTrail names Lambda's calls with the day of their version. */
const FUNCTION_CHANGES = [
  'UpdateFunctionCode20150331v2',
  'UpdateFunctionConfiguration20150331v2',
  'AddPermission20150331v2',
];

/** Whatever would leave the rules here, or the alarms, without a voice. */
const SILENCINGS = {
  'cloudtrail.amazonaws.com': ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors'],
  'events.amazonaws.com': ['DisableRule', 'DeleteRule', 'PutRule', 'RemoveTargets', 'PutTargets'],
  'logs.amazonaws.com': ['PutMetricFilter', 'DeleteMetricFilter', 'DeleteLogGroup'],
  'monitoring.amazonaws.com': ['DisableAlarmActions', 'DeleteAlarms', 'PutMetricAlarm'],
  'sns.amazonaws.com': [
    'Unsubscribe',
    'SetSubscriptionAttributes',
    'DeleteTopic',
    'RemovePermission',
    'SetTopicAttributes',
  ],
};

export class SecurityWatch extends Construct {
  readonly #props: SecurityWatchProps;

  constructor(scope: Construct, id: string, props: SecurityWatchProps) {
    super(scope, id);
    this.#props = props;
    if (props.stage.trail === 'own') this.keepTrail();
    this.whenSomebodyElseSigns();
    this.whenSomebodyElseReadsAKey();
    this.whenSigningIsChanged();
    this.whenSomebodySilences();
  }

  /** EventBridge hears of calls only while a trail writes them down, and of those that only read only if it writes those. */
  private keepTrail(): void {
    const { stage } = this.#props;
    new Trail(this, 'trail', {
      bucket: accessLogs(this, 'trail-files', stage),
      managementEvents: ReadWriteType.ALL,
      isMultiRegionTrail: true,
      // What is written can be shown not to have been changed.
      enableFileValidation: true,
    });
  }

  /** A call without a role has no issuer: a user's own key, or the account's root. */
  private bySomebodyElse(): { $or: object[] } {
    const { sign, seal } = this.#props.keyKeepers;
    const roles = [sign, seal].map(({ role }) => role?.roleArn);
    const within = (wanted: object) => ({
      userIdentity: { sessionContext: { sessionIssuer: { arn: [wanted] } } },
    });
    return { $or: [within({ 'anything-but': roles }), within({ exists: false })] };
  }

  /** The names of secrets in which keys lie, begun, and their ARNs: a call may name one by either. */
  private keysInSecrets(): { names: object[]; namesAndArns: object[] } {
    const names = (['person', 'organization'] as const).map((kind) =>
      keyNameOf(this.#props.stage.prefix, { kind, id: '*' }).replace(/\*$/, ''),
    );
    const arns = names.map((resourceName) =>
      Stack.of(this).formatArn({
        service: 'secretsmanager',
        resource: 'secret',
        resourceName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    const begun = (texts: string[]) => texts.map((prefix) => ({ prefix }));
    return { names: begun(names), namesAndArns: begun([...names, ...arns]) };
  }

  /** CloudTrail calls `Sign` a management event that only reads, which a rule hears in this state alone. */
  private whenSomebodyElseSigns(): void {
    this.tell(
      'signed-by-another',
      'Somebody else than the system has signed with a key of this account: people may take it for the signature of an officer, or for the seal of the agency.',
      {
        eventSource: ['kms.amazonaws.com'],
        eventName: ['Sign'],
        ...this.bySomebodyElse(),
      },
    );
  }

  /**
   * A key in KMS cannot be taken along; one in a secret can, and of what is signed with it elsewhere nobody hears. Whoever
   * reads several at once (`BatchGetSecretValue`) is written down once for each.
   */
  private whenSomebodyElseReadsAKey(): void {
    this.tell(
      'key-read',
      'Somebody else than the system has read the private key of a signer or of the agency out of Secrets Manager: they can sign for them from now on, and nobody will hear of it.',
      {
        eventSource: ['secretsmanager.amazonaws.com'],
        eventName: ['GetSecretValue'],
        requestParameters: { secretId: this.keysInSecrets().namesAndArns },
        ...this.bySomebodyElse(),
      },
    );
  }

  /** Once with the keys, wherever they are kept, once with the functions that hold the right to use them. */
  private whenSigningIsChanged(): void {
    const { sign, seal } = this.#props.keyKeepers;
    const both = [sign, seal];
    const secrets = this.keysInSecrets();
    // Whoever calls may name a function by its name, by its ARN, or by the end of that.
    const functionName = both.flatMap((fn) => [fn.functionName, { suffix: `:${fn.functionName}` }]);
    this.tell(
      'signing-changed',
      'Somebody has changed by hand who can sign: a key, or the functions that sign and seal for people.',
      {
        ...BY_HAND,
        $or: [
          { eventSource: ['kms.amazonaws.com'], eventName: KEY_CHANGES },
          { eventSource: ['kms.amazonaws.com'], eventName: ['CreateGrant'], ...BY_NO_SERVICE },
          {
            eventSource: ['secretsmanager.amazonaws.com'],
            eventName: SECRET_CHANGES,
            requestParameters: { secretId: secrets.namesAndArns },
          },
          {
            eventSource: ['secretsmanager.amazonaws.com'],
            eventName: ['CreateSecret'],
            requestParameters: { name: secrets.names },
          },
          {
            eventSource: ['lambda.amazonaws.com'],
            eventName: FUNCTION_CHANGES,
            requestParameters: { functionName },
          },
          {
            eventSource: ['lambda.amazonaws.com'],
            eventName: ['CreateFunction20150331', 'UpdateFunctionConfiguration20150331v2'],
            requestParameters: { role: both.map(({ role }) => role?.roleArn) },
          },
        ],
      },
    );
  }

  private whenSomebodySilences(): void {
    this.tell(
      'watch-silenced',
      'Somebody has changed by hand who is told when something goes wrong for people: nobody may hear of the next thing.',
      {
        ...BY_HAND,
        $or: Object.entries(SILENCINGS).map(([source, names]) => ({
          eventSource: [source],
          eventName: names,
        })),
      },
    );
  }

  /**
   * The mail says what it means, who did what, and where it says what to do. The topic lets EventBridge publish whatever the rule:
   * it says to SNS neither rule nor account ("You can't use Condition blocks in Amazon SNS topic policies for EventBridge", its
   * guide to resource-based policies), so a condition on either would keep every one of these mails back.
   */
  private tell(id: string, impact: string, detail: Record<string, unknown>): void {
    const { stage, told } = this.#props;
    const at = (path: string) => EventField.fromPath(`$.detail.${path}`);
    const who = `${at('eventName')} (${at('eventSource')}) by ${at('userIdentity.arn')} from ${at('sourceIPAddress')}, ${at('eventTime')}`;
    const rule = new Rule(this, id, {
      ruleName: `${stage.prefix}-${id}`,
      description: `${impact} ${whatToDo(id)}`,
      eventPattern: { detailType: ['AWS API Call via CloudTrail'], detail },
      targets: [
        new SnsTopic(told, {
          message: RuleTargetInput.fromText(
            `${stage.prefix}: ${impact} ${who}, account ${Aws.ACCOUNT_ID}, event ${at('eventID')}. ${whatToDo(id)}`,
          ),
        }),
      ],
    });
    const { defaultChild } = rule.node;
    if (!(defaultChild instanceof CfnRule)) throw new Error(`${id} has no rule to open`);
    defaultChild.state = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
  }
}
