// Does the checklist tell what the directory, the registers and the certificates say at this moment?
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import type { Check } from '../../../../functions/domain/directory/checklist.ts';
import type { Organization } from '../../../../functions/domain/directory/organization.ts';
import { instantOf } from '../../../../functions/domain/instant-of.ts';
import type { RegisterCounter } from '../../../../functions/domain/issued/register.ts';
import { officeDayOf, yearOf } from '../../../../functions/domain/office-calendar.ts';
import type { SigningKey } from '../../../../functions/signing/key.ts';
import { openRegister } from '../../../../functions/use-cases/administration/open-register.ts';
import { readChecklist } from '../../../../functions/use-cases/administration/read-checklist.ts';
import { A_HASH, anOrganization, CLERK } from '../../../support/builders.ts';
import { ADMINISTRATOR, aWorld, callerOf, DISTRICT, SIGNER } from '../../../support/world.ts';
import { AGENCY, aKey, anchor } from '../../signing/signing-desk.ts';
import { daysFromNow, pemOf, TOMORROW } from '../signing-world.ts';

let key: SigningKey;
beforeAll(async () => {
  key = await aKey(AGENCY);
});

const reference = () => ({ kind: 'secret', secretId: 'k', certificatePem: pemOf(key) }) as const;

/** The office of the tests on an ordinary day, changed where a test cares. */
const anOffice = async (change: (office: Organization) => Organization = (office) => office) => {
  const world = aWorld([anchor]);
  world.setTime(TOMORROW);
  world.directoryHas(ADMINISTRATOR, { ...SIGNER, signingKey: reference(), signatureImage: A_HASH });
  world.organizationIs(change(anOrganization({ sealKey: reference(), sealImage: A_HASH })));
  const caller = await callerOf(world, ADMINISTRATOR);
  const missing = async (): Promise<Check[]> =>
    (await readChecklist(world, caller, caller.organization.id))
      .filter(({ state }) => state === 'missing')
      .map(({ check }) => check);
  return { world, caller, missing };
};

describe('a register', () => {
  const YEAR = yearOf(officeDayOf(TOMORROW));
  const begun = async (...counters: Partial<RegisterCounter>[]) => {
    const { world, caller, missing } = await anOffice();
    const { id: organizationId } = caller.organization;
    const open = (year: number, lastNumber: number) =>
      openRegister(world, caller, { organizationId, year, series: 'baoCao', lastNumber });
    for (const counter of counters) {
      const after: RegisterCounter = {
        ...{ organizationId, year: YEAR, series: 'baoCao', lastNumber: 1 },
        ...{ lastDate: officeDayOf(TOMORROW), opening: 'assumed' },
        ...counter,
      };
      await world.commit({ counter: { before: null, after } });
    }
    const names = async () =>
      (await readChecklist(world, caller, organizationId)).find(
        ({ check }) => check === 'registers',
      )?.names;
    const told = async () => {
      const { items } = await world.directory.changes(organizationId, { limit: 9, cursor: null });
      return items.map(({ happening }) => happening.kind);
    };
    return { open, missing, names, told };
  };

  test('begins where an administrator said, this year and not another', async () => {
    const { open, missing } = await begun();

    await open(YEAR - 1, 0);
    expect(await missing()).toContain('registers');
    await open(YEAR, 0);
    expect(await missing()).not.toContain('registers');
  });

  test('that began by giving a number is known when an administrator confirms it', async () => {
    const { open, missing, told } = await begun({ lastNumber: 3 });

    expect(await missing()).toContain('registers');
    await expect(open(YEAR, 0)).rejects.toMatchObject({ code: 'register_in_use' });
    await open(YEAR, 3);
    expect(await missing()).not.toContain('registers');
    expect(await told()).toEqual(['registerConfirmed']);
  });

  test('of another type counts from its first number on', async () => {
    const { open, names } = await begun({ series: 'congVan' });
    await open(YEAR, 0);

    expect(await names()).toEqual(['Công văn']);
  });

  test('that was kept here last year begins with 1 by law', async () => {
    const { missing } = await begun({ year: YEAR - 1 }, { year: YEAR - 1, series: 'congVan' });

    expect(await missing()).not.toContain('registers');
  });
});

test('a key is one as long as its certificate may sign', async () => {
  const certificate = sha256(key.certificate);
  const revoked = await anOffice((office) => ({
    ...office,
    settings: { ...office.settings, revokedCertificates: [certificate] },
  }));
  const good = await anOffice();

  expect(await good.missing()).not.toContain('keys');
  expect(await revoked.missing()).toContain('keys');
  good.world.setTime(instantOf(daysFromNow(10_000)));
  const later = await callerOf(good.world, ADMINISTRATOR);
  const lines = await readChecklist(good.world, later, later.organization.id);
  expect(lines.find(({ check }) => check === 'keys')?.state).toBe('missing');
});

test('nobody but an administrator reads it, and of no office that they do not keep', async () => {
  const { world, caller } = await anOffice();
  const clerk = await callerOf(world, CLERK);

  await expect(readChecklist(world, clerk, clerk.organization.id)).rejects.toMatchObject({
    code: 'not_permitted',
  });
  await expect(readChecklist(world, caller, DISTRICT.id)).rejects.toMatchObject({
    code: 'organization_not_found',
  });
});
