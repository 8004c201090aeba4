// How is every bucket guarded? Encrypted, never public, over TLS alone, and there when its stack is not.
import { RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, BucketEncryption, type BucketProps } from 'aws-cdk-lib/aws-s3';

/** S3's own keys: whoever may read a file is decided by the roles alone, and the links need no second permission. */
export const GUARDED = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;
