// In which order do test files run? The longest first, so that no worker ends alone with one; or shuffled by a seed, since
// files that share a stack must not lean on each other's order.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { drawsFrom } from '../draws.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** An out/test-times.json of a while ago: `cp out/test-times.json tests/support/run/usual-times.json` when the gate has changed. */
const { files: USUAL } = JSON.parse(
  readFileSync(new URL('./usual-times.json', import.meta.url), 'utf8'),
) as { files: Record<string, number> };

/** Whatever nobody has timed yet may be long. */
const UNKNOWN_SECONDS = 60;

const usualSeconds = ({ moduleId }: TestSpecification): number =>
  USUAL[relative(ROOT, moduleId)] ?? UNKNOWN_SECONDS;

const shuffled = <Item>(items: Item[], seed: number): Item[] => {
  const draw = drawsFrom(seed);
  return items
    .map((item) => ({ item, at: draw() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
};

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const seed = Number(process.env.SHUFFLE_SEED);
    const inOrder = seed
      ? shuffled(await super.sort(files), seed)
      : [...files].sort((one, other) => usualSeconds(other) - usualSeconds(one));
    // A worker that changes from one project to the other begins anew. What is short fills up the end.
    const rank = ({ project }: TestSpecification) => (project.name === 'whole' ? 0 : 1);
    return inOrder.sort((one, other) => rank(one) - rank(other));
  }
}
