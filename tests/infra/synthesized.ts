// What does the app synthesize to? Every template of a stage, with a stand-in for the bundles, and questions one can ask of it.
import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { addTrinhKy } from '../../infra/stacks/trinh-ky.ts';
import { readStage } from '../../infra/stages.ts';
import { newFolder } from '../support/run/run-folder.ts';

const { context: flags } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync('cdk.json', 'utf8')));

const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
  Resource: z.unknown().transform((resource) => JSON.stringify(resource)),
  Condition: z.unknown().optional(),
});
type Statement = z.infer<typeof Statement>;

const Policy = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
});

const LambdaFunction = z.object({
  Architectures: z.array(z.string()),
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
export type SynthesizedFunction = z.infer<typeof LambdaFunction> & {
  name: string;
  may: Statement[];
};

type Properties = Record<string, unknown>;
const Resource = z.object({ Properties: z.record(z.string(), z.unknown()) });
const Resources = z.object({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

const partOf = ({ stackName }: Stack): string => stackName.split('-').at(-1) ?? stackName;

/** The settings that production asks for. */
export const PRODUCTION = {
  stage: 'production',
  mailFrom: 'van-thu@example.vn',
  alarmsTo: 'truc@example.vn',
  retentionYears: '20',
};

const synthesizeAnew = (settings: Record<string, string>, isHeldToRules = false) => {
  const app = new App({
    context: { ...flags, ...settings },
    // Without a folder of its own, CDK leaves one among the machine's for each.
    outdir: newFolder('synthesized'),
    builtinCloudFormationValidation: isHeldToRules,
  });
  addTrinhKy(
    app,
    readStage((name) => app.node.tryGetContext(name)),
    () => Code.fromInline('exports.handler = async () => {};'),
  );
  const stacks = app.node.children.filter((child) => Stack.isStack(child));
  const templates = stacks.map((stack) => Template.fromStack(stack));

  /** The properties of every resource of a type, with its logical id. */
  const all = (type: string): (Properties & { id: string })[] =>
    templates.flatMap((template) =>
      Object.entries(template.findResources(type)).map(([id, resource]) => ({
        ...Resource.parse(resource).Properties,
        id,
      })),
    );

  /** Every resource of the stack that has one of this type, by its logical id. */
  const beside = (type: string) =>
    templates
      .map((template) => Resources.parse(template.toJSON()).Resources)
      .find((resources) => Object.values(resources).some(({ Type }) => Type === type)) ?? {};

  /** What is there when all stacks are deleted, by its logical id. */
  const outlives = (): string[] =>
    templates
      .flatMap((template) => Object.entries(Resources.parse(template.toJSON()).Resources))
      .flatMap(([id, { DeletionPolicy }]) =>
        String(DeletionPolicy).startsWith('Retain') ? [id] : [],
      )
      .toSorted();

  /** Each stack, by its part's name, with those that are deployed before it. */
  const before = (): Record<string, string[]> =>
    Object.fromEntries(
      stacks.map((stack) => [partOf(stack), stack.dependencies.map(partOf).toSorted()]),
    );

  /** What a deployment says of itself under this name, with its references as they are. */
  const output = (name: string): unknown =>
    templates.flatMap((template) => Object.values(template.findOutputs(name)))[0];

  /** The handlers, by name, each with what its role may do. */
  const functions = (): SynthesizedFunction[] => {
    const policies = all('AWS::IAM::Policy').map((policy) => Policy.parse(policy));
    return all('AWS::Lambda::Function').map(({ id, ...properties }) => {
      const read = LambdaFunction.parse(properties);
      const [role] = read.Role['Fn::GetAtt'];
      const may = policies
        .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
      return { ...read, name: id.replace(/[0-9A-F]{8}$/, ''), may };
    });
  };

  /** The stacks that can be deleted at one command. */
  const deletable = (): string[] =>
    stacks.filter((stack) => !stack.terminationProtection).map(({ stackName }) => stackName);

  /** Where a stack stands; a reference when that is said by whoever deploys. */
  const regionOf = (name: string): string | undefined =>
    stacks.find(({ stackName }) => stackName === name)?.region;

  return {
    all,
    beside,
    before,
    outlives,
    output,
    functions,
    deletable,
    regionOf,
    folder: app.outdir,
  };
};

/**
 * Throws where templates break CDK's own rules, which take longer than all else. `infra/app.ts` holds the demo to them whenever
 * it makes what the local stack runs.
 */
export const holdToRules = (settings: Record<string, string>): void => {
  synthesizeAnew(settings, true);
};

const synthesized = new Map<string, ReturnType<typeof synthesizeAnew>>();

/** The app of a stage; without settings, the demo. All files of a worker ask the same one: it takes seconds. */
export const synthesize = (settings: Record<string, string> = {}) => {
  const key = JSON.stringify(settings);
  const known = synthesized.get(key) ?? synthesizeAnew(settings);
  synthesized.set(key, known);
  return known;
};

/** Who may do any of these actions (a pattern), on what looks like this? Sorted names. */
export const whoMay = (
  functions: SynthesizedFunction[],
  action: RegExp,
  resource = /./,
): string[] =>
  functions
    .filter(({ may }) =>
      may.some(
        (statement) =>
          statement.Action.some((allowed) => action.test(allowed)) &&
          resource.test(statement.Resource),
      ),
    )
    .map(({ name }) => name)
    .sort();
