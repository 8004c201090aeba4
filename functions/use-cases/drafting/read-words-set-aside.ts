// How does one get back to words that were set aside?
import type { ReportId, Sha256 } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { WordsSetAside } from '../../domain/workflow/words-set-aside.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { type Authored, namesIn, withAuthor } from './author-of-words.ts';

const NEEDS = ['reports', 'directory'] as const;

/** Refusals: report_not_found, words_not_found. */
export const readWordsSetAside = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { reportId, hash }: { reportId: ReportId; hash: Sha256 },
): Promise<Authored<WordsSetAside>> => {
  await findOwnReport(world, caller, reportId);
  const words = await world.reports.setAside(reportId, hash);
  if (words === null) throw new Refusal('words_not_found');
  return withAuthor(await namesIn(world, caller))(words);
};
readWordsSetAside.needs = NEEDS;
