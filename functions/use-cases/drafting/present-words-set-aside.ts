// How are words that were set aside shown? With the name of their author.
import type { WordsSetAsideRowView } from '../../contracts/views.ts';
import type { WordsSetAsideRow } from '../../domain/workflow/words-set-aside.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

export const presentWords =
  (names: ReadonlyMap<string, string>) =>
  ({ hash, writtenBy, writtenAt }: WordsSetAsideRow): WordsSetAsideRowView => ({
    hash,
    writtenBy: { id: writtenBy, name: names.get(writtenBy) ?? '' },
    writtenAt,
  });

export const namesIn = async ({ directory }: Needs<'directory'>, { organization }: Caller) =>
  new Map((await directory.people(organization.id)).map(({ id, name }) => [id, name]));
