// What becomes of a delivery whose recipient cannot be reached? It is held, and the clerk says where it goes.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  deliveryIdOf,
  type OrganizationId,
  type ReportId,
} from '../../../../functions/domain/ids.ts';
import type { HeldDelivery } from '../../../../functions/domain/issued/held-delivery.ts';
import type { Days } from '../../../../functions/domain/office-calendar.ts';
import { Unavailable } from '../../../../functions/domain/refusal.ts';
import { listReportDeliveries } from '../../../../functions/use-cases/drafting/list-report-deliveries.ts';
import { listReports } from '../../../../functions/use-cases/drafting/list-reports.ts';
import { listDeliveries } from '../../../../functions/use-cases/inbox/list-deliveries.ts';
import { openDelivery } from '../../../../functions/use-cases/inbox/open-delivery.ts';
import { sendDeliveryBack } from '../../../../functions/use-cases/inbox/send-delivery-back.ts';
import { deliverReport } from '../../../../functions/use-cases/issuing/deliver-report.ts';
import { notify } from '../../../../functions/use-cases/issuing/notify.ts';
import type { Caller } from '../../../../functions/use-cases/reading/identify.ts';
import { listHeldDeliveries } from '../../../../functions/use-cases/registry/list-held-deliveries.ts';
import { readHeldDelivery } from '../../../../functions/use-cases/registry/read-held-delivery.ts';
import { sendHeldDelivery } from '../../../../functions/use-cases/registry/send-held-delivery.ts';
import { writeOffHeldDelivery } from '../../../../functions/use-cases/registry/write-off-held-delivery.ts';
import {
  A_HASH,
  aHash,
  anOrganization,
  aPerson,
  aPersonId,
  CLERK,
  DRAFTER,
  MORNING,
} from '../../../support/builders.ts';
import { aWorld, callerOf, DISTRICT, OFFICER, STRANGER } from '../../../support/world.ts';
import { historyOf, issued, type TestWorld } from '../office-day.ts';

const PROVINCE = anOrganization({ id: 'org_tinh', name: 'UBND tỉnh', code: 'H99' });
const PROVINCE_OFFICER = aPerson({
  id: aPersonId('mai-thi-la'),
  organizationId: PROVINCE.id,
  name: 'Mai Thị Lá',
  roles: ['recipientOfficer'],
});
const PAGE = { limit: 10, cursor: null };
const NEXT_DAY = '2026-03-03T01:00:00.000Z';
const EVERYTHING = {
  ...PAGE,
  status: null,
  senderId: null,
  isUrgent: false,
  type: null,
  days: { from: null, until: null },
  words: '',
};

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
  world.organizationIs(PROVINCE);
  world.directoryHas(PROVINCE_OFFICER);
});

const close = (successorId: OrganizationId | null = PROVINCE.id) =>
  world.organizationIs({ ...DISTRICT, validUntil: MORNING, successorId });
const reopen = () => world.organizationIs(DISTRICT);

/** Issued while its recipient was being closed; the workflow has tried to deliver it. */
const held = async () => {
  const submission = await issued(world);
  close();
  await deliverReport(world, { submissionId: submission.id, recipientId: DISTRICT.id });
  return submission;
};

const clerk = () => callerOf(world, CLERK);
const which = (reportId: ReportId) => ({ reportId, recipientId: DISTRICT.id });
const send = async (reportId: ReportId, to: OrganizationId) =>
  sendHeldDelivery(world, await clerk(), { ...which(reportId), organizationId: to });
const inboxOf = async (officer: typeof OFFICER) =>
  (await listDeliveries(world, await callerOf(world, officer), EVERYTHING)).items;

