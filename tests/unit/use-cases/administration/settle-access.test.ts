// Can an administrator act as somebody who signs or seals? Not by another second factor, not by another address, and not by an
// administrator whom they let in for it.
import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonEntry } from '../../../../functions/domain/directory/directory-entry.ts';
import { entryOf } from '../../../../functions/domain/directory/directory-entry.ts';
import { versionOf } from '../../../../functions/domain/directory/entry-version.ts';
import type { Person } from '../../../../functions/domain/directory/organization.ts';
import { requireSettled } from '../../../../functions/domain/directory/settled-access.ts';
import type { PersonId } from '../../../../functions/domain/ids.ts';
import { Unavailable } from '../../../../functions/domain/refusal.ts';
import { addPerson } from '../../../../functions/use-cases/administration/add-person.ts';
import { callOffAccess } from '../../../../functions/use-cases/administration/call-off-access.ts';
import { changePerson } from '../../../../functions/use-cases/administration/change-person.ts';
import { closeOrganization } from '../../../../functions/use-cases/administration/close-organization.ts';
import { endOffice } from '../../../../functions/use-cases/administration/end-office.ts';
import { forgetSecondFactor } from '../../../../functions/use-cases/administration/forget-second-factor.ts';
import { inviteAgain } from '../../../../functions/use-cases/administration/invite-again.ts';
import { readAccount } from '../../../../functions/use-cases/administration/read-account.ts';
import { reopenOrganization } from '../../../../functions/use-cases/administration/reopen-organization.ts';
import { resumeOffice } from '../../../../functions/use-cases/administration/resume-office.ts';
import { settleAccess } from '../../../../functions/use-cases/administration/settle-access.ts';
import { notify } from '../../../../functions/use-cases/issuing/notify.ts';
import type { Caller } from '../../../../functions/use-cases/reading/identify.ts';
import {
  A_HASH,
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
  DISTRICT,
  OFFICER,
  SIGNER,
} from '../../../support/world.ts';

const COMMUNE = 'org_son-trung';
const SECOND = aPerson({
  id: aPersonId('cao-ba-quat'),
  name: 'Cao Bá Quát',
  roles: ['administrator'],
});
const NEW = 'dia-chi-moi@example.com';
const A_DAY_LATER = '2026-03-03T01:00:00.000Z';
const ALMOST_A_DAY_LATER = '2026-03-03T00:59:59.999Z';
const UNSETTLED = { code: 'access_unsettled', details: { facts: { until: A_DAY_LATER } } };
const NEEDS_ANOTHER = {
  code: 'second_administrator_missing',
  details: { facts: { until: A_DAY_LATER } },
};

let world: ReturnType<typeof aWorld>;
beforeEach(() => {
  world = aWorld();
  world.directoryHas(ADMINISTRATOR, SECOND);
  const known = [DRAFTER, REVIEWER, SIGNER, CLERK, ADMINISTRATOR, SECOND];
  world.accounts = memoryAccounts(new Map(known.map((one) => [one.id, one])));
});

const there = async (id: PersonId): Promise<Person> => {
  const person = await world.directory.person(id);
  if (person === null) throw new Error(`${id} is not there`);
  return person;
};
const forget = async (id: PersonId, by = ADMINISTRATOR) =>
  forgetSecondFactor(world, await callerOf(world, by), COMMUNE, id);
const change = async (id: PersonId, given: Partial<PersonEntry>, by = ADMINISTRATOR) => {
  const before = await there(id);
  const entry = { ...entryOf(before), ...given };
  const wish = { id, seen: versionOf(before), entry };
  return changePerson(world, await callerOf(world, by), COMMUNE, wish);
};
const settle = async (id: PersonId, by: Person, given: Partial<typeof world> = {}) =>
  settleAccess({ ...world, ...given }, await callerOf(world, by), COMMUNE, {
    id,
    seen: versionOf(await there(id)),
  });
const seen = async (id: PersonId, by = ADMINISTRATOR) =>
  readAccount(world, await callerOf(world, by), COMMUNE, id);
const callOff = async (id: PersonId, by: Person) =>
  callOffAccess(world, await callerOf(world, by), COMMUNE, id);
