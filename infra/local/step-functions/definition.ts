// Which state machines can run here faithfully? What a definition asks for and the runner cannot
// honour is refused when it is opened, never ignored while it runs.
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';

export type Json = z.infer<ReturnType<typeof z.json>>;

const seconds = z.number().int().nonnegative();
const path = z.string();
const anyState = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
};
const inAndOut = { InputPath: path.nullable().optional(), OutputPath: path.nullable().optional() };
const transition = { Next: z.string().optional(), End: z.literal(true).optional() };
const result = {
  ResultPath: path.nullable().optional(),
  ResultSelector: z.json().optional(),
};

const Retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: seconds.optional(),
  MaxAttempts: z.number().int().nonnegative().optional(),
  BackoffRate: z.number().optional(),
  MaxDelaySeconds: seconds.optional(),
  JitterStrategy: z.enum(['NONE', 'FULL']).optional(),
});

const Catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()),
  Next: z.string(),
  ResultPath: path.nullable().optional(),
});

const recovery = {
  Retry: z.array(Retrier).optional(),
  Catch: z.array(Catcher).optional(),
};

const lambda = /^arn:aws[\w-]*:lambda:/;
const lambdaInvoke = /^arn:aws[\w-]*:states:::lambda:invoke$/;
const lambdaInvokeWithToken = /^arn:aws[\w-]*:states:::lambda:invoke\.waitForTaskToken$/;

/** How a Task calls its function: with its bare input, as `lambda:invoke`, or waiting for a token. */
export const callingOf = (
  resource: string,
): 'direct' | 'invoke' | 'waitForTaskToken' | undefined => {
  if (lambdaInvokeWithToken.test(resource)) return 'waitForTaskToken';
  if (lambdaInvoke.test(resource)) return 'invoke';
  return lambda.test(resource) ? 'direct' : undefined;
};

/** What `lambda:invoke` is told: the function, and what to hand it. */
const LambdaCall = z
  .strictObject({
    FunctionName: z.string().optional(),
    'FunctionName.$': z.string().optional(),
    Payload: z.json().optional(),
    'Payload.$': z.string().optional(),
  })
  .refine((call) => call.FunctionName ?? call['FunctionName.$'], { error: 'no FunctionName' });

const under =
  (field: string, input: unknown) => (issue: { message: string; path: PropertyKey[] }) => ({
    code: 'custom' as const,
    message: issue.message,
    path: [field, ...issue.path],
    input,
  });

const Task = z
  .strictObject({
    Type: z.literal('Task'),
    Resource: z.string().refine((resource) => callingOf(resource) !== undefined, {
      error:
        'only Lambda functions can be called: directly, by lambda:invoke, or with a task token',
    }),
    Parameters: z.json().optional(),
    TimeoutSeconds: z.number().int().positive().optional(),
    TimeoutSecondsPath: path.optional(),
    ...anyState,
    ...inAndOut,
    ...transition,
    ...result,
    ...recovery,
  })
  .check((task) => {
    if (callingOf(task.value.Resource) === 'direct') return;
    const call = LambdaCall.safeParse(task.value.Parameters);
    if (!call.success) task.issues.push(...call.error.issues.map(under('Parameters', task.value)));
  });

const Pass = z.strictObject({
  Type: z.literal('Pass'),
  Parameters: z.json().optional(),
  Result: z.json().optional(),
  ResultPath: path.nullable().optional(),
  ...anyState,
  ...inAndOut,
  ...transition,
});

const Wait = z.strictObject({
  Type: z.literal('Wait'),
  Seconds: seconds.optional(),
  SecondsPath: path.optional(),
  Timestamp: z.string().optional(),
  TimestampPath: path.optional(),
  ...anyState,
  ...inAndOut,
  ...transition,
});

const Choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(z.looseObject({ Next: z.string(), Assign: z.never().optional() })),
  Default: z.string().optional(),
  ...anyState,
  ...inAndOut,
});

const Succeed = z.strictObject({ Type: z.literal('Succeed'), ...anyState, ...inAndOut });

const Fail = z.strictObject({
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  ErrorPath: z.string().optional(),
  Cause: z.string().optional(),
  CausePath: z.string().optional(),
  ...anyState,
});

/** States that run together inside one state: a branch of a Parallel, the processor of a Map. */
export type Branch = { StartAt: string; States: Record<string, State> };

const branch: z.ZodType<Branch> = z.lazy(() =>
  z.strictObject({
    Comment: z.string().optional(),
    QueryLanguage: z.literal('JSONPath').optional(),
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE').optional() }).optional(),
    StartAt: z.string(),
    States: z.record(z.string(), State),
  }),
);

const Parallel = z.strictObject({
  Type: z.literal('Parallel'),
  Branches: z.array(branch),
  Parameters: z.json().optional(),
  ...anyState,
  ...inAndOut,
  ...transition,
  ...result,
  ...recovery,
});

const MapOver = z.strictObject({
  Type: z.literal('Map'),
  ItemProcessor: branch.optional(),
  Iterator: branch.optional(),
  ItemsPath: path.optional(),
  ItemSelector: z.json().optional(),
  Parameters: z.json().optional(),
  MaxConcurrency: z.number().int().nonnegative().optional(),
  MaxConcurrencyPath: path.optional(),
  ...anyState,
  ...inAndOut,
  ...transition,
  ...result,
  ...recovery,
});

const State = z.discriminatedUnion('Type', [
  Task,
  Pass,
  Wait,
  Choice,
  Succeed,
  Fail,
  Parallel,
  MapOver,
]);

const Definition = z.strictObject({
  Comment: z.string().optional(),
  Version: z.string().optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
  TimeoutSeconds: z.number().int().positive().optional(),
  StartAt: z.string(),
  States: z.record(z.string(), State),
});

export type Retrier = z.infer<typeof Retrier>;
export type Catcher = z.infer<typeof Catcher>;
export type State = z.infer<typeof State>;
export type StateOf<Type extends State['Type']> = Extract<State, { Type: Type }>;
export type Definition = z.infer<typeof Definition>;

/** What was found sound, as JSON: asl-validator compiles its schemas anew for each judgement, a tenth of a second of a processor. */
const SOUND = new Set<string>();

/** The definition, checked against the language and against what the runner honours; throws one sentence. */
export const readDefinition = (definition: unknown): Definition => {
  const read = Definition.safeParse(definition);
  if (!read.success) {
    const complaints = read.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
    throw new Error(`This state machine cannot be run here: ${complaints.join('; ')}.`);
  }
  const foreign = contextPathsIn(definition).find((reference) => !knownContext.test(reference));
  if (foreign !== undefined) {
    throw new Error(`This state machine cannot be run here: it reads ${foreign} of the context.`);
  }
  const text = JSON.stringify(definition);
  try {
    // The package's constructor runs asl-validator, which looks for ways that lead nowhere and
    // malformed paths, and writes its defaults into what it is given.
    if (!SOUND.has(text)) new StateMachine(JSON.parse(text) as StateMachineDefinition);
    SOUND.add(text);
  } catch (error) {
    const complaint =
      error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error);
    throw new Error(`This state machine cannot be run here: ${complaint}.`, { cause: error });
  }
  return read.data;
};

const knownContext = /^\$\$\.(Execution|State|StateMachine|Task|Map)(\.|$)/;

/** Every path into the context object that the definition reads, alone or within an intrinsic. */
const contextPathsIn = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return /^(\$\$|States\.)/.test(value) ? (value.match(/\$\$[\w.[\]'"]*/g) ?? []) : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(contextPathsIn)
    : [];
};
