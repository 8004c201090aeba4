// How does a state of the workflow, or another function, reach a use case? By what it tells; and the answer is what the contract says.
import * as z from 'zod';
import { BESIDE_THE_WAY, HAND_OFFS } from '../contracts/hand-offs.ts';
import { task } from './task.ts';

const ASKED = { ...HAND_OFFS, ...BESIDE_THE_WAY };
type Asked = typeof ASKED;

/** Everything that the contract asks of a function, each by its name: what it is told, and what it must answer. */
type Work<By> = {
  [Name in keyof Asked as Asked[Name]['by'] extends By ? Name : never]: (
    told: z.infer<Asked[Name]['told']>,
  ) => Promise<z.input<Asked[Name]['answers']>>;
};

/** The Lambda handler of a function that others call. What is asked of it is seen by what it is told; the contract's order decides. */
export const worker = <By extends Asked[keyof Asked]['by']>(by: By, work: Work<By>) => {
  const done = new Map<string, (told: unknown) => Promise<unknown>>(Object.entries(work));
  const wishes = Object.entries<{ told: z.ZodType }>(ASKED).flatMap(([name, { told }]) => {
    const run = done.get(name);
    return run === undefined ? [] : [told.transform((wish) => () => run(wish))];
  });
  return task(by, z.union(wishes), (run) => run());
};
