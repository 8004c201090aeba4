// How do use cases get records without a table? In memory, under the same conditions.
// Trusted because one contract is asked of it and of the table. Not here: the limit of an item, and lists that lag.

import type { AuditEvent } from '../../functions/domain/audit-event.ts';
import { Correction } from '../../functions/domain/content/correction.ts';
import { rankOf } from '../../functions/domain/content/urgency.ts';
import { Delivery } from '../../functions/domain/issued/delivery.ts';
import { HeldDelivery } from '../../functions/domain/issued/held-delivery.ts';
import type {
  IncomingEntry,
  OutgoingEntry,
  Queued,
} from '../../functions/domain/issued/register.ts';
import { EVER, isAmong, officeDayOf } from '../../functions/domain/office-calendar.ts';
import type { Answer, Effect, Press } from '../../functions/domain/press.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import type { Findable, Shelf } from '../../functions/domain/search/findable.ts';
import type { Asked } from '../../functions/domain/workflow/asked.ts';
import { Decided } from '../../functions/domain/workflow/decided.ts';
import { DiscardedReport, Report } from '../../functions/domain/workflow/report.ts';
import { stateOf, summaryOf } from '../../functions/domain/workflow/report-summary.ts';
import { Step } from '../../functions/domain/workflow/step.ts';
import { Submission } from '../../functions/domain/workflow/submission.ts';
import type { Wait } from '../../functions/domain/workflow/wait.ts';
import { WordsSetAside } from '../../functions/domain/workflow/words-set-aside.ts';
import type {
  Change,
  FoundWord,
  Page,
  PageOf,
  Presses,
  Words,
} from '../../functions/use-cases/ports.ts';
import type { Records } from '../../functions/use-cases/world.ts';

type Stored = {
  revision?: number;
  status?: string;
  how?: string;
  lastNumber?: number;
  until?: string;
  token?: string;
};
/** What `stays` is only looked at. */
type Write = {
  key: string;
  value?: unknown;
  holds?: (there: Stored | undefined) => boolean;
  stays?: true;
};

const isPresent = (there: Stored | undefined): boolean =>
  there !== undefined && there.status !== 'discarded';
const isNew = (there: Stored | undefined): boolean => there === undefined;
const still =
  <Part extends keyof Stored>(part: Part, before: Pick<Stored, Part> | null) =>
  (there: Stored | undefined): boolean =>
    before === null ? there === undefined : there?.[part] === before[part];

/** A press counts for a day. */
const keptOf = ({ hash, at }: Press) => ({
  hash,
  until: new Date(Date.parse(at) + 24 * 60 * 60 * 1000).toISOString(),
});
const isKeptNoMore = (at: string) => (there: Stored | undefined) =>
  there === undefined || (there.until ?? '') < at;

const waitName = (wait: Wait) => (wait.kind === 'round' ? `round ${wait.round}` : wait.kind);
const whoName = (asked: Asked['asked']) => ('person' in asked ? asked.person : 'clerk');
const nth = (number: number) => String(number).padStart(9, '0');

const KEY = {
  report: (id: string) => `report/${id}`,
  submission: (id: string) => `submission/${id}`,
  frozen: (id: string) => `frozen/${id}`,
  correction: (id: string) => `correction/${id}`,
  setAside: (report: string, hash: string) => `aside/${report}/${hash}`,
  delivery: (id: string) => `delivery/${id}`,
  held: (report: string, recipient: string) => `held/${report}/${recipient}`,
  events: (of: string) => `event/${of}/`,
  counter: (of: string, year: number, series: string) => `counter/${of}/${year}/${series}`,
  incomingCounter: (of: string, year: number) => `incoming-counter/${of}/${year}`,
  queued: (id: string) => `queued/${id}`,
  outgoing: (of: string, year: number, series: string) => `outgoing/${of}/${year}/${series}/`,
  incoming: (of: string, year: number) => `incoming/${of}/${year}/`,
  asked: (submission: string) => `asked/${submission}/`,
  token: (submission: string, wait: Wait) => `token/${submission}/${waitName(wait)}`,
  file: (sha256: string) => `file/${sha256}`,
  findable: (shelf: string, of: string) => `findable/${shelf}/${of}/`,
  effect: ({ personId, key }: Press) => `effect/${personId}/${key}`,
  answer: ({ personId, key }: Press) => `answer/${personId}/${key}`,
};

