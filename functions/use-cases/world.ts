// What is the world a use case works in? All ports together; each use case lists those that it needs.
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
  SignIn,
  Submissions,
  Templates,
  Tokens,
  Trust,
  UnsentMails,
  Verdicts,
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
  verdicts: Verdicts;
  directoryDesk: DirectoryDesk;
  accounts: Accounts;
  signIn: SignIn;
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

export type Port = keyof World;

/** What some step on the way of a use case needs. */
export type Needs<Ports extends Port> = Pick<World, Ports>;

/**
 * The world of a use case, by the list of its ports (`NEEDS`). The list is a value (`needs`), so that the function which
 * calls the use case is wired by it (`handlers/wiring.ts`), and its role held to it (`tests/infra/permissions.test.ts`).
 */
export type WorldOf<List extends readonly Port[]> = Needs<List[number]>;

/** Whatever lists its ports: a use case, or an API of several. */
export type Listing<Ports extends Port> = { needs: readonly Ports[] };

/** The ports of several together, each once. */
export const portsOf = <Ports extends Port>(...listing: Listing<Ports>[]): Ports[] => [
  ...new Set(listing.flatMap(({ needs }) => needs)),
];
