// What do the synthesized templates say, once everything they refer to is filled in?
// Reads every template of a cloud assembly and resolves CloudFormation's intrinsic functions as a
// deployment would. Whatever is not known is refused by the resource's name, never guessed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT, PARTITION, REGION } from '../aws/place.ts';
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import { attributeOf, nameOf, referenceOf } from './resource-names.ts';

/** One resource of one stack; its properties are still written with intrinsic functions. */
export type Resource = {
  stack: string;
  logicalId: string;
  type: string;
  properties: Record<string, unknown>;
  /** Where the construct stands in the app: `stack/Drafting/Resource`. */
  path: string;
};

export type SynthesizedTemplates = {
  folder: string;
  ofType(...types: string[]): Resource[];
  /** The resource whose `Ref` or `Fn::GetAtt` gives this resolved value, in the same stack or another. */
  find(type: string, matches: (resource: Resource) => boolean): Resource | undefined;
  /** A value with every intrinsic function filled in. `from` says whose it is. */
  resolve(value: unknown, from: Resource): unknown;
  /** The name the resource has when it is deployed here: the template's, or one made of stack and logical id. */
  name(resource: Resource): string;
  arn(resource: Resource): string;
  /** The value of the output of this name, in whichever stack has it. */
  output(name: string): unknown;
  /** The file or folder of an asset, by its key in the bucket of assets. */
  asset(key: string): string | undefined;
};

type Stack = {
  name: string;
  outputs: Record<string, unknown>;
  resources: Map<string, Resource>;
  parameters: Record<string, { Default?: unknown }>;
  mappings: Record<string, Record<string, Record<string, unknown>>>;
  conditions: Record<string, unknown>;
};

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const json = (value: unknown): Json => (isJson(value) ? value : {});

const readJson = (path: string): Json => json(JSON.parse(readFileSync(path, 'utf8')));

/** The construct path of each logical id, which the assembly keeps beside the template. */
const pathsIn = (metadata: Json): Map<string, string> =>
  new Map(
    Object.entries(metadata).flatMap(([path, entries]) =>
      (Array.isArray(entries) ? entries.map(json) : [])
        .filter(({ type }) => type === 'aws:cdk:logicalId')
        .map(({ data }): [string, string] => [String(data), path.slice(1)]),
    ),
  );

const readStack = (folder: string, artifact: Json): Stack => {
  const { templateFile, stackName } = json(artifact.properties);
  const name = String(stackName ?? artifact.displayName);
  const template = readJson(join(folder, String(templateFile)));
  const metadata = artifact.additionalMetadataFile;
  const paths = pathsIn(metadata ? readJson(join(folder, String(metadata))) : {});
  const resources = Object.entries(json(template.Resources)).map(
    ([logicalId, entry]): [string, Resource] => {
      const { Type, Properties } = json(entry);
      const path = paths.get(logicalId) ?? `${name}/${logicalId}`;
      return [
        logicalId,
        { stack: name, logicalId, type: String(Type), properties: json(Properties), path },
      ];
    },
  );
  return {
    name,
    outputs: json(template.Outputs),
    resources: new Map(resources),
    parameters: json(template.Parameters) as Stack['parameters'],
    mappings: json(template.Mappings) as Stack['mappings'],
    conditions: json(template.Conditions),
  };
};

/** The file or folder of each asset, by the key it would have in the bucket of assets. */
const readAssets = (folder: string, artifact: Json): [string, string][] => {
  const manifest = readJson(join(folder, String(json(artifact.properties).file)));
  return Object.values(json(manifest.files)).flatMap((file) =>
    Object.values(json(json(file).destinations)).map((destination): [string, string] => [
      String(json(destination).objectKey),
      join(folder, String(json(json(file).source).path)),
    ]),
  );
};

/**
 * Reads the assembly that `node infra/app.ts` wrote.
 * `addresses` are pairs of an address on AWS and the one that stands for it here; they are put in
 * wherever a resolved text contains the first (the issuer of tokens, the app's own address).
 */
