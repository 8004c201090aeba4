// Does a system begin once, whatever becomes of the run that begins it?
import { describe, expect, test } from 'vitest';
import { EMPTY_CHAIN } from '../../../../functions/domain/audit-event.ts';
import { brokenAt } from '../../../../functions/domain/broken-link.ts';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import { OrganizationEntry } from '../../../../functions/domain/directory/directory-entry.ts';
import type { Act } from '../../../../functions/domain/directory/first-day.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import {
  type BootstrapWish,
  bootstrap,
  type FirstDayWorld,
} from '../../../../functions/use-cases/operation/bootstrap.ts';
import { distrustAuthorities } from '../../../../functions/use-cases/operation/trust-authorities.ts';
import { ONE, TWO } from '../../../support/authorities.ts';
import { anOrganization, aPersonId, MORNING } from '../../../support/builders.ts';
import { anEmptyDay } from '../../../support/memory-first-day.ts';

const WISH: BootstrapWish = {
  organization: OrganizationEntry.strip().parse(anOrganization()),
  administrator: { name: 'Đinh Công Tuấn', title: 'Quản trị', email: 'tuan@example.com' },
  anchors: [ONE],
};
const OTHER: BootstrapWish = {
  ...WISH,
  organization: { ...WISH.organization, name: 'UBND xã Sơn Mẫu', code: 'H99.10.02' },
  administrator: { ...WISH.administrator, email: 'khoa@example.com' },
};

class Cut extends Error {}
/** The same world, in which this one thing fails. */
const failing = (world: FirstDayWorld, act: Act | 'rehearse'): FirstDayWorld => {
  const fail = async (): Promise<never> => {
    throw new Cut(act);
  };
  const { accounts, firstDayDesk, trustDesk } = world;
  return {
    ...world,
    accounts: {
      ...accounts,
      ...(act === 'openAccount' && { open: fail }),
      ...(act === 'invite' && { invite: fail }),
      ...(act === 'correctAdministrator' && { move: fail }),
    },
    firstDayDesk: {
      ...firstDayDesk,
      ...(act === 'enterOffice' && { begin: fail }),
      ...(act === 'rehearse' && { rehearse: fail }),
    },
    trustDesk: { ...trustDesk, ...(act === 'trust' && { change: fail }) },
  };
};

test('office, administrator and certificates are there, and one invitation leaves', async () => {
  const day = anEmptyDay();

  const ended = await bootstrap(day.world, WISH);

  expect(ended).toEqual({ done: ['openAccount', 'enterOffice', 'trust', 'invite'] });
  expect(day.beginning()).toMatchObject({
    organization: { name: WISH.organization.name, parentId: null, sealKey: null },
    administrator: { id: 'sub-0', organizationId: 'org_first', roles: ['administrator'] },
  });
  expect(day.trusted()).toEqual(WISH.anchors);
  expect(day.invitations).toEqual(['tuan@example.com']);
});

test('the chain of changes begins with whoever set the system up', async () => {
  const day = anEmptyDay();
  await bootstrap(day.world, WISH);

  expect(day.changes.map(({ actor, happening }) => [actor, happening.kind])).toEqual([
    ['operator', 'organizationAdded'],
    ['operator', 'personAdded'],
    ['operator', 'authoritiesTrusted'],
  ]);
  expect(brokenAt(day.changes, day.head() ?? EMPTY_CHAIN)).toBeNull();
});

test.each(['rehearse', 'openAccount', 'enterOffice', 'trust', 'invite'] as const)(
  'a run that was cut off at %s is made good by the next',
  async (act) => {
    const day = anEmptyDay();
    await expect(bootstrap(failing(day.world, act), WISH)).rejects.toThrow(Cut);

    await bootstrap(day.world, WISH);

    expect(day.organizations).toHaveLength(1);
    expect(day.accounts.size).toBe(1);
    expect(day.trusted()).toEqual(WISH.anchors);
    expect(day.invitations).toEqual(['tuan@example.com']);
  },
);

