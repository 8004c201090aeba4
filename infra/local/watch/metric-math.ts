// What does an expression over metrics come to? As much of CloudWatch's metric math as alarms here say: `failed - FILL(foreseen, 0)`.
import { LocalStackError } from '../this-machine/local-stack-error.ts';

/** Undefined: no data. What is reckoned with no data is none. */
type Value = number | undefined;

const TOKEN = /\s*(FILL|[a-z]\w*|\d+(?:\.\d+)?|[-+*/(),])/y;

const tokensOf = (expression: string): string[] => {
  const tokens: string[] = [];
  const reading = new RegExp(TOKEN);
  for (let read = 0; expression.slice(read).trim() !== ''; read = reading.lastIndex) {
    reading.lastIndex = read;
    const [, token] = reading.exec(expression) ?? [];
    if (token === undefined) {
      throw new LocalStackError(`The expression ${expression} is not understood here.`);
    }
    tokens.push(token);
  }
  return tokens;
};

const SIGNS: Record<string, (one: number, other: number) => number> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => one / other,
};

/** `values` by the ids of the metrics that the expression names. */
export const reckon = (expression: string, values: Record<string, Value>): Value => {
  const tokens = tokensOf(expression);
  const expectSign = (sign: string) => {
    if (tokens.shift() !== sign) throw new LocalStackError(`${sign} is missing in ${expression}`);
  };
  const one = (): Value => {
    const token = tokens.shift() ?? '';
    if (token === '(') {
      const inner = sum();
      expectSign(')');
      return inner;
    }
    if (token === 'FILL') {
      expectSign('(');
      const filled = sum();
      expectSign(',');
      const otherwise = sum();
      expectSign(')');
      return filled ?? otherwise;
    }
    if (/^\d/.test(token)) return Number(token);
    if (token in values) return values[token];
    throw new LocalStackError(`${expression} names ${token}, which is no metric of it.`);
  };
  const chain = (part: () => Value, signs: string[]) => (): Value => {
    let value = part();
    while (signs.includes(tokens[0] ?? '')) {
      const sign = SIGNS[tokens.shift() ?? ''];
      const other = part();
      value = sign && value !== undefined && other !== undefined ? sign(value, other) : undefined;
    }
    return value;
  };
  const product = chain(one, ['*', '/']);
  const sum = chain(product, ['+', '-']);
  const whole = sum();
  if (tokens.length > 0) throw new LocalStackError(`Something is left over in ${expression}`);
  return whole;
};
