// By what does the API know that CloudFront sent a request? By a key that Secrets Manager makes up; nobody types one or sees it here.
import { Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * Which key CloudFront shows. To renew it, add one and deploy; never two at once, and no earlier one again. The functions take
 * the next one besides, so that there is no moment at which one side has it and the other does not: CloudFront is told first,
 * and CloudFormation waits until all of it has heard.
 */
const SHOWN = 1;

/** Letters and figures alone: a header takes them as they are. Nobody tries all of 62^48. */
const LENGTH = 48;

/** CloudFormation puts the keys in while it deploys: templates and their diffs say only where each is kept. */
export class FrontDoorKeys extends Construct {
  /** What CloudFront shows the gateway. */
  readonly shown: string;
  /** What the functions take: that key, and the one that will be shown. */
  readonly taken: string[];

  constructor(scope: Construct, id: string, key = SHOWN) {
    super(scope, id);
    const make = (which: number): Secret =>
      new Secret(this, `key-${which}`, {
        description: 'Shown by CloudFront to the API: what comes without it is refused',
        generateSecretString: { passwordLength: LENGTH, excludePunctuation: true },
      });
    const [now, next] = [make(key), make(key + 1)];
    this.shown = now.secretValue.unsafeUnwrap();
    this.taken = [now, next].map((key) => key.secretValue.unsafeUnwrap());
    // The one before stays as long: functions of the deployment before name it, until they are replaced, and again if that fails.
    if (key > 1) Stack.of(this).exportValue(make(key - 1).secretArn);
  }
}
