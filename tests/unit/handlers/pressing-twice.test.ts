// What if a press fails anywhere, or its answer is lost, and the browser sends it again? It has one effect and one right answer.
// For every POST and every call that it makes: the call fails, its answer is lost, or the function dies after it.
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { API_ROUTES } from '../../../functions/contracts/api.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import { versionOf } from '../../../functions/domain/directory/entry-version.ts';
import type { Person } from '../../../functions/domain/directory/organization.ts';
import {
  asWanted,
  withoutSecondFactor,
} from '../../../functions/domain/directory/settled-access.ts';
import { deliveryIdOf, type Instant } from '../../../functions/domain/ids.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import { stop } from '../../../functions/domain/workflow/issuing.ts';
import { administrationApi } from '../../../functions/handlers/api/administration-api.ts';
import { approvalApi } from '../../../functions/handlers/api/approval-api.ts';
import { draftingApi } from '../../../functions/handlers/api/drafting-api.ts';
import { enrolmentApi } from '../../../functions/handlers/api/enrolment-api.ts';
import { inboxApi } from '../../../functions/handlers/api/inbox-api.ts';
import { registryApi } from '../../../functions/handlers/api/registry-api.ts';
import { addOrganization } from '../../../functions/use-cases/administration/add-organization.ts';
import { deliverReport } from '../../../functions/use-cases/issuing/deliver-report.ts';
import {
  A_CHAIN,
  A_HASH,
  aContent,
  aDelivery,
  anIssue,
  aPerson,
  aPersonId,
  CLERK,
  DRAFTER,
  MORNING,
  REVIEWER,
} from '../../support/builders.ts';
import { hearLog } from '../../support/heard-log.ts';
import {
  ADMINISTRATOR,
  aWorld,
  callerOf,
  DISTRICT,
  OFFICER,
  SIGNER,
  STRANGER,
} from '../../support/world.ts';
import { AGENCY, aKey, anchor, CHAIRMAN, signAndSeal, typstPdf } from '../signing/signing-desk.ts';
import {
  aDraft,
  ask,
  inReview,
  issued,
  numbered,
  SEAL,
  stuck,
  waitingForSignature,
} from '../use-cases/office-day.ts';

let sealed: Uint8Array;
let certificatePem: string;
beforeAll(async () => {
  const keys = { chairman: await aKey(CHAIRMAN), agency: await aKey(AGENCY) };
  ({ sealed } = await signAndSeal(typstPdf(), keys));
  const base64 = Buffer.from(keys.chairman.certificate).toString('base64');
  certificatePem = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
});

beforeEach(() => {
  hearLog();
});
afterEach(() => vi.restoreAllMocks());

const CHILD = 'org_xa-con';
const NEWCOMER = aPerson({ id: aPersonId('cao-thi-lua'), name: 'Cao Thị Lụa' });

const openWorld = () => {
  const world = aWorld([anchor]);
  world.directoryHas(ADMINISTRATOR, NEWCOMER);
  const files: Parameters<typeof draftingApi>[0]['importer'] = {
    read: async ({ reportKey }) => {
      const read = JSON.stringify({ content: aContent(), notes: [] });
      await world.working.writeOnce(reportKey, Buffer.from(read), 'application/json');
    },
  };
  const link = async () => ({ url: 'https://files.test/a.png', expiresAt: MORNING });
  return {
    ...world,
    importer: files,
    renderer: { render: () => Promise.reject(new Error('nothing is drawn here')) },
    images: { keep: async () => A_HASH, read: async () => new Uint8Array(), link },
    keyKeepers: {
      under: 'trinh-ky-test',
      requestCertificate: async () => 'a request',
      tryKey: async () => {},
    },
  };
};
type PressWorld = ReturnType<typeof openWorld>;

/** What stands below the commune of the administrator. */
const withChild = async (world: PressWorld, validUntil: Instant | null = null) => {
  const commune = await world.directory.organization(DRAFTER.organizationId);
  if (commune === null) throw new Error('the commune is there');
  world.organizationIs({ ...commune, id: CHILD, parentId: commune.id, sealKey: null, validUntil });
};

