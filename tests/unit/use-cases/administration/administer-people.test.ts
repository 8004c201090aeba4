// Who lets whom in, and what may an administrator not do to themselves or to others?
import { describe, expect, test } from 'vitest';
import { brokenAt } from '../../../../functions/domain/broken-link.ts';
import type { PersonEntry } from '../../../../functions/domain/directory/directory-entry.ts';
import { versionOf } from '../../../../functions/domain/directory/entry-version.ts';
import type { PersonId } from '../../../../functions/domain/ids.ts';
import { Refusal, Unavailable } from '../../../../functions/domain/refusal.ts';
import { addOrganization } from '../../../../functions/use-cases/administration/add-organization.ts';
import { addPerson } from '../../../../functions/use-cases/administration/add-person.ts';
import { changePerson } from '../../../../functions/use-cases/administration/change-person.ts';
import { endOffice } from '../../../../functions/use-cases/administration/end-office.ts';
import { forgetSecondFactor } from '../../../../functions/use-cases/administration/forget-second-factor.ts';
import { inviteAgain } from '../../../../functions/use-cases/administration/invite-again.ts';
import { listStaff } from '../../../../functions/use-cases/administration/list-staff.ts';
import { readAccount } from '../../../../functions/use-cases/administration/read-account.ts';
import { readOrganization } from '../../../../functions/use-cases/administration/read-organization.ts';
import { readPerson } from '../../../../functions/use-cases/administration/read-person.ts';
import { resumeOffice } from '../../../../functions/use-cases/administration/resume-office.ts';
import { identify, requireRole } from '../../../../functions/use-cases/reading/identify.ts';
import {
  anOrganization,
  aPerson,
  aPersonId,
  CLERK,
  DRAFTER,
  MORNING,
  REVIEWER,
} from '../../../support/builders.ts';
import { memoryAccounts } from '../../../support/memory-directory.ts';
import {
  ADMINISTRATOR,
  aWorld,
  callerOf,
  DEPUTY,
  DISTRICT,
  OFFICER,
  SIGNER,
  STRANGER,
} from '../../../support/world.ts';
import { inReview } from '../office-day.ts';

const COMMUNE = 'org_son-trung';

const entry = (given: Partial<PersonEntry> = {}): PersonEntry => ({
  name: 'Cao Thị Lụa',
  title: 'Công chức Tư pháp - Hộ tịch',
  email: 'cao-thi-lua@example.com',
  roles: ['drafter'],
  signature: null,
  ...given,
});

const office = async () => {
  const world = aWorld();
  world.directoryHas(ADMINISTRATOR);
  const administrator = await callerOf(world, ADMINISTRATOR);
  const recordOf = async (id: PersonId) => {
    const { person } = await readPerson(world, administrator, COMMUNE, id);
    expect(await listStaff(world, administrator, COMMUNE)).toContainEqual(person);
    return person;
  };
  const change = async (id: PersonId, given: Partial<PersonEntry>) => {
    const before = await recordOf(id);
    const { name, title, email, roles } = before;
    const wish = {
      id,
      seen: versionOf(before),
      entry: entry({ name, title, email, roles, ...given }),
    };
    return changePerson(world, administrator, COMMUNE, wish);
  };
  const signIn = (id: string) => identify(world, { subject: id, authTime: 0 });
  const changes = async () => {
    const { items } = await world.directory.changes(COMMUNE, { limit: 100, cursor: null });
    return items.map(({ happening }) => happening);
  };
  return { world, administrator, recordOf, change, signIn, changes };
};