const askedKey = ({ submissionId, wait, asked }: Asked) =>
  `${KEY.asked(submissionId)}${waitName(wait)}/${whoName(asked)}`;

/** Every write of a change with the condition that the port names. */
const writesOf = (change: Change): Write[] => {
  const { report, submission, delivery, counter, outgoing, incoming, incomingCounter } = change;
  const writes: Write[] = [];
  const put = (key: string, value: unknown, holds?: Write['holds']) =>
    writes.push({ key, value, ...(holds && { holds }) });
  const check = (key: string, holds: NonNullable<Write['holds']>) =>
    writes.push({ key, holds, stays: true });
  // Parsed as the table does when it reads: what is not of the domain's shape must not pass for stored.
  if (report) {
    put(KEY.report(report.after.id), Report.parse(report.after), still('revision', report.before));
  }
  if (change.discarded) {
    const { before, after } = change.discarded;
    put(KEY.report(after.id), DiscardedReport.parse(after), still('revision', before));
  }
  for (const one of [submission, change.successor]) {
    if (!one) continue;
    const { before, after, frozen, correction } = { correction: undefined, ...one };
    put(KEY.submission(after.id), Submission.parse(after), still('revision', before));
    if (frozen) put(KEY.frozen(after.id), frozen, isNew);
    if (correction) put(KEY.correction(after.id), Correction.parse(correction), isNew);
  }
  if (change.setAside) {
    const { reportId, hash } = change.setAside;
    put(KEY.setAside(reportId, hash), WordsSetAside.parse(change.setAside));
    if (!report) check(KEY.report(reportId), isPresent);
  }
  for (const hash of change.forgotten?.hashes ?? [])
    put(KEY.setAside(change.forgotten?.reportId ?? '', hash), undefined);
  if (delivery) {
    const { before, after } = delivery;
    put(KEY.delivery(after.id), Delivery.parse(after), still('revision', before));
  }
  if (change.held) {
    const { before, after } = change.held;
    const key = KEY.held(after.reportId, after.recipientId);
    put(key, HeldDelivery.parse(after), still('revision', before));
  }
  for (const chain of [report, delivery, change.discarded]) {
    for (const event of chain?.events ?? []) {
      put(`${KEY.events(chain?.after.id ?? '')}${nth(event.sequence)}`, event, isNew);
    }
  }
  if (counter) {
    const { organizationId, year, series } = counter.after;
    const key = KEY.counter(organizationId, year, series);
    put(key, counter.after, still('lastNumber', counter.before));
  }
  for (const one of change.queue?.add ?? []) put(KEY.queued(one.submissionId), one);
  for (const one of change.queue?.remove ?? []) put(KEY.queued(one.submissionId), undefined);
  if (outgoing) {
    const { organizationId, year, series, number } = outgoing.after;
    const key = `${KEY.outgoing(organizationId, year, series)}${nth(number)}`;
    put(key, outgoing.after, still('status', outgoing.before));
  }
  if (incomingCounter) {
    const { organizationId, year } = incomingCounter.after;
    const key = KEY.incomingCounter(organizationId, year);
    put(key, incomingCounter.after, still('lastNumber', incomingCounter.before));
  }
  if (incoming) {
    const { organizationId, year, incomingNumber } = incoming;
    put(`${KEY.incoming(organizationId, year)}${nth(incomingNumber)}`, incoming, isNew);
  }
  for (const one of change.asked?.remove ?? []) put(askedKey(one), undefined);
  for (const one of change.asked?.add ?? []) put(askedKey(one), one);
  if (change.token) put(KEY.token(change.token.submissionId, change.token.wait), change.token);
  if (change.told) {
    const { told } = change;
    put(KEY.token(told.submissionId, told.wait), told, still('token', told));
  }
  if (change.step) {
    const { submissionId, kind, at } = change.step;
    put(`step/${submissionId}/${kind}/${at}`, Step.parse(change.step));
  }
  if (change.decided) {
    const { submissionId, round, personId } = change.decided;
    put(`decided/${submissionId}/${round}/${personId}`, Decided.parse(change.decided));
  }
  for (const file of change.file ?? []) put(KEY.file(file.sha256), file, isNew);
  if (change.findable) {
    const { shelf, organizationId, id } = change.findable.after;
    put(`${KEY.findable(shelf, organizationId)}${id}`, change.findable.after);
  }
  if (change.mark) {
    const { press, made } = change.mark;
    put(KEY.effect(press), { ...keptOf(press), made }, isKeptNoMore(press.at));
  }
  return writes;
};

