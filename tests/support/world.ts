// What world do the tests of the use cases live in? Its ports in memory, one commune with its people, one district office.
import { executionNameOf } from '../../functions/contracts/execution-name.ts';
import { LAYOUTS } from '../../functions/document/layouts.ts';
import { sha256 } from '../../functions/domain/canonical-hash.ts';
import type { Organization, Person } from '../../functions/domain/directory/organization.ts';
import type { UnsentMail } from '../../functions/domain/directory/unsent-mail.ts';
import type { Instant, OrganizationId } from '../../functions/domain/ids.ts';
import type { Template } from '../../functions/domain/outlines/template.ts';
import { Unavailable } from '../../functions/domain/refusal.ts';
import type { Outcome } from '../../functions/domain/workflow/wait.ts';
import { notify } from '../../functions/use-cases/issuing/notify.ts';
import type { Verdict } from '../../functions/use-cases/ports.ts';
import type { Caller } from '../../functions/use-cases/reading/identify.ts';
import type { Needs, Records } from '../../functions/use-cases/world.ts';
import {
  anOrganization,
  aPerson,
  aPersonId,
  CHAIRMAN,
  CLERK,
  DRAFTER,
  MORNING,
  REVIEWER,
} from './builders.ts';
import {
  type MemoryAccounts,
  memoryAccounts,
  memoryDirectory,
  wholePage,
} from './memory-directory.ts';
import { memoryTable } from './memory-records.ts';

const KEY = { kind: 'secret', secretId: 'a-key', certificatePem: '' } as const;

const COMMUNE = anOrganization({ sealKey: KEY });
export const DISTRICT = anOrganization({
  id: 'org_huyen-huong-son',
  name: 'UBND huyện Hương Sơn',
  code: 'H99.10',
});
const OTHER_COMMUNE = anOrganization({
  id: 'org_son-mau',
  name: 'UBND xã Sơn Mẫu',
  code: 'H99.10.02',
});

export const SIGNER: Person = { ...CHAIRMAN, signingKey: KEY };
export const DEPUTY = aPerson({
  id: aPersonId('ha-van-tho'),
  name: 'Hà Văn Thọ',
  title: 'Phó Chủ tịch',
  email: 'ha-van-tho@example.com',
  roles: ['reviewer'],
});
export const OFFICER = aPerson({
  id: aPersonId('ho-thi-mai'),
  organizationId: DISTRICT.id,
  name: 'Hồ Thị Mai',
  title: 'Văn thư',
  email: 'ho-thi-mai@example.com',
  roles: ['recipientOfficer', 'clerk'],
});
export const ADMINISTRATOR = aPerson({
  id: aPersonId('dinh-cong-tuan'),
  name: 'Đinh Công Tuấn',
  roles: ['administrator'],
});
export const STRANGER = aPerson({
  id: aPersonId('pham-van-khoa'),
  organizationId: OTHER_COMMUNE.id,
  name: 'Phạm Văn Khoa',
  email: 'pham-van-khoa@example.com',
  roles: ['drafter', 'reviewer', 'signer', 'clerk', 'recipientOfficer'],
});

/** The ports that the rules need; rendering and keys are tested where they are real. */
type Office = Records &
  Needs<
    | 'presses'
    | 'directory'
    | 'trust'
    | 'verdicts'
    | 'directoryDesk'
    | 'accounts'
    | 'clock'
    | 'ids'
    | 'workflow'
    | 'mail'
    | 'unsentMails'
    | 'installation'
    | 'notices'
    | 'working'
    | 'signed'
    | 'templates'
    | 'layouts'
  >;

/** What the world shows to a test besides its ports. */
type Watch = {
  /** Moves the clock. */
  setTime(at: Instant): void;
  /** Step Functions as it stands: which executions there are, which tokens wait, and what each was told. */
  machine: {
    /** By their names, in order. */
    started: string[];
    /** Those that have ended since, however they did. */
    dead: Set<string>;
    answered: { token: string; outcome: Outcome }[];
    /** While it is down, every call is Unavailable. */
    down: boolean;
    /** A task waits under this token. */
    waitUnder(token: string): void;
    /** It waits no longer: it is time to remind. */
    timeOut(token: string): void;
  };
  /** What the table holds, by key. */
  everything(): [key: string, value: unknown][];
  post: { to: string[]; subject: string }[];
  directoryHas(...people: Person[]): void;
  organizationIs(organization: Organization): void;
  accounts: MemoryAccounts;
};

const memoryWorkflow = (): { workflow: Office['workflow']; machine: Watch['machine'] } => {
  const waiting = new Set<string>();
  const machine: Watch['machine'] = {
    started: [],
    dead: new Set(),
    answered: [],
    down: false,
    waitUnder: (token) => {
      waiting.add(token);
    },
    timeOut: (token) => {
      waiting.delete(token);
    },
  };
  const reach = () => {
    if (machine.down) throw new Unavailable('Step Functions');
  };
  return {
    machine,
    workflow: {
      start: async ({ submissionId }, turn) => {
        reach();
        const name = executionNameOf({ submissionId, turn });
        if (!machine.started.includes(name)) machine.started.push(name);
        return machine.dead.has(name) ? 'ended' : 'going';
      },
      isGoing: async (turn) => {
        reach();
        const name = executionNameOf(turn);
        return machine.started.includes(name) && !machine.dead.has(name);
      },
      answer: async (token, outcome) => {
        reach();
        if (!waiting.delete(token)) return 'gone';
        machine.answered.push({ token, outcome });
        return 'answered';
      },
    },
  };
};