describe('somebody who is let in', () => {
  test('may do at once what they were let in for, and nothing else', async () => {
    const { world, administrator, signIn, changes } = await office();
    const { id } = await addPerson(world, administrator, COMMUNE, entry());
    const caller = await signIn(id);
    requireRole(caller, 'drafter');
    expect(() => requireRole(caller, 'clerk')).toThrow('not_permitted');
    expect(await changes()).toEqual([
      { kind: 'personAdded', personId: id, name: 'Cao Thị Lụa', roles: ['drafter'] },
    ]);
  });

  test('signs under their own name, and is asked how the block is printed', async () => {
    const { world, administrator } = await office();
    const signer = entry({ roles: ['signer', 'reviewer'] });
    await expect(addPerson(world, administrator, COMMUNE, signer)).rejects.toMatchObject({
      code: 'input_invalid',
      details: { fields: [{ path: ['signature', 'titles'] }] },
    });
    const signature = { authority: 'TM. ỦY BAN NHÂN DÂN', titles: ['CHỦ TỊCH'] };
    const added = await addPerson(world, administrator, COMMUNE, { ...signer, signature });
    expect(added).toMatchObject({
      roles: ['reviewer', 'signer'],
      signatureBlock: { ...signature, name: 'Cao Thị Lụa' },
      signingKey: null,
    });
    const clerk = entry({ roles: ['clerk'], signature });
    await expect(addPerson(world, administrator, COMMUNE, clerk)).rejects.toMatchObject({
      details: { fields: [{ path: ['signature'] }] },
    });
  });

  test('is nobody who works somewhere already', async () => {
    const { world, administrator } = await office();
    const taken = entry({ email: OFFICER.email });
    await expect(addPerson(world, administrator, COMMUNE, taken)).rejects.toMatchObject({
      code: 'email_taken',
    });
    expect((await world.directory.person(OFFICER.id))?.organizationId).toBe(DISTRICT.id);
  });
});

test('an office has at most five hundred people, so that all of them are listed', async () => {
  const { world, administrator } = await office();
  const there = (await world.directory.people(COMMUNE)).length;
  world.directoryHas(
    ...Array.from({ length: 500 - there }, (_, index) =>
      aPerson({ id: aPersonId(`nguoi-${index}`) }),
    ),
  );

  await expect(addPerson(world, administrator, COMMUNE, entry())).rejects.toMatchObject({
    code: 'people_full',
  });
  expect(await listStaff(world, administrator, COMMUNE)).toHaveLength(500);
});

describe('what somebody may do', () => {
  test('changes at once, and is told of as it was and as it is', async () => {
    const { change, signIn, changes } = await office();
    const changed = await change(DRAFTER.id, { roles: ['clerk', 'drafter'] });
    expect(changed.roles).toEqual(['drafter', 'clerk']);
    requireRole(await signIn(DRAFTER.id), 'clerk');
    expect(await changes()).toEqual([
      {
        kind: 'personChanged',
        personId: DRAFTER.id,
        name: DRAFTER.name,
        before: { roles: ['drafter'] },
        after: { roles: ['drafter', 'clerk'] },
      },
    ]);
  });

  test('is not changed over what another administrator did meanwhile; the same wish once more is harmless', async () => {
    const { world, administrator, recordOf, change, changes } = await office();
    const seen = versionOf(await recordOf(CLERK.id));
    await change(CLERK.id, { title: 'Văn thư, lưu trữ' });
    const { name, email, roles } = CLERK;
    const late = (title: string) =>
      changePerson(world, administrator, COMMUNE, {
        id: CLERK.id,
        seen,
        entry: entry({ name, email, roles, title }),
      });
    await expect(late('Thủ quỹ')).rejects.toMatchObject({ code: 'entry_changed' });
    expect((await late('Văn thư, lưu trữ')).title).toBe('Văn thư, lưu trữ');
    expect(await changes()).toHaveLength(1);
  });

  test('keeps key and image', async () => {
    const { world, change } = await office();
    const signature = { authority: null, titles: ['QUYỀN CHỦ TỊCH'] };
    await change(SIGNER.id, { title: 'Quyền Chủ tịch', signature });
    expect(await world.directory.person(SIGNER.id)).toMatchObject({
      signingKey: SIGNER.signingKey,
      title: 'Quyền Chủ tịch',
    });
  });

  test('moves the account with the address', async () => {
    const { world, change } = await office();
    await change(DRAFTER.id, { email: 'thu-ha@example.com' });
    expect((await world.directory.person(DRAFTER.id))?.email).toBe('thu-ha@example.com');
    expect(await world.accounts.open('thu-ha@example.com')).toBe(DRAFTER.id);
  });
});