const isDiscarded = (there: Report | DiscardedReport): there is DiscardedReport =>
  there.status === 'discarded';

const conflictWith = (there: Stored | undefined): Refusal => {
  const { revision } = there ?? {};
  const status = there?.how ?? there?.status;
  return new Refusal('revision_conflict', {
    facts: { ...(revision !== undefined && { revision }), ...(status !== undefined && { status }) },
  });
};

/** The part of `list` that is asked for; a cursor names the list and how far it was read. */
const pageOf = <Item>(name: string, list: Item[], { limit, cursor }: PageOf): Page<Item> => {
  const [of, place] = cursor === null ? [name, '0'] : cursor.split('\n');
  if (of !== name || !/^\d+$/.test(place ?? '')) throw new Refusal('cursor_invalid');
  const end = Number(place) + limit;
  return {
    items: list.slice(Number(place), end),
    cursor: end < list.length ? `${name}\n${end}` : null,
  };
};

const by =
  <Item>(moment: (item: Item) => string) =>
  (one: Item, other: Item) =>
    moment(one).localeCompare(moment(other));

/** A document once for each of its words that are asked for; words go up, and the documents of one word go back in time. */
const wordsAmong = (documents: Findable[], isWanted: (word: string) => boolean) =>
  documents
    .flatMap(({ id, at, words }) => words.filter(isWanted).map((word) => ({ word, id, at, words })))
    .toSorted(
      (one, other) =>
        Number(one.word > other.word) - Number(one.word < other.word) ||
        Number(one.at < other.at) - Number(one.at > other.at),
    );

