// Does the press `Tiếp nhận, vào sổ` check the real file, and give one incoming number, however often it is made?
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { brokenAt } from '../../../../functions/domain/broken-link.ts';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import type { Delivery } from '../../../../functions/domain/issued/delivery.ts';
import { openDelivery } from '../../../../functions/use-cases/inbox/open-delivery.ts';
import { receiveDelivery } from '../../../../functions/use-cases/inbox/receive-delivery.ts';
import { sendDeliveryBack } from '../../../../functions/use-cases/inbox/send-delivery-back.ts';
import { aDelivery, anIssue, CLERK } from '../../../support/builders.ts';
import { aWorld, callerOf, DISTRICT, OFFICER } from '../../../support/world.ts';
import {
  AGENCY,
  aKey,
  anchor,
  CHAIRMAN,
  signAndSeal,
  typstPdf,
} from '../../signing/signing-desk.ts';
import type { TestWorld } from '../office-day.ts';

let sealed: Uint8Array;
let signedOnly: Uint8Array;
beforeAll(async () => {
  const keys = { chairman: await aKey(CHAIRMAN), agency: await aKey(AGENCY) };
  ({ sealed, signed: signedOnly } = await signAndSeal(typstPdf(), keys));
});

let world: TestWorld;
beforeEach(() => {
  world = aWorld([anchor]);
});

/** A delivery whose file lies in the bucket; `bytes` are what lies there, `said` what was issued. */
const arrived = async (bytes = sealed, said = bytes): Promise<Delivery> => {
  const issue = anIssue();
  const pdf = { ...issue.pdf, sha256: sha256(said) };
  const delivery = aDelivery({ issue: { ...issue, pdf } });
  await world.signed.keep(pdf.key, bytes, 'application/pdf', sha256(bytes));
  await world.commit({ delivery: { before: null, after: delivery, events: [] } });
  return delivery;
};

const officer = () => callerOf(world, OFFICER);
const register = async () =>
  (await world.incoming.rows(DISTRICT.id, 2026, { limit: 10, cursor: null })).items;

describe('receiving', () => {
  test('checks the signatures, gives the incoming number and leaves the receipt', async () => {
    const { id } = await arrived();

    const received = await receiveDelivery(world, await officer(), id);

    expect(received).toMatchObject({
      status: 'received',
      receipt: {
        by: OFFICER.id,
        sha256: sha256(sealed),
        incomingNumber: 1,
        signatures: [
          { signer: expect.stringContaining(CHAIRMAN.commonName) },
          { signer: expect.stringContaining(AGENCY.commonName) },
        ],
      },
    });
    expect(await register()).toMatchObject([{ incomingNumber: 1, deliveryId: id }]);
    const { items } = await world.deliveries.events(id, { limit: 10, cursor: null });
    expect(brokenAt(items, received.events)).toBeNull();
  });

  test('twice gives one incoming number and the same receipt', async () => {
    const { id } = await arrived();

    const first = await receiveDelivery(world, await officer(), id);
    const again = await receiveDelivery(world, await officer(), id);

    expect(again).toEqual(first);
    expect(await register()).toHaveLength(1);
  });

  test('twice in the same moment gives one incoming number', async () => {
    const { id } = await arrived();
    const caller = await officer();

    const [one, other] = await Promise.all([
      receiveDelivery(world, caller, id),
      receiveDelivery(world, caller, id),
    ]);

    expect(one).toEqual(other);
    expect(await register()).toHaveLength(1);
  });

  test('several at once numbers them without a gap', async () => {
    const deliveries = [await arrived(), await arrived(), await arrived()];
    const caller = await officer();

    await Promise.all(deliveries.map(({ id }) => receiveDelivery(world, caller, id)));

    expect((await register()).map(({ incomingNumber }) => incomingNumber)).toEqual([1, 2, 3]);
  });

  test('a file with other bytes than were issued is refused', async () => {
    const { id } = await arrived(sealed, signedOnly);

    await expect(receiveDelivery(world, await officer(), id)).rejects.toMatchObject({
      code: 'file_differs',
    });
    expect(await register()).toEqual([]);
  });

  test('a file without the agency’s seal is refused', async () => {
    const { id } = await arrived(signedOnly);

    await expect(receiveDelivery(world, await officer(), id)).rejects.toMatchObject({
      code: 'signature_invalid',
    });
  });

  test('what was sent back is refused', async () => {
    const { id } = await arrived();
    await sendDeliveryBack(world, await officer(), id, 'Gửi nhầm');

    await expect(receiveDelivery(world, await officer(), id)).rejects.toMatchObject({
      code: 'already_decided',
    });
  });

  test('what came to another organization is as good as not there', async () => {
    const { id } = await arrived();

    await expect(receiveDelivery(world, await callerOf(world, CLERK), id)).rejects.toMatchObject({
      code: 'delivery_not_found',
    });
  });
});

test('opening is recorded once', async () => {
  const { id } = await arrived();

  const first = await openDelivery(world, await officer(), id);
  world.setTime('2026-03-02T02:00:00.000Z');
  const again = await openDelivery(world, await officer(), id);

  expect(first).toMatchObject({ status: 'opened', openedAt: '2026-03-02T01:00:00.000Z' });
  expect(again).toEqual(first);
});

test('sending back needs a reason', async () => {
  const { id } = await arrived();

  await expect(sendDeliveryBack(world, await officer(), id, '  ')).rejects.toMatchObject({
    code: 'reason_missing',
  });
});