describe('a new address', () => {
  const NEW = 'pho-chu-tich@example.com';
  const opening = async () => {
    const { world, administrator, recordOf, changes } = await office();
    const seen = versionOf(await recordOf(DEPUTY.id));
    const { name, title, roles } = DEPUTY;
    /** The very same press, whatever has become of it before. */
    const press = (email: string, broken: Partial<typeof world> = {}) =>
      changePerson({ ...world, ...broken }, administrator, COMMUNE, {
        id: DEPUTY.id,
        seen,
        entry: entry({ name, title, email, roles }),
      });
    const written = async () => (await world.directory.person(DEPUTY.id))?.email;
    const signsInUnder = async (email: string) => (await world.accounts.open(email)) === DEPUTY.id;
    return { world, press, changes, written, signsInUnder };
  };

  test('that could not be written leaves the account where it was', async () => {
    const { world, press, written, signsInUnder } = await opening();
    const reasons = [new Unavailable('DynamoDB'), new Refusal('revision_conflict')];
    for (const reason of reasons) {
      const commit = () => Promise.reject(reason);
      const directoryDesk = { ...world.directoryDesk, commit };
      await expect(press(NEW, { directoryDesk })).rejects.toThrow();
      expect(await written()).toBe(DEPUTY.email);
      expect(await signsInUnder(DEPUTY.email)).toBe(true);
    }
    await press(NEW);
    expect(await written()).toBe(NEW);
    expect(await signsInUnder(NEW)).toBe(true);
  });

  test('that the account did not hear of reaches it by the same press, with one effect', async () => {
    const { world, press, changes, written, signsInUnder } = await opening();
    const move = () => Promise.reject(new Unavailable('Cognito'));
    const accounts = { ...world.accounts, move };
    await expect(press(NEW, { accounts })).rejects.toThrow(Unavailable);
    await expect(press(NEW, { accounts })).rejects.toThrow(Unavailable);
    await press(NEW);
    expect(await written()).toBe(NEW);
    expect(await signsInUnder(NEW)).toBe(true);
    expect(await changes()).toHaveLength(1);
  });

  test('that is refused has changed nothing: it is somebody else’s, or they have no account', async () => {
    const { press, changes, written, signsInUnder } = await opening();
    await expect(press(OFFICER.email)).rejects.toMatchObject({ code: 'email_taken' });
    expect(await signsInUnder(DEPUTY.email)).toBe(true);

    const known = [DRAFTER, OFFICER].map((one) => [one.id, one] as const);
    const accounts = memoryAccounts(new Map(known));
    await expect(press(NEW, { accounts })).rejects.toMatchObject({ code: 'person_not_found' });
    expect(await written()).toBe(DEPUTY.email);
    expect(await changes()).toEqual([]);
  });
});

describe('an office that is over', () => {
  test('gives no right from that moment on, and may be taken up again', async () => {
    const { world, administrator, signIn, changes } = await office();
    await endOffice(world, administrator, COMMUNE, CLERK.id);
    await expect(signIn(CLERK.id)).rejects.toMatchObject({ code: 'person_unknown' });
    await expect(endOffice(world, administrator, COMMUNE, CLERK.id)).rejects.toMatchObject({
      code: 'status_wrong',
    });
    await resumeOffice(world, administrator, COMMUNE, CLERK.id);
    requireRole(await signIn(CLERK.id), 'clerk');
    expect((await changes()).map(({ kind }) => kind)).toEqual(['officeResumed', 'officeEnded']);
    const chain = await world.directory.changes(COMMUNE, { limit: 100, cursor: null });
    const head = await world.directoryDesk.chain(COMMUNE);
    expect(head && brokenAt(chain.items.toReversed(), head)).toBeNull();
  });

  test('is not that of the last administrator, whichever way they try', async () => {
    const { world, administrator, change, changes } = await office();
    const alone = { code: 'administrator_missing' };
    await expect(change(ADMINISTRATOR.id, { roles: [] })).rejects.toMatchObject(alone);
    const end = endOffice(world, administrator, COMMUNE, ADMINISTRATOR.id);
    await expect(end).rejects.toMatchObject(alone);
    expect(await changes()).toEqual([]);

    await change(CLERK.id, { roles: ['clerk', 'administrator'] });
    await change(ADMINISTRATOR.id, { roles: [] });
    expect((await changes())[0]).toMatchObject({ personId: ADMINISTRATOR.id });
  });
});

