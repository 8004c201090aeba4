// Is the state machine well formed, and does every way through it lead somewhere? As the template has it.
import { isDeepStrictEqual } from 'node:util';
import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Started } from '../../functions/contracts/hand-offs.ts';
import { REFUSAL_CODES } from '../../functions/domain/refusal.ts';
import { synthesize } from './synthesized.ts';

const Catcher = z.object({
  ErrorEquals: z.array(z.string()),
  Next: z.string(),
  ResultPath: z.string().nullish(),
});
const Template = z.record(z.string(), z.unknown());
const State = z.looseObject({
  Type: z.string(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z
    .array(
      z.looseObject({
        Next: z.string(),
        Variable: z.string().optional(),
        IsPresent: z.literal(true).optional(),
      }),
    )
    .default([]),
  Parameters: Template.optional(),
  ResultSelector: Template.optional(),
  ResultPath: z.string().nullish(),
  ItemSelector: Template.default({}),
  Retry: z
    .array(z.object({ ErrorEquals: z.array(z.string()), MaxAttempts: z.number() }))
    .default([]),
  Catch: z.array(Catcher).default([]),
  ItemProcessor: z.object({ StartAt: z.string(), States: Template }).optional(),
});
type State = z.infer<typeof State>;
const Definition = z.object({ StartAt: z.string(), States: z.record(z.string(), State) });
const Machine = z.object({
  DefinitionString: z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
  LoggingConfiguration: z.object({ IncludeExecutionData: z.boolean() }),
});

const [resource] = synthesize().all('AWS::StepFunctions::StateMachine');
const machine = Machine.parse(resource);
const [separator, parts] = machine.DefinitionString['Fn::Join'];
const FUNCTION = 'arn:aws:lambda:ap-southeast-1:000000000000:function:';
/** References become what they would be when deployed; the name of a function is in its logical id. */
const text = parts.map((part) => {
  if (typeof part === 'string') return part;
  const [id] =
    z.looseObject({ 'Fn::GetAtt': z.array(z.string()) }).safeParse(part).data?.['Fn::GetAtt'] ?? [];
  return id === undefined ? 'aws' : `${FUNCTION}${id}`;
});
const json: unknown = JSON.parse(text.join(separator));
const { StartAt, States } = Definition.parse(json);
const within = Object.values(States).flatMap(({ ItemProcessor }) =>
  ItemProcessor ? [ItemProcessor.States] : [],
);
const states = new Map(
  [States, ...within]
    .flatMap((part) => Object.entries<unknown>(part))
    .map(([name, state]) => [name, State.parse(state)]),
);
const tasks = [...states].filter(([, { Type }]) => Type === 'Task');

/** Where a failure of this state leads. */
const onFailure = (name: string) =>
  states.get(name)?.Catch.find(({ ErrorEquals }) => ErrorEquals.includes('States.ALL'))?.Next;

test('the definition passes asl-validator', () => {
  const { isValid, errorsText } = validate(json);
  expect(errorsText('\n')).toBe('');
  expect(isValid).toBe(true);
});

/**
 * What to do when it is another: an execution may go by the one that was deployed. Then
 * `npx vitest run tests/infra/machine.test.ts -u` writes the new one down.
 */
const KEEP_THE_ONE_BEFORE =
  'if the machine before was deployed, copy it to earlier-machines under its last day (infra/README.md)';

test('the machine is the one that is written down, which is kept when it changes', async () => {
  const written = JSON.stringify(
    json,
    // Most changes of these are another code, which an earlier machine leads to its clerk.
    (name, value) =>
      name === 'ErrorEquals' && isDeepStrictEqual(value, [...REFUSAL_CODES]) ? 'refusals' : value,
    1,
  ).replace(/"arn:[^"]*:function:([a-z]+)[0-9A-F]{8}"/g, '"function:$1"');

  expect(written).not.toContain(FUNCTION);
  await expect(`${written}\n`).toMatchFileSnapshot(
    '../fixtures/present-machine.json',
    KEEP_THE_ONE_BEFORE,
  );
});

test('every state has a name that fits CloudWatch', () => {
  for (const name of states.keys()) expect(name).toMatch(/^[\x20-\x7e]{1,80}$/);
});

test('only what may pass by itself is tried again', () => {
  for (const [name, { Retry }] of tasks) {
    const errors = Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
    expect(errors, name).toContain('Unavailable');
    expect(
      errors.filter((error) => error.startsWith('States.')),
      name,
    ).toEqual([]);
  }
});

/** What Step Functions hears when a function's process ends in the middle of its work, from Lambda or in Lambda's place. */
const CRASHES = [
  'Runtime.ExitError',
  'Runtime.OutOfMemory',
  'Runtime.UnhandledPromiseRejection',
  'Lambda.Unknown',
];

test.each(CRASHES)('a function that crashes (%s) is tried three times in all', (crash) => {
  for (const [name, { Retry }] of tasks) {
    const again = Retry.filter(({ ErrorEquals }) => ErrorEquals.includes(crash));
    expect(
      again.map(({ MaxAttempts }) => MaxAttempts),
      name,
    ).toEqual([2]);
  }
});

test('a bundle that does not start is not tried again', () => {
  const errors = tasks.flatMap(([, { Retry }]) => Retry.flatMap(({ ErrorEquals }) => ErrorEquals));
  for (const mistake of ['Runtime.ImportModuleError', 'Runtime.HandlerNotFound'])
    expect(errors).not.toContain(mistake);
});

test('nothing waits for ever', () => {
  for (const [name, state] of tasks) {
    expect(state.TimeoutSeconds ?? state.TimeoutSecondsPath, name).toBeDefined();
  }
});

const questions = tasks.filter(([, { Resource }]) => String(Resource).endsWith('waitForTaskToken'));

test('what people do not answer in time leads to a reminder and back to the same question', () => {
  expect(questions.map(([name]) => name)).toHaveLength(3);
  for (const [name, { Catch }] of questions) {
    const reminder = Catch.find(({ ErrorEquals }) => ErrorEquals.includes('States.Timeout'))?.Next;
    expect(states.get(reminder ?? '')?.Next, name).toBe(name);
  }
});

describe.each([
  'Prepare the submission',
  'Render the page to decide on',
  'Ask the people of this round',
])('while people are being asked, in "%s"', (name) => {
  test('a refusal, whatever it is called, hands the report back to its drafter', () => {
    const refused = states.get(name)?.Catch.find(({ Next }) => Next === 'Hand back to the drafter');
    expect(refused?.ErrorEquals).toEqual([...REFUSAL_CODES]);
  });

  test('what nobody foresaw ends the turn, which the clerk is shown, and takes nobody’s agreement away', () => {
    expect(onFailure(name)).toBeUndefined();
  });
});

describe.each([
  'Render the page once more',
  "Try the signer's key",
  "Try the agency's key",
  'Reserve number and date',
])('when all have agreed, in "%s"', (name) => {
  test('a refusal, whatever it is called, hands the report back to its drafter', () => {
    const [first] = states.get(name)?.Catch ?? [];
    expect(first?.Next).toBe('Hand back to the drafter');
    expect(first?.ErrorEquals).toEqual([...REFUSAL_CODES]);
  });

  test('what nobody foresaw waits for the clerk, and nobody has agreed in vain', () => {
    expect(onFailure(name)).toBe('Begin to wait for the clerk');
  });
});

test('what the clerk lets go on without a number is tried as before, then numbered', () => {
  const { Choices, Default } = states.get('What did the clerk choose?') ?? {};
  expect(Choices?.at(-1)?.Next).toBe('Render the page once more');
  // Which only what has been prepared can be.
  expect(Default).toBe('Prepare the submission');
});

test.each([
  'Render with number and date',
  'Sign',
  'Ask the clerk to seal',
  'Seal',
  'Store the files write-once',
  'Complete the register',
  'Deliver to every recipient',
])('a failure in "%s" waits for the clerk to resume or give up', (name) => {
  expect(onFailure(name)).toBe('Begin to wait for the clerk');
  expect(states.get('Begin to wait for the clerk')?.Next).toBe(
    'Wait for the clerk to resume or give up',
  );
});

test('every question begins with a patience of its own, and grows it with its reminders', () => {
  for (const [name, { TimeoutSecondsPath }] of questions) {
    expect(TimeoutSecondsPath, name).toBe('$.patience');
  }
  expect(states.get('Begin to wait for the seal')).toMatchObject({
    InputPath: '$.remindAfterSeconds',
    ResultPath: '$.patience',
  });
  // What failed may be the state that would have said how long the office waits.
  expect(states.get('Begin to wait for the clerk')).toMatchObject({
    Result: 14_400,
    ResultPath: '$.patience',
  });
  expect(states.get('Count the round')?.Parameters).toMatchObject({
    'patience.$': '$.remindAfterSeconds',
  });
  const reminders = [
    'Remind them',
    'Remind the clerk to seal',
    'Remind the clerk to resume or give up',
  ];
  for (const name of reminders) expect(states.get(name)?.ResultPath).toBe('$.patience');
});

test('a later turn asks nobody anew about what has its number, only delivers what is issued, and closes what is over', () => {
  const ways = (name: string) =>
    z
      .array(z.looseObject({ StringEquals: z.string().optional(), Next: z.string() }))
      .parse(states.get(name)?.Choices)
      .map(({ StringEquals, Next }) => [StringEquals, Next]);

  expect(states.get('Prepare the submission')?.Next).toBe('How far has it come?');
  expect(ways('How far has it come?')).toEqual([
    ['end', 'Close as decided'],
    ['issue', 'Deliver to every recipient'],
    ['number', 'Reserve number and date'],
  ]);
});

test('what is still owed to a recipient is left to the sweep', () => {
  expect(states.get('Deliver to every recipient')?.Next).toBe('See that everybody has it');
  expect(onFailure('See that everybody has it')).toBe('Tell the drafter how it ended');
});

test('a mail that cannot be sent stops nothing', () => {
  expect(onFailure('Tell the recipient')).toBe('Delivered');
  expect(onFailure('Tell the drafter how it ended')).toBe('Closed');
});

test('the log says which states were entered, and nothing of what they hand on', () => {
  expect(machine.LoggingConfiguration.IncludeExecutionData).toBe(false);
});

describe('the data of an execution', () => {
  /** Places of the data, as `$.page.pdfSha256`. */
  type Data = ReadonlySet<string>;

  const placesOf = (template: object, at: string): string[] =>
    Object.keys(template).map((name) => `${at}.${name.replace(/\.\$$/, '')}`);
  const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}.`);

  /** What a state puts into them, of its own or of an answer. */
  const putBy = ({ Type, Parameters, ResultSelector, ResultPath = '$' }: State): string[] => {
    if (ResultPath === null || Type === 'Choice' || Type === 'Succeed') return [];
    const parts = Type === 'Pass' ? Parameters : ResultSelector;
    return parts === undefined ? [ResultPath] : placesOf(parts, ResultPath);
  };

  const after = (state: State, data: Data): Data => {
    const put = putBy(state);
    const isAnew = put.length > 0 && (state.ResultPath ?? '$') === '$';
    return new Set(isAnew ? put : [...data, ...put]);
  };

  /** Where a choice leads with these data: what is not there is not found present. */
  const chosen = ({ Choices, Default }: State, data: Data): string[] => {
    const isThere = ({ Variable = '' }) => data.has(Variable);
    const sure = Choices.findIndex((rule) => rule.IsPresent && isThere(rule));
    const tried = sure < 0 ? Choices : Choices.slice(0, sure + 1);
    const open = tried.filter((rule) => !rule.IsPresent || isThere(rule)).map(({ Next }) => Next);
    return sure < 0 && Default !== undefined ? [...open, Default] : open;
  };

  const onwards = (state: State, data: Data): [name: string, data: Data][] => {
    const { Next, Catch, ItemProcessor, ItemSelector } = state;
    return [
      ...(Next === undefined ? [] : [[Next, after(state, data)] as [string, Data]]),
      ...chosen(state, data).map((name): [string, Data] => [name, data]),
      ...Catch.map(({ Next: caught, ResultPath }): [string, Data] => [
        caught,
        ResultPath ? new Set([...data, `${ResultPath}.Error`]) : data,
      ]),
      ...(ItemProcessor
        ? [[ItemProcessor.StartAt, new Set(placesOf(ItemSelector, '$'))] as [string, Data]]
        : []),
    ];
  };

  /** All that they can be in each state. */
  const possible = new Map<string, Map<string, Data>>();
  const come = (name: string, data: Data): void => {
    const known = possible.get(name) ?? new Map<string, Data>();
    possible.set(name, known);
    const key = [...data].sort().join(' ');
    const state = states.get(name);
    if (known.has(key) || !state) return;
    known.set(key, data);
    for (const [next, handed] of onwards(state, data)) come(next, handed);
  };
  come(StartAt, new Set(placesOf(Started.shape, '$')));

  /** What stands in this part of a definition, by its name. */
  const saidIn = (part: unknown): [name: string, said: unknown][] =>
    typeof part === 'object' && part !== null
      ? Object.entries(part).flatMap(([name, said]) => [[name, said], ...saidIn(said)])
      : [];

  /** What a state reads; it may ask without harm whether something is there. */
  const readBy = ({ ItemProcessor, Catch, ResultPath, ResultSelector, ...state }: State) =>
    saidIn({ ...state, Choices: state.Choices.filter(({ IsPresent }) => !IsPresent) })
      .filter(([name]) => /(\.\$|Path|^Variable)$/.test(name))
      .flatMap(([name, said]) =>
        (String(said).match(/(?<!\$)\$(\.\w+)+/g) ?? []).map((path) => ({ name, path })),
      );

  test('hold what a state reads, on every way to it', () => {
    expect([...possible.keys()].toSorted()).toEqual([...states.keys()].toSorted());
    const missing = [...states].flatMap(([name, state]) =>
      [...(possible.get(name)?.values() ?? [])].flatMap((data) =>
        readBy(state)
          .filter(({ path }) => ![...data].some((place) => isIn(path, place) || isIn(place, path)))
          .map(({ path }) => `${name}: ${path}`),
      ),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  test('hold nothing that no state reads', () => {
    const read = [...states.values()].flatMap((state) =>
      readBy(state)
        // To hand something on where it was is not to read it.
        .filter(({ name, path }) => state.Type !== 'Pass' || `$.${name}` !== `${path}.$`)
        .map(({ path }) => path),
    );
    const unread = [...states].flatMap(([name, state]) =>
      putBy(state)
        .filter((place) => !read.some((path) => isIn(path, place) || isIn(place, path)))
        .map((place) => `${name}: ${place}`),
    );
    expect(unread).toEqual([]);
  });
});
