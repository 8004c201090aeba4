// How often is an image fetched that is drawn again and again? Once for a trial and what follows it, and never for somebody else.
import { PNG } from 'pngjs';
import { beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import type { Sha256 } from '../../../../functions/domain/ids.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import {
  anew,
  handOf,
  MOST_KEPT_BYTES,
  sealOf,
} from '../../../../functions/use-cases/issuing/images-to-sign-with.ts';
import type { Images } from '../../../../functions/use-cases/ports.ts';
import { sampleSignaturePng } from '../../../../infra/local/sample-images/signature-and-seal.ts';
import { anOrganization, aPersonId, CHAIRMAN, REVIEWER } from '../../../support/builders.ts';

const SIGNATURE = sampleSignaturePng(CHAIRMAN.name);

/** A store that tells what was fetched from it, and whose. */
const openStore = () => {
  const files = new Map<string, Uint8Array>();
  const fetched: string[] = [];
  const nameOf = ({ kind, id }: Parameters<Images['read']>[0], hash: Sha256) =>
    `${kind} ${id} ${hash}`;
  const images: Images = {
    keep: async (owner, png) => {
      files.set(nameOf(owner, sha256(png)), png);
      return sha256(png);
    },
    read: async (owner, hash) => {
      fetched.push(owner.id);
      const png = files.get(nameOf(owner, hash));
      if (png === undefined) throw new Refusal('file_not_found');
      return png;
    },
    link: async () => ({ url: 'https://files.test/image.png', expiresAt: '2026-03-02T01:01:00Z' }),
  };
  return { images, fetched, forget: () => files.clear() };
};

let store: ReturnType<typeof openStore>;
beforeEach(() => {
  store = openStore();
});

const signerWith = async (png: Uint8Array, person = CHAIRMAN) => ({
  ...person,
  signatureImage: await store.images.keep({ kind: 'person', id: person.id }, png),
});

test('what a trial has read is drawn by the signatures after it', async () => {
  const chairman = await signerWith(SIGNATURE);
  const tried = await handOf(store, chairman, anew);

  expect(await handOf(store, chairman)).toEqual(tried);
  expect(await handOf(store, chairman)).toEqual(tried);
  expect(store.fetched).toEqual([chairman.id]);
});

test('a trial asks the store, and finds that an image is gone which is still known here', async () => {
  const chairman = await signerWith(SIGNATURE);
  await handOf(store, chairman);
  store.forget();

  await expect(handOf(store, chairman, anew)).rejects.toMatchObject({ code: 'file_not_found' });
});

test('nobody signs with an image that is another’s, though it be the same', async () => {
  const id = 'org_of-the-same-name';
  const chairman = await signerWith(SIGNATURE, { ...CHAIRMAN, id: aPersonId(id) });
  await handOf(store, chairman);
  const deputy = { ...REVIEWER, signatureImage: chairman.signatureImage };
  const agency = anOrganization({ id, sealImage: chairman.signatureImage });

  await expect(handOf(store, deputy)).rejects.toMatchObject({ code: 'file_not_found' });
  await expect(sealOf(store, agency)).rejects.toMatchObject({ code: 'file_not_found' });
});

test('a new image is drawn as soon as the directory names it', async () => {
  await handOf(store, await signerWith(SIGNATURE));
  const after = await signerWith(sampleSignaturePng('Một chữ ký khác'));

  expect(await handOf(store, after)).toEqual(await handOf(openedAnew(), after));
});

/** The same store, seen by another instance of the function. */
const openedAnew = () => ({ images: { ...store.images } });

/** An image of so many pixels a side: one corner is ink, the rest is clear. */
const aSquare = (side: number, ink: number): Uint8Array => {
  const image = new PNG({ width: side, height: side });
  image.data.fill(0);
  image.data.set([ink, 0, 0, 255], 0);
  return new Uint8Array(PNG.sync.write(image));
};

test('the memory that it takes is bounded: what was not drawn for longest goes first', async () => {
  // Each takes 1.4 MB, four bytes a pixel, so that two fit and three do not.
  const side = Math.floor(Math.sqrt(MOST_KEPT_BYTES / 3 / 4)) + 10;
  const [one, two, three] = await Promise.all(
    [1, 2, 3].map((ink) =>
      signerWith(aSquare(side, ink), { ...CHAIRMAN, id: aPersonId(`signer-${ink}`) }),
    ),
  );
  if (!one || !two || !three) throw new Error('there are three');
  for (const signer of [one, two, one, three]) await handOf(store, signer);
  expect(store.fetched).toEqual([one.id, two.id, three.id]);

  await handOf(store, one);
  expect(store.fetched).toHaveLength(3);
  await handOf(store, two);
  expect(store.fetched).toEqual([one.id, two.id, three.id, two.id]);
});

test('an image beyond the bound is drawn all the same, and leaves nothing behind', async () => {
  const side = Math.ceil(Math.sqrt(MOST_KEPT_BYTES / 4)) + 1;
  const chairman = await signerWith(aSquare(side, 1));
  await handOf(store, chairman);
  await handOf(store, chairman);

  expect(store.fetched).toEqual([chairman.id, chairman.id]);
});