const requireStanding = async (id: PersonId) => requireSettled(await there(id), world.clock.now());
const latest = async () =>
  (await world.directory.changes(COMMUNE, { limit: 1, cursor: null })).items[0]?.happening;
/** A press, and the same when what it has changed is there. */
const pressedBy = (caller: Caller): Caller => ({
  ...caller,
  press: { personId: caller.person.id, key: A_HASH, hash: A_HASH, at: caller.at },
});
const again = (pressed: Caller): Caller => ({ ...pressed, pressed: { made: null } });
const lost = () => Promise.reject(new Unavailable('AWS'));
const resets = () => [...world.accounts.forgotten];

describe('another second factor of somebody who signs or seals', () => {
  const retired = { ...REVIEWER, signingKey: SIGNER.signingKey };
  test.each([
    ['who signs', SIGNER],
    ['who signs and has no key yet', { ...SIGNER, signingKey: null }],
    ['who seals', CLERK],
    ['who has a key, and signs no more', retired],
  ])('%s waits for a second administrator, who is neither the first nor they', async (_, one) => {
    world.directoryHas(one);

    expect(await forget(one.id)).toMatchObject({
      changes: [{ kind: 'secondFactor', isHeld: true, askedByName: ADMINISTRATOR.name }],
      settling: null,
    });

    expect(resets()).toEqual([]);
    expect(await latest()).toMatchObject({ kind: 'accessAsked', what: 'secondFactor' });
    await expect(requireStanding(one.id)).rejects.toMatchObject(UNSETTLED);
    await expect(settle(one.id, ADMINISTRATOR)).rejects.toMatchObject(NEEDS_ANOTHER);
    world.directoryHas({ ...(await there(one.id)), roles: [...one.roles, 'administrator'] });
    await expect(settle(one.id, one)).rejects.toMatchObject(NEEDS_ANOTHER);

    expect(await settle(one.id, SECOND)).toMatchObject({ changes: [], settling: null });
    expect(resets()).toEqual([one.id]);
    expect(await latest()).toMatchObject({
      kind: 'accessSettled',
      what: ['secondFactor'],
      agreed: true,
    });
    await requireStanding(one.id);
  });

  test('takes effect after a day by whoever asked, where there is nobody else', async () => {
    await forget(SIGNER.id);
    world.setTime(ALMOST_A_DAY_LATER);
    await expect(settle(SIGNER.id, ADMINISTRATOR)).rejects.toMatchObject(NEEDS_ANOTHER);

    world.setTime(A_DAY_LATER);
    const caller = await callerOf(world, ADMINISTRATOR);
    expect(await readAccount(world, caller, COMMUNE, SIGNER.id)).toMatchObject({
      settling: 'aDay',
    });
    await requireStanding(SIGNER.id);
    expect(resets()).toEqual([]);
    await settle(SIGNER.id, ADMINISTRATOR);

    expect(resets()).toEqual([SIGNER.id]);
    expect(await latest()).toMatchObject({ kind: 'accessSettled', agreed: false });
    await expect(settle(SIGNER.id, SECOND)).rejects.toMatchObject({ code: 'status_wrong' });
  });

  test('is asked for once, though the press is made again', async () => {
    await forget(SIGNER.id);
    world.setTime(ALMOST_A_DAY_LATER);
    await forget(SIGNER.id);
    expect((await there(SIGNER.id)).accessChanges).toMatchObject([{ askedAt: MORNING }]);
  });

  test('is told at once to whom it is about, and to the other administrators', async () => {
    await forget(SIGNER.id);
    expect(world.post).toEqual([
      { to: [SIGNER.email], subject: 'Thay đổi về đăng nhập của bạn' },
      { to: [SECOND.email], subject: `Thay đổi về đăng nhập của ${SIGNER.name}` },
    ]);
  });

  test('is told once more when it takes effect, under the old address too, and takes no effect unheard', async () => {
    await change(SIGNER.id, { email: NEW });
    await forget(SIGNER.id);
    world.setTime(A_DAY_LATER);
    world.post.length = 0;
    await expect(settle(SIGNER.id, ADMINISTRATOR, { notices: { give: lost } })).rejects.toThrow();
    expect(resets()).toEqual([]);
    expect(await world.accounts.find(NEW)).toBeNull();

    const letters: string[] = [];
    world.mail.send = async ({ to, text }) => {
      letters.push(`${to.map(({ email }) => email)}: ${text}`);
    };
    await settle(SIGNER.id, ADMINISTRATOR);
    expect(resets()).toEqual([SIGNER.id]);
    const objection = 'Nếu có gì không đúng, hãy báo ngay lãnh đạo cơ quan hoặc một quản trị khác.';
    expect(letters).toEqual([
      `${NEW},${SIGNER.email}: Quản trị ${ADMINISTRATOR.name} cho thực hiện yêu cầu đổi địa chỉ thư đăng nhập của bạn thành ${NEW}, đặt lại xác thực hai bước của bạn. Việc này đã có hiệu lực. ${objection}`,
    ]);
  });

  test('is told in words that say what, by whom, until when, and what to do about it', async () => {
    const letters: string[] = [];
    world.mail.send = async ({ text }) => {
      letters.push(text);
    };
    await change(SIGNER.id, { email: NEW });
    expect(letters).toEqual([
      `Quản trị ${ADMINISTRATOR.name} đổi địa chỉ thư đăng nhập của bạn thành ${NEW}. Việc này chỉ có hiệu lực khi một quản trị khác đồng ý, hoặc từ 08:00 03/03/2026; đến lúc đó chưa ký số, chưa ký số cơ quan được. Nếu bạn không yêu cầu, hãy đăng nhập và bấm Không phải tôi yêu cầu, rồi báo ngay lãnh đạo cơ quan.`,
      `Quản trị ${ADMINISTRATOR.name} đổi địa chỉ thư đăng nhập của ${SIGNER.name} thành ${NEW}. Việc này chỉ có hiệu lực khi một quản trị khác đồng ý, hoặc từ 08:00 03/03/2026; đến lúc đó chưa ký số, chưa ký số cơ quan được. Hãy hỏi trực tiếp ${SIGNER.name}. Quản trị khác mở tên người này ở Danh bạ để đồng ý; nếu không đúng thì bấm Hủy yêu cầu.`,
    ]);
  });

  test('is called off by whom it is about, or by an administrator, and by nobody else', async () => {
    for (const by of [SIGNER, SECOND, ADMINISTRATOR]) {
      await forget(SIGNER.id);
      await callOff(SIGNER.id, by);
      expect(await latest()).toMatchObject({ kind: 'accessCalledOff', personId: SIGNER.id });
      await requireStanding(SIGNER.id);
    }
    await forget(SIGNER.id);
    await expect(callOff(SIGNER.id, CLERK)).rejects.toMatchObject({ code: 'not_permitted' });
    expect(resets()).toEqual([]);
  });

  test('is agreed to as it was seen, and no more', async () => {
    await forget(SIGNER.id);
    const seen = versionOf(await there(SIGNER.id));
    await change(SIGNER.id, { email: NEW });
    const late = settleAccess(world, await callerOf(world, SECOND), COMMUNE, {
      id: SIGNER.id,
      seen,
    });
    await expect(late).rejects.toMatchObject({ code: 'entry_changed' });
    expect(resets()).toEqual([]);
  });

  test('still waits when the press that agreed to it was cut off before it was written down', async () => {
    await forget(SIGNER.id);
    await change(SIGNER.id, { email: NEW });
    const directoryDesk = { ...world.directoryDesk, commit: lost };
    await expect(settle(SIGNER.id, SECOND, { directoryDesk })).rejects.toThrow(Unavailable);
    await expect(requireStanding(SIGNER.id)).rejects.toMatchObject(UNSETTLED);
    expect(await world.accounts.find(NEW)).toBeNull();
    expect(resets()).toEqual([]);

    await callOff(SIGNER.id, SIGNER);
    await requireStanding(SIGNER.id);
  });

  test('is called off by nobody who would then believe it, once the account may have heard of it', async () => {
    await forget(SIGNER.id);
    await change(SIGNER.id, { email: NEW });
    const heard: unknown[] = [];
    const forgetting = world.accounts.forgetSecondFactor;
    const accounts = {
      ...world.accounts,
      // At this very moment.
      forgetSecondFactor: async (id: PersonId) => {
        heard.push(await callOff(SIGNER.id, SIGNER).catch((error: unknown) => error));
        await forgetting(id);
      },
      move: lost,
    };
    await expect(settle(SIGNER.id, SECOND, { accounts })).rejects.toThrow(Unavailable);
    heard.push(await callOff(SIGNER.id, SIGNER).catch((error: unknown) => error));
    expect(heard).toMatchObject([{ code: 'status_wrong' }, { code: 'status_wrong' }]);
  });

  test.each([
    ['comes again', 'again'],
    ['is made anew, by whichever administrator', 'anew'],
  ])(
    'is carried out when the press that agreed to it was cut off and %s, and then no more',
    async (_, how) => {
      await forget(SIGNER.id);
      await change(SIGNER.id, { email: NEW });
      const wish = { id: SIGNER.id, seen: versionOf(await there(SIGNER.id)) };
      const pressed = pressedBy(await callerOf(world, SECOND));
      const accounts = { ...world.accounts, forgetSecondFactor: lost, move: lost };
      const cutOff = settleAccess({ ...world, accounts }, pressed, COMMUNE, wish);
      await expect(cutOff).rejects.toThrow(Unavailable);
      await requireStanding(SIGNER.id);
      expect(await there(SIGNER.id)).toMatchObject({ email: NEW });
      const told = await latest();
      await change(SIGNER.id, { title: 'Chủ tịch UBND' });

      const caller = await callerOf(world, ADMINISTRATOR);
      expect(await readAccount(world, caller, COMMUNE, SIGNER.id)).toMatchObject({
        changes: [
          { kind: 'secondFactor', isHeld: false },
          { kind: 'email', isHeld: false },
        ],
        settling: 'due',
      });
      if (how === 'again') await settleAccess(world, again(pressed), COMMUNE, wish);
      else await settle(SIGNER.id, ADMINISTRATOR);

      expect(resets()).toEqual([SIGNER.id]);
      expect(await world.accounts.find(NEW)).toMatchObject({ id: SIGNER.id });
      expect(told).toMatchObject({ kind: 'accessSettled', what: ['secondFactor', 'email'] });
      expect(await latest()).toMatchObject({ kind: 'personChanged' });
      await expect(settle(SIGNER.id, ADMINISTRATOR)).rejects.toMatchObject({
        code: 'status_wrong',
      });
      world.accounts.forgotten.clear();
      await settleAccess(world, again(pressed), COMMUNE, wish);
      expect(resets()).toEqual([]);
    },
  );
});

