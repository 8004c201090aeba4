// In which order does a stage go out, and what is said when a step fails? What can fail without anybody noticing comes first, the
// pages last; each step may be done again, so the way on is always the same command.
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readStage, type Stage } from '../stages.ts';
import { type Finding, lookAtAccount } from './account.ts';
import { type AskAws, AwsRefusal } from './ask-aws.ts';
import { publishing } from './publish.ts';

/** Told to the person at the terminal, as it is. */
export class NotDeployed extends Error {}

export type Tools = {
  /** Runs a program before the eyes of the person at the terminal; throws when it fails. */
  run(program: string, ...words: string[]): void;
  ask: AskAws;
  say(line: string): void;
  /** The status that an address answers with; null when nobody answers. */
  statusAt(url: string): Promise<number | null>;
  environment: Record<string, string | undefined>;
  /** Where the built pages are, and what the stacks say of themselves, which `cdk` writes. */
  built: string;
  outputsFile: string;
  outputs(): unknown;
  /** Puts what the pages read first beside them. */
  configure(config: string): void;
};

/** What the stacks say of themselves, by their names: that of the web has these among others. */
const Web = z.object({
  PagesBucket: z.string(),
  Distribution: z.string(),
  WebConfig: z.string(),
  WebTarget: z.string(),
});
const Outputs = z.record(z.string(), z.record(z.string(), z.string()));

const MARKS: Record<Finding['is'], string> = { well: '✓', later: '·', unknown: '?', wrong: '✗' };

type Asked = { stage: Stage; region: string; isCheck: boolean; words: string[] };

/** What was typed: `-c name=value` as `cdk` takes it, `--check`, and what is for `cdk` alone. */
const readWords = async (all: string[], { ask, environment }: Tools): Promise<Asked> => {
  const { values } = parseArgs({
    args: all,
    options: {
      context: { type: 'string', short: 'c', multiple: true },
      check: { type: 'boolean' },
      profile: { type: 'string' },
    },
    strict: false,
  });
  if (values.profile !== undefined) {
    throw new NotDeployed(
      `AWS_PROFILE=${values.profile} in front of the command, instead of --profile: pages are published by it, too.`,
    );
  }
  const pairs = (values.context ?? []).map((pair): [string, string] => {
    const [name = '', ...value] = String(pair).split('=');
    return [name, value.join('=')];
  });
  const given = new Map(pairs);
  let stage: Stage;
  try {
    stage = readStage((name) => given.get(name));
  } catch (error) {
    throw new NotDeployed(error instanceof Error ? error.message : String(error));
  }
  const region =
    environment.AWS_REGION || environment.AWS_DEFAULT_REGION || (await configuredRegion(ask));
  if (!region) {
    throw new NotDeployed(
      'No region is chosen, and cdk would take us-east-1: AWS_REGION=ap-southeast-1 in front of the command, or aws configure.',
    );
  }
  const words = all.filter((word) => word !== '--check');
  return { stage, region, isCheck: values.check === true, words };
};

/** That of the profile, as `cdk` would take it. */
const configuredRegion = async (ask: AskAws): Promise<string | undefined> => {
  try {
    return z.string().parse(await ask('configure', 'get', 'region'));
  } catch (error) {
    if (error instanceof AwsRefusal && error.code !== 'NoCli') return undefined;
    throw error instanceof AwsRefusal ? new NotDeployed(`${error.message}.`) : error;
  }
};

const isWellEnough = async ({ stage, region }: Asked, { ask, say }: Tools): Promise<boolean> => {
  const findings = await lookAtAccount(ask, { stage, region });
  for (const { is, what } of findings) say(`${MARKS[is]} ${what}`);
  return findings.every(({ is }) => is !== 'wrong');
};

/** What failed has said why itself, above. */
const orSay = <Value>(what: string, work: () => Value): Value => {
  try {
    return work();
  } catch {
    throw new NotDeployed(what);
  }
};

/** Throws a NotDeployed with the one sentence that is to be said. */
export const deployStage = async (all: string[], tools: Tools): Promise<void> => {
  const asked = await readWords(all, tools);
  const { run, say, built, outputsFile } = tools;
  if (!(await isWellEnough(asked, tools))) {
    throw new NotDeployed('Nothing was deployed: first what has a ✗ above.');
  }
  if (asked.isCheck) return;

  orSay('Nothing was deployed: the pages could not be built, as vite says above.', () =>
    run('vite', 'build', '--config', 'web/vite.config.ts'),
  );
  orSay(
    'Not all was deployed, as cdk says above. What is there goes on with the pages that it had; mend what was said, and the same command goes on from here.',
    () => run('cdk', 'deploy', '--all', '--outputs-file', outputsFile, ...asked.words),
  );
  const web = orSay(
    'The stacks are deployed, but do not say where the pages go: deploy all of them, not some.',
    () =>
      Web.parse(Object.values(Outputs.parse(tools.outputs())).find((said) => 'WebConfig' in said)),
  );
  tools.configure(web.WebConfig);
  orSay(
    'The stacks are deployed, but not all pages are published, as aws says above. Those of before are still good; the same command goes on.',
    () => {
      for (const words of publishing(built, web)) run('aws', ...words);
    },
  );

  // By CloudFront's own name, which is there whether or not the domain leads to it already.
  const address = `https://${web.WebTarget}/api/openapi.json`;
  const status = await tools.statusAt(address);
  if (status !== 200) {
    throw new NotDeployed(
      `All is deployed, but ${address} answers ${status ?? 'nothing'} instead of 200: look whether it does in a minute, and if not, into the log of verification.`,
    );
  }
  say('✓ Deployed, and the app answers.');
};
