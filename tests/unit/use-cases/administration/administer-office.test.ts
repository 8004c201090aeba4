// How does an administrator set up their office, and which entries of others may they correct?
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import type { SettingsEntry } from '../../../../functions/domain/directory/directory-entry.ts';
import { Organization } from '../../../../functions/domain/directory/organization.ts';
import type { OrganizationId, PersonId } from '../../../../functions/domain/ids.ts';
import { instantOf } from '../../../../functions/domain/instant-of.ts';
import { addOrganization } from '../../../../functions/use-cases/administration/add-organization.ts';
import { changeOrganization } from '../../../../functions/use-cases/administration/change-organization.ts';
import { changeSettings } from '../../../../functions/use-cases/administration/change-settings.ts';
import { closeOrganization } from '../../../../functions/use-cases/administration/close-organization.ts';
import { openRegister } from '../../../../functions/use-cases/administration/open-register.ts';
import { readOrganization } from '../../../../functions/use-cases/administration/read-organization.ts';
import { readRegister } from '../../../../functions/use-cases/administration/read-register.ts';
import { reopenOrganization } from '../../../../functions/use-cases/administration/reopen-organization.ts';
import { revokeCertificate } from '../../../../functions/use-cases/enrolment/revoke-certificate.ts';
import { reserveNumber } from '../../../../functions/use-cases/issuing/reserve-number.ts';
import { identify } from '../../../../functions/use-cases/reading/identify.ts';
import {
  A_CHAIN,
  aHash,
  anOrganization,
  aPerson,
  aPersonId,
  aSignedSubmission,
  CHAIRMAN,
  DRAFTER,
  MORNING,
  REVIEWER,
} from '../../../support/builders.ts';
import { ADMINISTRATOR, aWorld, callerOf, DISTRICT, STRANGER } from '../../../support/world.ts';

const COMMUNE: OrganizationId = 'org_son-trung';
const ENTRY = {
  name: 'Phòng Tài chính huyện Hương Sơn',
  superiorLine: 'ỦY BAN NHÂN DÂN HUYỆN HƯƠNG SƠN',
  agencyLines: ['PHÒNG TÀI CHÍNH'],
  place: 'Hương Sơn',
  abbreviation: 'PTC',
  code: 'H99.10.53',
};

const office = async () => {
  const world = aWorld();
  world.directoryHas(ADMINISTRATOR);
  const administrator = await callerOf(world, ADMINISTRATOR);
  const read = (id: OrganizationId) => readOrganization(world, administrator, id);
  const settle = async (given: Partial<SettingsEntry>) => {
    const { settings, version: seen } = await read(COMMUNE);
    if (settings === null) throw new Error('no settings are shown');
    const { revokedCertificates: _, ...before } = settings;
    const wish = { id: COMMUNE, seen, settings: { ...before, ...given } };
    return changeSettings(world, administrator, wish);
  };
  return { world, administrator, read, settle };
};

describe('settings', () => {
  test('are changed and told of, and the certificates that are revoked stay so', async () => {
    const { world, settle } = await office();
    const commune = await world.directory.organization(COMMUNE);
    if (!commune) throw new Error('there is no commune');
    const revokedCertificates = [aHash('c')];
    world.organizationIs({ ...commune, settings: { ...commune.settings, revokedCertificates } });
    const { settings } = await settle({ sealing: 'clerk', chain: A_CHAIN });
    expect(settings).toMatchObject({ sealing: 'clerk', chain: A_CHAIN, revokedCertificates });
    const { items } = await world.directory.changes(COMMUNE, { limit: 1, cursor: null });
    expect(items[0]).toMatchObject({
      actor: ADMINISTRATOR.id,
      happening: {
        kind: 'settingsChanged',
        before: { sealing: 'automatic', chain: [] },
        after: { sealing: 'clerk', chain: A_CHAIN },
      },
    });
  });

  test('take no chain that cannot be gone, and say which round it is', async () => {
    const { world, settle } = await office();
    const review = (...people: PersonId[]) => ({ kind: 'review' as const, people, needed: 1 });
    const sign = { kind: 'sign' as const, people: [CHAIRMAN.id], needed: 1 };
    const over = aPerson({
      id: aPersonId('thoi-viec'),
      roles: ['reviewer'],
      validUntil: '2025-01-01T00:00:00Z',
    });
    world.directoryHas(over);
    const refused = async (chain: SettingsEntry['chain'], ...places: (string | number)[][]) => {
      await expect(settle({ chain })).rejects.toMatchObject({
        code: 'chain_person_unknown',
        details: { fields: places.map((path) => ({ path })) },
      });
    };
    await refused([review(DRAFTER.id), sign], ['chain', 0, 'people', 0]);
    await refused([review(REVIEWER.id), review(over.id), sign], ['chain', 1, 'people', 0]);
    await refused([{ ...sign, people: [aPersonId('nobody')] }], ['chain', 0, 'people', 0]);
    await expect(settle({ chain: [review(REVIEWER.id)] })).rejects.toMatchObject({
      code: 'chain_without_signer',
    });
    expect((await settle({ chain: [] })).settings?.chain).toEqual([]);
  });
});