type Pressed = { person: Person; path: string; body?: object; headers?: Record<string, string> };
type Prepare = (world: PressWorld) => Promise<Pressed>;

const OFFICE = `/api/directory/${DRAFTER.organizationId}`;
const ENTRY = {
  ...{ name: 'UBND xã Con', agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ CON'], superiorLine: null },
  ...{ place: 'Con', abbreviation: 'UBND', code: 'H99.10.05' },
};

const aStoredDelivery = async (world: PressWorld, of: Parameters<typeof aDelivery>[0] = {}) => {
  const issue = anIssue();
  const pdf = { ...issue.pdf, sha256: sha256(sealed) };
  const delivery = aDelivery({ ...of, issue: { ...issue, pdf } });
  await world.signed.keep(pdf.key, sealed, 'application/pdf', pdf.sha256);
  await world.commit({ delivery: { before: null, after: delivery, events: [] } });
  return delivery;
};

/** What was issued while its recipient was being closed, and could not be delivered. */
const heldPath = async (world: PressWorld) => {
  const { id, reportId } = await issued(world);
  world.organizationIs({ ...DISTRICT, validUntil: MORNING });
  await deliverReport(world, { submissionId: id, recipientId: DISTRICT.id });
  return `/api/held-deliveries/${reportId}/${DISTRICT.id}`;
};

/** How every press begins, by the name of its route; some routes are pressed in more ways than one. */
const PRESSES: Record<string, Prepare> = {
  createReport: async () => ({
    person: DRAFTER,
    path: '/api/reports',
    body: { content: aContent() },
  }),
  removeTemplate: async (world) => {
    const { id } = await aDraft(world);
    const template = { id, name: 'Mẫu', help: '', type: 'baoCao', year: 2026 } as const;
    await world.templates.keep(DRAFTER.organizationId, { ...template, content: aContent() });
    return { person: ADMINISTRATOR, path: `/api/templates/${id}/removal` };
  },
  startImport: async () => ({ person: DRAFTER, path: '/api/imports' }),
  importReport: async () => ({ person: DRAFTER, path: '/api/imports/rpt_from-a-word-file' }),
  startAttachment: async (world) => {
    const { id } = await aDraft(world);
    const body = { name: 'Phụ lục.pdf', bytes: 5, sha256: A_HASH };
    return { person: DRAFTER, path: `/api/reports/${id}/attachments`, body };
  },
  submitReport: async (world) => {
    const { id, revision } = await aDraft(world);
    return {
      person: DRAFTER,
      path: `/api/reports/${id}/submissions`,
      headers: { 'if-match': `"${revision}"` },
      body: { chain: A_CHAIN },
    };
  },
  discardReport: async (world) => {
    const { id, revision } = await aDraft(world);
    return {
      person: DRAFTER,
      path: `/api/reports/${id}/discarding`,
      headers: { 'if-match': `"${revision}"` },
    };
  },
  withdrawReport: async (world) => {
    const { reportId } = await inReview(world);
    return { person: DRAFTER, path: `/api/reports/${reportId}/withdrawal` };
  },
  comment: async (world) => {
    const { id } = await inReview(world);
    const body = { text: 'Đề nghị làm rõ số liệu.' };
    return { person: REVIEWER, path: `/api/submissions/${id}/comments`, body };
  },
  decideUrgency: async (world) => {
    const { id, contentHash } = await waitingForSignature(world);
    const body = { urgency: 'veryUrgent', contentHash };
    return { person: SIGNER, path: `/api/submissions/${id}/urgency`, body };
  },
  decide: async (world) => {
    const { id, contentHash } = await waitingForSignature(world);
    const body = { kind: 'sign', contentHash, pageHash: A_HASH };
    return { person: SIGNER, path: `/api/submissions/${id}/decisions`, body };
  },
  sealAndIssue: async (world) => {
    const { id } = await numbered(world);
    await ask(world, id, SEAL);
    return { person: CLERK, path: `/api/registry/${id}/seal` };
  },
  resumeIssue: async (world) => {
    const before = await stuck(world);
    // Its machine has stopped as well, which is the harder case: it is sent on, not answered.
    const after = stop(before, 'States.Timeout', MORNING);
    await world.commit({ submission: { before, after } });
    return { person: CLERK, path: `/api/registry/${before.id}/resumption` };
  },
  giveUpIssue: async (world) => {
    const { id } = await stuck(world);
    const body = { reason: 'Nhầm trích yếu' };
    return { person: CLERK, path: `/api/registry/${id}/giving-up`, body };
  },
  sendHeldDelivery: async (world) => {
    const path = `${await heldPath(world)}/sending`;
    return { person: CLERK, path, body: { organizationId: STRANGER.organizationId } };
  },
  writeOffHeldDelivery: async (world) => {
    const path = `${await heldPath(world)}/writing-off`;
    return { person: CLERK, path, body: { reason: 'Cơ quan không còn' } };
  },
  receiveDelivery: async (world) => {
    const { id } = await aStoredDelivery(world);
    return { person: OFFICER, path: `/api/deliveries/${id}/receipt` };
  },
  receiveDeliveries: async (world) => {
    const deliveries = [
      (await aStoredDelivery(world)).id,
      deliveryIdOf('rpt_that-is-not-there', DISTRICT.id),
      (await aStoredDelivery(world, { reportId: 'rpt_another' })).id,
    ];
    return { person: OFFICER, path: '/api/receipts', body: { deliveries } };
  },
  sendDeliveryBack: async (world) => {
    const { id } = await aStoredDelivery(world);
    const body = { reason: 'Gửi nhầm nơi nhận' };
    return { person: OFFICER, path: `/api/deliveries/${id}/return`, body };
  },
  wantCertificate: async () => ({
    person: ADMINISTRATOR,
    path: '/api/enrolment/requests',
    body: { holder: { kind: 'person', id: SIGNER.id } },
  }),
  enrolCertificate: async () => ({
    person: ADMINISTRATOR,
    path: '/api/enrolment/certificates',
    body: {
      holder: { kind: 'person', id: SIGNER.id },
      ...{ keptIn: 'kms', certificatePem, chainPem: '' },
    },
  }),
  revokeCertificate: async () => ({
    person: ADMINISTRATOR,
    path: '/api/enrolment/revocations',
    body: { certificate: A_HASH },
  }),
  addOrganization: async () => ({
    person: ADMINISTRATOR,
    path: '/api/directory',
    body: { ...ENTRY, parentId: DRAFTER.organizationId },
  }),
  closeOrganization: async (world) => {
    await withChild(world);
    const body = { successorId: DISTRICT.id };
    return { person: ADMINISTRATOR, path: `/api/directory/${CHILD}/closing`, body };
  },
  reopenOrganization: async (world) => {
    await withChild(world, '2026-01-01T00:00:00Z');
    return { person: ADMINISTRATOR, path: `/api/directory/${CHILD}/reopening` };
  },
  addPerson: async () => ({
    person: ADMINISTRATOR,
    path: `${OFFICE}/people`,
    body: {
      ...{ name: 'Hoàng Thị Sen', title: 'Công chức', email: 'hoang-thi-sen@example.com' },
      ...{ roles: ['drafter'], signature: null },
    },
  }),
  'addPerson: the first of an office': async (world) => {
    const administrator = await callerOf(world, ADMINISTRATOR);
    const { id } = await addOrganization(world, administrator, { ...ENTRY, parentId: null });
    return {
      person: ADMINISTRATOR,
      path: `/api/directory/${id}/people`,
      body: {
        ...{ name: 'Hoàng Thị Sen', title: 'Công chức', email: 'hoang-thi-sen@example.com' },
        ...{ roles: ['administrator'], signature: null },
      },
    };
  },
  endOffice: async () => ({
    person: ADMINISTRATOR,
    path: `${OFFICE}/people/${NEWCOMER.id}/end`,
  }),
  resumeOffice: async (world) => {
    const over = { validUntil: '2026-01-01T00:00:00Z' as const, roles: ['administrator' as const] };
    world.directoryHas({ ...NEWCOMER, ...over });
    return { person: ADMINISTRATOR, path: `${OFFICE}/people/${NEWCOMER.id}/resumption` };
  },
  inviteAgain: async (world) => {
    const id = await world.accounts.open(NEWCOMER.email);
    world.directoryHas({ ...NEWCOMER, id });
    return { person: ADMINISTRATOR, path: `${OFFICE}/people/${id}/invitation` };
  },
  forgetSecondFactor: async () => ({
    person: ADMINISTRATOR,
    path: `${OFFICE}/people/${DRAFTER.id}/second-factor-loss`,
  }),
  'forgetSecondFactor: of somebody who seals': async () => ({
    person: ADMINISTRATOR,
    path: `${OFFICE}/people/${CLERK.id}/second-factor-loss`,
  }),
  settleAccess: async (world) => {
    const asked = withoutSecondFactor(CLERK, { by: STRANGER.id, at: MORNING });
    const person = asWanted(
      asked,
      { ...asked, email: 'van-thu@example.com' },
      {
        by: STRANGER.id,
        at: MORNING,
      },
    );
    world.directoryHas(person);
    const body = { version: versionOf(person) };
    return { person: ADMINISTRATOR, path: `${OFFICE}/people/${CLERK.id}/access/settlement`, body };
  },
  callOffAccess: async (world) => {
    world.directoryHas(withoutSecondFactor(CLERK, { by: ADMINISTRATOR.id, at: MORNING }));
    return { person: CLERK, path: `${OFFICE}/people/${CLERK.id}/access/calling-off` };
  },
};

const APIS = {
  drafting: draftingApi,
  approval: approvalApi,
  registry: registryApi,
  inbox: inboxApi,
  enrolment: enrolmentApi,
  administration: administrationApi,
};

const ROUTES = API_ROUTES.filter((route) => route.method === 'POST' && !route.public);

/** Which call goes wrong, and how. */
type Fault = { call: number; how: 'fails' | 'is lost' | 'kills' };
const HOWS = ['fails', 'is lost', 'kills'] as const;

/** Ports that are reached over a network. */
const NEAR = new Set(['clock', 'ids', 'machine', 'post', 'timestampServers']);

/** The same world, in which every call is counted and one goes wrong. */
const withFault = (world: PressWorld, fault: Fault | null) => {
  const counted = { calls: 0 };
  const strike = async (how: Fault['how'][], call: number) => {
    if (fault?.call !== call || !how.includes(fault.how)) return;
    throw fault.how === 'kills' ? new Error('killed') : new Unavailable('AWS');
  };
  const struck =
    <Given extends unknown[]>(reach: (...given: Given) => unknown) =>
    async (...given: Given) => {
      counted.calls += 1;
      const call = counted.calls;
      await strike(['fails'], call);
      const answer = await reach(...given);
      await strike(['is lost', 'kills'], call);
      return answer;
    };
  const port = (real: object) =>
    new Proxy(real, {
      get: (_, name) => {
        const method: unknown = Reflect.get(real, name);
        if (typeof method !== 'function') return method;
        return struck((...given: unknown[]) => method.apply(real, given));
      },
    });
  const ports = Object.entries({ ...world, commit: struck(world.commit) }).map(([name, value]) => [
    name,
    typeof value === 'object' && !NEAR.has(name) ? port(value) : value,
  ]);
  return { world: Object.fromEntries(ports) as PressWorld, counted };
};

/** Names by the order in which they appear: a press that is carried out anew may have taken the next one. */
const withoutNames = (text: string): string => {
  const names = new Map<string, number>();
  return text
    .replaceAll(/"(hash|previousHash|version)":"[0-9a-f]{64}"/g, '"$1":""')
    .replaceAll(/(rpt|sbm|org|dlv)_0[0-9a-z]{25}/g, (name) => {
      if (!names.has(name)) names.set(name, names.size);
      return `name ${names.get(name)}`;
    });
};

/** Everything that a press may have changed, and what the machine was told. */
const effectsIn = async (world: PressWorld): Promise<{ stored: unknown; told: unknown[] }> => {
  const { items: organizations } = await world.directory.organizations({
    limit: 100,
    cursor: null,
  });
  const offices = organizations.map(async (organization) => ({
    organization,
    people: await world.directory.people(organization.id),
    changes: (await world.directory.changes(organization.id, { limit: 100, cursor: null })).items,
    templates: await world.templates.of(organization.id),
  }));
  const { started, answered } = world.machine;
  const stored = {
    table: world.everything().filter(([key]) => !/^(effect|answer)\//.test(key)),
    offices: await Promise.all(offices),
    resets: [...world.accounts.forgotten],
  };
  const told = [...started, ...answered];
  return JSON.parse(withoutNames(JSON.stringify({ stored, told })));
};

/** What is owed to a machine that did not hear is stored, and the sweep tells it. */
const expectSame = (
  effects: Awaited<ReturnType<typeof effectsIn>>,
  right: typeof effects,
  which = '',
) => {
  expect(effects.stored, which).toEqual(right.stored);
  expect(right.told, which).toEqual(expect.arrayContaining(effects.told));
};

const send = async (
  served: string,
  world: PressWorld,
  { person, path, body, headers }: Pressed,
): Promise<{ status: number; said: unknown }> => {
  const claims = { sub: person.id, auth_time: String(Date.parse(MORNING) / 1000) };
  const event = { requestContext: { authorizer: { jwt: { claims } } } };
  const answer = await APIS[served as keyof typeof APIS](world).request(
    path,
    {
      method: 'POST',
      headers: {
        'idempotency-key': 'the-same-press',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    },
    { event },
  );
  return { status: answer.status, said: JSON.parse(withoutNames(await answer.text())) };
};

const prepare = async (route: string) => {
  const world = openWorld();
  const pressed = await PRESSES[route]?.(world);
  if (pressed === undefined) throw new Error(`nobody presses ${route}`);
  return { world, pressed };
};

/** How it goes when nothing goes wrong. */
const undisturbed = async (served: string, route: string) => {
  const { world, pressed } = await prepare(route);
  const seen = withFault(world, null);
  const answer = await send(served, seen.world, pressed);
  return { answer, effects: await effectsIn(world), calls: seen.counted.calls };
};

const isSaidAgain = ({ status }: { status: number }) => status >= 500;

const routeOf = (name: string): string => name.split(':')[0] ?? '';
const WAYS = Object.keys(PRESSES).map((name) => ({
  name,
  served: ROUTES.find((route) => route.name === routeOf(name))?.function ?? '',
}));

test('every press is among these', () => {
  const routes = new Set(Object.keys(PRESSES).map(routeOf));
  expect([...routes].toSorted()).toEqual(ROUTES.map(({ name }) => name).toSorted());
});

describe.each(WAYS)('$name', ({ served, name }) => {
  test('has one effect and one right answer, whatever goes wrong in between', async () => {
    const right = await undisturbed(served, name);
    expect(right.answer.status, JSON.stringify(right.answer.said)).toBeLessThan(300);
    const faults = HOWS.flatMap((how) =>
      Array.from({ length: right.calls }, (_, index): Fault => ({ call: index + 1, how })),
    );
    for (const fault of faults) {
      const { world, pressed } = await prepare(name);
      const first = await send(served, withFault(world, fault).world, pressed);
      const last = isSaidAgain(first) ? await send(served, world, pressed) : first;
      const which = `${JSON.stringify(fault)} of ${right.calls}`;
      expect(last, which).toEqual(right.answer);
      expectSame(await effectsIn(world), right.effects, which);
    }
  });

  test('has one effect and one right answer, though it comes twice at once', async () => {
    const right = await undisturbed(served, name);
    const { world, pressed } = await prepare(name);

    const answers = await Promise.all([1, 2].map(() => send(served, world, pressed)));

    expect(answers).toEqual([right.answer, right.answer]);
    expectSame(await effectsIn(world), right.effects);
  });

  test('gets the same answer when it comes again', async () => {
    const { world, pressed } = await prepare(name);

    const first = await send(served, world, pressed);
    const again = await send(served, world, pressed);

    expect(again).toEqual(first);
  });
});
