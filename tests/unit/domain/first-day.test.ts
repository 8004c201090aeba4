// What is still to be done on the first day, and over whose office may nobody begin?
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import { OrganizationEntry } from '../../../functions/domain/directory/directory-entry.ts';
import {
  FirstDay,
  type FirstDayFound,
  planFirstDay,
} from '../../../functions/domain/directory/first-day.ts';
import { anOrganization, aPerson, aPersonId } from '../../support/builders.ts';

const OFFICE = anOrganization();
const ADMINISTRATOR = aPerson({
  id: aPersonId('dinh-cong-tuan'),
  name: 'Đinh Công Tuấn',
  email: 'dinh-cong-tuan@example.com',
  roles: ['administrator'],
});
const ANCHOR = sha256('the root of the state');
const { name, title, email } = ADMINISTRATOR;
const WISH = {
  organization: OrganizationEntry.strip().parse(OFFICE),
  administrator: { name, title, email },
  anchors: [ANCHOR],
};

const NOTHING: FirstDayFound = { begun: null, isInUse: false, account: null, trusted: new Set() };
const EVERYTHING: FirstDayFound = {
  begun: { office: OFFICE, administrator: ADMINISTRATOR },
  isInUse: true,
  account: { id: ADMINISTRATOR.id, state: 'active' },
  trusted: new Set([ANCHOR]),
};
const found = (change: Partial<FirstDayFound>) => planFirstDay(WISH, { ...EVERYTHING, ...change });

describe('what is missing', () => {
  test('is all of it where there is nothing, the invitation last', () => {
    expect(planFirstDay(WISH, NOTHING)).toEqual({
      acts: ['openAccount', 'enterOffice', 'trust', 'invite'],
    });
  });

  test('is nothing where everything is there', () => {
    expect(found({})).toEqual({ acts: [] });
  });

  test('is what a run that was cut off has left undone', () => {
    const account = { id: ADMINISTRATOR.id, state: 'invited' } as const;
    expect(planFirstDay(WISH, { ...NOTHING, account })).toEqual({
      acts: ['enterOffice', 'trust', 'invite'],
    });
    expect(found({ account, trusted: new Set() })).toEqual({ acts: ['trust', 'invite'] });
  });

  test('is the invitation as long as nobody has followed it', () => {
    expect(found({ account: { id: ADMINISTRATOR.id, state: 'invited' } })).toEqual({
      acts: ['invite'],
    });
  });

  test('is no certificate where none is named', () => {
    expect(planFirstDay({ ...WISH, anchors: [] }, { ...EVERYTHING, trusted: new Set() })).toEqual({
      acts: [],
    });
  });
});

describe('nobody begins over', () => {
  test('another office, known by its code whatever its name is now', () => {
    const renamed = { ...OFFICE, name: 'UBND xã Sơn Trung Mới' };
    const other = { ...OFFICE, code: 'H99.10.99' };
    const as = (office: typeof OFFICE) =>
      found({ begun: { office, administrator: ADMINISTRATOR } });
    expect(as(renamed)).toEqual({ acts: [] });
    expect(as(other)).toEqual({ hindrance: { why: 'anotherOffice', office: OFFICE.name } });
  });

  test('another administrator of the same office, known by their address however it is written', () => {
    const as = (one: typeof ADMINISTRATOR) =>
      found({ begun: { office: OFFICE, administrator: one } });
    expect(as({ ...ADMINISTRATOR, email: email.toUpperCase() })).toEqual({ acts: [] });
    expect(as({ ...ADMINISTRATOR, email: 'khac@example.com' })).toEqual({
      hindrance: { why: 'anotherAdministrator', office: OFFICE.name, administrator: name },
    });
  });

  test('an administrator whose account is gone, or is somebody else’s', () => {
    const gone = { hindrance: { why: 'accountGone', administrator: name } };
    expect(found({ account: null })).toEqual(gone);
    expect(found({ account: { id: aPersonId('somebody-else'), state: 'active' } })).toEqual(gone);
  });

  test('a directory that was filled in another way', () => {
    expect(planFirstDay(WISH, { ...NOTHING, isInUse: true })).toEqual({
      hindrance: { why: 'directoryInUse' },
    });
  });
});

test('what is said of the first day has no other fields, and none too few', () => {
  const { anchors: _, ...said } = WISH;
  expect(FirstDay.safeParse(said).success).toBe(true);
  expect(FirstDay.safeParse({ ...said, roles: ['administrator'] }).success).toBe(false);
  expect(FirstDay.safeParse({ organization: said.organization }).success).toBe(false);
});
