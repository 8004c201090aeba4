// What does EventBridge do here? Calls functions on the template's schedules, and when a state
// machine's execution changes its status.
import { randomUUID } from 'node:crypto';
import { ACCOUNT, REGION } from '../aws/place.ts';
import type { DeployedRule } from '../template/assembly.ts';
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import { nextOf } from './schedule.ts';

type Json = Record<string, unknown>;

export type AwsEvent = { source: string; 'detail-type': string; resources: string[]; detail: Json };

export type EventBus = {
  /** Hands an event to every rule whose pattern it fits; resolves when the targets have answered. */
  put(event: AwsEvent): Promise<void>;
  /** Fires a scheduled rule now. */
  fire(rule: DeployedRule): Promise<void>;
  stop(): void;
};

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is said within an operator: a text to begin with, or any of these. */
const isAmong = (operand: unknown, value: unknown): boolean =>
  isJson(operand) ? fitsOne(operand, value) : [operand].flat().includes(value);

/** A field that is not there fits `exists: false` and nothing else, not even what must be anything but something. */
const fitsOne = (wanted: unknown, value: unknown): boolean => {
  if (!isJson(wanted)) return wanted === value;
  const [[operator, operand] = ['', undefined]] = Object.entries(wanted);
  if (operator === 'exists') return (value !== undefined) === operand;
  if (operator === 'prefix') return typeof value === 'string' && value.startsWith(String(operand));
  if (operator === 'suffix') return typeof value === 'string' && value.endsWith(String(operand));
  if (operator === 'anything-but') return value !== undefined && !isAmong(operand, value);
  throw new LocalStackError(
    `An event pattern says ${operator}, which the local stack does not know.`,
  );
};

/** EventBridge's rule: every field of the pattern fits; a list in the pattern means any of it, and so does `$or` of fields. */
export const fits = (pattern: Json, event: Json): boolean =>
  Object.entries(pattern).every(([field, wanted]) => {
    if (field === '$or' && Array.isArray(wanted)) {
      return wanted.filter(isJson).some((one) => fits(one, event));
    }
    const value = event[field];
    // What lies within something that is not there is not there either.
    if (!Array.isArray(wanted)) return isJson(wanted) && fits(wanted, isJson(value) ? value : {});
    const values = Array.isArray(value) ? value : [value];
    return wanted.some((one) => values.some((each) => fitsOne(one, each)));
  });

/** `$.detail.status` of an event. */
const at = (path: string, event: Json): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, field) => (isJson(value) ? value[field] : undefined), event);

const transformed = ({ InputPathsMap, InputTemplate }: Json, event: Json): unknown => {
  const paths = isJson(InputPathsMap) ? InputPathsMap : {};
  const text = String(InputTemplate).replace(/"<([\w-]+)>"|<([\w-]+)>/g, (_, quoted, bare) =>
    JSON.stringify(at(String(paths[quoted ?? bare]), event) ?? null),
  );
  return JSON.parse(text);
};

const inputOf = (target: Json, event: Json): unknown => {
  if (target.Input !== undefined) return JSON.parse(String(target.Input));
  if (target.InputPath !== undefined) return at(String(target.InputPath), event);
  if (isJson(target.InputTransformer)) return transformed(target.InputTransformer, event);
  return event;
};

/** The longest time a timer of Node takes; a later moment is waited for in parts. */
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;

/** `invoke` must not throw for what a function does. Targets that are no functions are left out. */
export const startEventBus = (
  rules: () => DeployedRule[],
  invoke: (functionArn: string, event: unknown) => Promise<void>,
): EventBus => {
  const timers = new Map<string, NodeJS.Timeout>();

  const envelope = (event: AwsEvent): Json => ({
    version: '0',
    id: randomUUID(),
    account: ACCOUNT,
    region: REGION,
    time: new Date().toISOString(),
    ...event,
  });
  const deliver = async (rule: DeployedRule, event: Json) => {
    const functions = rule.targets.filter(({ Arn }) => String(Arn).includes(':lambda:'));
    await Promise.all(
      functions.map((target) => invoke(String(target.Arn), inputOf(target, event))),
    );
  };
  const fire = (rule: DeployedRule) =>
    deliver(
      rule,
      envelope({
        source: 'aws.events',
        'detail-type': 'Scheduled Event',
        resources: [rule.arn],
        detail: {},
      }),
    );

  const wait = (rule: DeployedRule, until: number) => {
    const milliseconds = Math.min(until - Date.now(), LONGEST_TIMER_MILLISECONDS);
    const timer = setTimeout(() => {
      if (Date.now() < until) return wait(rule, until);
      wait(rule, nextOf(rule.schedule ?? '', Date.now()));
      void fire(rule);
    }, milliseconds);
    timers.set(rule.name, timer);
  };
  for (const rule of rules()) {
    if (rule.schedule !== undefined) wait(rule, nextOf(rule.schedule, Date.now()));
  }

  return {
    put: async (event) => {
      const whole = envelope(event);
      const interested = rules().filter(({ pattern }) => pattern && fits(pattern, whole));
      await Promise.all(interested.map((rule) => deliver(rule, whole)));
    },
    fire,
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
};
