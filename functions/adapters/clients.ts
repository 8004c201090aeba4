// Which AWS clients does a function have? One of each kind it uses, made when first asked for and kept as long as its container.
// Region, endpoint and credentials come from the environment, so the same bundle runs on AWS and on one machine.
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';

/** Two more tries with the SDK's own pauses end within a second; after that the caller or the workflow decides. */
const CONFIG = { maxAttempts: 3 };

type AnyClient = { middlewareStack: { remove(middleware: string): boolean } };

/**
 * Without the SDK's log of calls: nobody here hears it, and for it each request and answer was gone through once more to
 * leave out what is secret, as costly as its JSON.
 */
const once = <Client extends AnyClient>(make: () => Client): (() => Client) => {
  let client: Client | undefined;
  return () => {
    if (client === undefined) {
      client = make();
      client.middlewareStack.remove('loggerMiddleware');
    }
    return client;
  };
};

export const dynamoDb = /* @__PURE__ */ once(() => new DynamoDBClient(CONFIG));
export const stepFunctions = /* @__PURE__ */ once(() => new SFNClient(CONFIG));
export const secretsManager = /* @__PURE__ */ once(() => new SecretsManagerClient(CONFIG));
export const kms = /* @__PURE__ */ once(() => new KMSClient(CONFIG));
export const cognito = /* @__PURE__ */ once(() => new CognitoIdentityProviderClient(CONFIG));
/** A mail that is not taken within seconds is given up and shown as unsent: nobody's report waits for the post. */
export const ses = /* @__PURE__ */ once(
  () =>
    new SESv2Client({
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: 2_000,
        requestTimeout: 5_000,
        throwOnRequestTimeout: true,
      },
    }),
);
/** Whoever pressed waits until a notice is taken: some 50 ms, four seconds at the very most; then nobody is told, or the press is refused. */
export const notifier = /* @__PURE__ */ once(
  () =>
    new LambdaClient({
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: 1_000,
        requestTimeout: 2_000,
        throwOnRequestTimeout: true,
      },
    }),
);
/** Rendering is not repeated by the SDK: what takes long once takes long twice. */
export const lambda = /* @__PURE__ */ once(() => new LambdaClient({ maxAttempts: 1 }));
/** Checksums are said where they are wanted: by default the SDK would put one of an empty body into every link. */
export const s3 = /* @__PURE__ */ once(
  () => new S3Client({ ...CONFIG, requestChecksumCalculation: 'WHEN_REQUIRED' }),
);
