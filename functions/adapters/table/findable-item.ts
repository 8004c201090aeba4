// How is a document found by its words? By an inverted index (the search index): one item for each word of a
// document. The item holds the document's other words too, so that one list answers for all the words of a query.
import * as z from 'zod';
import { Findable } from '../../domain/search/findable.ts';
import type { FoundWord } from '../../use-cases/ports.ts';
import type { Item, Read } from './item.ts';
import { type Key, wordKey } from './keys.ts';

/** Words as one text: a list of forty takes twice its bytes, and an item below 1 kB costs half. */
const WordRecord = Findable.pick({ id: true, at: true }).extend({ words: z.string() });

export const wordItems = ({ shelf, organizationId, id, at, words }: Findable): Item[] =>
  words.map((word) => ({
    ...wordKey(shelf, organizationId, word, { at, id }),
    record: { id, at, words: words.join(' ') } satisfies z.infer<typeof WordRecord>,
  }));

export const wordKeys = ({ shelf, organizationId, id, at, words }: Findable): Key[] =>
  words.map((word) => wordKey(shelf, organizationId, word, { at, id }));

export const wordIn = ({ sk, record, after }: Read & { after: string }): FoundWord => {
  const { id, at, words } = WordRecord.parse(record);
  return { word: sk.slice(0, sk.indexOf('#')), id, at, words: words.split(' '), after };
};
