// Can a tool read what the API says of itself? The document as programs take it: paths, patterns, names, and how long it is.
import { expect, test } from 'vitest';
import { API_ROUTES, ROUTES } from '../../../functions/contracts/api.ts';
import { openApi } from '../../../functions/contracts/open-api.ts';

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security?: Json[];
  parameters?: Json[];
  requestBody?: Json;
  responses: Record<string, { headers?: Json }>;
};

const document = JSON.parse(JSON.stringify(openApi())) as {
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, Json>>;
};
const operations = Object.values(document.paths).flatMap((each) => Object.values(each));

/** Every object in it, with the way to it. */
const objectsIn = (value: unknown, path: string[] = []): { path: string[]; node: Json }[] => {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.entries(value).flatMap(([step, inner]) =>
    objectsIn(inner, [...path, step]),
  );
  return Array.isArray(value) ? within : [{ path, node: value as Json }, ...within];
};
const all = objectsIn(document);

test('no two paths are the same one with other names for its parts', () => {
  const paths = new Set(API_ROUTES.map(({ path }) => path));
  const shapes = new Set([...paths].map((path) => path.replaceAll(/\{\w+\}/g, '{}')));
  expect(paths.size).toBe(shapes.size);
});

test('every pattern means the same to all engines, and some text matches it', () => {
  const patterns = all.flatMap(({ node }) =>
    typeof node.pattern === 'string' ? [node.pattern] : [],
  );
  const samples = [
    'BC-UBND',
    'báo cáo.pdf',
    'org_son-trung',
    'rpt_1',
    'sbm_1',
    'dlv_1',
    `upl_${'0'.repeat(26)}`,
    '0'.repeat(64),
    `"${'0'.repeat(64)}"`,
    '"7"',
    'H99.10.01',
  ];
  expect(patterns.length).toBeGreaterThan(10);
  for (const pattern of new Set(patterns)) {
    // Classes of characters, and letters beyond a byte by number, are what engines differ in.
    expect(pattern).not.toMatch(/\\[pPuk]|\(\?|^\/|\/\w*$/);
    expect(
      samples.some((sample) => new RegExp(pattern, 'u').test(sample)),
      pattern,
    ).toBe(true);
  }
});

test('whatever it speaks of is there, and nothing else', () => {
  const spoken = new Set(
    all.flatMap(({ node }) => (typeof node.$ref === 'string' ? [node.$ref] : [])),
  );
  const there = Object.entries(document.components)
    .filter(([kind]) => kind !== 'securitySchemes')
    .flatMap(([kind, parts]) => Object.keys(parts).map((name) => `#/components/${kind}/${name}`));
  expect([...spoken].toSorted()).toEqual(there.toSorted());
});

test('every object and every choice of words has a name, as a person would give it', () => {
  const nameless = all.filter(({ path, node }) => {
    const isNamed = path.length === 3 && path[0] === 'components' && path[1] === 'schemas';
    return !isNamed && ('enum' in node || (node.type === 'object' && 'properties' in node));
  });
  expect(nameless.map(({ path }) => path.join('.'))).toEqual([]);
  const names = Object.keys(document.components.schemas ?? {});
  expect(names.filter((name) => !/^[A-Z][A-Za-z]*[a-z]$|^Sha256(Input)?$/.test(name))).toEqual([]);
  const longest = Math.max(...names.map((name) => name.length));
  expect(longest).toBeLessThan(40);
});

/** The schemas of which parts of the document speak, and those of which these speak. */
const spokenOf = (parts: unknown[]): Set<string> => {
  const reached = new Set<string>();
  const asked = [...parts];
  for (const part of asked) {
    for (const { node } of objectsIn(part)) {
      const [, id] = String(node.$ref).match(/^#\/components\/schemas\/(\w+)$/) ?? [];
      if (id === undefined || reached.has(id)) continue;
      reached.add(id);
      asked.push(document.components.schemas?.[id]);
    }
  }
  return reached;
};
const sent = spokenOf([
  document.components.parameters,
  ...operations.map(({ parameters, requestBody }) => [parameters, requestBody]),
]);
const answered = spokenOf([
  document.components.responses,
  ...operations.map(({ responses }) => responses),
]);

test('what is sent and answered has one form, so that what was read can be sent as it is', () => {
  const both = [...sent].filter((id) => answered.has(id));
  expect(both).toEqual(expect.arrayContaining(['Block', 'Attachment', 'ApprovalRound']));
  const { ReportContent, ReportContentInput, Block } = document.components.schemas as Json;
  // Each answer has what need not be sent; besides, they are the same.
  expect(ReportContent).toMatchObject({
    allOf: [{ $ref: '#/components/schemas/ReportContentInput' }],
    required: expect.arrayContaining(['attachments']),
  });
  expect(Object.keys(ReportContent as Json)).toEqual(['allOf', 'required']);
  expect((ReportContentInput as Json).required).not.toContain('attachments');
  expect((ReportContentInput as Json).additionalProperties).toBe(false);
  expect(Block).toBeDefined();
  const inputs = Object.keys(document.components.schemas ?? {}).filter((id) => /Input$/.test(id));
  expect(inputs).toEqual(['ReportContentInput']);
});

test('what is only answered is open and has no limits', () => {
  const limits = [
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'minimum',
    'maximum',
    'pattern',
  ];
  const only = [...answered].filter((id) => !sent.has(id));
  expect(only).toEqual(expect.arrayContaining(['Report', 'Submission', 'Issue']));
  const narrow = objectsIn(only.map((id) => document.components.schemas?.[id])).filter(
    ({ node }) =>
      node.additionalProperties === false ||
      limits.some((limit) => limit in node && typeof node[limit] !== 'object'),
  );
  expect(narrow.map(({ node }) => node)).toEqual([]);
});

test('the variants of a union are told apart by a word, and each word leads to one', () => {
  const unions = all.flatMap(({ node }) => ('oneOf' in node ? [node] : []));
  const untold = unions.filter(({ oneOf, discriminator }) => {
    const { mapping = {} } = (discriminator ?? {}) as { mapping?: Json };
    return new Set(Object.values(mapping)).size !== (oneOf as unknown[]).length;
  });
  // Whether a file is known is yes or no; a discriminator is a word.
  expect(untold).toEqual([document.components.schemas?.KnownFile]);
});

test('each operation says what it is for and which function answers it, and every function is described', () => {
  const functions = new Set(document.tags.map(({ name }) => name));
  for (const { operationId, tags, summary } of operations) {
    expect(summary, operationId).toBeTruthy();
    expect(
      tags.every((tag) => functions.has(tag)),
      operationId,
    ).toBe(true);
  }
});

test('the pages of a list say how long they are, unless somebody says it', () => {
  expect(document.components.parameters?.limit?.schema).toEqual({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 50,
  });
});

test('whoever must say a revision is told it by an ETag', () => {
  const tagged = operations.filter(({ responses }) =>
    Object.values(responses).some(({ headers }) => headers !== undefined && 'ETag' in headers),
  );
  expect(tagged.map(({ operationId }) => operationId)).toEqual(
    expect.arrayContaining(['readReport', 'saveReport', 'readPerson', 'readOrganization']),
  );
});

test('every press of somebody who is signed in has a key, so that it can be sent again', () => {
  const presses = Object.values(document.paths).flatMap(({ post }) => (post ? [post] : []));
  const without = presses.filter(
    ({ parameters = [], security }) =>
      security === undefined &&
      !parameters.some(({ $ref }) => $ref === '#/components/parameters/Idempotency-Key'),
  );
  expect(without.map(({ operationId }) => operationId)).toEqual([]);
});

test('each operation says how it may refuse: by itself, or with all that ask for the same', () => {
  const { ProblemCode } = document.components.schemas as Record<string, { enum: string[] }>;
  const problem = String(document.components.responses?.Problem?.description);
  const byAsked = new Map(
    [...problem.matchAll(/one with (?:a )?([\w-]+): ([\w, ]+)/g)].map(
      ([, asked = '', codes = '']) => [asked, codes.split(', ')],
    ),
  );
  expect(byAsked.get('personId')).toContain('person_not_found');
  const listed = new Map(
    operations.map(({ operationId, description, parameters = [], requestBody }) => {
      const [, own = ''] = description.match(/^Refuses: (.*)$/) ?? [];
      if (own === '') expect(description).toBe('Refuses nothing else');
      const asks = parameters.map(({ $ref, name }) => String($ref ?? name).replace(/^.*[/.]/, ''));
      const shared = [...asks, ...(requestBody ? ['body'] : [])].flatMap(
        (asked) => byAsked.get(asked) ?? [],
      );
      return [operationId, [...own.split(', ').filter(Boolean), ...shared]];
    }),
  );
  for (const routes of Object.values(ROUTES)) {
    for (const [operationId, { refuses }] of Object.entries(
      routes as Record<string, { refuses: readonly string[] }>,
    )) {
      const said = listed.get(operationId) ?? [];
      expect(said, operationId).toEqual(expect.arrayContaining([...refuses]));
      expect(ProblemCode?.enum, operationId).toEqual(expect.arrayContaining(said));
    }
  }
  expect(listed.get('beginWithReport')).toEqual(['report_not_found']);
});

test('what several have is said once: what each variant of a union is, and what is another with more', () => {
  const { DeliveryBase, ReceivedDelivery, PersonAtWork } = document.components.schemas as Record<
    string,
    { properties: Json; required?: string[]; allOf?: Json[] }
  >;
  expect(DeliveryBase?.required).toContain('reportId');
  expect(ReceivedDelivery?.allOf).toEqual([{ $ref: '#/components/schemas/DeliveryBase' }]);
  expect(Object.keys(ReceivedDelivery?.properties ?? {})).not.toContain('reportId');
  expect(ReceivedDelivery?.required).toContain('status');
  expect(PersonAtWork?.allOf).toEqual([{ $ref: '#/components/schemas/PersonRecord' }]);
  expect(Object.keys(PersonAtWork?.properties ?? {})).toEqual(['waiting', 'hasMore']);
});

test('it is short enough to be read: 150 KB of 94 operations, and no more for each that comes', () => {
  // Without names it had 565 KB: who opens that, reads nothing.
  const bytes = Buffer.byteLength(JSON.stringify(document));
  expect(bytes / operations.length).toBeLessThanOrEqual((150 * 1024) / 94);
});