/** Who is there from the beginning. */
const CAST = {
  organizations: [COMMUNE, DISTRICT, OTHER_COMMUNE],
  people: [DRAFTER, REVIEWER, DEPUTY, SIGNER, CLERK, OFFICER, STRANGER],
};

const EXPIRES: Instant = '2026-03-02T01:01:00.000Z';

const memoryFiles = (): Pick<Office, 'working' | 'signed'> => {
  const working = new Map<string, Uint8Array>();
  const signed = new Map<string, Uint8Array>();
  const link = async (key: string) => ({ url: `https://files.test/${key}`, expiresAt: EXPIRES });
  const form = async (key: string) => ({
    url: 'https://files.test/',
    fields: { key },
    expiresAt: EXPIRES,
  });
  return {
    working: {
      keysIn: async (folder) => [...working.keys()].filter((key) => key.startsWith(folder)),
      read: async (key) => working.get(key) ?? null,
      writeOnce: async (key, bytes) => {
        if (working.has(key)) return 'present';
        working.set(key, bytes);
        return 'written';
      },
      link,
      uploadForm: form,
      uploadFormFor: form,
      look: async (key, firstBytes) => {
        const bytes = working.get(key);
        return bytes
          ? {
              bytes: bytes.length,
              sha256: sha256(bytes),
              beginning: bytes.subarray(0, firstBytes),
            }
          : null;
      },
    },
    signed: {
      keep: async (key, bytes) => {
        const kept = signed.get(key) ?? bytes;
        signed.set(key, kept);
        return { versionId: 'v1', sha256: sha256(kept) };
      },
      read: async (key) => signed.get(key) ?? null,
      link: (key) => link(key),
    },
  };
};

const memoryTemplates = (): Office['templates'] => {
  const kept = new Map<string, Template>();
  const prefix = (organizationId: OrganizationId) => `${organizationId}/`;
  return {
    of: async (organizationId) =>
      [...kept].filter(([key]) => key.startsWith(prefix(organizationId))).map(([, one]) => one),
    read: async (organizationId, id) => kept.get(`${prefix(organizationId)}${id}`) ?? null,
    keep: async (organizationId, template) => {
      kept.set(`${prefix(organizationId)}${template.id}`, template);
    },
    remove: async (organizationId, id) => {
      kept.delete(`${prefix(organizationId)}${id}`);
    },
  };
};

/** As the table keeps them: the latest of each file, as it was written. */
export const memoryVerdicts = (): Office['verdicts'] => {
  const kept = new Map<string, string>();
  return {
    code: 'the code of this test',
    find: async (of) => {
      const verdict = kept.get(of);
      return verdict === undefined ? null : (JSON.parse(verdict) as Verdict);
    },
    keep: async (verdict) => {
      kept.set(verdict.sha256, JSON.stringify(verdict));
    },
  };
};

/** A world at 08:00 in the office. `anchors` are the certificates that signatures must lead to. */
export const aWorld = (anchors: Uint8Array[] = []): Office & Watch => {
  let now: Instant = MORNING;
  let made = 0;
  const post: Watch['post'] = [];
  const unsent: UnsentMail[] = [];
  const { workflow, machine } = memoryWorkflow();
  const { records, presses, everything } = memoryTable();
  const { people, organizations, ...desks } = memoryDirectory(records, { ...CAST, anchors });
  const nextName = () => {
    made += 1;
    return String(made).padStart(26, '0');
  };
  const world: Office & Watch = {
    ...records,
    presses,
    workflow,
    ...desks,
    accounts: memoryAccounts(people),
    ...memoryFiles(),
    templates: memoryTemplates(),
    verdicts: memoryVerdicts(),
    layouts: LAYOUTS,
    clock: { now: () => now },
    ids: {
      organization: () => `org_${nextName()}`,
      report: () => `rpt_${nextName()}`,
      submission: () => `sbm_${nextName()}`,
      upload: () => `upl_${nextName()}`,
    },
    mail: {
      send: async ({ to, subject }) => {
        post.push({ to: to.map(({ email }) => email), subject });
      },
    },
    // Whatever becomes of it: nobody waits for a notice.
    notices: { give: (notice) => notify(world, notice).catch(() => {}) },
    unsentMails: {
      keep: async (mail) => {
        unsent.unshift(mail);
      },
      of: async (organizationId, page) =>
        wholePage(
          unsent.filter((mail) => mail.organizationId === organizationId),
          page,
        ),
    },
    installation: { mailLeaves: async () => true, provesTime: true },
    setTime: (at) => {
      now = at;
    },
    machine,
    everything,
    post,
    directoryHas: (...persons) => {
      for (const person of persons) people.set(person.id, person);
    },
    organizationIs: (organization) => {
      organizations.set(organization.id, organization);
    },
  };
  return world;
};

/** A person at the door of the system, freshly signed in unless the test says otherwise. */
export const callerOf = async (
  { directory, clock }: Pick<Office, 'directory' | 'clock'>,
  { id }: Person,
  given: Partial<Caller> = {},
): Promise<Caller> => {
  const at = clock.now();
  const person = await directory.person(id);
  const organization = person && (await directory.organization(person.organizationId));
  if (!person || !organization) throw new Error(`${id} is not in the directory`);
  return { person, organization, at, signedInAt: at, press: null, pressed: null, ...given };
};
