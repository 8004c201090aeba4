// Which findings of a judge are new? Each is mended, or acknowledged by name with its reason; a reason that nothing needs any
// more goes as well.
import { expect } from 'vitest';

/** `about`: where it was found, as far as the judge says. */
export type Finding = { rule: string; about: string };
export type Acknowledged = Record<string, { where?: RegExp; because: string }>;

const isAcknowledged = (acknowledged: Acknowledged, { rule, about }: Finding): boolean => {
  const known = acknowledged[rule];
  return known !== undefined && (known.where?.test(about) ?? true);
};

export const expectNothingNew = (found: Finding[], acknowledged: Acknowledged): void => {
  expect(found.filter((finding) => !isAcknowledged(acknowledged, finding))).toEqual([]);
  const seen = new Set(found.map(({ rule }) => rule));
  expect(Object.keys(acknowledged).filter((rule) => !seen.has(rule))).toEqual([]);
};
