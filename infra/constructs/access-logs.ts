// Where does AWS write down who has fetched what? In a bucket for that alone, for as long as the stage keeps its logs.
import { Duration } from 'aws-cdk-lib';
import { Bucket, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { GUARDED } from './guarded.ts';

/**
 * No role of the house may read it. A line has the address that was asked for: ids, and links that have ended by the time
 * the line is delivered.
 */
export const accessLogs = (
  scope: Construct,
  id: string,
  stage: Stage,
  props: BucketProps = {},
): IBucket =>
  // CDK declares the optional parts of a bucket more loosely than those of its interface.
  new Bucket(scope, id, {
    ...GUARDED,
    lifecycleRules: [{ expiration: Duration.days(stage.logRetention) }],
    ...props,
  }) as IBucket;