describe('another address of somebody who signs or seals', () => {
  test('waits likewise, is told to the old one, and moves the account when it stands', async () => {
    const changed = await change(SIGNER.id, { email: NEW, title: 'Chủ tịch UBND' });

    expect(changed).toMatchObject({ email: SIGNER.email, title: 'Chủ tịch UBND' });
    expect(world.post[0]?.to).toEqual([SIGNER.email]);
    expect(await world.accounts.find(NEW)).toBeNull();
    await expect(requireStanding(SIGNER.id)).rejects.toMatchObject(UNSETTLED);

    await settle(SIGNER.id, SECOND);
    expect(await there(SIGNER.id)).toMatchObject({ email: NEW, accessChanges: [] });
    expect(await world.accounts.find(NEW)).toMatchObject({ id: SIGNER.id });
    expect(await latest()).toMatchObject({ kind: 'accessSettled', what: ['email'], email: NEW });
  });

  test('leaves the invitation of whoever has not followed it with the old one', async () => {
    const signature = { authority: null, titles: ['CHỦ TỊCH'] };
    const signer: PersonEntry = {
      ...{ name: 'Đỗ Văn Ba', title: '', email: 'do-van-ba@example.com' },
      ...{ roles: ['signer'], signature },
    };
    const caller = await callerOf(world, ADMINISTRATOR);
    const { id } = await addPerson(world, caller, COMMUNE, signer);
    await change(id, { email: NEW });

    await inviteAgain(world, caller, COMMUNE, id);

    expect(world.accounts.told).toEqual([signer.email, signer.email]);
  });

  test('that was asked for again stays asked for; what else is saved meanwhile leaves it', async () => {
    await change(SIGNER.id, { email: NEW });
    world.setTime(ALMOST_A_DAY_LATER);
    await change(SIGNER.id, { email: NEW });
    await change(SIGNER.id, { title: 'Chủ tịch UBND' });
    expect((await there(SIGNER.id)).accessChanges).toMatchObject([{ to: NEW, askedAt: MORNING }]);
  });

  test('that somebody else was given meanwhile is refused, and nothing of it stands', async () => {
    await change(SIGNER.id, { email: NEW });
    await change(DRAFTER.id, { email: NEW });
    await expect(settle(SIGNER.id, SECOND)).rejects.toMatchObject({ code: 'email_taken' });
    expect(await there(SIGNER.id)).toMatchObject({ email: SIGNER.email });
  });

  test('that is somebody else’s is refused when it is asked for', async () => {
    await expect(change(SIGNER.id, { email: CLERK.email })).rejects.toMatchObject({
      code: 'email_taken',
    });
    await requireStanding(SIGNER.id);
  });
});

