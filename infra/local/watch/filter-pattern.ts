// Does a line of a log fit a metric filter? CloudWatch Logs' patterns for lines that are JSON: `{ ($.a = "b*") && ($.c = 1) }`.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
import { LocalStackError } from '../this-machine/local-stack-error.ts';

type Line = (line: unknown) => boolean;

const TOKEN =
  /\s*(?:(\(|\)|&&|\|\||!=|>=|<=|=|>|<)|(\$(?:\.[\w-]+)+)|"((?:[^"\\]|\\.)*)"|([^\s()&|=<>!"]+))/y;

type Token = { sign?: string; selector?: string; text?: string; bare?: string };

const tokensOf = (pattern: string): Token[] => {
  const inner = /^\s*\{(.*)\}\s*$/s.exec(pattern)?.[1];
  if (inner === undefined) throw new LocalStackError(`Only patterns of JSON: ${pattern}`);
  const tokens: Token[] = [];
  const reading = new RegExp(TOKEN);
  for (let read = 0; inner.slice(read).trim() !== ''; read = reading.lastIndex) {
    reading.lastIndex = read;
    const [, sign, selector, text, bare] = reading.exec(inner) ?? [];
    const token = { sign, selector, text: text?.replace(/\\(.)/g, '$1'), bare };
    if (Object.values(token).every((part) => part === undefined)) {
      throw new LocalStackError(`The filter pattern ${pattern} is not understood here.`);
    }
    tokens.push(
      Object.fromEntries(Object.entries(token).filter(([, part]) => part !== undefined)) as Token,
    );
  }
  return tokens;
};

/** `$.details.name` of a line; only a value, for a pattern never fits a list or an object. */
const valueAt = (selector: string, line: unknown): string | number | undefined => {
  const found = selector
    .split('.')
    .slice(1)
    .reduce<unknown>(
      (value, field) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[field]
          : undefined,
      line,
    );
  return typeof found === 'string' || typeof found === 'number' ? found : undefined;
};

/** An asterisk stands for anything at the beginning and at the end; within, it is an asterisk. */
const isLike = (wanted: string, value: string): boolean => {
  const [before, after] = [wanted.startsWith('*'), wanted.length > 1 && wanted.endsWith('*')];
  const text = wanted.slice(before ? 1 : 0, after ? -1 : undefined);
  if (before && after) return value.includes(text);
  if (before) return value.endsWith(text);
  return after ? value.startsWith(text) : value === text;
};

const COMPARED: Record<string, (one: number, other: number) => boolean> = {
  '=': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
};

const comparison = (selector: string, sign: string, { text, bare }: Token): Line => {
  const wanted = text ?? bare;
  const compare = COMPARED[sign];
  if (wanted === undefined || !compare) throw new LocalStackError(`${selector} ${sign} what?`);
  const number = text === undefined ? Number(wanted) : Number.NaN;
  return (line) => {
    const value = valueAt(selector, line);
    if (value === undefined) return false;
    if (typeof value === 'number') return compare(value, Number(wanted));
    if (!Number.isNaN(number)) return false;
    if (sign === '=') return isLike(wanted, value);
    return sign === '!=' && !isLike(wanted, value);
  };
};

/** Reads a pattern; `&&` binds before `||`. What is not understood is refused. */
export const filterPattern = (pattern: string): Line => {
  const tokens = tokensOf(pattern);
  const takeSign = (sign: string): boolean => {
    if (tokens[0]?.sign !== sign) return false;
    tokens.shift();
    return true;
  };
  const one = (): Line => {
    if (takeSign('(')) {
      const inner = some();
      if (!takeSign(')')) throw new LocalStackError(`A bracket stays open in ${pattern}`);
      return inner;
    }
    const [{ selector } = {}, { sign } = {}, wanted] = tokens.splice(0, 3);
    if (selector === undefined || sign === undefined || wanted === undefined) {
      throw new LocalStackError(`The filter pattern ${pattern} is not understood here.`);
    }
    return comparison(selector, sign, wanted);
  };
  const all = (): Line => {
    const parts = [one()];
    while (takeSign('&&')) parts.push(one());
    return (line) => parts.every((part) => part(line));
  };
  const some = (): Line => {
    const parts = [all()];
    while (takeSign('||')) parts.push(all());
    return (line) => parts.some((part) => part(line));
  };
  const whole = some();
  if (tokens.length > 0) throw new LocalStackError(`Something is left over in ${pattern}`);
  return whole;
};