describe('a recipient that cannot be reached', () => {
  test('because it is closed keeps nobody else from theirs, and gets none', async () => {
    const { reportId } = await held();

    expect((await world.deliveries.of(reportId)).delivered).toEqual([]);
    expect((await listHeldDeliveries(world, await clerk(), PAGE)).items).toMatchObject([
      { reportId, recipientId: DISTRICT.id, recipientName: DISTRICT.name, why: 'closed' },
    ]);
    expect(await historyOf(world, reportId)).toContain('deliveryHeld');
  });

  test('because nobody there may open what comes is one as well', async () => {
    const { id, reportId } = await issued(world);
    world.directoryHas({ ...OFFICER, roles: ['clerk'] });

    await deliverReport(world, { submissionId: id, recipientId: DISTRICT.id });

    expect((await listHeldDeliveries(world, await clerk(), PAGE)).items).toMatchObject([
      { reportId, why: 'noOfficer' },
    ]);
  });

  test('is held once, however often it is delivered, also when it is open again meanwhile', async () => {
    const { id, reportId } = await held();
    reopen();

    await deliverReport(world, { submissionId: id, recipientId: DISTRICT.id });

    expect((await world.deliveries.of(reportId)).delivered).toEqual([]);
    expect((await historyOf(world, reportId)).filter((kind) => kind === 'deliveryHeld')).toEqual([
      'deliveryHeld',
    ]);
  });

  test('is told to the clerks by mail, and to nobody of the recipient', async () => {
    const { id } = await held();
    world.post.length = 0;

    await notify(world, { submissionId: id, recipientId: DISTRICT.id });

    expect(world.post).toEqual([
      { to: [CLERK.email], subject: 'Có văn bản chưa gửi được đến nơi nhận' },
    ]);
  });

  test('hears nothing of what was sent elsewhere instead', async () => {
    const { id, reportId } = await held();
    await send(reportId, PROVINCE.id);
    world.post.length = 0;

    await notify(world, { submissionId: id, recipientId: DISTRICT.id });

    expect(world.post).toEqual([]);
  });

  test('hears of what has come to them, as long as nobody there has opened it', async () => {
    const { id, reportId } = await issued(world);
    const tell = () => notify(world, { submissionId: id, recipientId: DISTRICT.id });
    await deliverReport(world, { submissionId: id, recipientId: DISTRICT.id });
    world.post.length = 0;

    await tell();
    await openDelivery(world, await callerOf(world, OFFICER), deliveryIdOf(reportId, DISTRICT.id));
    await tell();

    expect(world.post).toEqual([{ to: [OFFICER.email], subject: 'Có văn bản đến' }]);
  });

  test('is seen by the sender beside the other recipients', async () => {
    const { reportId } = await held();

    const seen = await listReportDeliveries(world, await callerOf(world, DRAFTER), reportId);

    expect(seen).toMatchObject({
      delivered: [],
      held: [{ status: 'waiting', recipientId: DISTRICT.id, why: 'closed' }],
    });
  });
});

