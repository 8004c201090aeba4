// What if a later version has stored this, and been taken back since? It is not read in part: what an earlier version wrote
// back would lack the rest. Whatever is stored is read by closed schemas, so it shows where something says more than they know.
import * as z from 'zod';
import { Unavailable } from './refusal.ts';

/** Of what cannot be read: enough to find the mistake. */
const MOST_PROBLEMS = 5;

/** Where something is not as its schema says, and how; never what it is. */
export const wrongIn = ({ issues }: z.core.$ZodError): string =>
  issues
    .slice(0, MOST_PROBLEMS)
    .map(({ path, code }) => `${path.join('.')} ${code}`)
    .join(', ');

/** The same call succeeds as soon as that version is deployed again. It says nothing of what lies beside this one thing. */
export class WrittenLater extends Unavailable {
  constructor(where: string, cause: z.ZodError) {
    super(where, cause);
    this.message = `${where} was written by a later version: ${wrongIn(cause)}`;
  }
}

/** A name, a value or a variant that the schema does not list; what is wrong in another way is damaged. */
const ADDED: z.core.$ZodIssue['code'][] = ['unrecognized_keys', 'invalid_value', 'invalid_union'];

/** What this system has stored, as `read` parses it. WrittenLater, and whatever else that throws. */
export const asWritten = <Thing>(where: string, read: () => Thing): Thing => {
  try {
    return read();
  } catch (error) {
    const saysMore =
      error instanceof z.ZodError && error.issues.some(({ code }) => ADDED.includes(code));
    throw saysMore ? new WrittenLater(where, error) : error;
  }
};
