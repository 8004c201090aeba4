// Does the checklist tell what the directory, the registers and the certificates say at this moment?
import { beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import type { Check } from '../../../../functions/domain/directory/checklist.ts';
import type { Organization } from '../../../../functions/domain/directory/organization.ts';
import { instantOf } from '../../../../functions/domain/instant-of.ts';
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

test('a register that was opened this year is one, and none of another year', async () => {
  const { world, caller, missing } = await anOffice();
  const organizationId = caller.organization.id;
  const year = yearOf(officeDayOf(TOMORROW));
  const open = (of: number) =>
    openRegister(world, caller, { organizationId, year: of, series: 'baoCao', lastNumber: 0 });

  await open(year - 1);
  expect(await missing()).toContain('registers');
  await open(year);
  expect(await missing()).not.toContain('registers');
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
