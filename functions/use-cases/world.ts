// What is the world a use case works in? All ports together; each use case says which of them it needs.
import type { Layouts } from '../document/layouts.ts';
import type { TimestampServer } from '../signing/sign/timestamp.ts';
import type {
  Accounts,
  Clock,
  Commit,
  Deliveries,
  Directory,
  DirectoryDesk,
  Ids,
  Images,
  Importer,
  Incoming,
  Installation,
  KeyKeepers,
  Keys,
  KnownFiles,
  Mail,
  Notices,
  Owed,
  Presses,
  Registers,
  Renderer,
  Reports,
  SignedFiles,
  Submissions,
  Templates,
  Tokens,
  Trust,
  UnsentMails,
  Waiting,
  Words,
  Workflow,
  WorkingFiles,
} from './ports.ts';

/** What the table keeps and one write changes together, each kind behind a port of its own. */
export type Records = {
  reports: Reports;
  submissions: Submissions;
  waiting: Waiting;
  owed: Owed;
  tokens: Tokens;
  deliveries: Deliveries;
  registers: Registers;
  incoming: Incoming;
  knownFiles: KnownFiles;
  /** Of what an organization has written, and of what has come to it. */
  reportWords: Words;
  deliveryWords: Words;
  commit: Commit;
};

export type World = Records & {
  clock: Clock;
  ids: Ids;
  presses: Presses;
  directory: Directory;
  trust: Trust;
  directoryDesk: DirectoryDesk;
  accounts: Accounts;
  templates: Templates;
  workflow: Workflow;
  renderer: Renderer;
  /** What this deployment can print. */
  layouts: Layouts;
  importer: Importer;
  working: WorkingFiles;
  signed: SignedFiles;
  images: Images;
  keys: Keys;
  keyKeepers: KeyKeepers;
  /** Asked in this order. */
  timestampServers: readonly TimestampServer[];
  mail: Mail;
  notices: Notices;
  unsentMails: UnsentMails;
  installation: Installation;
};

export type Needs<Port extends keyof World> = Pick<World, Port>;