test('whoever’s address was moved within the day hears of everything under each that was theirs', async () => {
  await change(DRAFTER.id, { email: 'mot@example.com' });
  await change(DRAFTER.id, { email: NEW });
  await forget(DRAFTER.id);
  expect(world.post.at(-1)?.to.toSorted()).toEqual([NEW, DRAFTER.email].toSorted());

  await change(DRAFTER.id, { email: 'hai@example.com' }, SECOND);
  expect(world.post.at(-1)?.to.toSorted()).toEqual(
    [NEW, DRAFTER.email, 'hai@example.com'].toSorted(),
  );
});

describe('what is held of somebody whose office has ended', () => {
  const end = async () =>
    endOffice(world, await callerOf(world, ADMINISTRATOR), COMMUNE, SIGNER.id);
  const resume = async () =>
    resumeOffice(world, await callerOf(world, ADMINISTRATOR), COMMUNE, SIGNER.id);
  const TWO_DAYS_LATER = '2026-03-04T01:00:00.000Z';

  test('takes effect by no day in which they could not object, but by a second administrator', async () => {
    await forget(SIGNER.id);
    await end();
    world.setTime(TWO_DAYS_LATER);
    expect((await seen(SIGNER.id)).settling).toBeNull();
    await expect(settle(SIGNER.id, ADMINISTRATOR)).rejects.toMatchObject({
      code: 'second_administrator_missing',
    });
    await settle(SIGNER.id, SECOND);
    expect(resets()).toEqual([SIGNER.id]);
  });

  test('waits for a whole day from when they are back, and is told to them anew', async () => {
    await forget(SIGNER.id);
    await end();
    world.setTime(A_DAY_LATER);
    world.post.length = 0;
    await resume();

    expect(world.post.map(({ to }) => to)).toEqual([[SIGNER.email], [SECOND.email]]);
    const until = { code: 'access_unsettled', details: { facts: { until: TWO_DAYS_LATER } } };
    await expect(requireStanding(SIGNER.id)).rejects.toMatchObject(until);
    await expect(settle(SIGNER.id, ADMINISTRATOR)).rejects.toMatchObject({
      code: 'second_administrator_missing',
    });
    await callOff(SIGNER.id, SIGNER);
    await requireStanding(SIGNER.id);
  });
});

