// How are the words kept that were not chosen when two had written to one report, and how does one come to them again?
import type { WordsSetAsideRowView, WordsSetAsideView } from '../../contracts/views.ts';
import type { ReportId, Sha256 } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ReportContent } from '../../domain/report-content.ts';
import { setAside, type WordsSetAsideRow } from '../../domain/words-set-aside.ts';
import { ONE_PERSON, retryConflicts } from '../effects/retry-conflicts.ts';
import type { Page, PageOf } from '../ports.ts';
import { findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/**
 * Keeps what the caller wrote and does not save. Whatever the report has become meanwhile, and once more, is as good: it
 * says nothing in the report's name. Refusals: report_not_found, not_permitted, content_too_large.
 */
export const setWordsAside = async (
  world: Needs<'records'>,
  caller: Caller,
  { reportId, content }: { reportId: ReportId; content: ReportContent },
): Promise<{ hash: Sha256 }> => {
  requireRole(caller, 'drafter');
  return retryConflicts(async () => {
    await findOwnReport(world, caller, reportId);
    const words = setAside(reportId, content, caller.person.id, caller.at);
    await world.records.commit({ setAside: words });
    return { hash: words.hash };
  }, ONE_PERSON);
};

const shown =
  (names: ReadonlyMap<string, string>) =>
  ({ hash, writtenBy, writtenAt }: WordsSetAsideRow): WordsSetAsideRowView => ({
    hash,
    writtenBy: { id: writtenBy, name: names.get(writtenBy) ?? '' },
    writtenAt,
  });

const namesIn = async ({ directory }: Needs<'directory'>, { organization }: Caller) =>
  new Map((await directory.people(organization.id)).map(({ id, name }) => [id, name]));

/** Latest first. Refusals: report_not_found, cursor_invalid. */
export const listWordsSetAside = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  reportId: ReportId,
  page: PageOf,
): Promise<Page<WordsSetAsideRowView>> => {
  await findOwnReport(world, caller, reportId);
  const { items, cursor } = await world.records.setAsideOf(reportId, page);
  if (items.length === 0) return { items: [], cursor };
  return { items: items.map(shown(await namesIn(world, caller))), cursor };
};

/** Refusals: report_not_found, words_not_found. */
export const readWordsSetAside = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  { reportId, hash }: { reportId: ReportId; hash: Sha256 },
): Promise<WordsSetAsideView> => {
  await findOwnReport(world, caller, reportId);
  const words = await world.records.setAside(reportId, hash);
  if (words === null) throw new Refusal('words_not_found');
  return { ...shown(await namesIn(world, caller))(words), content: words.content };
};