describe('the clerk', () => {
  test('is offered the successor and whoever is above it, as far as they can be reached', async () => {
    const { reportId } = await held();
    const offers = async () =>
      (await readHeldDelivery(world, await clerk(), which(reportId))).offers.map(
        ({ id, how }) => `${how} ${id}`,
      );

    expect(await offers()).toEqual([`successor ${PROVINCE.id}`]);
    world.organizationIs({ ...DISTRICT, validUntil: MORNING, parentId: PROVINCE.id });
    expect(await offers()).toEqual([`parent ${PROVINCE.id}`]);
    world.directoryHas({ ...PROVINCE_OFFICER, validUntil: MORNING });
    expect(await offers()).toEqual([]);
    reopen();
    expect(await offers()).toEqual([`itself ${DISTRICT.id}`]);
  });

  test('sends it to another organization, where it arrives and says in whose place', async () => {
    const { reportId } = await held();

    await send(reportId, PROVINCE.id);

    expect(await inboxOf(PROVINCE_OFFICER)).toMatchObject([{ reportId, status: 'arrived' }]);
    const chain = await world.deliveries.events(deliveryIdOf(reportId, PROVINCE.id), PAGE);
    expect(chain.items.map(({ happening }) => happening)).toEqual([
      { kind: 'arrived', insteadOf: DISTRICT.id },
    ]);
    expect((await historyOf(world, reportId)).at(-1)).toBe('deliverySentOn');
    expect((await listHeldDeliveries(world, await clerk(), PAGE)).items).toEqual([]);
  });

  test('sends it twice with no more effect than once, and not to two', async () => {
    const { reportId } = await held();
    await send(reportId, PROVINCE.id);

    await send(reportId, PROVINCE.id);

    const sentOn = (await historyOf(world, reportId)).filter((kind) => kind === 'deliverySentOn');
    expect(sentOn).toHaveLength(1);
    expect((await world.deliveries.of(reportId)).delivered.map((each) => each.recipientId)).toEqual(
      [PROVINCE.id],
    );
    await expect(send(reportId, 'org_son-mau')).rejects.toMatchObject({ code: 'already_decided' });
  });

  test('has whoever may open it there told by mail, once', async () => {
    const { reportId } = await held();
    world.post.length = 0;

    await send(reportId, PROVINCE.id);
    await send(reportId, PROVINCE.id);

    expect(world.post).toEqual([{ to: [PROVINCE_OFFICER.email], subject: 'Có văn bản đến' }]);
  });

  test('has them told though the function ended before it could, when the press comes again', async () => {
    const { reportId } = await held();
    const press = { personId: CLERK.id, key: A_HASH, hash: A_HASH, at: MORNING };
    const caller = { ...(await clerk()), press };
    const wish = { ...which(reportId), organizationId: PROVINCE.id };
    const { people } = world.directory;
    world.directory.people = async (id) => {
      const isDelivered = (await world.deliveries.of(reportId)).delivered.length > 0;
      if (isDelivered) throw new Unavailable('the directory');
      return people(id);
    };
    await expect(sendHeldDelivery(world, caller, wish)).rejects.toThrow(Unavailable);
    world.directory.people = people;
    world.post.length = 0;

    const pressed = { made: null };
    await sendHeldDelivery(world, { ...caller, pressed }, wish);

    expect(world.post).toEqual([{ to: [PROVINCE_OFFICER.email], subject: 'Có văn bản đến' }]);
  });

  test('sends it to one who has the report already: there it stays one delivery, of which nobody is told again', async () => {
    const { id, reportId } = await held();
    await deliverReport(world, { submissionId: id, recipientId: PROVINCE.id });
    world.post.length = 0;

    await send(reportId, PROVINCE.id);

    expect(await inboxOf(PROVINCE_OFFICER)).toHaveLength(1);
    expect(world.post).toEqual([]);
  });

  test('sends it to one who had sent the report back: there it arrives anew, says in whose place, and is found', async () => {
    const { id, reportId } = await held();
    await deliverReport(world, { submissionId: id, recipientId: PROVINCE.id });
    const delivery = deliveryIdOf(reportId, PROVINCE.id);
    const officer = await callerOf(world, PROVINCE_OFFICER);
    await sendDeliveryBack(world, officer, delivery, 'Không thuộc thẩm quyền');
    world.setTime(NEXT_DAY);

    await send(reportId, PROVINCE.id);

    expect(await inboxOf(PROVINCE_OFFICER)).toMatchObject([
      { reportId, status: 'arrived', arrivedAt: NEXT_DAY, openedAt: null },
    ]);
    const chain = await world.deliveries.events(delivery, PAGE);
    expect(chain.items.map(({ happening }) => happening)).toEqual([
      { kind: 'arrived' },
      { kind: 'sentBack', reason: 'Không thuộc thẩm quyền' },
      { kind: 'arrived', insteadOf: DISTRICT.id },
    ]);
    const days: Days = { from: '2026-03-03', until: '2026-03-03' };
    const found = await listDeliveries(world, await callerOf(world, PROVINCE_OFFICER), {
      ...EVERYTHING,
      ...{ days, words: 'báo cáo' },
    });
    expect(found.items).toMatchObject([{ reportId }]);
  });

  test('lets it go as it stood when the organization is there again', async () => {
    const { reportId } = await held();
    await expect(send(reportId, DISTRICT.id)).rejects.toMatchObject({ code: 'recipient_closed' });
    reopen();

    await send(reportId, DISTRICT.id);

    expect(await inboxOf(OFFICER)).toMatchObject([{ reportId, status: 'arrived' }]);
  });

  test('sends it nowhere where nobody may open it, and to no organization that is none', async () => {
    const { reportId } = await held();
    world.directoryHas({ ...PROVINCE_OFFICER, validUntil: MORNING });

    await expect(send(reportId, PROVINCE.id)).rejects.toMatchObject({
      code: 'recipient_unattended',
    });
    await expect(send(reportId, 'org_nowhere')).rejects.toMatchObject({
      code: 'organization_not_found',
    });
  });

  test('writes it off with a reason, which the sender sees and the history says', async () => {
    const { id, reportId } = await held();
    const give = async (reason: string) =>
      writeOffHeldDelivery(world, await clerk(), { ...which(reportId), reason });

    await expect(give(' ')).rejects.toMatchObject({ code: 'reason_missing' });
    await give('Cơ quan đã giải thể');
    await give('Cơ quan đã giải thể');
    await deliverReport(world, { submissionId: id, recipientId: DISTRICT.id });

    const seen = await listReportDeliveries(world, await callerOf(world, DRAFTER), reportId);
    expect(seen).toMatchObject({
      delivered: [],
      held: [{ status: 'writtenOff', writtenOff: { reason: 'Cơ quan đã giải thể' } }],
    });
    expect((await historyOf(world, reportId)).at(-1)).toBe('deliveryWrittenOff');
    await expect(send(reportId, PROVINCE.id)).rejects.toMatchObject({ code: 'already_decided' });
  });

  test('of another organization knows nothing of it, and others of the same one may not', async () => {
    const { reportId } = await held();
    const wish = { ...which(reportId), organizationId: PROVINCE.id };

    await expect(
      sendHeldDelivery(world, await callerOf(world, STRANGER), wish),
    ).rejects.toMatchObject({ code: 'delivery_not_found' });
    await expect(
      sendHeldDelivery(world, await callerOf(world, DRAFTER), wish),
    ).rejects.toMatchObject({ code: 'not_permitted' });
  });
});

