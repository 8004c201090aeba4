// What is shown, and what is not? Views are made of what was read, and have no key and no address that nobody asked for.
import { describe, expect, test } from 'vitest';
import { AccountView, PersonRecord } from '../../../functions/contracts/directory-views.ts';
import {
  DeliveryView,
  Me,
  PersonView,
  SubmissionView,
} from '../../../functions/contracts/views.ts';
import { versionOf } from '../../../functions/domain/directory/entry-version.ts';
import type { KeyReference } from '../../../functions/domain/directory/organization.ts';
import { withoutSecondFactor } from '../../../functions/domain/directory/settled-access.ts';
import type { HeldDelivery } from '../../../functions/domain/issued/held-delivery.ts';
import {
  deliveriesViewOf,
  deliveryViewOf,
} from '../../../functions/handlers/views/delivery-view.ts';
import {
  accountViewOf,
  meOf,
  personRecordOf,
  personViewOf,
} from '../../../functions/handlers/views/directory-view.ts';
import { submissionViewOf } from '../../../functions/handlers/views/submission-view.ts';
import {
  aDelivery,
  anOrganization,
  aPerson,
  aSubmission,
  CLERK,
  DRAFTER,
  MORNING,
} from '../../support/builders.ts';

const KEY: KeyReference = {
  kind: 'kms',
  keyId: 'alias/chairman',
  certificatePem: 'a certificate',
  chainPem: '',
};
const SIGNER = aPerson({ roles: ['signer'], signingKey: KEY });

describe('somebody', () => {
  test('is shown to their colleagues without key and address', () => {
    const view = personViewOf(SIGNER);

    expect(PersonView.parse(view)).toEqual(view);
    expect(JSON.stringify(view)).not.toMatch(/alias|example\.com/);
  });

  test('is shown to their administrator with the version of all of their entry, and of the key that it is there', () => {
    const record = personRecordOf(SIGNER);

    expect(PersonRecord.parse(record)).toEqual(record);
    expect(record).toMatchObject({ hasKey: true, version: versionOf(SIGNER) });
    expect(JSON.stringify(record)).not.toContain('alias');
  });

  test('sees their own office without the key of its seal', () => {
    const organization = anOrganization({ sealKey: KEY });
    const me = meOf({ person: SIGNER, organization, at: MORNING });

    expect(Me.parse(me)).toEqual(me);
    expect(JSON.stringify(me)).not.toContain('alias');
  });

  test('sees what of their own way in does not stand, and an administrator who asked for it', () => {
    const asked = withoutSecondFactor(SIGNER, { by: DRAFTER.id, at: MORNING });
    const standsFrom = '2026-03-03T01:00:00.000Z';
    const seen = { what: 'secondFactor', to: null, isHeld: true, standsFrom };
    const { unsettled } = meOf({ person: asked, organization: anOrganization(), at: MORNING });
    expect(unsettled).toEqual([seen]);

    const changes = asked.accessChanges.map((one) => ({ ...one, askedByName: DRAFTER.name }));
    const view = accountViewOf({ state: 'active', changes, settling: null });
    expect(AccountView.parse(view)).toEqual(view);
    expect(view.changes).toEqual([{ ...seen, askedBy: DRAFTER.name, askedAt: MORNING }]);
  });
});

test('a submission is shown without what only the workflow needs, and with no more of people than name and title', () => {
  const { submission } = aSubmission();
  const view = submissionViewOf({
    submission,
    people: [SIGNER],
    issueStep: null,
    waitingForSeal: false,
  });

  expect(SubmissionView.parse(view)).toEqual(view);
  expect(view).toMatchObject({
    drafterId: submission.drafterId,
    status: submission.status,
    number: null,
    timestamped: null,
  });
  expect(view.people).toEqual([{ id: SIGNER.id, name: SIGNER.name, title: SIGNER.title }]);
  expect(view).not.toHaveProperty('savedBy');
});

describe('what became of a report', () => {
  const delivery = aDelivery();
  const about = {
    reportId: delivery.reportId,
    submissionId: delivery.submissionId,
    senderId: delivery.senderId,
    recipientId: delivery.recipientId,
    recipientName: 'UBND huyện Hương Sơn',
    type: delivery.type,
    subject: delivery.subject,
    number: 118,
    symbol: 'BC-UBND',
    date: '2026-03-02',
    urgency: null,
    why: 'closed',
    since: MORNING,
    revision: 1,
  } as const;
  const decided = { by: CLERK.id, at: MORNING };

  test.each<[HeldDelivery, object]>([
    [
      { ...about, status: 'waiting' },
      { at: null, toName: null, reason: null },
    ],
    [
      { ...about, status: 'sentOn', sentOn: { ...decided, to: 'org_tinh', toName: 'UBND tỉnh' } },
      { at: MORNING, toName: 'UBND tỉnh', reason: null },
    ],
    [
      { ...about, status: 'writtenOff', writtenOff: { ...decided, reason: 'Đã giải thể' } },
      { at: MORNING, toName: null, reason: 'Đã giải thể' },
    ],
  ])('is told of a recipient who was not reached: $status', (held, told) => {
    const view = deliveriesViewOf({ delivered: [], held: [held] });

    expect(view.held).toEqual([
      {
        recipientId: about.recipientId,
        recipientName: about.recipientName,
        status: held.status,
        why: 'closed',
        since: MORNING,
        ...told,
      },
    ]);
  });

  test('is told of a recipient by name, and to the recipient without its chain', () => {
    const { items } = deliveriesViewOf({
      delivered: [{ ...delivery, recipientName: 'Phòng Nội vụ' }],
      held: [],
    });

    expect(items).toMatchObject([
      { recipientName: 'Phòng Nội vụ', status: 'arrived', receivedAt: null, sentBackReason: null },
    ]);
    const view = deliveryViewOf(delivery);
    expect(DeliveryView.parse(view)).toEqual(view);
  });
});
