// How does a command read what it is given: a file, JSON, a report?
import * as z from 'zod';
import { fromPlainShape } from '../../document/plain-shape.ts';
import type { Issuing } from '../../document/printed-form.ts';
import { ReportContent } from '../../domain/content/report-content.ts';
import { read } from './files.ts';
import { Refused } from './refused.ts';

/** Some editors begin a file with its byte order mark. */
const withoutMark = (text: string) => text.replace(/^\uFEFF/u, '');

export const readJson = (path: string): unknown => {
  try {
    return JSON.parse(withoutMark(read(path).toString('utf8')));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(1, `${path}: is not JSON`);
  }
};

/** The field and what is wrong with it; a field that should not be there is named too. */
const linesOf = (issue: z.core.$ZodIssue): string[] => {
  const at = issue.path.map(String);
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => `${[...at, key].join('.')}: is no field of a report`)
    : [`${at.join('.') || 'the report'}: ${issue.message}`];
};

/** Our own schema, or the plain shape, which is known by its `body`. */
export const readReport = (path: string): { content: ReportContent; issuing: Issuing | null } => {
  const value = readJson(path);
  try {
    const plain = typeof value === 'object' && value !== null && 'body' in value;
    return plain ? fromPlainShape(value) : { content: ReportContent.parse(value), issuing: null };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const lines = error.issues.flatMap(linesOf).map((line) => `${path}: ${line}`);
    throw new Refused(1, lines.join('\n'));
  }
};
