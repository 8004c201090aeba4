// cli bootstrap: the first organization, its administrator and the trusted certificates of a system that was just deployed.
import { parseArgs } from 'node:util';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { installationOf } from '../../adapters/installation.ts';
import { trustIn } from '../../adapters/table/directory.ts';
import { registersIn } from '../../adapters/table/registers.ts';
import type { Deployment } from '../../contracts/deployment.ts';
import type { Check, ChecklistLine } from '../../domain/directory/checklist.ts';
import { type Act, FirstDay, type Hindrance } from '../../domain/directory/first-day.ts';
import { type BootstrapWish, bootstrap } from '../../use-cases/operation/bootstrap.ts';
import { checkOffice } from '../../use-cases/reading/office-checklist.ts';
import { atPlace } from './at-place.ts';
import { authoritiesIn } from './authorities-in.ts';
import { readDeployment } from './deployment-file.ts';
import type { openFirstDay, Place } from './first-day-world.ts';
import { readJson } from './read-input.ts';
import { type ExitCode, Refused } from './refused.ts';
import { USAGE } from './usage.ts';

export const readFirstDay = (path: string): FirstDay => {
  const read = FirstDay.safeParse(readJson(path));
  if (read.success) return read.data;
  const lines = read.error.issues.map(
    ({ path: at, message }) => `${at.join('.') || 'the office'}: ${message}`,
  );
  throw new Refused(1, lines.map((line) => `${path}: ${line}`).join('\n'));
};

const DONE: Record<Act, (wish: FirstDay) => string> = {
  openAccount: ({ administrator }) => `account    ${administrator.email} may sign in`,
  enterOffice: ({ organization, administrator }) =>
    `directory  ${organization.name}, with ${administrator.name} as its administrator`,
  correctAdministrator: ({ administrator: { name, email } }) =>
    `corrected  ${name} is the administrator, and may sign in as ${email}`,
  trust: () => 'trust      the certificates are trusted',
  invite: ({ administrator }) => `invitation sent to ${administrator.email}`,
};

const hinders = (hindrance: Hindrance): string => {
  switch (hindrance.why) {
    case 'directoryInUse':
      return 'This directory has organizations already, and did not begin by this command: its administrators let others in.';
    case 'anotherOffice':
      return `This system began with ${hindrance.office} (${hindrance.code}); other offices are entered by its administrators, and they mend a wrong code.`;
    case 'signedInAlready':
      return `${hindrance.administrator} has signed in already: from now on their address is changed in the app (Danh bạ), by themselves or another administrator. If it was a stranger who signed in: infra/README.md, "When a stranger has followed the first invitation".`;
    case 'accountGone':
      return `${hindrance.administrator} was let in first, but has no account any more: another administrator enters them anew.`;
    case 'addressTaken':
      return `${hindrance.email} is somebody else's already: write down another address.`;
    case 'authorityEnded':
      return `The authority with the certificate ${hindrance.fingerprint} was ended here: leave it out of --trust, or trust it anew by \`cli trust add\`.`;
  }
};

/** What is still missing, in the words of whoever set the system up; the administrator's part of it is done in the app. */
const LACKS: Record<Check, (line: ChecklistLine) => string> = {
  people: ({ roles }) => `nobody has the role of ${roles.join(', ')}`,
  chain: () => 'who checks and who signs is not said',
  trust: () => 'no authority is trusted: `cli trust add`',
  keys: ({ names }) => `no valid certificate of ${names.join(', ')}`,
  images: ({ names }) => `no image of ${names.join(', ')}`,
  registers: ({ names }) =>
    ['nobody has said which number was the last on paper this year', ...names].join(': '),
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
  const { directory, clock, firstDayDesk } = world;
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
    { directory, trust: trustIn(table), registers: registersIn(table), installation },
    office,
    clock.now(),
  );
  client.destroy();
  return lines;
};

const perform = (place: Deployment & Place, wish: BootstrapWish): Promise<void> =>
  atPlace(place, async (opened) => {
    const ended = await bootstrap(opened.world, wish, (act) => console.log(DONE[act](wish)));
    if ('hindrance' in ended) throw new Refused(1, hinders(ended.hindrance));
    if (ended.done.length === 0) console.log('Nothing was left to do.');
    tellMissing(await checkFirstOffice(place, opened));
  });

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
  const wish = {
    ...readFirstDay(path),
    anchors: values.trust.flatMap(authoritiesIn).map(({ raw }) => raw),
  };
  const deployment = readDeployment(values.at, values.stage);
  await perform(deployment, wish);
  console.log(`The app is at ${deployment.webUrl}`);
  return 0;
};