describe('what is held of somebody whose office is closed', () => {
  const above = { ...OFFICER, roles: ['administrator' as const] };
  const TWO_DAYS_LATER = '2026-03-04T01:00:00.000Z';
  const close = async () => closeOrganization(world, await callerOf(world, above), COMMUNE, null);
  const reopen = async () => reopenOrganization(world, await callerOf(world, above), COMMUNE);
  beforeEach(async () => {
    const commune = await world.directory.organization(COMMUNE);
    if (commune !== null) world.organizationIs({ ...commune, parentId: DISTRICT.id });
    world.directoryHas(above);
  });

  test('takes effect by no day on which nobody of it could object', async () => {
    await forget(SIGNER.id, above);
    await close();
    world.setTime(TWO_DAYS_LATER);
    expect((await seen(SIGNER.id, above)).settling).toBeNull();
    await expect(settle(SIGNER.id, above)).rejects.toMatchObject({
      code: 'second_administrator_missing',
      details: { facts: {} },
    });
    expect(resets()).toEqual([]);
  });

  test('waits for a whole day from when it is open again, and is told anew', async () => {
    await forget(SIGNER.id, above);
    await change(DRAFTER.id, { title: 'Chuyên viên' });
    await close();
    world.setTime(A_DAY_LATER);
    world.post.length = 0;
    const caller = pressedBy(await callerOf(world, above));
    await reopenOrganization(world, caller, COMMUNE);

    expect(world.post.flatMap(({ to }) => to)).toContain(SIGNER.email);
    expect(world.post.flatMap(({ to }) => to)).not.toContain(DRAFTER.email);
    const until = { details: { facts: { until: TWO_DAYS_LATER } } };
    await expect(settle(SIGNER.id, above)).rejects.toMatchObject({
      code: 'second_administrator_missing',
      ...until,
    });
    await expect(requireStanding(SIGNER.id)).rejects.toMatchObject(until);

    // A press whose answer was lost tells it once more, and moves no day.
    world.setTime('2026-03-03T05:00:00.000Z');
    await reopenOrganization(world, again(caller), COMMUNE);
    world.setTime(TWO_DAYS_LATER);
    await settle(SIGNER.id, above);
    expect(resets()).toEqual([SIGNER.id]);
  });

  test('waits as long when the opening broke off and came again', async () => {
    await forget(SIGNER.id, above);
    await close();
    world.setTime(A_DAY_LATER);
    const { commit } = world.directoryDesk;
    world.directoryDesk.commit = (change) =>
      change.organization ? lost() : commit.call(world.directoryDesk, change);
    world.post.length = 0;
    await expect(reopen()).rejects.toBeInstanceOf(Unavailable);
    // What is not stored is told to nobody.
    expect(world.post).toEqual([]);
    expect((await seen(SIGNER.id, above)).settling).toBeNull();
    world.directoryDesk.commit = commit;
    world.setTime(TWO_DAYS_LATER);
    await reopen();
    await expect(settle(SIGNER.id, above)).rejects.toMatchObject({
      details: { facts: { until: '2026-03-05T01:00:00.000Z' } },
    });
  });

  test('takes effect by a second administrator none the less', async () => {
    await forget(SIGNER.id);
    await close();
    await settle(SIGNER.id, above);
    expect(resets()).toEqual([SIGNER.id]);
  });
});

