// Who hears when somebody does what nobody should? Whoever looks after the system, within minutes: CloudTrail writes down each call,
// and rules pick out those that could make a signature, make a signature possible, or make nobody hear of it.
import { Aws } from 'aws-cdk-lib';
import { ReadWriteType, Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnRule, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
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

/** What a deployment does, and what DynamoDB does with the key of its table: no person's hand. */
const SERVICES = ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'];
const BY_HAND = { sourceIPAddress: [{ 'anything-but': SERVICES }] };

/** Who may use a key is decided by its policy and its grants, by its tags, and by the alias that leads to it. */
const KEY_CHANGES = [
  'PutKeyPolicy',
  'CreateGrant',
  'TagResource',
  'UntagResource',
  'CreateAlias',
  'UpdateAlias',
  'DeleteAlias',
  'DisableKey',
  'ScheduleKeyDeletion',
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
  'events.amazonaws.com': ['DisableRule', 'DeleteRule', 'RemoveTargets', 'PutRule'],
  'monitoring.amazonaws.com': ['DisableAlarmActions', 'DeleteAlarms', 'PutMetricAlarm'],
  'sns.amazonaws.com': ['Unsubscribe', 'DeleteTopic', 'RemovePermission', 'SetTopicAttributes'],
};

export class SecurityWatch extends Construct {
  readonly #props: SecurityWatchProps;

  constructor(scope: Construct, id: string, props: SecurityWatchProps) {
    super(scope, id);
    this.#props = props;
    if (props.stage.trail === 'own') this.keepTrail();
    this.whenSomebodyElseSigns();
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

  /**
   * A call without a role has no issuer: a user's own key, or the account's root. CloudTrail calls `Sign` a management event
   * that only reads, which a rule hears in this state alone.
   */
  private whenSomebodyElseSigns(): void {
    const { sign, seal } = this.#props.keyKeepers;
    const roles = [sign, seal].map(({ role }) => role?.roleArn);
    const within = (wanted: object) => ({
      sessionContext: { sessionIssuer: { arn: [wanted] } },
    });
    this.tell(
      'signed-by-another',
      'Somebody else than the system has signed with a key of this account: people may take it for the signature of an officer, or for the seal of the agency.',
      {
        eventSource: ['kms.amazonaws.com'],
        eventName: ['Sign'],
        $or: [
          { userIdentity: within({ 'anything-but': roles }) },
          { userIdentity: within({ exists: false }) },
        ],
      },
    );
  }

  /** Once with the keys, once with the functions that hold the right to use them. */
  private whenSigningIsChanged(): void {
    const { sign, seal } = this.#props.keyKeepers;
    const both = [sign, seal];
    const named = { functionName: both.flatMap((fn) => [fn.functionName, fn.functionArn]) };
    this.tell(
      'signing-changed',
      'Somebody has changed by hand who can sign: a key, or the functions that sign and seal for people.',
      {
        ...BY_HAND,
        $or: [
          { eventSource: ['kms.amazonaws.com'], eventName: KEY_CHANGES },
          {
            eventSource: ['lambda.amazonaws.com'],
            eventName: FUNCTION_CHANGES,
            requestParameters: named,
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

  /** The mail says what it means, who did what, and where it says what to do. */
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
