// How long is a log kept, and what becomes of it? As long as the stage says; it is deleted with its stack.
import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/** A log group of this stage. Logs hold ids and codes, never what a report says. */
export const keptLog = (scope: Construct, id: string, stage: Stage): LogGroup =>
  new LogGroup(scope, id, {
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