describe('who keeps the people of an office', () => {
  test('are its own administrators and those above it, and nobody else', async () => {
    const { world, administrator } = await office();
    const school = anOrganization({ id: 'org_truong', parentId: COMMUNE });
    world.organizationIs(school);
    expect(await listStaff(world, administrator, school.id)).toEqual([]);
    for (const elsewhere of [DISTRICT.id, STRANGER.organizationId, 'org_nowhere'] as const) {
      await expect(listStaff(world, administrator, elsewhere)).rejects.toMatchObject({
        code: 'organization_not_found',
      });
    }
    await expect(endOffice(world, administrator, COMMUNE, STRANGER.id)).rejects.toMatchObject({
      code: 'person_not_found',
    });
    const drafter = await callerOf(world, DRAFTER);
    await expect(listStaff(world, drafter, COMMUNE)).rejects.toMatchObject({
      code: 'not_permitted',
    });
  });
});

describe('an office that somebody entered', () => {
  const NOT_HIS = { code: 'organization_not_found' };
  const NEW_COMMUNE = {
    name: 'UBND xã Sơn Kim',
    superiorLine: null,
    agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN KIM'],
    place: 'Sơn Kim',
    abbreviation: 'UBND',
    code: 'H99.10.03',
    parentId: null,
  };
  const first = entry({ roles: ['administrator'] });
  const second = entry({ roles: ['administrator'], email: 'nguoi-sau@example.com' });

  const entered = async () => {
    const known = await office();
    const { world, administrator } = known;
    const { id } = await addOrganization(world, administrator, NEW_COMMUNE);
    const read = (caller = administrator) => readOrganization(world, caller, id);
    const add = (person: PersonEntry, caller = administrator) =>
      addPerson(world, caller, id, person);
    return { ...known, id, read, add };
  };

  test('gets its first administrator from whoever entered it, who then has nothing more to say there', async () => {
    const { world, administrator, signIn, id, read, add } = await entered();
    expect(await read()).toMatchObject({ reach: 'describe', awaitsAdministrator: true });
    const added = await add(first);
    expect(await read()).toMatchObject({ reach: 'look', awaitsAdministrator: false });
    await expect(add(second)).rejects.toMatchObject(NOT_HIS);
    await expect(readPerson(world, administrator, id, added.id)).rejects.toMatchObject(NOT_HIS);

    const theirs = await signIn(added.id);
    expect(await addPerson(world, theirs, id, entry({ email: 'vt@example.com' }))).toMatchObject({
      organizationId: id,
      roles: ['drafter'],
    });
  });

  test('gets nobody else from them: what others may do there is for the office itself to say', async () => {
    const { world, administrator, id, add, signIn } = await entered();
    for (const roles of [['drafter'], [], ['clerk', 'administrator']] as PersonEntry['roles'][]) {
      await expect(add(entry({ roles }))).rejects.toMatchObject({
        code: 'input_invalid',
        details: { fields: [{ path: ['roles'] }] },
      });
    }
    await expect(listStaff(world, administrator, id)).rejects.toMatchObject(NOT_HIS);
    // Nobody got an account on the way.
    await expect(signIn('cao-thi-lua-example-com')).rejects.toMatchObject({
      code: 'person_unknown',
    });
  });

  test('gets nobody from those who did not enter it, and what nobody entered gets nobody', async () => {
    const { world, administrator, id, read, add } = await entered();
    world.directoryHas(
      { ...STRANGER, roles: ['administrator'] },
      { ...CLERK, roles: ['administrator'] },
    );
    for (const person of [STRANGER, CLERK]) {
      const another = await callerOf(world, person);
      expect(await read(another)).toMatchObject({ reach: 'describe', awaitsAdministrator: false });
      await expect(add(first, another)).rejects.toMatchObject(NOT_HIS);
    }
    world.organizationIs(anOrganization({ id: 'org_tinh', name: 'UBND tỉnh' }));
    await expect(addPerson(world, administrator, 'org_tinh', first)).rejects.toMatchObject(NOT_HIS);
    world.directoryHas({ ...ADMINISTRATOR, roles: ['drafter'] });
    const noMore = await callerOf(world, ADMINISTRATOR);
    await expect(add(first, noMore)).rejects.toMatchObject({ code: 'not_permitted' });
    expect(await world.directory.people(id)).toEqual([]);
  });

  test('gets one, though the press comes twice at once and the list of people lags', async () => {
    const { world, administrator, id } = await entered();
    const lagging = { ...world, directory: { ...world.directory, people: async () => [] } };
    const pressed = await Promise.allSettled(
      [first, second].map((person) => addPerson(lagging, administrator, id, person)),
    );
    expect(pressed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await world.directory.people(id)).toHaveLength(1);
  });

  test('gets nobody from them once somebody is in office there, or once it is no more', async () => {
    const { world, id, add, read } = await entered();
    world.directoryHas(aPerson({ id: aPersonId('van-thu'), organizationId: id, roles: ['clerk'] }));
    await expect(add(first)).rejects.toMatchObject(NOT_HIS);

    const closed = await entered();
    const organization = await closed.world.directory.organization(closed.id);
    if (!organization) throw new Error('it was not entered');
    closed.world.organizationIs({ ...organization, validUntil: closed.administrator.at });
    expect(await closed.read()).toMatchObject({ awaitsAdministrator: false });
    await expect(closed.add(first)).rejects.toMatchObject(NOT_HIS);
    expect(await read()).toMatchObject({ awaitsAdministrator: false });
  });

  test('stays closed to them when those whom they let in have left', async () => {
    const { world, id, add } = await entered();
    const { id: personId } = await add(first);
    const person = await world.directory.person(personId);
    if (!person) throw new Error('nobody was let in');
    world.directoryHas({ ...person, validUntil: MORNING });
    await expect(add(second)).rejects.toMatchObject(NOT_HIS);
    expect(await world.directory.people(id)).toHaveLength(1);
  });
});

