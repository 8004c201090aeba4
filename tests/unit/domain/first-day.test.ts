// What is still to be done on the first day, and over whose office may nobody begin?
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import { OrganizationEntry } from '../../../functions/domain/directory/directory-entry.ts';
import {
  type Begun,
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

const NOTHING: FirstDayFound = {
  begun: null,
  isInUse: false,
  account: null,
  trusted: new Set(),
  ended: new Set(),
};
const ACTIVE = { id: ADMINISTRATOR.id, state: 'active' } as const;
const INVITED = { id: ADMINISTRATOR.id, state: 'invited' } as const;
const SOMEBODY_ELSE = { id: aPersonId('somebody-else'), state: 'active' } as const;
const BEGUN: Begun = { office: OFFICE, administrator: ADMINISTRATOR, account: ACTIVE };
const EVERYTHING: FirstDayFound = {
  begun: BEGUN,
  isInUse: true,
  account: ACTIVE,
  trusted: new Set([ANCHOR]),
  ended: new Set(),
};
const found = (change: Partial<FirstDayFound>) => planFirstDay(WISH, { ...EVERYTHING, ...change });
const begunWith = (change: Partial<Begun>) => ({ begun: { ...BEGUN, ...change } });

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
    expect(planFirstDay(WISH, { ...NOTHING, account: INVITED })).toEqual({
      acts: ['enterOffice', 'trust', 'invite'],
    });
    const invited = { ...begunWith({ account: INVITED }), account: INVITED };
    expect(found({ ...invited, trusted: new Set() })).toEqual({ acts: ['trust', 'invite'] });
  });

  test('is the invitation as long as nobody has followed it', () => {
    expect(found({ ...begunWith({ account: INVITED }), account: INVITED })).toEqual({
      acts: ['invite'],
    });
  });

  test('is no certificate where none is named', () => {
    expect(planFirstDay({ ...WISH, anchors: [] }, { ...EVERYTHING, trusted: new Set() })).toEqual({
      acts: [],
    });
  });
});

describe('whoever never came in is corrected', () => {
  const corrected = { acts: ['correctAdministrator', 'invite'] };
  const never = (administrator: typeof ADMINISTRATOR, account: FirstDayFound['account']) =>
    found({ ...begunWith({ administrator, account: INVITED }), account });

  test('in their address, name and title', () => {
    expect(never({ ...ADMINISTRATOR, email: 'sai@example.com' }, null)).toEqual(corrected);
    expect(never({ ...ADMINISTRATOR, name: 'Đinh Công Tuân' }, INVITED)).toEqual(corrected);
    expect(never({ ...ADMINISTRATOR, title: 'Quản trị viên' }, INVITED)).toEqual(corrected);
  });

  test('also where only the account or only the entry has heard of it', () => {
    expect(never(ADMINISTRATOR, null)).toEqual(corrected);
    expect(never({ ...ADMINISTRATOR, email: 'sai@example.com' }, INVITED)).toEqual(corrected);
  });

  test('but not to the address of somebody else', () => {
    expect(never({ ...ADMINISTRATOR, email: 'sai@example.com' }, SOMEBODY_ELSE)).toEqual({
      hindrance: { why: 'addressTaken', email },
    });
  });
});

describe('nobody begins over', () => {
  test('another office, known by its code whatever its name is now', () => {
    const renamed = { ...OFFICE, name: 'UBND xã Sơn Trung Mới' };
    const other = { ...OFFICE, code: 'H99.10.99' };
    const as = (office: typeof OFFICE) => found(begunWith({ office }));
    expect(as(renamed)).toEqual({ acts: [] });
    expect(as(other)).toEqual({
      hindrance: { why: 'anotherOffice', office: OFFICE.name, code: 'H99.10.99' },
    });
  });

  test('an administrator who has come in, known by their address however it is written', () => {
    const as = (administrator: typeof ADMINISTRATOR) => found(begunWith({ administrator }));
    expect(as({ ...ADMINISTRATOR, email: email.toUpperCase() })).toEqual({ acts: [] });
    expect(as({ ...ADMINISTRATOR, name: 'Đinh Công Tuân' })).toEqual({ acts: [] });
    const theirs = { hindrance: { why: 'signedInAlready', administrator: name } };
    expect(as({ ...ADMINISTRATOR, email: 'khac@example.com' })).toEqual(theirs);
    expect(found({ account: null })).toEqual(theirs);
    expect(found({ account: SOMEBODY_ELSE })).toEqual(theirs);
  });

  test('an administrator whose account is gone', () => {
    expect(found(begunWith({ account: null }))).toEqual({
      hindrance: { why: 'accountGone', administrator: name },
    });
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