describe('a recipient who sends it back', () => {
  /** So many that wait for the clerk longer, of other reports. */
  const anotherHeldOf = async (reportId: ReportId, count: number) => {
    const of = await world.deliveries.held(reportId, DISTRICT.id);
    if (of === null) throw new Error('nothing is held');
    for (let at = 0; at < count; at += 1) {
      const after: HeldDelivery = {
        ...of,
        reportId: `rpt_other-${at}`,
        since: '2026-01-01T00:00:00.000Z',
      };
      await world.commit({ held: { before: null, after } });
    }
  };

  /** Delivered, and sent back by its officer. */
  const sentBack = async () => {
    const submission = await issued(world);
    const { id, reportId } = submission;
    await deliverReport(world, { submissionId: id, recipientId: DISTRICT.id });
    world.post.length = 0;
    const officer = await callerOf(world, OFFICER);
    await sendDeliveryBack(world, officer, deliveryIdOf(reportId, DISTRICT.id), 'Gửi nhầm');
    return submission;
  };

  test('hands it to the clerks of the sender, with the reason that was given', async () => {
    const { reportId } = await sentBack();

    expect((await listHeldDeliveries(world, await clerk(), PAGE)).items).toMatchObject([
      { reportId, recipientName: DISTRICT.name, why: 'sentBack', sentBackReason: 'Gửi nhầm' },
    ]);
  });

  test('is told to the clerks and the drafter by mail', async () => {
    await sentBack();

    expect(world.post).toEqual([
      { to: [CLERK.email, DRAFTER.email], subject: 'Văn bản bị trả lại nơi gửi' },
    ]);
  });

  test('is told of when the function ended before and the same press comes again', async () => {
    const { id, reportId } = await issued(world);
    await deliverReport(world, { submissionId: id, recipientId: DISTRICT.id });
    world.post.length = 0;
    const at = world.clock.now();
    const press = { personId: OFFICER.id, key: aHash('a'), hash: aHash('b'), at };
    const give = async () => Promise.reject(new Error('the function has ended'));
    const returning = async (there: TestWorld, given: Partial<Caller>) =>
      sendDeliveryBack(
        there,
        await callerOf(world, OFFICER, given),
        deliveryIdOf(reportId, DISTRICT.id),
        'Gửi nhầm',
      );
    await expect(returning({ ...world, notices: { give } }, { press })).rejects.toThrow();

    await returning(world, { press, pressed: { made: null } });

    expect(world.post.map(({ subject }) => subject)).toEqual(['Văn bản bị trả lại nơi gửi']);
  });

  test('makes the drafter’s list say that not all is well, until the clerk has decided', async () => {
    const { reportId } = await sentBack();
    const rows = async () =>
      (await listReports(world, await callerOf(world, DRAFTER), { ...PAGE, state: 'issued' }))
        .items;
    expect(await rows()).toMatchObject([{ id: reportId, unsettled: 1 }]);
    await anotherHeldOf(reportId, 120);
    expect(await rows()).toMatchObject([{ id: reportId, unsettled: 1 }]);

    const wish = { ...which(reportId), reason: 'Gửi nhầm, không gửi lại' };
    await writeOffHeldDelivery(world, await clerk(), wish);

    expect(await rows()).toMatchObject([{ id: reportId, unsettled: 0 }]);
  });

  test('does not get it once more: another one does', async () => {
    const { reportId } = await sentBack();

    const { offers } = await readHeldDelivery(world, await clerk(), which(reportId));
    expect(offers.map(({ id }) => id)).not.toContain(DISTRICT.id);
    await expect(send(reportId, DISTRICT.id)).rejects.toMatchObject({
      code: 'recipient_sent_back',
    });
    await send(reportId, PROVINCE.id);

    expect(await inboxOf(PROVINCE_OFFICER)).toHaveLength(1);
  });

  test('hands it over as well when they could not be reached at first', async () => {
    const { reportId } = await held();
    reopen();
    await send(reportId, DISTRICT.id);
    const officer = await callerOf(world, OFFICER);

    await sendDeliveryBack(world, officer, deliveryIdOf(reportId, DISTRICT.id), 'Gửi nhầm');

    expect((await listHeldDeliveries(world, await clerk(), PAGE)).items).toMatchObject([
      { reportId, why: 'sentBack' },
    ]);
  });
});