export const readTemplates = (
  folder: string,
  addresses: (names: (type: string) => string[]) => [string, string][] = () => [],
): SynthesizedTemplates => {
  const artifacts = json(readJson(join(folder, 'manifest.json')).artifacts);
  const stacks = new Map<string, Stack>();
  const exported = new Map<string, { value: unknown; stack: Stack }>();
  const assets = new Map<string, string>();
  for (const artifact of Object.values(artifacts).map(json)) {
    if (artifact.type === 'cdk:asset-manifest') {
      for (const [key, path] of readAssets(folder, artifact)) assets.set(key, path);
    }
    if (artifact.type !== 'aws:cloudformation:stack') continue;
    const stack = readStack(folder, artifact);
    stacks.set(stack.name, stack);
    for (const output of Object.values(stack.outputs)) {
      const { Export, Value } = json(output);
      if (Export !== undefined) exported.set(String(json(Export).Name), { value: Value, stack });
    }
  }

  const stackOf = (resource: Resource): Stack => {
    const stack = stacks.get(resource.stack);
    if (!stack) throw new Error(`${resource.path} is of no stack in ${folder}`);
    return stack;
  };

  const fail = (stack: Stack, where: string, what: string): never => {
    throw new LocalStackError(
      `The template of ${stack.name} says ${what} at ${where}, which the local stack does not know.`,
    );
  };

  const pseudo = (stack: Stack): Record<string, unknown> => ({
    'AWS::Region': REGION,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': PARTITION,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stack.name}/local`,
    'AWS::NoValue': undefined,
  });

  const explicitName = (resource: Resource) => (property: string) => {
    const value = resource.properties[property];
    return value === undefined
      ? undefined
      : String(filledIn(value, stackOf(resource), resource.path));
  };
  const name = (resource: Resource): string => nameOf(resource, explicitName(resource));

  const reference = (id: string, stack: Stack, where: string): unknown => {
    const known = pseudo(stack);
    if (id in known) return known[id];
    const resource = stack.resources.get(id);
    if (resource) return referenceOf(resource.type, name(resource));
    const parameter = stack.parameters[id];
    if (parameter?.Default !== undefined) return parameter.Default;
    return fail(stack, where, `Ref ${id}`);
  };

  const attribute = (id: string, of: string, stack: Stack, where: string): unknown => {
    const resource = stack.resources.get(id);
    const value = resource && attributeOf(resource.type, of, name(resource));
    return value ?? fail(stack, where, `the attribute ${of} of ${resource?.type ?? id}`);
  };

  const condition = (value: unknown, stack: Stack, where: string): boolean => {
    const [[operator, operand] = ['', undefined]] = Object.entries(json(value));
    const list = Array.isArray(operand) ? operand : [operand];
    if (operator === 'Condition') return condition(stack.conditions[String(operand)], stack, where);
    if (operator === 'Fn::Not') return !condition(list[0], stack, where);
    if (operator === 'Fn::And') return list.every((item) => condition(item, stack, where));
    if (operator === 'Fn::Or') return list.some((item) => condition(item, stack, where));
    if (operator === 'Fn::Equals') {
      return filledIn(list[0], stack, where) === filledIn(list[1], stack, where);
    }
    return fail(stack, where, `the condition ${operator}`);
  };

  const substitute = (operand: unknown, stack: Stack, where: string): string => {
    const [text, variables] = Array.isArray(operand) ? operand : [operand, {}];
    const own = json(variables);
    return String(text).replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, id: string) => {
      if (literal) return whole.replace('!', '');
      if (id in own) return String(filledIn(own[id], stack, where));
      const [resource = id, ...rest] = id.split('.');
      return String(
        rest.length > 0
          ? attribute(resource, rest.join('.'), stack, where)
          : reference(id, stack, where),
      );
    });
  };

  const importValue = (operand: unknown, stack: Stack, where: string): unknown => {
    const key = String(filledIn(operand, stack, where));
    const value = exported.get(key);
    return value
      ? filledIn(value.value, value.stack, key)
      : fail(stack, where, `the import ${key}`);
  };

  const intrinsic = (operator: string, operand: unknown, stack: Stack, where: string): unknown => {
    const list = (): unknown[] => {
      const value = filledIn(operand, stack, where);
      return Array.isArray(value) ? value : [value];
    };
    switch (operator) {
      case 'Ref':
        return reference(String(operand), stack, where);
      case 'Fn::GetAtt': {
        const [id = '', ...of] = Array.isArray(operand) ? operand : String(operand).split('.');
        return attribute(String(id), of.join('.'), stack, where);
      }
      case 'Fn::Join': {
        const [separator, parts] = list();
        return (Array.isArray(parts) ? parts : []).join(String(separator));
      }
      case 'Fn::Sub':
        return substitute(operand, stack, where);
      case 'Fn::Select': {
        const [index, parts] = list();
        return Array.isArray(parts) ? parts[Number(index)] : undefined;
      }
      case 'Fn::Split': {
        const [separator, text] = list();
        return String(text).split(String(separator));
      }
      case 'Fn::If': {
        const [id, yes, no] = Array.isArray(operand) ? operand : [];
        const holds = condition({ Condition: id }, stack, where);
        return filledIn(holds ? yes : no, stack, where);
      }
      case 'Fn::FindInMap': {
        const [map, first, second] = list().map(String);
        return stack.mappings[map ?? '']?.[first ?? '']?.[second ?? ''];
      }
      case 'Fn::ImportValue':
        return importValue(operand, stack, where);
      default:
        return fail(stack, where, operator);
    }
  };

  const filledIn = (value: unknown, stack: Stack, where: string): unknown => {
    if (Array.isArray(value)) {
      return value.map((item) => filledIn(item, stack, where)).filter((item) => item !== undefined);
    }
    if (!isJson(value)) return value;
    const [first, ...others] = Object.entries(value);
    if (first && others.length === 0 && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
      return intrinsic(first[0], first[1], stack, where);
    }
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]) => [key, filledIn(item, stack, where)])
        .filter(([, item]) => item !== undefined),
    );
  };

  const all = [...stacks.values()].flatMap((stack) => [...stack.resources.values()]);
  const ofType = (...types: string[]) => all.filter(({ type }) => types.includes(type));
  const swaps = addresses((type) => ofType(type).map(name));
  const localized = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return swaps.reduce((text, [there, here]) => text.replaceAll(there, here), value);
    }
    if (Array.isArray(value)) return value.map(localized);
    if (!isJson(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, localized(item)]));
  };

  return {
    folder,
    ofType,
    output: (wanted) => {
      const stack = [...stacks.values()].find(({ outputs }) => wanted in outputs);
      return stack && localized(filledIn(json(stack.outputs[wanted]).Value, stack, wanted));
    },
    asset: (key) => assets.get(key),
    find: (type, matches) => ofType(type).find(matches),
    resolve: (value, from) => localized(filledIn(value, stackOf(from), from.path)),
    name,
    arn: (resource) => {
      const arn = attributeOf(resource.type, 'Arn', name(resource));
      return arn ?? fail(stackOf(resource), resource.path, `an ARN of ${resource.type}`);
    },
  };
};
