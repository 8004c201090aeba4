// Which adapter stands behind each port of a deployed function? Made when a use case of the function lists it, once per container.
import { accountsIn } from '../adapters/accounts.ts';
import { imagesIn } from '../adapters/buckets/images.ts';
import { signedFilesIn } from '../adapters/buckets/signed-files.ts';
import { workingFilesIn } from '../adapters/buckets/working-files.ts';
import {
  cognito,
  dynamoDb,
  kms,
  lambda,
  notifier,
  s3,
  secretsManager,
  ses,
  stepFunctions,
} from '../adapters/clients.ts';
import { idsBy, systemClock } from '../adapters/clock-and-ids.ts';
import { setting } from '../adapters/environment.ts';
import { importerOf } from '../adapters/functions/importer.ts';
import { keyKeepersOf } from '../adapters/functions/key-keepers.ts';
import { noticesBy } from '../adapters/functions/notices.ts';
import { rendererOf } from '../adapters/functions/renderer.ts';
import { installationOf } from '../adapters/installation.ts';
import { uncertifiedKmsKey } from '../adapters/kms-key.ts';
import { mailFrom } from '../adapters/mail.ts';
import { signInAt } from '../adapters/sign-in.ts';
import { openSigningKey } from '../adapters/signing-keys.ts';
import { directoryIn, trustIn } from '../adapters/table/directory.ts';
import { directoryDeskIn } from '../adapters/table/directory-desk.ts';
import { pressesIn } from '../adapters/table/presses.ts';
import { recordsIn } from '../adapters/table/records.ts';
import type { Table } from '../adapters/table/table.ts';
import { templatesIn } from '../adapters/table/templates.ts';
import { unsentMailsIn } from '../adapters/table/unsent-mails.ts';
import { verdictsIn } from '../adapters/table/verdicts.ts';
import { timestampServerAt } from '../adapters/timestamp-server.ts';
import { workflowOf } from '../adapters/workflow.ts';
import { happened, UNSENT_MAIL } from '../contracts/agreed-names.ts';
import { kmsAlias } from '../domain/directory/key-holder.ts';
import type { Keys } from '../use-cases/ports.ts';
import { type Listing, type Needs, type Port, portsOf, type World } from '../use-cases/world.ts';
import { log, logError, origin } from './log.ts';
import { ownCode } from './own-code.ts';

let made: Table | undefined;
/** One for all ports, so that what they want at the same moment comes together. */
const table = (): Table => {
  made ??= {
    client: dynamoDb(),
    name: setting('TABLE_NAME'),
    leftOut: ({ key, problems }) => log('error', 'left out of a list', { key, problems }),
    happened: ({ kind, ...of }) => log('info', happened(kind), of),
  };
  return made;
};

export const clock = systemClock;

/** Where the app is. */
export const webUrl = () => setting('WEB_URL');

/** What brings no client but the table's: whoever has the table has these at hand. */
export const tablePorts = () => ({
  clock,
  ids: idsBy(clock),
  ...recordsIn(table()),
  presses: pressesIn(table()),
  directory: directoryIn(table()),
  trust: trustIn(table()),
  directoryDesk: directoryDeskIn(table()),
  templates: templatesIn(table()),
  unsentMails: unsentMailsIn(table()),
});

export const accounts = () => accountsIn(cognito(), setting('USER_POOL_ID'));
export const signIn = () =>
  signInAt({ url: setting('SIGN_IN_URL'), clientId: setting('CLIENT_ID'), webUrl: webUrl() });
export const keyKeepers = () =>
  keyKeepersOf(
    lambda(),
    {
      sign: setting('SIGN_FUNCTION_NAME'),
      seal: setting('SEAL_FUNCTION_NAME'),
      under: setting('KEYS_UNDER'),
    },
    origin,
  );
export const workflow = () =>
  workflowOf({
    client: stepFunctions(),
    arn: setting('STATE_MACHINE_ARN'),
    origin,
    started: (turn) => log('info', 'a turn was started', turn),
  });
export const renderer = () =>
  rendererOf({ client: lambda(), functionName: setting('RENDER_FUNCTION_NAME'), origin });
export const importer = () =>
  importerOf({ client: lambda(), functionName: setting('IMPORT_FUNCTION_NAME'), origin });
export const working = () =>
  workingFilesIn({ client: s3(), name: setting('WORKING_BUCKET') }, clock);
export const signed = () => signedFilesIn({ client: s3(), name: setting('SIGNED_BUCKET') }, clock);
export const images = () => imagesIn({ client: s3(), name: setting('IMAGES_BUCKET') }, clock);
export const timestampServers = () =>
  setting('TIMESTAMP_SERVERS')
    .split(' ')
    .filter((address) => address !== '')
    .map((address) => timestampServerAt(address));
export const installation = () =>
  installationOf({
    client: ses(),
    mailFrom: setting('MAIL_FROM'),
    provesTime: setting('PROVES_TIME') === 'yes',
  });
export const mail = () =>
  mailFrom({
    client: ses(),
    from: setting('MAIL_FROM'),
    webUrl: webUrl(),
    origin,
    sent: (messageId) => log('info', 'a mail was sent', { messageId }),
    unsent: async ({ id: personId, organizationId }, { subject }, why) => {
      log('warn', UNSENT_MAIL, { error: why });
      try {
        const at = clock.now();
        await unsentMailsIn(table()).keep({ organizationId, personId, at, subject, why });
      } catch (error) {
        logError('a mail that was not sent is not shown either', error);
      }
    },
  });
export const notices = () =>
  noticesBy({
    client: notifier(),
    functionName: setting('NOTIFY_FUNCTION_NAME'),
    origin,
    failed: (error) => logError('a notice was not taken', error),
  });
export const verdicts = () =>
  verdictsIn({
    table: table(),
    code: ownCode(),
    failed: (error) => logError('a verdict was not kept, or not read', error),
  });
export const keys = (): Keys => ({
  open: (reference) => openSigningKey(reference, { secrets: secretsManager(), kms: kms() }),
  uncertified: (holder) => uncertifiedKmsKey(kmsAlias(setting('KEYS_UNDER'), holder), kms()),
});

/**
 * The world of a function: the ports that its use cases list, and no other. The table's are at hand; the rest is handed in
 * by name, no less and no more than is listed, so that a bundle holds the clients of its own ports alone.
 */
export const worldOf = <Ports extends Port, AtHand extends Partial<World>>(
  useCases: readonly Listing<Ports>[],
  atHand: AtHand,
  handedIn: { [Each in Exclude<NoInfer<Ports>, keyof AtHand>]: () => World[Each] },
): Needs<Ports> => {
  const made = Object.entries<() => unknown>(handedIn).map(([port, make]) => [port, make()]);
  const all = { ...atHand, ...Object.fromEntries(made) };
  return Object.fromEntries(portsOf(...useCases).map((port) => [port, all[port]])) as Needs<Ports>;
};
