// Does an administrator see whom mails did not reach, in their office and in no other?
import { beforeEach, expect, test } from 'vitest';
import type { OrganizationId } from '../../../../functions/domain/ids.ts';
import { listUnsentMails } from '../../../../functions/use-cases/administration/list-unsent-mails.ts';
import { MORNING, REVIEWER } from '../../../support/builders.ts';
import { ADMINISTRATOR, aWorld, callerOf, DISTRICT, OFFICER } from '../../../support/world.ts';

const PAGE = { limit: 10, cursor: null };
const COMMUNE = REVIEWER.organizationId;
const MAIL = { at: MORNING, subject: 'Có văn bản chờ xử lý', why: 'MessageRejected' };

let world: ReturnType<typeof aWorld>;
beforeEach(async () => {
  world = aWorld();
  world.directoryHas(ADMINISTRATOR);
  const { unsentMails } = world;
  await unsentMails.keep({ ...MAIL, organizationId: COMMUNE, personId: REVIEWER.id });
  await unsentMails.keep({ ...MAIL, organizationId: DISTRICT.id, personId: OFFICER.id });
});

test('by name, with the subject and the reason, and without an address', async () => {
  const { items } = await listUnsentMails(
    world,
    await callerOf(world, ADMINISTRATOR),
    COMMUNE,
    PAGE,
  );

  expect(items).toEqual([
    { ...MAIL, organizationId: COMMUNE, personId: REVIEWER.id, personName: REVIEWER.name },
  ]);
});

test('nobody else does', async () => {
  const asked = async (id: OrganizationId, person = ADMINISTRATOR) =>
    listUnsentMails(world, await callerOf(world, person), id, PAGE);

  await expect(asked(DISTRICT.id)).rejects.toMatchObject({ code: 'organization_not_found' });
  await expect(asked(COMMUNE, REVIEWER)).rejects.toMatchObject({ code: 'not_permitted' });
});
