// Who wrote the words that were set aside?
import type { WordsSetAsideRow } from '../../domain/workflow/words-set-aside.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** With the name of their author; empty for somebody whom the office does not know any more. */
export type Authored<Words extends WordsSetAsideRow> = Words & { authorName: string };

export const withAuthor =
  (names: ReadonlyMap<string, string>) =>
  <Words extends WordsSetAsideRow>(words: Words): Authored<Words> => ({
    ...words,
    authorName: names.get(words.writtenBy) ?? '',
  });

export const namesIn = async ({ directory }: Needs<'directory'>, { organization }: Caller) =>
  new Map((await directory.people(organization.id)).map(({ id, name }) => [id, name]));
