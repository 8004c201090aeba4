// How is it changed whom the system trusts? In one transaction with the link that tells of it, over what was read.
import type { Anchor } from '../../domain/directory/anchor.ts';
import { versionOf } from '../../domain/directory/entry-version.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TrustDesk } from '../../use-cases/operation/trust-desk.ts';
import { anchorsIn } from './directory.ts';
import { linkWrites } from './directory-desk.ts';
import { trustAnchorsIn, trustAnchorsItem } from './directory-item.ts';
import { TRUST_ANCHORS } from './keys.ts';
import { readItem, thing } from './reads.ts';
import type { Table } from './table.ts';
import { whileRecordIs, writeAll } from './writes.ts';

const versionIn = (anchors: Anchor[]) => versionOf(trustAnchorsItem(anchors).record);

export const trustDeskIn = (table: Table): TrustDesk => ({
  anchors: () => anchorsIn(table),
  // An earlier version wrote it in other words, so the condition is that the words are still those that were read.
  change: async ({ before, after, link }) => {
    const read = await readItem(table, TRUST_ANCHORS);
    const there = read === null ? [] : thing(trustAnchorsIn)(read);
    if (versionIn(there) !== versionIn(before)) throw new Refusal('revision_conflict');
    const condition = whileRecordIs(read && Object(read.record));
    await writeAll(table, [{ put: trustAnchorsItem(after), condition }, ...linkWrites(link)]);
  },
});
