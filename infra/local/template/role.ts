// What may a function or a state machine do? The statements of its role, gathered from wherever the
// template keeps them: in the role, in policies attached to it, and in AWS's own managed policies.
import type { PolicyStatement } from '../aws/service.ts';
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import type { SynthesizedTemplates } from './templates.ts';

/** AWS's own policies that the app uses; the local stack knows what they say. */
const MANAGED: Record<string, PolicyStatement[]> = {
  AWSLambdaBasicExecutionRole: [
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '*',
    },
  ],
  AWSXRayDaemonWriteAccess: [{ Effect: 'Allow', Action: 'xray:*', Resource: '*' }],
};

type PolicyDocument = { Statement: PolicyStatement[] | PolicyStatement };
const statementsIn = (document: unknown) => [(document as PolicyDocument).Statement].flat();

/** Every statement of the role with this ARN. A managed policy that is not known here is refused. */
export const statementsOf = (
  templates: SynthesizedTemplates,
  roleArn: string,
): PolicyStatement[] => {
  const role = templates.find('AWS::IAM::Role', (resource) => templates.arn(resource) === roleArn);
  if (!role) throw new LocalStackError(`No template has the role ${roleArn}.`);
  const { Policies = [], ManagedPolicyArns = [] } = templates.resolve(role.properties, role) as {
    Policies?: { PolicyDocument: unknown }[];
    ManagedPolicyArns?: string[];
  };
  const attached = templates.ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').map(
    (policy) =>
      templates.resolve(policy.properties, policy) as {
        Roles?: string[];
        PolicyDocument: unknown;
      },
  );
  const managed = ManagedPolicyArns.flatMap((arn) => {
    const statements = MANAGED[arn.split('/').at(-1) ?? ''];
    if (statements) return statements;
    throw new LocalStackError(
      `${role.path} has the managed policy ${arn}, which is not known here.`,
    );
  });
  return [
    ...Policies.flatMap((policy) => statementsIn(policy.PolicyDocument)),
    ...attached
      .filter(({ Roles = [] }) => Roles.includes(templates.name(role)))
      .flatMap((policy) => statementsIn(policy.PolicyDocument)),
    ...managed,
  ];
};