test('what waits for somebody is named before their role or their office goes', async () => {
  const world = aWorld();
  world.directoryHas(ADMINISTRATOR);
  const administrator = await callerOf(world, ADMINISTRATOR);
  const waitingFor = async (id: PersonId) =>
    readPerson(world, administrator, COMMUNE, id).then(({ waiting, hasMore }) => ({
      waiting,
      hasMore,
    }));
  const { subject } = await inReview(world);

  expect(await waitingFor(REVIEWER.id)).toEqual({ waiting: [subject], hasMore: false });
  expect(await waitingFor(SIGNER.id)).toEqual({ waiting: [], hasMore: false });

  for (let more = 0; more < 5; more += 1) await inReview(world);
  expect(await waitingFor(REVIEWER.id)).toMatchObject({ hasMore: true });
});

test('what waits for somebody is nothing to who keeps their office from above, but that something does', async () => {
  const world = aWorld();
  const commune = await world.directory.organization(COMMUNE);
  if (!commune) throw new Error('the commune is not there');
  world.organizationIs({ ...commune, parentId: DISTRICT.id });
  const above = aPerson({
    id: aPersonId('nguyen-van-tren'),
    organizationId: DISTRICT.id,
    roles: ['administrator'],
  });
  world.directoryHas(above);
  const administrator = await callerOf(world, above);
  await inReview(world);

  const read = (id: PersonId) => readPerson(world, administrator, COMMUNE, id);
  expect(await read(REVIEWER.id)).toMatchObject({ waiting: [], hasMore: true });
  expect(await read(SIGNER.id)).toMatchObject({ waiting: [], hasMore: false });
});

