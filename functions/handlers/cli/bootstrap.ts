// cli bootstrap: the first organization, its administrator and the trusted certificates of a system that was just deployed.
import { parseArgs } from 'node:util';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { installationOf } from '../../adapters/installation.ts';
import { registersIn } from '../../adapters/table/registers.ts';
import { Deployment, LocalDeployment } from '../../contracts/deployment.ts';
import type { Check, ChecklistLine } from '../../domain/directory/checklist.ts';
import { type Act, FirstDay, type Hindrance } from '../../domain/directory/first-day.ts';
import { certificatesIn } from '../../signing/certificate-pem.ts';
import { type BootstrapWish, bootstrap } from '../../use-cases/operation/bootstrap.ts';
import { checkOffice } from '../../use-cases/reading/office-checklist.ts';
import { sentenceOf } from './aws-trouble.ts';
import { read } from './files.ts';
import { openFirstDay, type Place } from './first-day-world.ts';
import { readJson } from './read-input.ts';
import { type ExitCode, Refused } from './refused.ts';
import { USAGE } from './usage.ts';

/** As `cdk deploy --outputs-file` writes them: of each stack, by its name. */
const Outputs = z.record(z.string(), z.object({ Deployment: z.string().optional() }));

/** What was deployed, as the file of the outputs or of a local stack says it. `stage` chooses where there are several. */
export const readDeployment = (path: string, stage: string | undefined): Deployment & Place => {
  const said = readJson(path);
  const local = LocalDeployment.safeParse(said);
  if (local.success) return local.data;
  const stacks = Outputs.safeParse(said);
  const described = Object.entries(stacks.data ?? {}).flatMap(([name, { Deployment: text }]) =>
    text === undefined || (stage && name !== `trinh-ky-${stage}-web`) ? [] : [text],
  );
  const [text, ...more] = described;
  if (text === undefined) {
    const what = stage === undefined ? 'no deployment' : `no deployment of the stage ${stage}`;
    throw new Refused(1, `${path}: tells of ${what}; \`cdk deploy --outputs-file\` writes it`);
  }
  if (more.length > 0)
    throw new Refused(2, `${path}: tells of several stages; name one by --stage`);
  const deployment = Deployment.safeParse(JSON.parse(text));
  if (!deployment.success) {
    throw new Refused(1, `${path}: is of another version of the system; deploy again`);
  }
  return deployment.data;
};

const readFirstDay = (path: string): FirstDay => {
  const read = FirstDay.safeParse(readJson(path));
  if (read.success) return read.data;
  const lines = read.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
  throw new Refused(1, lines.map((line) => `${path}: ${line}`).join('\n'));
};

const anchorsIn = (path: string): Uint8Array[] => {
  const certificates = certificatesIn(read(path).toString('utf8'));
  if (!certificates?.length) throw new Refused(1, `${path}: holds no certificate that can be read`);
  return certificates.map(({ raw }) => raw);
};

const DONE: Record<Act, (wish: FirstDay) => string> = {
  openAccount: ({ administrator }) => `account    ${administrator.email} may sign in`,
  enterOffice: ({ organization, administrator }) =>
    `directory  ${organization.name}, with ${administrator.name} as its administrator`,
  trust: () => 'trust      the certificates are trusted',
  invite: ({ administrator }) => `invitation sent to ${administrator.email}`,
};

const hinders = (hindrance: Hindrance): string => {
  switch (hindrance.why) {
    case 'directoryInUse':
      return 'This directory has organizations already, and did not begin by this command: its administrators let others in.';
    case 'anotherOffice':
      return `This system began with ${hindrance.office}; other offices are entered by its administrators.`;
    case 'anotherAdministrator':
      return `${hindrance.office} has ${hindrance.administrator} as its first administrator, who lets others in.`;
    case 'accountGone':
      return `${hindrance.administrator} was let in first, but has no account of theirs under this address any more; another administrator gives them one.`;
  }
};

/** What is still missing, in the words of whoever set the system up; the administrator's part of it is done in the app. */
const LACKS: Record<Check, (line: ChecklistLine) => string> = {
  people: ({ roles }) => `nobody has the role of ${roles.join(', ')}`,
  chain: () => 'who checks and who signs is not said',
  trust: () => 'no authority is trusted: run this again with --trust',
  keys: ({ names }) => `no valid certificate of ${names.join(', ')}`,
  images: ({ names }) => `no image of ${names.join(', ')}`,
  registers: () => 'no register of this year is open',
  mail: ({ state }) =>
    state === 'unknown'
      ? 'whether mail leaves is not known: these credentials may not ask SES'
      : 'no mail leaves: publish the DKIM records that SES shows for the domain, and have AWS take the account out of the sandbox',
  timestamps: () => 'no timestamp server is named: deploy with -c timestampServers=https://…',
};

const tellMissing = (lines: ChecklistLine[]): void => {
  const missing = lines.filter(({ state }) => state !== 'done');
  const of = (isOurs: boolean) =>
    missing
      .filter(({ by }) => (by === 'operator') === isOurs)
      .map((line) => `  ${line.check.padEnd(12)}${LACKS[line.check](line)}`);
  const say = (head: string, told: string[]) =>
    told.length > 0 && console.log([head, ...told].join('\n'));
  say('Still missing, for whoever sets the system up:', of(true));
  say('Still missing, for the administrator in the app:', of(false));
};

const checkFirstOffice = async (
  deployment: Deployment & Place,
  { world, table }: ReturnType<typeof openFirstDay>,
): Promise<ChecklistLine[]> => {
  const { directory, trust, clock, firstDayDesk } = world;
  const first = await firstDayDesk.begun();
  const office = first && (await directory.organization(first.organizationId));
  if (office === null) return [];
  const { mailFrom, timestampServers, region, endpoint, credentials } = deployment;
  const client = new SESv2Client({
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials !== undefined && { credentials }),
  });
  const provesTime = timestampServers.length > 0;
  const installation = installationOf({ client, mailFrom, provesTime });
  const lines = await checkOffice(
    { directory, trust, registers: registersIn(table), installation },
    office,
    clock.now(),
  );
  client.destroy();
  return lines;
};

const perform = async (place: Deployment & Place, wish: BootstrapWish): Promise<void> => {
  const opened = openFirstDay(place);
  try {
    const ended = await bootstrap(opened.world, wish, (act) => console.log(DONE[act](wish)));
    if ('hindrance' in ended) throw new Refused(1, hinders(ended.hindrance));
    if (ended.done.length === 0) console.log('Nothing was left to do.');
    tellMissing(await checkFirstOffice(place, opened));
  } catch (error) {
    const sentence = sentenceOf(error, place);
    throw sentence === null ? error : new Refused(1, sentence);
  } finally {
    opened.close();
  }
};

/** A line for each thing that was done, and for each that is still missing. Run again, it does what is missing; over another office it changes nothing. */
export const bootstrapOffice = async (parts: string[]): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    args: parts,
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      stage: { type: 'string' },
      trust: { type: 'string', multiple: true, default: [] },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !values.at) throw new Refused(2, USAGE);
  const wish = { ...readFirstDay(path), anchors: values.trust.flatMap(anchorsIn) };
  const deployment = readDeployment(values.at, values.stage);
  await perform(deployment, wish);
  console.log(`The app is at ${deployment.webUrl}`);
  return 0;
};
