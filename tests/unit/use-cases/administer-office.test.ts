// How does an administrator set up his office, and which entries of others may he correct?
import { describe, expect, test } from 'vitest';
import type { SettingsEntry } from '../../../functions/domain/directory-entry.ts';
import {
  addOrganization,
  changeOrganization,
  closeOrganization,
  readOrganization,
} from '../../../functions/use-cases/administer-organizations.ts';
import { changeSettings } from '../../../functions/use-cases/change-settings.ts';
import { openRegister, readRegister } from '../../../functions/use-cases/open-register.ts';
import { reserveNumber } from '../../../functions/use-cases/reserve-number.ts';
import {
  A_CHAIN,
  anOrganization,
  aPerson,
  aSignedSubmission,
  CHAIRMAN,
  DRAFTER,
  REVIEWER,
} from '../../support/builders.ts';
import { ADMINISTRATOR, aWorld, callerOf, DISTRICT } from '../../support/world.ts';

const COMMUNE = 'org_son-trung';
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
  const read = (id: string) => readOrganization(world, administrator, id);
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
    const revokedCertificates = ['c'.repeat(64)];
    world.organizationIs({ ...commune, settings: { ...commune.settings, revokedCertificates } });
    const { settings } = await settle({ sealing: 'clerk', chain: A_CHAIN });
    expect(settings).toMatchObject({ sealing: 'clerk', chain: A_CHAIN, revokedCertificates });
    const { items } = await world.directoryDesk.changes(COMMUNE, { limit: 1, cursor: null });
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
    const review = (...people: string[]) => ({ kind: 'review' as const, people, needed: 1 });
    const sign = { kind: 'sign' as const, people: [CHAIRMAN.id], needed: 1 };
    const over = aPerson({
      id: 'thoi-viec',
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
    await refused([review(DRAFTER.id), sign], ['chain', 0, 'people']);
    await refused([review(REVIEWER.id), review(over.id), sign], ['chain', 1, 'people']);
    await refused([{ ...sign, people: ['nobody'] }], ['chain', 0, 'people']);
    await expect(settle({ chain: [review(REVIEWER.id)] })).rejects.toMatchObject({
      code: 'chain_without_signer',
    });
    expect((await settle({ chain: [] })).settings?.chain).toEqual([]);
  });
});

describe('a register', () => {
  const SERIES = { organizationId: COMMUNE, year: 2026, series: 'baoCao' as const };

  test('goes on where paper ended, and its beginning is not moved any more', async () => {
    const { world, administrator } = await office();
    expect(await readRegister(world, administrator, SERIES)).toMatchObject({ lastNumber: 0 });
    await openRegister(world, administrator, { ...SERIES, lastNumber: 40 });
    await openRegister(world, administrator, { ...SERIES, lastNumber: 41 });
    const { report, submission, frozen } = aSignedSubmission();
    await world.records.commit({
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
  test('that has no administrator, neither itself nor above it, is kept by every administrator', async () => {
    const { world, administrator, read } = await office();
    const district = await read(DISTRICT.id);
    expect(district).toMatchObject({ reach: 'describe', settings: null });
    const { superiorLine, agencyLines, place, abbreviation, code, version: seen } = district;
    const entry = {
      name: 'UBND huyện Sơn Tây',
      superiorLine,
      agencyLines,
      place,
      abbreviation,
      code,
    };
    const changed = await changeOrganization(world, administrator, {
      id: DISTRICT.id,
      seen,
      entry,
    });
    expect(changed.name).toBe('UBND huyện Sơn Tây');
    const added = await addOrganization(world, administrator, { ...ENTRY, parentId: DISTRICT.id });
    expect(await read(added.id)).toMatchObject({ ...ENTRY, reach: 'describe' });

    world.directoryHas(
      aPerson({ id: 'qt', organizationId: DISTRICT.id, roles: ['administrator'] }),
    );
    expect(await read(added.id)).toMatchObject({ reach: 'look' });
    await expect(
      changeOrganization(world, administrator, { id: DISTRICT.id, seen, entry }),
    ).rejects.toMatchObject({ code: 'organization_not_found' });
    const under = { ...ENTRY, parentId: DISTRICT.id };
    await expect(addOrganization(world, administrator, under)).rejects.toMatchObject({
      code: 'organization_not_found',
    });
  });

  test('under his own is his, with its people and settings', async () => {
    const { world, administrator, read } = await office();
    const { id } = await addOrganization(world, administrator, { ...ENTRY, parentId: COMMUNE });
    expect(await read(id)).toMatchObject({ reach: 'administer', settings: { chain: [] } });
  });

  test('that is closed names what takes its place, and one does not close one’s own', async () => {
    const { world, administrator } = await office();
    const close = (id: string, successor: string | null) =>
      closeOrganization(world, administrator, id, successor);
    await expect(close(DISTRICT.id, 'org_nowhere')).rejects.toMatchObject({
      code: 'successor_unknown',
      details: { fields: [{ path: ['successorId'] }] },
    });
    await expect(close(COMMUNE, null)).rejects.toMatchObject({ code: 'not_permitted' });
    world.organizationIs(anOrganization({ id: 'org_tinh', name: 'UBND tỉnh' }));
    const closed = await close(DISTRICT.id, 'org_tinh');
    expect(closed).toMatchObject({ successorId: 'org_tinh', validUntil: administrator.at });
    await expect(close(DISTRICT.id, null)).rejects.toMatchObject({ code: 'status_wrong' });
  });
});
