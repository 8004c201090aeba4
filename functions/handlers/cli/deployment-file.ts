// Which system does a command speak to? As the outputs of the stacks say it, or the file that a local stack writes.
import * as z from 'zod';
import { Deployment, LocalDeployment } from '../../contracts/deployment.ts';
import type { Place } from './first-day-world.ts';
import { readJson } from './read-input.ts';
import { Refused } from './refused.ts';

/** As `npm run deploy` writes them: of each stack, by its name. */
const Outputs = z.record(z.string(), z.object({ Deployment: z.string().optional() }));

/** What every version says of itself. */
const AnyVersion = z.looseObject({ table: z.string(), userPool: z.string() });

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const otherVersion = (path: string) =>
  new Refused(
    1,
    `${path}: was written by another version of the system: deploy this one, or call the command from where it was deployed`,
  );

/** `stage` chooses where there are several. */
export const readDeployment = (path: string, stage: string | undefined): Deployment & Place => {
  const said = readJson(path);
  const local = LocalDeployment.safeParse(said);
  if (local.success) return local.data;
  if (AnyVersion.safeParse(said).success) throw otherVersion(path);
  const stacks = Outputs.safeParse(said);
  const described = Object.entries(stacks.data ?? {}).flatMap(([name, { Deployment: text }]) =>
    text === undefined || (stage && name !== `trinh-ky-${stage}-web`) ? [] : [text],
  );
  const [text, ...more] = described;
  if (text === undefined) {
    const what = stage === undefined ? 'no deployment' : `no deployment of the stage ${stage}`;
    throw new Refused(1, `${path}: tells of ${what}: \`npm run deploy\` writes out/outputs.json`);
  }
  if (more.length > 0)
    throw new Refused(2, `${path}: tells of several stages; name one by --stage`);
  const deployment = Deployment.safeParse(jsonIn(text));
  if (!deployment.success) throw otherVersion(path);
  return deployment.data;
};