test('whoever may not write the directory has opened no account', async () => {
  const day = anEmptyDay();

  await expect(bootstrap(failing(day.world, 'rehearse'), WISH)).rejects.toThrow(Cut);

  expect(day.accounts.size).toBe(0);
});

test('run again it sends the invitation once more, and nothing when it was followed', async () => {
  const day = anEmptyDay();
  await bootstrap(day.world, WISH);

  expect(await bootstrap(day.world, WISH)).toEqual({ done: ['invite'] });
  day.accounts.set('tuan@example.com', { id: aPersonId('sub-0'), state: 'active' });
  expect(await bootstrap(day.world, WISH)).toEqual({ done: [] });

  expect(day.invitations).toHaveLength(2);
});

describe('an address that was wrong in the first file', () => {
  const RIGHT = {
    ...WISH,
    administrator: { ...WISH.administrator, name: 'Đinh Công Tuân', email: 'tuan.dc@example.com' },
  };
  const begunWrongly = async () => {
    const day = anEmptyDay();
    await bootstrap(day.world, WISH);
    return day;
  };

  test('is corrected, and the invitation goes there', async () => {
    const day = await begunWrongly();

    const ended = await bootstrap(day.world, RIGHT);

    expect(ended).toEqual({ done: ['correctAdministrator', 'invite'] });
    expect(day.people).toMatchObject([
      { id: 'sub-0', ...RIGHT.administrator, roles: ['administrator'] },
    ]);
    expect([...day.accounts.keys()]).toEqual(['tuan.dc@example.com']);
    expect(day.invitations.at(-1)).toBe('tuan.dc@example.com');
    expect(await bootstrap(day.world, RIGHT)).toEqual({ done: ['invite'] });
  });

  test('stays in the chain of changes, with who corrected it', async () => {
    const day = await begunWrongly();
    await bootstrap(day.world, RIGHT);

    expect(day.changes.at(-1)).toMatchObject({
      actor: 'operator',
      happening: {
        kind: 'personChanged',
        before: { name: 'Đinh Công Tuấn', email: 'tuan@example.com' },
        after: { name: 'Đinh Công Tuân', email: 'tuan.dc@example.com' },
      },
    });
    expect(brokenAt(day.changes, day.head() ?? EMPTY_CHAIN)).toBeNull();
  });

  test.each(['account', 'entry', 'invitation'] as const)(
    'and a run that was cut off at the %s is made good by the next',
    async (at) => {
      const day = await begunWrongly();
      const cut = async (): Promise<never> => {
        throw new Cut(at);
      };
      const { accounts, directoryDesk } = day.world;
      const world = {
        ...day.world,
        accounts: {
          ...accounts,
          ...(at === 'account' && { move: cut }),
          ...(at === 'invitation' && { invite: cut }),
        },
        directoryDesk: { ...directoryDesk, ...(at === 'entry' && { commit: cut }) },
      };
      await expect(bootstrap(world, RIGHT)).rejects.toThrow(Cut);

      await bootstrap(day.world, RIGHT);

      expect(day.people).toMatchObject([RIGHT.administrator]);
      expect([...day.accounts.keys()]).toEqual(['tuan.dc@example.com']);
      expect(day.invitations.at(-1)).toBe('tuan.dc@example.com');
    },
  );

  test('is not changed by whoever may not move the account', async () => {
    const day = await begunWrongly();

    await expect(bootstrap(failing(day.world, 'correctAdministrator'), RIGHT)).rejects.toThrow(Cut);

    expect(day.people).toMatchObject([WISH.administrator]);
  });

  test('is for the app to correct once somebody has come in', async () => {
    const day = await begunWrongly();
    day.accounts.set('tuan@example.com', { id: aPersonId('sub-0'), state: 'active' });

    expect(await bootstrap(day.world, RIGHT)).toEqual({
      hindrance: { why: 'signedInAlready', administrator: WISH.administrator.name },
    });
    expect(day.people).toMatchObject([WISH.administrator]);
  });

  test('is told of when somebody comes in by the earlier letter at that very moment', async () => {
    const day = await begunWrongly();
    const { accounts } = day.world;
    const invite = async () => {
      throw new Refusal('status_wrong');
    };

    const ended = await bootstrap({ ...day.world, accounts: { ...accounts, invite } }, RIGHT);

    expect(ended).toMatchObject({ hindrance: { why: 'signedInAlready' } });
  });

  test('is not corrected to somebody else’s', async () => {
    const day = await begunWrongly();
    await day.world.accounts.open('tuan.dc@example.com');

    expect(await bootstrap(day.world, RIGHT)).toEqual({
      hindrance: { why: 'addressTaken', email: 'tuan.dc@example.com' },
    });
    expect(day.people).toMatchObject([WISH.administrator]);
  });
});