describe('certificates that are revoked', () => {
  test('are two hundred at most, and the office stays readable', async () => {
    const { world, administrator } = await office();
    const commune = await world.directory.organization(COMMUNE);
    if (!commune) throw new Error('there is no commune');
    const revokedCertificates = Array.from({ length: 199 }, (_, index) => sha256(`${index}`));
    world.organizationIs({ ...commune, settings: { ...commune.settings, revokedCertificates } });
    const last = sha256('the two hundredth');
    await revokeCertificate(world, administrator, last);

    await expect(revokeCertificate(world, administrator, sha256('one more'))).rejects.toMatchObject(
      { code: 'revocations_full' },
    );

    const after = await world.directory.organization(COMMUNE);
    expect(Organization.parse(after).settings.revokedCertificates).toEqual([
      ...revokedCertificates,
      last,
    ]);
    await revokeCertificate(world, administrator, last);
  });
});

describe('a register', () => {
  const SERIES = { organizationId: COMMUNE, year: 2026, series: 'baoCao' } as const;

  test('that is opened again where it was opened is no second change', async () => {
    const { world, administrator } = await office();
    for (let press = 1; press <= 2; press += 1)
      await openRegister(world, administrator, { ...SERIES, lastNumber: 40 });
    const { items } = await world.directory.changes(COMMUNE, { limit: 10, cursor: null });
    expect(items.map(({ happening }) => happening.kind)).toEqual(['registerOpened']);
  });

  test('goes on where paper ended, and its beginning is not moved any more', async () => {
    const { world, administrator } = await office();
    expect(await readRegister(world, administrator, SERIES)).toMatchObject({ lastNumber: 0 });
    await openRegister(world, administrator, { ...SERIES, lastNumber: 40 });
    await openRegister(world, administrator, { ...SERIES, lastNumber: 41 });
    const { report, submission, frozen } = aSignedSubmission();
    await world.commit({
      report: { before: null, after: report, events: [] },
      submission: { before: null, after: submission, frozen },
    });
    const given = await reserveNumber(world, { submissionId: submission.id });
    expect(given.number).toBe(42);
    await expect(
      openRegister(world, administrator, { ...SERIES, lastNumber: 99 }),
    ).rejects.toMatchObject({ code: 'register_in_use', details: { facts: { lastNumber: 42 } } });
    expect(await readRegister(world, administrator, SERIES)).toMatchObject({ lastNumber: 42 });
  });
});

describe('the entry of an organization', () => {
  const NOT_HIS = { code: 'organization_not_found' };

  test('where nobody is in office, neither in it nor above it, is kept by every administrator', async () => {
    const { world, administrator, read } = await office();
    const province = anOrganization({ id: 'org_tinh', name: 'UBND tỉnh' });
    world.organizationIs(province);
    const known = await read(province.id);
    expect(known).toMatchObject({ reach: 'describe', settings: null });
    const { superiorLine, agencyLines, place, abbreviation, code, version: seen } = known;
    const entry = {
      name: 'UBND tỉnh Sơn Tây',
      superiorLine,
      agencyLines,
      place,
      abbreviation,
      code,
    };
    const wish = { id: province.id, seen, entry };
    expect((await changeOrganization(world, administrator, wish)).name).toBe('UBND tỉnh Sơn Tây');
    const under = { ...ENTRY, parentId: province.id };
    const added = await addOrganization(world, administrator, under);
    expect(await read(added.id)).toMatchObject({ ...ENTRY, reach: 'describe' });

    world.directoryHas(
      aPerson({ id: aPersonId('van-thu'), organizationId: province.id, roles: ['clerk'] }),
    );
    expect(await read(added.id)).toMatchObject({ reach: 'look' });
    await expect(changeOrganization(world, administrator, wish)).rejects.toMatchObject(NOT_HIS);
    await expect(addOrganization(world, administrator, under)).rejects.toMatchObject(NOT_HIS);
  });

  test('is that of those who are in office there, also where none of them is administrator', async () => {
    const { world, administrator, read } = await office();
    const seenOf = async (id: OrganizationId) => (await read(id)).version;
    for (const id of [DISTRICT.id, STRANGER.organizationId]) {
      expect(await read(id)).toMatchObject({ reach: 'look' });
      const wish = { id, seen: await seenOf(id), entry: ENTRY };
      await expect(changeOrganization(world, administrator, wish)).rejects.toMatchObject(NOT_HIS);
      const under = { ...ENTRY, parentId: id };
      await expect(addOrganization(world, administrator, under)).rejects.toMatchObject(NOT_HIS);
    }
    world.directoryHas({ ...STRANGER, validUntil: administrator.at });
    expect(await read(STRANGER.organizationId)).toMatchObject({ reach: 'describe' });
  });

  test('under their own is theirs, with its people and settings', async () => {
    const { world, administrator, read } = await office();
    const { id } = await addOrganization(world, administrator, { ...ENTRY, parentId: COMMUNE });
    expect(await read(id)).toMatchObject({ reach: 'administer', settings: { chain: [] } });
    world.directoryHas(
      aPerson({ id: aPersonId('qt'), organizationId: id, roles: ['administrator'] }),
    );
    expect(await read(id)).toMatchObject({ reach: 'administer' });
  });
});