describe('the way in of somebody', () => {
  test('is known by whether they have gone it', async () => {
    const { world, administrator } = await office();
    const { id } = await addPerson(world, administrator, COMMUNE, entry());
    const accountOf = (one: PersonId) => readAccount(world, administrator, COMMUNE, one);
    const nothing = { changes: [], settling: null };
    expect(await accountOf(id)).toEqual({ state: 'invited', ...nothing });
    expect(await accountOf(CLERK.id)).toEqual({ state: 'active', ...nothing });
  });

  test('is told once more to whoever has not gone it, and to nobody else', async () => {
    const { world, administrator, changes } = await office();
    const { id } = await addPerson(world, administrator, COMMUNE, entry());
    expect(world.accounts.told).toEqual(['cao-thi-lua@example.com']);

    await inviteAgain(world, administrator, COMMUNE, id);
    await expect(inviteAgain(world, administrator, COMMUNE, CLERK.id)).rejects.toMatchObject({
      code: 'status_wrong',
    });

    expect(world.accounts.told).toEqual(['cao-thi-lua@example.com', 'cao-thi-lua@example.com']);
    expect((await changes())[0]).toMatchObject({ kind: 'invitedAgain', personId: id });
  });

  test('is told to whoever has an account already that nobody used, and not to whoever did', async () => {
    const { world, administrator } = await office();
    const { email } = entry();
    const left = await world.accounts.open(email);
    expect((await addPerson(world, administrator, COMMUNE, entry())).id).toBe(left);
    expect(world.accounts.told).toEqual([email]);

    const used = aPerson({ id: aPersonId('ho-van-nam'), email: 'ho-van-nam@example.com' });
    const accounts = memoryAccounts(new Map([[used.id, used]]));
    const wish = entry({ email: used.email });
    const again = await addPerson({ ...world, accounts }, administrator, COMMUNE, wish);
    expect(again.id).toBe(used.id);
    expect(accounts.told).toEqual([]);
  });

  test('is told to nobody before there is something that it leads to', async () => {
    const { world, administrator } = await office();
    const commit = () => Promise.reject(new Unavailable('DynamoDB'));
    const broken = { ...world, directoryDesk: { ...world.directoryDesk, commit } };
    await expect(addPerson(broken, administrator, COMMUNE, entry())).rejects.toThrow(Unavailable);
    expect(world.accounts.told).toEqual([]);
  });

  test('is told to nobody who only has the address that stands in their entry', async () => {
    const { world, administrator } = await office();
    const { id } = await addPerson(world, administrator, COMMUNE, entry());
    const other = 'hoang-thi-sen@example.com';
    await world.accounts.open(other);
    const person = await world.directory.person(id);
    if (person === null) throw new Error('they were let in');
    world.directoryHas({ ...person, email: other });

    await expect(inviteAgain(world, administrator, COMMUNE, id)).rejects.toMatchObject({
      code: 'person_not_found',
    });
  });

  test('asks for another second factor when theirs is lost, and the change is told', async () => {
    const { world, administrator, changes } = await office();
    const forgotten: string[] = [];
    world.accounts.forgetSecondFactor = async (id) => {
      forgotten.push(id);
    };

    await forgetSecondFactor(world, administrator, COMMUNE, DRAFTER.id);

    expect(forgotten).toEqual([DRAFTER.id]);
    expect(await changes()).toEqual([
      { kind: 'secondFactorForgotten', personId: DRAFTER.id, name: DRAFTER.name },
    ]);
    expect(world.post).toEqual([{ to: [DRAFTER.email], subject: 'Thay đổi về đăng nhập của bạn' }]);
  });

  test('is reset only once it is told', async () => {
    const { world, administrator, changes } = await office();
    const forget = (given: Partial<typeof world>) =>
      forgetSecondFactor({ ...world, ...given }, administrator, COMMUNE, DRAFTER.id);
    const lost = async () => {
      throw new Unavailable('AWS');
    };

    const directoryDesk = { ...world.directoryDesk, commit: lost };
    await expect(forget({ directoryDesk })).rejects.toThrow(Unavailable);
    expect([...world.accounts.forgotten]).toEqual([]);

    const accounts = { ...world.accounts, forgetSecondFactor: lost };
    await expect(forget({ accounts })).rejects.toThrow(Unavailable);
    expect(await changes()).toMatchObject([{ kind: 'secondFactorForgotten' }]);
  });

  test('is nobody’s to change for themselves, nor for people of another office', async () => {
    const { world, administrator } = await office();
    const forget = (id: PersonId) => forgetSecondFactor(world, administrator, COMMUNE, id);
    await expect(forget(ADMINISTRATOR.id)).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(forget(STRANGER.id)).rejects.toMatchObject({ code: 'person_not_found' });
  });
});
