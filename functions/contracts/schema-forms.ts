// How is a schema written for others? Once, where it is sent and answered alike; in two forms, where an answer says more or is
// open.
import { z } from '@hono/zod-openapi';
import type { Names } from './named-schemas.ts';

export type Json = Record<string, unknown>;

const SCHEMAS = '#/components/schemas/';
const uriOf = (id: string): string => `${SCHEMAS}${id}`;
const idIn = (uri: unknown): string => String(uri).slice(SCHEMAS.length);
export const refTo = (id: string) => ({ $ref: uriOf(id) });

/** What is named so has no name of its own: in the end it stands in its place. */
export const ASIDE = '~';

/** Every object in a value of JSON, the outer before the inner. */
const objectsIn = (value: unknown): Json[] => {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? within : [value as Json, ...within];
};

const idsIn = (value: unknown): string[] =>
  objectsIn(value).flatMap(({ $ref }) =>
    typeof $ref === 'string' && $ref.startsWith(SCHEMAS) ? [idIn($ref)] : [],
  );

/** The schemas of which something speaks, and those of which they speak. */
const reachedFrom = (start: unknown, schemas: Record<string, Json>): Set<string> => {
  const reached = new Set<string>();
  const follow = (value: unknown): void => {
    for (const id of idsIn(value)) {
      if (reached.has(id)) continue;
      reached.add(id);
      follow(schemas[id]);
    }
  };
  follow(start);
  return reached;
};

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/**
 * Leaves out what only zod needs to say, and says by which word the variants of a union are told apart, and what holds where
 * nothing is sent.
 */
const inFewWords: Override = ({ zodSchema, jsonSchema }) => {
  const def = zodSchema._zod.def as {
    type: string;
    discriminator?: string;
    defaultValue?: unknown;
  };
  const { discriminator } = def;
  // zod drops it where a text is read before, as the numbers of an address are.
  if (def.type === 'default') jsonSchema.default = def.defaultValue as typeof jsonSchema.default;
  if (discriminator !== undefined && jsonSchema.oneOf)
    jsonSchema.discriminator = { propertyName: discriminator };
  // A format says more to a reader than the pattern that holds a text to it.
  if (jsonSchema.format ?? jsonSchema.contentEncoding) delete jsonSchema.pattern;
  const [one, none, ...others] = jsonSchema.anyOf ?? [];
  if (none?.type === 'null' && others.length === 0 && typeof one?.type === 'string' && !one.oneOf) {
    delete jsonSchema.anyOf;
    Object.assign(jsonSchema, one, { type: [one.type, 'null'] });
  }
  if ('const' in jsonSchema) delete jsonSchema.type;
  const words = (jsonSchema.anyOf ?? []).map((each) => each.const);
  if (words.length > 0 && words.every((word) => word !== undefined)) {
    delete jsonSchema.anyOf;
    jsonSchema.enum = words;
  }
  if (jsonSchema.minLength === 0) delete jsonSchema.minLength;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

const written = (names: Names, io: 'input' | 'output'): Record<string, Json> => {
  const { schemas } = z.toJSONSchema(names, { io, uri: uriOf, override: inFewWords });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
};

/** Limits that hold whoever sends to them, and are of no use to whoever reads. */
const LIMITS = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'pattern'];

/** The same for an answer: it may say more one day, or more of it, and nobody's program should break. */
const open = (schema: Json): Json =>
  JSON.parse(JSON.stringify(schema), (key, value) => {
    const isLimit = LIMITS.includes(key) && typeof value !== 'object';
    const isClosed = key === 'additionalProperties' && value === false;
    return isLimit || isClosed || key === 'default' ? undefined : value;
  });

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Of those that are sent and answered: which are another in an answer, or speak of one that is? */
const twofoldOf = (
  shared: string[],
  sent: Record<string, Json>,
  answered: Record<string, Json>,
): Set<string> => {
  const twofold = new Set(shared.filter((id) => !isSame(sent[id], answered[id])));
  let known = -1;
  while (known < twofold.size) {
    known = twofold.size;
    for (const id of shared) if (idsIn(sent[id]).some((part) => twofold.has(part))) twofold.add(id);
  }
  return twofold;
};

/** Puts what has no name of its own where it is spoken of. */
const inPlace = <Part>(value: Part, schemas: Record<string, Json>): Part =>
  JSON.parse(JSON.stringify(value), (_, inner) => {
    if (!String(inner?.$ref).startsWith(uriOf(ASIDE))) return inner;
    const { $ref, ...more } = inner;
    return { ...inPlace(schemas[idIn($ref)], schemas), ...more };
  }) as Part;

/** Which word leads to which variant. A discriminator is a text, so one that is true or false is left to the variants. */
const mapDiscriminators = (schemas: Record<string, Json>): void => {
  for (const node of objectsIn(schemas)) {
    const { discriminator, oneOf } = node as {
      discriminator?: { propertyName: string; mapping?: Json };
      oneOf?: { $ref: string }[];
    };
    if (discriminator === undefined || oneOf === undefined) continue;
    const mapping = oneOf.flatMap(({ $ref }) => {
      const { properties } = schemas[idIn($ref)] as { properties: Record<string, Json> };
      const { const: one, $ref: several } = properties[discriminator.propertyName] ?? {};
      const words = several === undefined ? [one] : (schemas[idIn(several)]?.enum as unknown[]);
      return words.map((word) => [word, $ref] as const);
    });
    if (mapping.every(([word]) => typeof word === 'string'))
      discriminator.mapping = Object.fromEntries(mapping);
    else delete node.discriminator;
  }
};

