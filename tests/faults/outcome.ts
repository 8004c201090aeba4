// What has come of a main job? All that people and offices have afterwards, in words that are the same from run to run.
import type { ReportId } from '../../functions/domain/ids.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import type { DeliveryStatus } from '../../functions/domain/issued/delivery.ts';
import { officeDayOf, yearOf } from '../../functions/domain/office-calendar.ts';
import type { LocalStack } from '../support/local-stack.ts';
import type { BehindTheDesks } from '../workflow/behind-the-desks.ts';
import { COMMUNE, DRAFTER, OFFICE } from './main-job.ts';

const PAGE = { limit: 100, cursor: null };

export type JobOutcome = {
  reports: number;
  status: string;
  /** What happened to the report, without the clerk's help. */
  history: string[];
  /** Numbers and what became of them. */
  outgoing: string[];
  incoming: number[];
  files: string[];
  /**
   * A download is written down before its link is given: asked for once more where the answer was lost, it stands there
   * once more, which is better than never, and counts here as one.
   */
  deliveries: { to: string; status: DeliveryStatus; history: string[] }[];
  brokenLinks: number[];
  owed: boolean;
  running: number;
  /** To whom, about what. Once more where nobody can tell whether it was sent is better than never. */
  mails: Record<string, number>;
};

/** Getting stuck and being helped is no damage, and counted apart. */
const HELP = ['stuck', 'resumed'];
const HELP_WANTED = 'Có văn bản chưa phát hành được';

type Mailbox = { emails: { subject: string; destination: { to: string[] } }[] };

const mailsOf = async ({ mailUrl }: LocalStack): Promise<JobOutcome['mails']> => {
  const { emails } = (await (await fetch(`${mailUrl}/store`)).json()) as Mailbox;
  const mails = emails
    .filter(({ subject }) => subject !== HELP_WANTED)
    .flatMap(({ subject, destination }) => destination.to.map((to) => `${to}: ${subject}`))
    .toSorted();
  return Object.fromEntries(
    [...new Set(mails)].map((mail) => [mail, mails.filter((one) => one === mail).length]),
  );
};

const withoutRepeatedDownloads = (kinds: string[]): string[] =>
  kinds.filter((kind, at) => kind !== 'downloaded' || kinds[at - 1] !== kind);

/** How often the clerk had to help, beside what it came to. */
export const outcomeOf = async (
  stack: LocalStack,
  { records, ...behind }: BehindTheDesks,
  reportId: ReportId,
): Promise<{ outcome: JobOutcome; helped: number }> => {
  const report = await records.reports.read(reportId);
  const [latest] = (await records.submissions.versionsOf(reportId, PAGE)).items;
  if (report === null || latest === undefined) throw new Error(`${reportId} is gone`);
  const kinds = await behind.kinds(reportId);
  const { delivered: deliveries } = await records.deliveries.of(reportId);
  const year = yearOf(officeDayOf(instantOf(Date.now())));
  const outcome: JobOutcome = {
    reports: (await records.reports.of(DRAFTER, null, PAGE)).items.length,
    status: report.status,
    history: kinds.filter((kind) => !HELP.includes(kind)),
    outgoing: (await records.registers.rows(COMMUNE, year, 'baoCao', PAGE)).items.map(
      ({ number, status }) => `${number} ${status}`,
    ),
    incoming: (await records.incoming.rows(OFFICE, year, PAGE)).items.map(({ number }) => number),
    files: (await behind.storedFiles(reportId)).toSorted(),
    deliveries: (
      await Promise.all(
        deliveries.map(async ({ id, recipientId, status }) => ({
          to: recipientId,
          status,
          history: withoutRepeatedDownloads(await behind.kinds(id)),
        })),
      )
    ).toSorted((one, other) => (one.to < other.to ? -1 : 1)),
    brokenLinks: await behind.brokenLinks(reportId),
    owed: (await behind.submission(latest.id)).owedSince !== null,
    running: stack.machine.list().filter(({ status }) => status === 'RUNNING').length,
    mails: await mailsOf(stack),
  };
  return { outcome, helped: kinds.filter((kind) => kind === 'stuck').length };
};

const isSame = (part: keyof JobOutcome, straight: JobOutcome, outcome: JobOutcome): boolean => {
  if (part !== 'mails') return JSON.stringify(straight[part]) === JSON.stringify(outcome[part]);
  const all = new Set([...Object.keys(straight.mails), ...Object.keys(outcome.mails)]);
  return [...all].every((mail) => {
    const times = straight.mails[mail] ?? 0;
    return times > 0 && (outcome.mails[mail] ?? 0) >= times;
  });
};

/** Names of what is not as it was on a straight way, with both values; nothing when the way made no difference. */
export const differences = (straight: JobOutcome, outcome: JobOutcome): string[] =>
  (Object.keys(straight) as (keyof JobOutcome)[])
    .filter((part) => !isSame(part, straight, outcome))
    .map(
      (part) =>
        `${part}: ${JSON.stringify(outcome[part])} instead of ${JSON.stringify(straight[part])}`,
    );
