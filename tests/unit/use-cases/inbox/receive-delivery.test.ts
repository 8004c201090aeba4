// Does the press `Tiếp nhận, vào sổ` check the real file, and give one incoming number, however often it is made?
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { brokenAt } from '../../../../functions/domain/broken-link.ts';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import { deliveryIdOf } from '../../../../functions/domain/ids.ts';
import type { Delivery } from '../../../../functions/domain/issued/delivery.ts';
import { Unavailable } from '../../../../functions/domain/refusal.ts';
import { openDelivery } from '../../../../functions/use-cases/inbox/open-delivery.ts';
import { receiveDeliveries } from '../../../../functions/use-cases/inbox/receive-deliveries.ts';
import { receiveDelivery } from '../../../../functions/use-cases/inbox/receive-delivery.ts';
import { sendDeliveryBack } from '../../../../functions/use-cases/inbox/send-delivery-back.ts';
import { aDelivery, anIssue, CLERK, DRAFTER } from '../../../support/builders.ts';
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
  const pdf = { ...issue.pdf, key: `${issue.pdf.key}-${sha256(bytes)}`, sha256: sha256(said) };
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

describe('receiving several in one press', () => {
  const numbers = (results: Awaited<ReturnType<typeof receiveDeliveries>>) =>
    results.map((one) =>
      'delivery' in one && one.delivery.status === 'received'
        ? one.delivery.receipt.incomingNumber
        : 'refusal' in one && one.refusal.code,
    );

  test('numbers them in the order given; one that is refused takes no number and holds up no other', async () => {
    const [first, unsealed, second, returned, third] = [
      await arrived(),
      await arrived(signedOnly),
      await arrived(),
      await arrived(),
      await arrived(),
    ];
    await sendDeliveryBack(world, await officer(), returned.id, 'Gửi nhầm');
    const foreign = deliveryIdOf(first.reportId, CLERK.organizationId);
    const order = [third, unsealed, first, returned, second].map(({ id }) => id);

    const results = await receiveDeliveries(world, await officer(), [...order, foreign]);

    expect(results.map(({ id }) => id)).toEqual([...order, foreign]);
    expect(numbers(results)).toEqual([
      1,
      'signature_invalid',
      2,
      'already_decided',
      3,
      'delivery_not_found',
    ]);
    expect((await register()).map(({ deliveryId }) => deliveryId)).toEqual([
      third.id,
      first.id,
      second.id,
    ]);
  });

  test('goes on where it failed, when it is pressed again', async () => {
    const ids = [(await arrived()).id, (await arrived()).id, (await arrived()).id];
    const read = world.signed.read.bind(world.signed);
    let reads = 0;
    const failing = {
      ...world,
      signed: {
        ...world.signed,
        read: (...said: Parameters<typeof read>) => {
          reads += 1;
          if (reads === 2) throw new Unavailable('S3');
          return read(...said);
        },
      },
    };

    await expect(receiveDeliveries(failing, await officer(), ids)).rejects.toThrow(Unavailable);
    const results = await receiveDeliveries(failing, await officer(), ids);

    expect(numbers(results)).toEqual([1, 2, 3]);
    expect(await register()).toHaveLength(3);
  });

  test('is for whoever receives what comes to an office', async () => {
    const { id } = await arrived();

    await expect(
      receiveDeliveries(world, await callerOf(world, DRAFTER), [id]),
    ).rejects.toMatchObject({ code: 'not_permitted' });
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