type ObjectSchema = Json & { properties: Record<string, Json>; required?: string[] };

/** Of an open object something may be said in one place and more in another; a closed one has to be said at once. */
const isOpenObject = (schema: Json | undefined): schema is ObjectSchema =>
  schema !== undefined && 'properties' in schema && schema.additionalProperties !== false;

const isRequired = ({ required = [] }: ObjectSchema, name: string): boolean =>
  required.includes(name);

/** Do both say the same of this property? */
const agreeOn = (name: string, one: ObjectSchema, other: ObjectSchema): boolean =>
  isSame(one.properties[name], other.properties[name]) &&
  isRequired(one, name) === isRequired(other, name);

/** Of its properties, those that are among the names, or those that are not. */
const partOf = (
  { properties, required = [] }: ObjectSchema,
  isMeant: (name: string) => boolean,
) => {
  const left = required.filter(isMeant);
  return {
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isMeant(name))),
    ...(left.length > 0 && { required: left }),
  };
};

const without = (schema: ObjectSchema, names: string[]): Json => {
  const { properties: _, required: __, ...rest } = schema;
  return { ...rest, ...partOf(schema, (name) => !names.includes(name)) };
};

/** Fewer are had in common by chance. */
const MANY = 4;

/** What all variants of a union have is said once, of what each of them is, with what it has besides. */
const shareAmongVariants = (schemas: Record<string, Json>): void => {
  for (const [id, union] of Object.entries(schemas)) {
    const { discriminator, oneOf } = union as {
      discriminator?: { propertyName: string };
      oneOf?: { $ref: string }[];
    };
    if (discriminator === undefined || oneOf === undefined) continue;
    const ids = oneOf.map(({ $ref }) => idIn($ref));
    const variants = ids.map((one) => schemas[one]).filter(isOpenObject);
    const [first] = variants;
    if (first === undefined || variants.length < ids.length) continue;
    const shared = Object.keys(first.properties).filter(
      (name) =>
        name !== discriminator.propertyName &&
        variants.every((variant) => agreeOn(name, first, variant)),
    );
    if (shared.length < MANY) continue;
    const base = `${id}Base`;
    schemas[base] = { type: 'object', ...partOf(first, (name) => shared.includes(name)) };
    for (const [at, variant] of variants.entries())
      schemas[ids[at] ?? ''] = { allOf: [refTo(base)], ...without(variant, shared) };
  }
};

/** What has all that another has, and more, is said to be that, with what it has besides. */
const sayAsMore = (schemas: Record<string, Json>): void => {
  const objects = Object.entries(schemas).filter(
    (entry): entry is [string, ObjectSchema] => isOpenObject(entry[1]) && !('allOf' in entry[1]),
  );
  const sizeOf = ({ properties }: ObjectSchema) => Object.keys(properties).length;
  const bases = objects
    .filter(([, base]) => sizeOf(base) >= MANY)
    .toSorted(([, one], [, other]) => sizeOf(other) - sizeOf(one));
  for (const [id, whole] of objects) {
    const base = bases.find(
      ([, each]) =>
        sizeOf(each) < sizeOf(whole) &&
        Object.keys(each.properties).every((name) => agreeOn(name, each, whole)),
    );
    if (base === undefined) continue;
    const [baseId, { properties }] = base;
    schemas[id] = { allOf: [refTo(baseId)], ...without(whole, Object.keys(properties)) };
  }
};

/**
 * The schemas of which what is sent and what is answered speak, and both with what has no name in its place. What is closed,
 * has limits, or need not be sent though each answer has it, has two forms; that to send ends in `Input`.
 */
export const bothForms = <Sent, Answered>(names: Names, sends: Sent, answers: Answered) => {
  const sent = written(names, 'input');
  const answered = Object.fromEntries(
    Object.entries(written(names, 'output')).map(([id, schema]) => [id, open(schema)]),
  );
  const isSent = reachedFrom(sends, sent);
  const isAnswered = reachedFrom(answers, answered);
  const twofold = twofoldOf(
    [...isSent].filter((id) => isAnswered.has(id)),
    sent,
    answered,
  );
  const toSend = <Part>(part: Part): Part =>
    JSON.parse(JSON.stringify(part), (key, value) =>
      key === '$ref' && twofold.has(idIn(value)) ? `${value}Input` : value,
    ) as Part;

  const schemas: Record<string, Json> = {};
  for (const id of isAnswered) schemas[id] = answered[id] ?? {};
  for (const id of isSent) schemas[twofold.has(id) ? `${id}Input` : id] = toSend(sent[id] ?? {});
  mapDiscriminators(schemas);
  shareAmongVariants(schemas);
  sayAsMore(schemas);
  const named = Object.entries(schemas).filter(([id]) => !id.startsWith(ASIDE));
  const inOrder = named.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    schemas: inPlace(Object.fromEntries(inOrder), schemas),
    sends: inPlace(toSend(sends), schemas),
    answers: inPlace(answers, schemas),
  };
};
