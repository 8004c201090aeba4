// Which documents of a shelf have a word? The word's list, of some days or from its first letters on.
import { beginningOf, endOf } from '../../domain/office-calendar.ts';
import type { Shelf } from '../../domain/search/findable.ts';
import type { Words } from '../../use-cases/ports.ts';
import { wordIn } from './findable-item.ts';
import { wordBetween, wordsKey } from './keys.ts';
import { readList } from './reads.ts';
import type { Table } from './table.ts';

export const wordsIn = (table: Table, shelf: Shelf): Words => ({
  having: (organizationId, { word, ...which }, pageOf) => {
    const within =
      'days' in which
        ? wordBetween(
            word,
            which.days.from && beginningOf(which.days.from),
            which.days.until && endOf(which.days.until),
          )
        : { prefix: word };
    const partition = wordsKey(shelf, organizationId, word);
    return readList(table, { of: 'table', partition, within }, pageOf, wordIn);
  },
});