test('what is done at once to an administrator’s way in is heard of by all who may agree or object, here and above', async () => {
  const commune = await world.directory.organization(COMMUNE);
  if (commune !== null) world.organizationIs({ ...commune, parentId: DISTRICT.id });
  const keeper = { ...ADMINISTRATOR, roles: ['administrator' as const] };
  const third = { ...keeper, id: aPersonId('ngo-thi-tam'), email: 'ngo-thi-tam@example.com' };
  const above = { ...OFFICER, roles: keeper.roles };
  world.directoryHas(third, above);

  await forget(SECOND.id);
  expect(world.post.map(({ to }) => to)).toEqual([[SECOND.email], [third.email, above.email]]);
  await forget(DRAFTER.id);
  expect(world.post.map(({ to }) => to).slice(2)).toEqual([[DRAFTER.email]]);
});

test('what has stood for months is told to nobody anew, though their entry is saved again or the notice comes late', async () => {
  await change(DRAFTER.id, { roles: ['administrator'], email: NEW });
  const { length } = world.post;
  world.setTime('2026-06-02T01:00:00.000Z');

  await change(DRAFTER.id, {});
  await notify(world, { accessOf: DRAFTER.id, what: 'rights' });

  expect(world.post).toHaveLength(length);
});

describe('somebody who comes to sign or to seal', () => {
  const signature = { authority: null, titles: ['CHỦ TỊCH'] };
  const newcomer: PersonEntry = {
    ...{ name: 'Đỗ Văn Ba', title: '', email: 'do-van-ba@example.com' },
    ...{ roles: ['signer', 'clerk'], signature },
  };

  test('does so at once, whether they were here before or are let in for it, and no mail is about it', async () => {
    await change(DRAFTER.id, { roles: ['drafter', 'clerk'] });
    await requireStanding(DRAFTER.id);
    const caller = await callerOf(world, ADMINISTRATOR);
    const { id } = await addPerson(world, caller, COMMUNE, newcomer);
    await requireStanding(id);
    expect(await readAccount(world, caller, COMMUNE, id)).toMatchObject({ changes: [] });
    expect(world.post).toEqual([]);
  });

  const clerk = async () => {
    await change(DRAFTER.id, { roles: ['drafter', 'clerk'] });
  };
  const key = async () => {
    world.directoryHas({ ...(await there(DRAFTER.id)), signingKey: SIGNER.signingKey });
  };
  const reset = async () => {
    await forget(DRAFTER.id);
    expect(resets()).toEqual([DRAFTER.id]);
  };
  const moved = async () => {
    await change(DRAFTER.id, { email: NEW });
    expect(await world.accounts.find(NEW)).toMatchObject({ id: DRAFTER.id });
  };
  test.each([
    ['the role, after a reset', reset, clerk],
    ['the role, after another address', moved, clerk],
    ['a key, after a reset', reset, key],
    ['a key, after another address', moved, key],
  ])(
    'by %s of the same day, waits for the rest of the day, or for a second administrator',
    async (_, first, then) => {
      await first();
      world.setTime(ALMOST_A_DAY_LATER);
      await then();

      await expect(requireStanding(DRAFTER.id)).rejects.toMatchObject(UNSETTLED);
      await expect(settle(DRAFTER.id, ADMINISTRATOR)).rejects.toMatchObject(NEEDS_ANOTHER);
      await settle(DRAFTER.id, SECOND);
      await requireStanding(DRAFTER.id);
    },
  );

  test('waits no longer than the day of which they were told', async () => {
    await forget(DRAFTER.id);
    await change(DRAFTER.id, { email: NEW });
    world.setTime(A_DAY_LATER);
    await clerk();
    await requireStanding(DRAFTER.id);
  });

  test('waits though they lost the role so that their second factor could be reset at once', async () => {
    await change(CLERK.id, { roles: [] });
    await forget(CLERK.id);
    expect(resets()).toEqual([CLERK.id]);
    world.setTime(ALMOST_A_DAY_LATER);
    await change(CLERK.id, { roles: ['clerk'] });
    await expect(requireStanding(CLERK.id)).rejects.toMatchObject(UNSETTLED);
  });

  test('waits though they have not signed in yet, and were invited anew under another address', async () => {
    const caller = await callerOf(world, ADMINISTRATOR);
    const drafter: PersonEntry = { ...newcomer, roles: ['drafter'], signature: null };
    const { id } = await addPerson(world, caller, COMMUNE, drafter);
    await change(id, { email: NEW });
    await inviteAgain(world, caller, COMMUNE, id);
    expect(world.accounts.told).toEqual([drafter.email, NEW]);

    await change(id, { roles: ['signer'], signature });
    await expect(requireStanding(id)).rejects.toMatchObject(UNSETTLED);
  });

  test('is not reset at once any more by a press that comes again', async () => {
    const pressed = pressedBy(await callerOf(world, ADMINISTRATOR));
    const accounts = { ...world.accounts, forgetSecondFactor: lost };
    const cutOff = forgetSecondFactor({ ...world, accounts }, pressed, COMMUNE, DRAFTER.id);
    await expect(cutOff).rejects.toThrow(Unavailable);
    await clerk();

    await forgetSecondFactor(world, again(pressed), COMMUNE, DRAFTER.id);
    expect(resets()).toEqual([]);
  });

  test('is not reset the day after by a press that comes again, for they would sign at once', async () => {
    const cutOff = { ...world.accounts, forgetSecondFactor: lost };
    const pressed = pressedBy(await callerOf(world, ADMINISTRATOR));
    const first = forgetSecondFactor({ ...world, accounts: cutOff }, pressed, COMMUNE, DRAFTER.id);
    await expect(first).rejects.toThrow(Unavailable);
    world.setTime(A_DAY_LATER);

    const at = A_DAY_LATER;
    await forgetSecondFactor(world, { ...again(pressed), at }, COMMUNE, DRAFTER.id);
    expect(resets()).toEqual([]);
    await forget(DRAFTER.id);
    expect(resets()).toEqual([DRAFTER.id]);
  });

  test('is not reset by the press that asked for it when they do neither for a moment', async () => {
    const pressed = pressedBy(await callerOf(world, ADMINISTRATOR));
    await forgetSecondFactor(world, pressed, COMMUNE, CLERK.id);
    await change(CLERK.id, { roles: [] });
    await forgetSecondFactor(world, again(pressed), COMMUNE, CLERK.id);
    expect(resets()).toEqual([]);
  });
});