/** Records and what became of presses, in one store; `everything` is what lies there, by key. */
export const memoryTable = (): {
  records: Records;
  presses: Presses;
  everything(): [key: string, value: unknown][];
} => {
  const store = new Map<string, unknown>();
  // Everything is copied on its way in and out, as a table does, so that nobody changes what is stored by accident.
  const one = async <Thing>(key: string): Promise<Thing | null> =>
    structuredClone((store.get(key) as Thing | undefined) ?? null);
  const all = <Thing>(prefix: string): Thing[] =>
    [...store.entries()]
      .filter(([key]) => key.startsWith(prefix))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, value]) => structuredClone(value) as Thing);

  const ofPress = <Kept extends { hash: string; until: string }>(
    press: Press,
    key: string,
  ): Kept | null => {
    const kept = store.get(key) as Kept | undefined;
    if (kept === undefined || isKeptNoMore(press.at)(kept)) return null;
    if (kept.hash !== press.hash) throw new Refusal('idempotency_key_reused');
    return kept;
  };
  type Kept = { hash: string; until: string };
  const presses: Presses = {
    find: async (press) => {
      const effect = ofPress<Kept & Effect>(press, KEY.effect(press));
      const answer = ofPress<Kept & { answer: Answer }>(press, KEY.answer(press));
      return { effect: effect && { made: effect.made }, answer: answer?.answer ?? null };
    },
    remember: async (press, answer) => {
      const key = KEY.answer(press);
      if (isKeptNoMore(press.at)(store.get(key) as Stored | undefined))
        store.set(key, { ...keptOf(press), answer });
    },
  };

  const chain = async (of: string, page: PageOf) =>
    pageOf(KEY.events(of), all<AuditEvent>(KEY.events(of)), page);
  const wordsOf = (shelf: Shelf): Words => ({
    having: async (organizationId, list, page) => {
      const documents = all<Findable>(KEY.findable(shelf, organizationId)).filter(
        ({ at }) => 'begins' in list || isAmong(list.days, officeDayOf(at)),
      );
      const entries = wordsAmong(documents, (word) =>
        'begins' in list ? word.startsWith(list.word) : word === list.word,
      );
      const name = `words ${shelf} ${organizationId} ${JSON.stringify(list)}`;
      const numbered = entries.map(
        (entry, index): FoundWord => ({
          ...entry,
          after: `${name}\n${index + 1}`,
        }),
      );
      return pageOf(name, numbered, page);
    },
  });

  const records: Records = {
    reports: {
      read: async (id) => {
        const there = await one<Report | DiscardedReport>(KEY.report(id));
        return there === null || isDiscarded(there) ? null : there;
      },
      of: async (drafterId, state, page) => {
        const mine = all<Report | DiscardedReport>('report/')
          .filter((report) => !isDiscarded(report))
          .filter((report) => report.drafterId === drafterId)
          .filter((report) => state === null || stateOf(report) === state)
          .toSorted(by(({ updatedAt, id }) => `${updatedAt} ${id}`));
        return pageOf(`reports of ${drafterId}`, mine.toReversed().map(summaryOf), page);
      },
      events: chain,
      setAside: (reportId, hash) => one(KEY.setAside(reportId, hash)),
      setAsideOf: async (reportId, page) => {
        const rows = all<WordsSetAside>(KEY.setAside(reportId, ''))
          .toSorted(by(({ writtenAt, hash }) => `${writtenAt} ${hash}`))
          .map(({ content: _, ...row }) => row);
        return pageOf(`aside of ${reportId}`, rows.toReversed(), page);
      },
      everySetAside: async (reportId) =>
        all<WordsSetAside>(KEY.setAside(reportId, '')).map(({ hash }) => hash),
    },
    submissions: {
      read: (id) => one(KEY.submission(id)),
      frozen: (id) => one(KEY.frozen(id)),
      correction: (id) => one(KEY.correction(id)),
      versionsOf: async (reportId, page) => {
        const versions = all<Submission>('submission/')
          .filter((submission) => submission.reportId === reportId)
          .toSorted((one, other) => other.version - one.version);
        return pageOf(
          `versions of ${reportId}`,
          versions.map(({ id, version }) => ({ id, version })),
          page,
        );
      },
      askedIn: async (submissionId) => all(KEY.asked(submissionId)),
      queued: (id) => one(KEY.queued(id)),
      queue: async (organizationId, series, { limit, cursor }) => {
        const placeOf = ({ signedAt, submissionId }: Queued) => `${signedAt} ${submissionId}`;
        const waiting = all<Queued>(KEY.queued(''))
          .filter((one) => one.organizationId === organizationId && one.series === series)
          .toSorted(by(placeOf))
          .filter((one) => cursor === null || placeOf(one) > cursor);
        // The cursor is a place: who leaves the queue moves nobody across it.
        const items = waiting.slice(0, limit);
        const last = items.at(-1);
        return { items, cursor: last && waiting.length > limit ? placeOf(last) : null };
      },
      decidedBy: async (personId, page) => {
        const mine = all<Decided>('decided/')
          .filter((decided) => decided.personId === personId)
          .toSorted(by(({ at }) => at));
        return pageOf(`decided by ${personId}`, mine.toReversed(), page);
      },
      steps: async (organizationId, kind, page) => {
        const done = all<Step>('step/')
          .filter((step) => step.organizationId === organizationId && step.kind === kind)
          .toSorted(by(({ at }) => at));
        return pageOf(`steps ${organizationId} ${kind}`, done.toReversed(), page);
      },
    },
    waiting: {
      of: async (organizationId, asked, page) => {
        const mine = all<Asked>('asked/')
          .filter((row) => row.organizationId === organizationId)
          .filter((row) => whoName(row.asked) === whoName(asked))
          .toSorted(by(({ urgency, since }) => `${rankOf(urgency)} ${since}`));
        return pageOf(`asked ${organizationId} ${whoName(asked)}`, mine, page);
      },
    },
    owed: {
      before: async (before, page) => {
        const owing = all<Submission>('submission/')
          .filter(({ owedSince }) => owedSince !== null && owedSince < before)
          .toSorted(by(({ owedSince }) => owedSince ?? ''));
        return pageOf(
          'owed',
          owing.map(({ id }) => id),
          page,
        );
      },
    },
    tokens: {
      read: (submissionId, wait) => one(KEY.token(submissionId, wait)),
    },
    deliveries: {
      read: (id) => one(KEY.delivery(id)),
      to: async (organizationId, status, page, days = EVER) => {
        const inbox = all<Delivery>('delivery/')
          .filter(({ recipientId }) => recipientId === organizationId)
          .filter((delivery) => status === null || delivery.status === status)
          .filter(({ arrivedAt }) => isAmong(days, officeDayOf(arrivedAt)))
          .toSorted(by(({ arrivedAt }) => arrivedAt));
        return pageOf(`inbox ${organizationId} ${status}`, inbox.toReversed(), page);
      },
      of: async (reportId) => ({
        delivered: all<Delivery>('delivery/').filter((delivery) => delivery.reportId === reportId),
        held: all(KEY.held(reportId, '')),
      }),
      events: chain,
      held: (reportId, recipientId) => one(KEY.held(reportId, recipientId)),
      heldBy: async (senderId, page) => {
        const waiting = all<HeldDelivery>('held/')
          .filter((held) => held.senderId === senderId && held.status === 'waiting')
          .toSorted(by(({ urgency, since }) => `${rankOf(urgency)} ${since}`));
        return pageOf(`held by ${senderId}`, waiting, page);
      },
    },
    registers: {
      counter: (organizationId, year, series) => one(KEY.counter(organizationId, year, series)),
      row: (organizationId, year, series, number) =>
        one(`${KEY.outgoing(organizationId, year, series)}${nth(number)}`),
      rows: async (organizationId, year, series, page, days = EVER) => {
        const list = KEY.outgoing(organizationId, year, series);
        const rows = all<OutgoingEntry>(list).filter(({ date }) => isAmong(days, date));
        return pageOf(list, page.lastFirst ? rows.toReversed() : rows, page);
      },
    },
    incoming: {
      counter: (organizationId, year) => one(KEY.incomingCounter(organizationId, year)),
      row: (organizationId, year, number) =>
        one(`${KEY.incoming(organizationId, year)}${nth(number)}`),
      rows: async (organizationId, year, page, days = EVER) => {
        const list = KEY.incoming(organizationId, year);
        const rows = all<IncomingEntry>(list).filter(({ arrivedOn }) => isAmong(days, arrivedOn));
        return pageOf(list, page.lastFirst ? rows.toReversed() : rows, page);
      },
    },
    knownFiles: {
      read: (sha256) => one(KEY.file(sha256)),
    },
    reportWords: wordsOf('report'),
    deliveryWords: wordsOf('delivery'),
    commit: async (...changes) => {
      const writes = changes.flatMap(writesOf);
      for (const { key, holds } of writes) {
        const there = store.get(key) as Stored | undefined;
        if (holds && !holds(there)) throw conflictWith(there);
      }
      for (const { key, value, stays } of writes) {
        if (stays) continue;
        if (value === undefined) store.delete(key);
        else store.set(key, structuredClone(value));
      }
    },
  };
  const everything = () => [...store].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { records, presses, everything };
};
