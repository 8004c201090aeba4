// What passes between the endpoint and the services behind it? The caller, the call and the answer:
// the only words a service has to know to be plugged in.

/** A statement of an identity policy, as synthesized and with every reference resolved. */
export type PolicyStatement = {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Record<string, Record<string, ConditionValue | ConditionValue[]>>;
};

type ConditionValue = string | number | boolean;

/** A caller with credentials of its own: a function of the stack, or the machine itself. */
export type Caller = {
  name: string;
  accessKeyId: string;
  secretAccessKey: string;
  allows: 'everything' | PolicyStatement[];
};

/** Where the pretended account lies; both words appear in every ARN. */
export type AccountAndRegion = { region: string; account: string };

/** A request as it came over the wire: the path still encoded, header names in lower case. */
export type AwsRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
};

/** One permission a call needs: this action, on all of these resources, under these condition keys. */
export type Need = { action: string; resources: string[]; context: Record<string, string[]> };

/** `units` is the DynamoDB capacity the call consumed, for the count. */
export type AwsAnswer = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  units?: { read: number; write: number };
};

/**
 * What a request asks for: its API operation (`dynamodb:PutItem`), every permission it needs, and the answer, once its
 * caller is known to have them.
 */
export type AwsOperation = {
  action: string;
  needs: Need[];
  answer(caller: Caller): Promise<AwsAnswer> | AwsAnswer;
};

/**
 * One AWS service: it reads a request, once. Reading and answering refuse by throwing an `AwsError`, which the endpoint
 * words in the protocol of the address it came in by.
 */
export type Service = (request: AwsRequest) => AwsOperation;