describe('a second administrator', () => {
  test('is nobody whom the first has just made one, until another agrees; and has asked for nothing', async () => {
    await forget(SIGNER.id);
    await change(DRAFTER.id, { roles: ['drafter', 'administrator'] });
    await expect(settle(SIGNER.id, DRAFTER)).rejects.toMatchObject(NEEDS_ANOTHER);
    await forget(CLERK.id, DRAFTER);
    await expect(settle(CLERK.id, ADMINISTRATOR)).rejects.toMatchObject(NEEDS_ANOTHER);

    await settle(DRAFTER.id, SECOND);
    await settle(SIGNER.id, DRAFTER);
    await settle(CLERK.id, ADMINISTRATOR);
  });

  test('is nobody whom the first has just taken back into office, which is told like the role', async () => {
    world.directoryHas({ ...SECOND, validUntil: MORNING });
    const caller = await callerOf(world, ADMINISTRATOR);
    await resumeOffice(world, caller, COMMUNE, SECOND.id);
    expect(world.post.map(({ to }) => to)).toEqual([[SECOND.email], [SIGNER.email]]);
    await forget(SIGNER.id);
    await expect(settle(SIGNER.id, SECOND)).rejects.toMatchObject(NEEDS_ANOTHER);

    const back = { ...CLERK, validUntil: MORNING };
    world.directoryHas(back);
    await resumeOffice(world, caller, COMMUNE, back.id);
    await requireStanding(back.id);
  });

  test('seals today as they did before, though they were made one a moment ago', async () => {
    await change(CLERK.id, { roles: ['clerk', 'administrator'] });
    await requireStanding(CLERK.id);
  });

  test('is heard of by the other administrators and by those who sign, for there may be no others', async () => {
    const puppet: PersonEntry = {
      ...{ name: 'Đỗ Văn Ba', title: '', email: 'do-van-ba@example.com' },
      ...{ roles: ['administrator'], signature: null },
    };
    const letters: string[] = [];
    const send = world.mail.send;
    world.mail.send = async (mail) => {
      letters.push(mail.text);
      await send(mail);
    };
    await addPerson(world, await callerOf(world, ADMINISTRATOR), COMMUNE, puppet);

    expect(world.post.map(({ to }) => to)).toEqual([[puppet.email], [SECOND.email, SIGNER.email]]);
    expect(letters[0]).toBe(
      `Quản trị ${ADMINISTRATOR.name} giao cho bạn vai trò quản trị. Vai trò này có hiệu lực ngay; riêng quyền đồng ý việc của quản trị khác chỉ có khi một quản trị khác đồng ý, hoặc từ 08:00 03/03/2026. Nếu có gì không đúng, hãy báo ngay lãnh đạo cơ quan hoặc một quản trị khác.`,
    );
  });

  test('is nobody as whom the first could come in', async () => {
    await forget(SIGNER.id);
    await forget(SECOND.id);
    expect(resets()).toEqual([SECOND.id]);
    await expect(settle(SIGNER.id, SECOND)).rejects.toMatchObject(NEEDS_ANOTHER);
  });

  test('agrees to nothing that they could have asked for themselves as the other', async () => {
    await forget(SECOND.id);
    await forget(SIGNER.id, SECOND);
    await expect(settle(SIGNER.id, ADMINISTRATOR)).rejects.toMatchObject(NEEDS_ANOTHER);
  });
});
