// What is the world a use case works in? All ports together; each use case says which of them it needs.
import type { Layouts } from '../document/layouts.ts';
import type { TimestampServer } from '../signing/sign/timestamp.ts';
import type {
  Accounts,
  Clock,
  Directory,
  DirectoryDesk,
  Ids,
  Images,
  Importer,
  Installation,
  KeyKeepers,
  Keys,
  Mail,
  Notices,
  Presses,
  Records,
  Renderer,
  SignedFiles,
  Templates,
  UnsentMails,
  Workflow,
  WorkingFiles,
} from './ports.ts';

export type World = {
  clock: Clock;
  ids: Ids;
  records: Records;
  presses: Presses;
  directory: Directory;
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
