// What must outlive every deployment? The table of records, the files on their way, the issued files under lock, the images.
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, type BucketProps, HttpMethods, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { INDEX } from '../../functions/contracts/agreed-names.ts';
import { CHECKED } from '../../functions/domain/file-keys.ts';
import { accessLogs } from '../constructs/access-logs.ts';
import { GUARDED } from '../constructs/guarded.ts';
import type { Stage } from '../stages.ts';

/** Longer than any execution may last (a year), so that no submission loses the page that is being decided on. */
const WORKING_FILES_DAYS = 400;

export class DataStack extends Stack {
  readonly table: Table;
  readonly working: Bucket;
  readonly signed: Bucket;
  /** Of hands and seals. Apart from the other files, because they neither expire nor are locked. */
  readonly images: Bucket;
  /** Every bucket that hands files to a page or takes them from it. Pages may speak to these hosts besides their own. */
  readonly linked: Bucket[] = [];

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { terminationProtection: stage.terminationProtection });
    this.table = this.records();
    // Files come in by signed forms, too.
    this.working = this.linkedBucket('working', [HttpMethods.GET, HttpMethods.POST], {
      lifecycleRules: [
        // What anyone uploads to have its signatures checked is of use for a minute; S3 counts in days.
        { prefix: CHECKED, expiration: Duration.days(1) },
        {
          expiration: Duration.days(WORKING_FILES_DAYS),
          // An upload that was never finished is of no use to anybody the day after.
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    const { mode, days } = stage.signedRetention;
    const retain =
      mode === 'COMPLIANCE' ? ObjectLockRetention.compliance : ObjectLockRetention.governance;
    this.signed = this.linkedBucket('signed', [HttpMethods.GET], {
      versioned: true,
      serverAccessLogsBucket: accessLogs(this, 'access-logs', stage),
      serverAccessLogsPrefix: 'signed/',
      objectLockDefaultRetention: retain(Duration.days(days)),
    });
    this.images = this.linkedBucket('images', [HttpMethods.GET]);
  }

  /** A signed link or form is the permission and carries no cookie, so any page may hold one. */
  private linkedBucket(id: string, methods: HttpMethods[], props: BucketProps = {}): Bucket {
    const cors = [{ allowedMethods: methods, allowedOrigins: ['*'] }];
    const bucket = new Bucket(this, id, { ...GUARDED, cors, ...props });
    this.linked.push(bucket);
    return bucket;
  }

  private records(): Table {
    const table = new Table(this, 'records', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.recordsKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    table.addGlobalSecondaryIndex({
      indexName: INDEX,
      partitionKey: { name: 'gsi1pk', type: AttributeType.STRING },
      sortKey: { name: 'gsi1sk', type: AttributeType.STRING },
      // Lists say what a thing is, and leave the words of a report where they are.
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['record'],
    });
    return table;
  }

  /** Usable through DynamoDB alone, by whoever may use the table: no role of the house holds a right to the key itself. */
  private recordsKey(): Key {
    const key = new Key(this, 'records-key', {
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncrypt*',
          'kms:GenerateDataKey*',
          'kms:DescribeKey',
          'kms:CreateGrant',
        ],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': this.account,
            'kms:ViaService': `dynamodb.${this.region}.${this.urlSuffix}`,
          },
        },
      }),
    );
    return key;
  }
}
