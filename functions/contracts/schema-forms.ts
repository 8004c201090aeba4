// How is a schema written for others? Once, where it is sent and answered alike; in two forms, where an answer says more or is
// open.
import { z } from '@hono/zod-openapi';
import { isNamedByHand, type Names } from './named-schemas.ts';

export type Json = Record<string, unknown>;

const SCHEMAS = '#/components/schemas/';
const uriOf = (id: string): string => `${SCHEMAS}${id}`;
const idIn = (uri: unknown): string => String(uri).slice(SCHEMAS.length);
export const refTo = (id: string) => ({ $ref: uriOf(id) });

/** What is named so has no name of its own: in the end it stands in its place. */
export const ASIDE = '~';

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

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
  // The names in an object are texts in any case.
  if (isSame(jsonSchema.propertyNames, { type: 'string' })) delete jsonSchema.propertyNames;
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

/** A text that nothing is asked of: its name would say no more than that of the field it stands in. */
const isPlainText = ({ type, format: _, ...more }: Json): boolean =>
  type === 'string' && Object.keys(more).length === 0;

/** A text that may be null is said as one that never had a name. */
const orNull = (node: Json): Json => {
  const { anyOf, ...more } = node;
  const [one, none, ...others] = (anyOf ?? []) as Json[];
  const isText = one && none?.type === 'null' && others.length === 0 && isPlainText(one);
  return isText ? { ...one, ...more, type: ['string', 'null'] } : node;
};

/** Puts what has no name of its own, and plain texts, where they are spoken of. */
const inPlace = <Part>(value: Part, schemas: Record<string, Json>): Part => {
  const put = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(put);
    if (typeof node !== 'object' || node === null) return node;
    const { $ref, ...more } = node as Json;
    const id = $ref === undefined ? '' : idIn($ref);
    const there = schemas[id];
    if (there && (id.startsWith(ASIDE) || isPlainText(there))) return put({ ...there, ...more });
    return orNull(Object.fromEntries(Object.entries(node).map(([key, each]) => [key, put(each)])));
  };
  return put(value) as Part;
};

const rename = <Part>(part: Part, as: (id: string) => string): Part =>
  JSON.parse(JSON.stringify(part), (key, value) =>
    key === '$ref' && String(value).startsWith(SCHEMAS) ? uriOf(as(idIn(value))) : value,
  ) as Part;

/** Of those that are sent and answered: of which an answer always has what need not be sent, or which speak of one of those? */
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

/** An object that has its name only from where it stands, and says the same as one that was named by hand, is that. */
const standIns = (schemas: Record<string, Json>): ((id: string) => string) => {
  const byHand = new Map<string, string>();
  for (const [id, said] of Object.entries(schemas))
    if (said.type === 'object' && isNamedByHand(id)) byHand.set(JSON.stringify(said), id);
  return (id) => (isNamedByHand(id) ? id : (byHand.get(JSON.stringify(schemas[id])) ?? id));
};

const requiredOf = (schema: Json | undefined): string[] => (schema?.required ?? []) as string[];

/** What is asked of each field, whether or not it must be there. */
const fieldsOf = (schema: Json | undefined): Json =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'default' || key === 'required' ? undefined : value,
  );

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

/** Of what type it is, says what has the rest. */
const without = (schema: ObjectSchema, names: string[]): Json => {
  const { type: _, properties: __, required: ___, ...rest } = schema;
  return { ...rest, ...partOf(schema, (name) => !names.includes(name)) };
};

/** Fewer are had in common by chance. */
const MANY = 3;

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

/** What has all that another has, and more, is said to be that, with what it has besides. `unspoken` are others that may be spoken of. */
const sayAsMore = (schemas: Record<string, Json>, unspoken: Record<string, Json>): void => {
  const openOf = (all: Record<string, Json>) =>
    Object.entries(all).filter(
      (entry): entry is [string, ObjectSchema] => isOpenObject(entry[1]) && !('allOf' in entry[1]),
    );
  const objects = openOf(schemas);
  const sizeOf = ({ properties }: ObjectSchema) => Object.keys(properties).length;
  const isMore = (whole: ObjectSchema, base: ObjectSchema): boolean =>
    sizeOf(base) < sizeOf(whole) &&
    Object.keys(base.properties).every((name) => agreeOn(name, base, whole));
  const shared = openOf(unspoken).filter(
    ([, base]) => objects.filter(([, whole]) => isMore(whole, base)).length > 1,
  );
  const bases = [...objects, ...shared]
    .filter(([, base]) => sizeOf(base) >= MANY)
    .toSorted(([, one], [, other]) => sizeOf(other) - sizeOf(one));
  for (const [id, whole] of objects) {
    const [baseId, base] = bases.find(([, each]) => isMore(whole, each)) ?? [];
    if (baseId === undefined || base === undefined) continue;
    schemas[id] = { allOf: [refTo(baseId)], ...without(whole, Object.keys(base.properties)) };
    schemas[baseId] ??= base;
  }
};

/**
 * The schemas of which what is sent and what is answered speak, and both with what has no name in its place.
 *
 * What is sent and answered has one form: it goes back whole, so whoever does not know a field of it must not send the rest.
 * Where each answer has what need not be sent there are two, and that to send ends in `Input`. Whatever is only answered is open.
 */
export const bothForms = <Sent, Answered>(names: Names, sends: Sent, answers: Answered) => {
  const sent = written(names, 'input');
  const always = written(names, 'output');
  const isSent = reachedFrom(sends, sent);
  const shared = [...reachedFrom(answers, always)].filter((id) => isSent.has(id));
  const twofold = twofoldOf(shared, sent, always);
  const asInput = (id: string): string => (twofold.has(id) ? `${id}Input` : id);
  const toSend = <Part>(part: Part): Part => inPlace(rename(part, asInput), sent);

  /** What an answer says under this name, when it is not what is sent. */
  const answered: Record<string, Json> = {};
  for (const [id, schema] of Object.entries(always)) {
    const isText = isPlainText(open(schema));
    if (isSent.has(id) && !twofold.has(id) && !isText) continue;
    const alike = twofold.has(id) && isSame(fieldsOf(sent[id]), fieldsOf(schema));
    const added = requiredOf(schema).filter((name) => !requiredOf(sent[id]).includes(name));
    answered[id] = alike ? { allOf: [refTo(asInput(id))], required: added } : open(schema);
  }
  const inAnswer = <Part>(part: Part): Part => inPlace(part, answered);

  const spoken: Record<string, Json> = {};
  const collect = (part: unknown, isAnswer: boolean): void => {
    for (const id of idsIn(part)) {
      if (id in spoken) continue;
      const own = isAnswer ? answered[id] : undefined;
      const form = own ? inAnswer(own) : toSend(sent[id.replace(/Input$/, '')] ?? {});
      spoken[id] = form;
      collect(form, own !== undefined);
    }
  };
  const asked = toSend(sends);
  const answer = inAnswer(answers);
  collect(asked, false);
  collect(answer, true);

  const nameFor = standIns(spoken);
  const schemas = Object.fromEntries(
    Object.entries(spoken)
      .filter(([id]) => nameFor(id) === id)
      .map(([id, schema]) => [id, rename(schema, nameFor)]),
  );
  mapDiscriminators(schemas);
  shareAmongVariants(schemas);
  sayAsMore(schemas, inAnswer(answered));
  const inOrder = Object.entries(schemas).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    schemas: Object.fromEntries(inOrder),
    sends: rename(asked, nameFor),
    answers: rename(answer, nameFor),
  };
};
