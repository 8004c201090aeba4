// What stands in for S3? Buckets on disk that keep the promises the stack leans on: links that
// expire, versions, write-once, locks, checksums. What is not in use answers NotImplemented.
import { AwsError } from './aws-error.ts';
import { authorize } from './policies.ts';
import { answers } from './s3/answers.ts';
import { needsOf, readAsk } from './s3/ask.ts';
import { type BucketSettings, type LocalBucket, openBucket } from './s3/bucket.ts';
import { type CorsRule, corsHeaders, preflight } from './s3/cors.ts';
import type { AwsAnswer, AwsRequest, Caller, Service } from './service.ts';

export type { BucketSettings } from './s3/bucket.ts';

export type LocalS3 = {
  service: Service;
  /** Answers a browser's question before the request itself, which carries no signature. */
  preflight(request: AwsRequest): AwsAnswer;
  /** The headers by which a page of another origin may read an answer, a refusal too. */
  corsHeaders(request: AwsRequest): Record<string, string>;
};

/** Opens the buckets in a folder; one that is not there yet is made. */
export const openS3 = async (
  folder: string,
  settings: BucketSettings[],
  now: () => Date = () => new Date(),
): Promise<LocalS3> => {
  const opened = await Promise.all(
    settings.map(
      async (one): Promise<[string, LocalBucket]> => [one.name, await openBucket(folder, one, now)],
    ),
  );
  const buckets = new Map(opened);

  const bucketNamed = (name: string): LocalBucket => {
    const bucket = buckets.get(name);
    if (!bucket) throw new AwsError(404, 'NoSuchBucket', 'The specified bucket does not exist');
    return bucket;
  };

  const rulesFor = (request: AwsRequest): CorsRule[] =>
    buckets.get(request.path.split('/')[1] ?? '')?.settings.cors ?? [];

  return {
    service: (request) => {
      const ask = readAsk(request);
      const answer = ({ allows }: Caller) =>
        answers[ask.operation](bucketNamed(ask.bucket), ask, {
          bucketNamed,
          mayAlso: (action, resource) =>
            allows === 'everything' ||
            authorize(allows, { action, resources: [resource], context: {} }).allowed,
        });
      return { action: `s3:${ask.operation}`, needs: needsOf(ask), answer };
    },
    preflight: (request) => preflight(rulesFor(request), request),
    corsHeaders: (request) => corsHeaders(rulesFor(request), request),
  };
};
