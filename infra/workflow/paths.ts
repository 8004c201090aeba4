// Where does a state find what it reads, and where does its answer go? To places in the execution's data, which the
// compiler knows by the schema of the data: a name that is not there does not compile.
import { Condition, JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import * as z from 'zod';

/** Where a value of this kind lies. */
export type From<Value> = { readonly gives: Value };
/** Where a value of this kind may be put. */
export type Into<Value> = { readonly takes: (value: Value) => void };

/** A place, said as `$.document.pdfKey`. What it gives and takes the compiler alone knows. */
export class Path<Value> implements From<Value>, Into<Value> {
  declare readonly gives: Value;
  declare readonly takes: (value: Value) => void;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  toString(): string {
    return this.#path;
  }
}

/** What has no parts that could be read by themselves. */
type Whole = string | number | boolean | null | readonly unknown[];

/** A place and, under their names, the places in it. */
export type PathTo<Value> = Path<Value> &
  (Value extends Whole ? unknown : { readonly [Name in keyof Value]: PathTo<Value[Name]> });

/** The places in data of this schema; unless said otherwise they are the whole data of the execution, `$`. */
export const pathsInto = <Schema extends z.core.$ZodType>(
  schema: Schema,
  here = '$',
): PathTo<z.output<Schema>> => {
  const parts =
    schema instanceof z.ZodObject
      ? Object.entries(schema.shape).map(([name, part]) => [
          name,
          pathsInto(part, `${here}.${name}`),
        ])
      : [];
  return Object.assign(new Path(here), Object.fromEntries(parts)) as PathTo<z.output<Schema>>;
};

/** The names of what lies there, none of what has no parts. */
export const partsOf = (path: object): string[] => Object.keys(path);

/** What lies there, as CDK wants it said among what is handed on. */
export const read = (path: From<unknown>): string => JsonPath.stringAt(String(path));

/** Does this word lie there? */
export const says = <Word extends string>(path: From<Word>, word: NoInfer<Word>): Condition =>
  Condition.stringEquals(String(path), word);

/** As the machine counts; the sum can be read where it is said, and lies nowhere. */
export const oneMoreThan = (path: From<number>): From<number> =>
  new Path<number>(`States.MathAdd(${String(path)}, 1)`);