test('whoever follows the invitation while it goes out once more needs no other', async () => {
  const day = anEmptyDay();
  await bootstrap(day.world, WISH);
  const { accounts } = day.world;
  const invite = async () => {
    throw new Refusal('status_wrong');
  };

  expect(await bootstrap({ ...day.world, accounts: { ...accounts, invite } }, WISH)).toEqual({
    done: [],
  });
});

test('certificates come to those that are trusted, and take no place of theirs', async () => {
  const day = anEmptyDay();
  await bootstrap(day.world, WISH);

  await bootstrap(day.world, { ...WISH, anchors: [TWO] });

  expect(day.trusted()).toEqual([ONE, TWO]);
});

test('an authority that somebody has ended is not trusted again by the file of the first day', async () => {
  const day = anEmptyDay();
  await bootstrap(day.world, WISH);
  await distrustAuthorities(day.world, WISH.anchors, MORNING, 'Khóa bị lộ.');

  const ended = await bootstrap(day.world, WISH);

  const fingerprint = sha256(ONE);
  expect(ended).toEqual({ hindrance: { why: 'authorityEnded', fingerprint } });
  expect(day.trusted()).toEqual([]);
});

describe('over another office', () => {
  test('nothing is done, and nobody is invited', async () => {
    const day = anEmptyDay();
    await bootstrap(day.world, WISH);

    const ended = await bootstrap(day.world, OTHER);

    const { name: office, code } = WISH.organization;
    expect(ended).toEqual({ hindrance: { why: 'anotherOffice', office, code } });
    expect(day.accounts.size).toBe(1);
    expect(day.organizations).toHaveLength(1);
  });

  test('of two that begin at once one does, and nobody is invited by the other', async () => {
    const day = anEmptyDay();

    const ends = await Promise.all([bootstrap(day.world, WISH), bootstrap(day.world, OTHER)]);

    expect(ends.filter((end) => 'hindrance' in end)).toHaveLength(1);
    expect(day.organizations).toHaveLength(1);
    expect(day.invitations).toHaveLength(1);
  });
});

test('a system that began while its directory was read has begun, and is not somebody else’s', async () => {
  const day = anEmptyDay();
  await bootstrap(day.world, WISH);
  const { firstDayDesk } = day.world;
  let asked = 0;
  const begun = async () => {
    asked += 1;
    return asked === 1 ? null : firstDayDesk.begun();
  };

  const ended = await bootstrap({ ...day.world, firstDayDesk: { ...firstDayDesk, begun } }, WISH);

  expect(ended).toEqual({ done: ['invite'] });
});

test('a directory whose entries cannot be read is in use', async () => {
  const day = anEmptyDay();
  const directory = {
    ...day.world.directory,
    organizations: async () => ({ items: [], cursor: 'after what cannot be read' }),
  };

  const ended = await bootstrap({ ...day.world, directory }, WISH);

  expect(ended).toEqual({ hindrance: { why: 'directoryInUse' } });
  expect(day.accounts.size).toBe(0);
});