describe('an organization that is no more', () => {
  const NOT_HIS = { code: 'organization_not_found' };

  test('is closed by those who keep it, and nobody closes their own', async () => {
    const { world, administrator } = await office();
    const close = (id: OrganizationId) => closeOrganization(world, administrator, id, null);
    await expect(close(COMMUNE)).rejects.toMatchObject({ code: 'not_permitted' });
    world.organizationIs(anOrganization({ id: 'org_tinh', name: 'UBND tỉnh' }));
    // Those beside it, those above it, and one where nobody is: they may not end what they do not keep.
    for (const id of [STRANGER.organizationId, DISTRICT.id, 'org_tinh'] as const) {
      await expect(close(id)).rejects.toMatchObject(NOT_HIS);
      expect(await world.directory.organization(id)).toMatchObject({ validUntil: null });
    }
  });

  test('names what takes its place', async () => {
    const { world, administrator } = await office();
    const { id } = await addOrganization(world, administrator, { ...ENTRY, parentId: COMMUNE });
    const close = (successor: OrganizationId | null) =>
      closeOrganization(world, administrator, id, successor);
    await expect(close('org_nowhere')).rejects.toMatchObject({
      code: 'successor_unknown',
      details: { fields: [{ path: ['successorId'] }] },
    });
    expect(await close(DISTRICT.id)).toMatchObject({
      successorId: DISTRICT.id,
      validUntil: administrator.at,
    });
    await expect(close(null)).rejects.toMatchObject({ code: 'status_wrong' });
  });

  test('is there again when those who keep it say so, with its people, and is told of', async () => {
    const { world, administrator } = await office();
    const { id } = await addOrganization(world, administrator, { ...ENTRY, parentId: COMMUNE });
    const theirs = aPerson({ id: aPersonId('nguoi-cu'), organizationId: id });
    world.directoryHas(theirs);
    const signIn = () => identify(world, { subject: theirs.id, authTime: 0 });
    const reopen = () => reopenOrganization(world, administrator, id);
    await expect(reopen()).rejects.toMatchObject({ code: 'status_wrong' });
    await closeOrganization(world, administrator, id, DISTRICT.id);
    await expect(signIn()).rejects.toMatchObject({ code: 'person_unknown' });

    expect(await reopen()).toMatchObject({ validUntil: null, successorId: null });
    expect((await signIn()).organization.id).toBe(id);
    await expect(reopen()).rejects.toMatchObject({ code: 'status_wrong' });
    const { items } = await world.directory.changes(id, { limit: 100, cursor: null });
    expect(items.map(({ happening }) => happening.kind)).toEqual([
      'organizationReopened',
      'organizationClosed',
      'organizationAdded',
    ]);
    expect(items[0]).toMatchObject({
      actor: ADMINISTRATOR.id,
      happening: { organizationId: id, name: ENTRY.name },
    });
  });

  test('is not brought back by those who do not keep it', async () => {
    const { world, administrator } = await office();
    const over: Partial<Organization> = { validUntil: MORNING, successorId: COMMUNE };
    const province = anOrganization({ id: 'org_tinh', name: 'UBND tỉnh', ...over });
    world.organizationIs({ ...DISTRICT, ...over });
    world.organizationIs(province);
    for (const id of [DISTRICT.id, province.id]) {
      const reopen = reopenOrganization(world, administrator, id);
      await expect(reopen).rejects.toMatchObject(NOT_HIS);
      expect(await world.directory.organization(id)).toMatchObject(over);
    }
    const drafter = await callerOf(world, DRAFTER);
    await expect(reopenOrganization(world, drafter, COMMUNE)).rejects.toMatchObject({
      code: 'not_permitted',
    });
  });
});

test('of two who close, or reopen, at the same moment, the second hears what there is now', async () => {
  const { world, administrator } = await office();
  const { id } = await addOrganization(world, administrator, { ...ENTRY, parentId: COMMUNE });
  const twice = async (press: () => Promise<unknown>) =>
    (await Promise.allSettled([press(), press()])).map((settled) =>
      settled.status === 'fulfilled' ? 'done' : settled.reason.code,
    );

  expect(await twice(() => closeOrganization(world, administrator, id, null))).toEqual([
    ...['done', 'status_wrong'],
  ]);
  expect(await twice(() => reopenOrganization(world, administrator, id))).toEqual([
    ...['done', 'status_wrong'],
  ]);
});

test('what was closed by a press that arrived later is closed all the same', async () => {
  const { world, administrator } = await office();
  const { id } = await addOrganization(world, administrator, { ...ENTRY, parentId: COMMUNE });
  const later = (milliseconds: number) => ({
    ...administrator,
    at: instantOf(Date.parse(administrator.at) + milliseconds),
  });
  await closeOrganization(world, later(2), id, null);

  await expect(closeOrganization(world, later(1), id, null)).rejects.toMatchObject({
    code: 'status_wrong',
  });
});
