// Which name, ARN and attributes does a resource get when it is deployed here?
// Everything is made of the stack's name and the logical id, so that a restart finds the same names.
import { ACCOUNT, PARTITION, REGION } from '../aws/place.ts';

const regional = (service: string, rest: string) =>
  `arn:${PARTITION}:${service}:${REGION}:${ACCOUNT}:${rest}`;

const ARNS: Record<string, (name: string) => string> = {
  'AWS::CloudFront::Distribution': (name) =>
    `arn:${PARTITION}:cloudfront::${ACCOUNT}:distribution/${name}`,
  'AWS::Cognito::UserPool': (name) => regional('cognito-idp', `userpool/${name}`),
  'AWS::DynamoDB::GlobalTable': (name) => regional('dynamodb', `table/${name}`),
  'AWS::DynamoDB::Table': (name) => regional('dynamodb', `table/${name}`),
  'AWS::Events::EventBus': (name) => regional('events', `event-bus/${name}`),
  'AWS::Events::Rule': (name) => regional('events', `rule/${name}`),
  'AWS::IAM::Role': (name) => `arn:${PARTITION}:iam::${ACCOUNT}:role/${name}`,
  'AWS::KMS::Key': (name) => regional('kms', `key/${name}`),
  'AWS::Lambda::Function': (name) => regional('lambda', `function:${name}`),
  'AWS::Logs::LogGroup': (name) => regional('logs', `log-group:${name}:*`),
  'AWS::S3::Bucket': (name) => `arn:${PARTITION}:s3:::${name}`,
  'AWS::SES::EmailIdentity': (name) => regional('ses', `identity/${name}`),
  'AWS::SNS::Topic': (name) => regional('sns', name),
  'AWS::SQS::Queue': (name) => regional('sqs', name),
  'AWS::SecretsManager::Secret': (name) => regional('secretsmanager', `secret:${name}`),
  'AWS::StepFunctions::StateMachine': (name) => regional('states', `stateMachine:${name}`),
};

/** The resources whose `Ref` is their ARN; that of all others is their name. */
const REFERRED_TO_BY_ARN = new Set([
  'AWS::SecretsManager::Secret',
  'AWS::SNS::Topic',
  'AWS::StepFunctions::StateMachine',
]);

const NAME_PROPERTIES: Record<string, string> = {
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::Cognito::UserPoolDomain': 'Domain',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

const issuerOf = (pool: string) => `cognito-idp.${REGION}.amazonaws.com/${pool}`;

const ATTRIBUTES: Record<string, (name: string) => string> = {
  'AWS::ApiGatewayV2::Api.ApiEndpoint': (name) =>
    `https://${name}.execute-api.${REGION}.amazonaws.com`,
  'AWS::ApiGatewayV2::Api.ApiId': (name) => name,
  'AWS::CloudFront::Distribution.DomainName': (name) => `${name.toLowerCase()}.cloudfront.net`,
  'AWS::CloudFront::Distribution.Id': (name) => name,
  'AWS::Cognito::UserPool.ProviderName': issuerOf,
  'AWS::Cognito::UserPool.ProviderURL': (name) => `https://${issuerOf(name)}`,
  'AWS::Cognito::UserPool.UserPoolId': (name) => name,
  'AWS::Cognito::UserPoolClient.ClientId': (name) => name,
  'AWS::KMS::Key.KeyId': (name) => name,
  'AWS::SQS::Queue.QueueName': (name) => name,
  'AWS::S3::Bucket.DomainName': (name) => `${name}.s3.amazonaws.com`,
  'AWS::S3::Bucket.RegionalDomainName': (name) => `${name}.s3.${REGION}.amazonaws.com`,
  'AWS::SNS::Topic.TopicArn': (name) => regional('sns', name),
  'AWS::SNS::Topic.TopicName': (name) => name,
  'AWS::StepFunctions::StateMachine.Name': (name) => name,
};

/** Bucket names are lower case and at most 63 characters long; the end is what tells them apart. */
const bucketName = (name: string) =>
  name
    .toLowerCase()
    .slice(-63)
    .replace(/^[^a-z0-9]+/, '');

/** `explicit` gives the resolved value of a property of the resource, if the template has it. */
export const nameOf = (
  resource: { stack: string; logicalId: string; type: string },
  explicit: (property: string) => string | undefined,
): string => {
  const property = NAME_PROPERTIES[resource.type];
  const name = property === undefined ? undefined : explicit(property);
  if (name !== undefined) return name;
  if (resource.type === 'AWS::Cognito::UserPool') return `${REGION}_${resource.logicalId}`;
  const made = `${resource.stack}-${resource.logicalId}`;
  return resource.type === 'AWS::S3::Bucket' ? bucketName(made) : made;
};

export const referenceOf = (type: string, name: string): string =>
  (REFERRED_TO_BY_ARN.has(type) ? ARNS[type]?.(name) : undefined) ?? name;

/** What `Fn::GetAtt` gives, or undefined for an attribute that is not known here. */
export const attributeOf = (type: string, attribute: string, name: string): string | undefined => {
  if (attribute === 'Arn') return ARNS[type]?.(name);
  return ATTRIBUTES[`${type}.${attribute}`]?.(name);
};
