// How do data pass through a state: paths, templates, intrinsics, choices? aws-local-stepfunctions
// evaluates them, one state at a time in a machine of its own that ends at once; nothing waits in it.
import { ExecutionError, StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import type { Json, State, StateOf } from './definition.ts';
import { StateFailure } from './state-failure.ts';

/** The context object, `$$`, as a state sees it. */
export type Context = {
  Execution: Record<string, Json>;
  State: { Name: string; EnteredTime: string; RetryCount: number };
  StateMachine: { Id: string; Name: string };
  Task?: { Token: string };
  Map?: { Item: { Index: number; Value: Json } };
};

/** A state's input and output may take 256 KiB of UTF-8. */
const PAYLOAD_LIMIT = 262_144;

export const fitsPayload = (value: Json): boolean =>
  Buffer.byteLength(JSON.stringify(value)) <= PAYLOAD_LIMIT;

export const withinLimit = (value: Json, what: string): Json => {
  if (fitsPayload(value)) return value;
  throw new StateFailure(
    'States.DataLimitExceeded',
    `${what} is larger than ${PAYLOAD_LIMIT} bytes.`,
  );
};

/** What the state works on: InputPath, then Parameters. */
export const effectiveInput = (state: State, input: Json, context: Context): Promise<Json> => {
  const parameters = state.Type !== 'Map' && 'Parameters' in state ? state.Parameters : undefined;
  const inputPath = 'InputPath' in state ? state.InputPath : undefined;
  return evaluate(
    { Type: 'Pass', ...pathField('InputPath', inputPath), ...field('Parameters', parameters) },
    input,
    context,
  );
};

/** What the state hands on: ResultSelector, ResultPath over its raw input, OutputPath. */
export const stateOutput = async (
  state: {
    ResultSelector?: Json | undefined;
    ResultPath?: string | null | undefined;
    OutputPath?: string | null | undefined;
  },
  input: Json,
  result: Json,
  context: Context,
): Promise<Json> => {
  const output = await evaluate(
    {
      Type: 'Task',
      Resource: 'result',
      ...field('ResultSelector', state.ResultSelector),
      ...pathField('ResultPath', state.ResultPath),
      ...pathField('OutputPath', state.OutputPath),
    },
    input,
    context,
    result,
  );
  return withinLimit(output, 'The output of the state');
};

export const fillTemplate = (template: Json, input: Json, context: Context): Promise<Json> =>
  evaluate({ Type: 'Pass', Parameters: template }, input, context);

/** The value of a path or an intrinsic. */
export const readPath = async (path: string, input: Json, context: Context): Promise<Json> => {
  const filled = await fillTemplate({ 'value.$': path }, input, context);
  return (filled as { value: Json }).value;
};

/** The value of a path that must lead to a whole number of at least `least`. */
export const readWholeNumber = async (
  path: string,
  input: Json,
  context: Context,
  least = 0,
): Promise<number> => {
  const value = await readPath(path, input, context);
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw new StateFailure(
    'States.Runtime',
    `${path} does not lead to a whole number from ${least} on.`,
  );
};

/** Which way a Choice goes, and with what. Fails with States.NoChoiceMatched. */
export const chooseNext = async (
  state: StateOf<'Choice'>,
  input: Json,
  context: Context,
): Promise<{ next: string; output: Json }> => {
  const targets = [...state.Choices.map(({ Next }) => Next), state.Default].filter(
    (target) => target !== undefined,
  );
  // Each way out is a state that tells its own name beside the data.
  const ways = targets.map((target) => [
    `to ${target}`,
    { Type: 'Pass', Parameters: { next: target, 'output.$': '$' }, End: true },
  ]);
  const choice = {
    Type: 'Choice',
    Choices: state.Choices.map((rule) => ({ ...rule, Next: `to ${rule.Next}` })),
    ...(state.Default !== undefined && { Default: `to ${state.Default}` }),
    ...pathField('InputPath', state.InputPath),
    ...pathField('OutputPath', state.OutputPath),
  };
  const chosen = await run({ choice, ...Object.fromEntries(ways) }, 'choice', input, context);
  return chosen as { next: string; output: Json };
};

/** Leaves out what says nothing. `$` says nothing either, and the package takes it for a key. */
const pathField = (name: string, path: string | null | undefined): object =>
  path === undefined || path === '$' ? {} : { [name]: path };

const field = (name: string, value: Json | undefined): object =>
  value === undefined ? {} : { [name]: value };

const evaluate = (state: object, input: Json, context: Context, result?: Json): Promise<Json> =>
  run({ state: { ...state, End: true } }, 'state', input, context, result);

const run = async (
  states: object,
  startAt: string,
  input: Json,
  { Execution, ...context }: Context,
  result: Json = null,
): Promise<Json> => {
  const machine = new StateMachine(
    { StartAt: startAt, States: redirected(states) } as unknown as StateMachineDefinition,
    { validationOptions: { noValidate: true } },
  );
  try {
    return await machine.run(input, {
      context: { ...context, [OUTER]: Execution },
      overrides: { taskResourceLocalHandlers: { state: () => result } },
    }).result;
  } catch (thrown) {
    const cause = thrown instanceof ExecutionError ? thrown.cause : thrown;
    if (cause instanceof Error && cause.name.startsWith('States.')) {
      throw new StateFailure(cause.name, cause.message);
    }
    throw cause;
  }
};

/** The package writes its own `$$.Execution`, of one state: the real one is given under another name. */
const OUTER = 'OuterExecution';

const redirected = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string') {
    return /(\.\$|Path|^Variable)$/.test(key)
      ? value.replaceAll('$$.Execution', `$$$$.${OUTER}`)
      : value;
  }
  if (Array.isArray(value)) return value.map((item) => redirected(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, redirected(inner, name)]),
  );
};
