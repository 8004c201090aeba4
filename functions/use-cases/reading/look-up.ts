// Which documents have all these words? The search index's list of the rarest word is read page by page, and a
// document that lacks another word is skipped. A search costs at most what is said here, however many documents there
// are.

import type { OrganizationId } from '../../domain/ids.ts';
import { type Days, isAmong, officeDayOf } from '../../domain/office-calendar.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Wanted } from '../../domain/search/folded-words.ts';
import type { FoundWord, Page, PageOf, WordList, Words } from '../ports.ts';

/** Documents of a word that are looked at together: some 40 kB. */
const A_LOOK = 100;
/** Looks for one page; who wants more asks for the next. */
const MOST_LOOKS = 5;
/** Documents opened for one page: some are not shown, because of what became of them. */
const MOST_OPENED = 100;
/** Of a whole subject that somebody has pasted, the longest words say enough about which is rare. */
const MOST_LISTS = 6;

export type LookedFor = {
  organizationId: OrganizationId;
  wanted: Wanted;
  days: Days;
};

/** `whole`: the last word is one like the others. */
const listsOf = ({ wanted: { words, beginning }, days }: LookedFor, whole: boolean): WordList[] => {
  const last: WordList[] = [];
  if (beginning !== null)
    last.push(whole ? { word: beginning, days } : { word: beginning, begins: true });
  return [
    ...words
      .toSorted((one, other) => other.length - one.length)
      .slice(0, MOST_LISTS)
      .map((word) => ({ word, days })),
    ...last,
  ];
};

/** Which list is leafed through. `whole`: so many have the last word as it stands that none is guessed beyond it. */
type Way = { list: number; whole: boolean };

/**
 * A list that ends within one look is the rarest; of those that go on, the one whose hundredth document is the oldest.
 * Words that only begin so are not in the order of time: unless they end, they are looked for in another list.
 */
const choose = async (shelf: Words, wish: LookedFor): Promise<Way> => {
  const { organizationId, wanted } = wish;
  const lists = listsOf(wish, false);
  if (lists.length === 1) return { list: 0, whole: false };
  const looks = await Promise.all(
    lists.map((list) => shelf.having(organizationId, list, { limit: A_LOOK, cursor: null })),
  );
  const last = looks.at(-1);
  const whole =
    wanted.beginning !== null &&
    last?.cursor !== null &&
    (last?.items.every(({ word }) => word === wanted.beginning) ?? false);
  const rarity = ({ items, cursor }: Page<FoundWord>, index: number): number => {
    if (cursor === null) return items.length;
    const begins = 'begins' in (lists[index] ?? {});
    if (begins && !whole) return Number.POSITIVE_INFINITY;
    return A_LOOK + Date.parse(items.at(-1)?.at ?? '');
  };
  const ranks = looks.map(rarity);
  return { list: ranks.indexOf(Math.min(...ranks)), whole };
};

/** `2w…`: the way, and the place in its list. */
const cursorOn = ({ list, whole }: Way, place: string) => `${list}${whole ? 'w' : 'b'}${place}`;
const readCursor = (cursor: string): { way: Way; place: string } => {
  const [, list, how, place] = /^(\d)([wb])(.+)$/s.exec(cursor) ?? [];
  if (list === undefined || place === undefined) throw new Refusal('cursor_invalid');
  return { way: { list: Number(list), whole: how === 'w' }, place };
};

/** A document with several words that begin so is shown under the first of them only. */
const isWanted =
  ({ wanted: { words, beginning }, days }: LookedFor, { whole }: Way, list: WordList) =>
  (found: FoundWord): boolean => {
    if (!words.every((word) => found.words.includes(word))) return false;
    if (!isAmong(days, officeDayOf(found.at))) return false;
    if (beginning === null) return true;
    if (whole) return found.words.includes(beginning);
    const alike = found.words.filter((word) => word.startsWith(beginning)).toSorted();
    return 'begins' in list ? alike[0] === found.word : alike.length > 0;
  };

/**
 * A page of documents, newest first; where the last word is unfinished, those that have it whole come before.
 * `open` gives what is shown of a document, or null. A page may have less than `limit` and still go on.
 * Refusal: cursor_invalid.
 */
export const lookUp = async <Thing>(
  shelf: Words,
  wish: LookedFor,
  { limit, cursor }: PageOf,
  open: (id: string) => Promise<Thing | null>,
): Promise<Page<Thing>> => {
  const { words, beginning } = wish.wanted;
  if (words.length === 0 && beginning === null) return { items: [], cursor: null };
  const begun = cursor === null ? null : readCursor(cursor);
  const way = begun?.way ?? (await choose(shelf, wish));
  const lists = listsOf(wish, way.whole);
  const list = lists[way.list];
  if (!list) throw new Refusal('cursor_invalid');

  const shown: Thing[] = [];
  let place = begun?.place ?? null;
  let opened = 0;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const page = await shelf.having(wish.organizationId, list, {
      limit: lists.length === 1 ? limit : A_LOOK,
      cursor: place,
    });
    let rest = page.items.filter(isWanted(wish, way, list));
    while (rest.length > 0) {
      const some = rest.slice(0, limit - shown.length);
      const things = await Promise.all(some.map(({ id }) => open(id)));
      shown.push(...things.filter((thing) => thing !== null));
      opened += some.length;
      rest = rest.slice(some.length);
      if (shown.length === limit || opened >= MOST_OPENED) {
        const more = rest.length > 0 || page.cursor !== null;
        return { items: shown, cursor: more ? cursorOn(way, some.at(-1)?.after ?? '') : null };
      }
    }
    if (page.cursor === null) return { items: shown, cursor: null };
    place = page.cursor;
  }
  return { items: shown, cursor: cursorOn(way, place ?? '') };
};
