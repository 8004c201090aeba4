// How do use cases get records without a table? In memory, under the same conditions.
// Trusted because one contract is asked of it and of the table. Not here: the limit of an item, and lists that lag.
import type { Delivery } from '../../functions/domain/delivery.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import type { Report } from '../../functions/domain/report.ts';
import { summaryOf } from '../../functions/domain/report-summary.ts';
import type { Submission } from '../../functions/domain/submission.ts';
import type { Wait } from '../../functions/domain/wait.ts';
import type { Asked, Change, Page, PageOf, Records } from '../../functions/use-cases/ports.ts';

type Stored = { revision?: number; status?: string; lastNumber?: number };
type Write = { key: string; value: unknown; holds?: (there: Stored | undefined) => boolean };

const isNew = (there: Stored | undefined): boolean => there === undefined;
const still =
  <Part extends keyof Stored>(part: Part, before: Pick<Stored, Part> | null) =>
  (there: Stored | undefined): boolean =>
    before === null ? there === undefined : there?.[part] === before[part];

const waitName = (wait: Wait) => (wait.kind === 'round' ? `round ${wait.round}` : wait.kind);
const whoName = (asked: Asked['asked']) => ('person' in asked ? asked.person : 'clerk');
const nth = (number: number) => String(number).padStart(9, '0');

const KEY = {
  report: (id: string) => `report/${id}`,
  submission: (id: string) => `submission/${id}`,
  frozen: (id: string) => `frozen/${id}`,
  delivery: (id: string) => `delivery/${id}`,
  events: (of: string) => `event/${of}/`,
  counter: (of: string, year: number, series: string) => `counter/${of}/${year}/${series}`,
  incomingCounter: (of: string, year: number) => `incoming-counter/${of}/${year}`,
  outgoing: (of: string, year: number, series: string) => `outgoing/${of}/${year}/${series}/`,
  incoming: (of: string, year: number) => `incoming/${of}/${year}/`,
  asked: (submission: string) => `asked/${submission}/`,
  token: (submission: string, wait: Wait) => `token/${submission}/${waitName(wait)}`,
  file: (sha256: string) => `file/${sha256}`,
};

const askedKey = ({ submissionId, wait, asked }: Asked) =>
  `${KEY.asked(submissionId)}${waitName(wait)}/${whoName(asked)}`;

/** Every write of a change with the condition that the port names. */
const writesOf = (change: Change): Write[] => {
  const { report, submission, delivery, counter, outgoing, incoming, incomingCounter } = change;
  const writes: Write[] = [];
  const put = (key: string, value: unknown, holds?: Write['holds']) =>
    writes.push({ key, value, ...(holds && { holds }) });
  if (report) put(KEY.report(report.after.id), report.after, still('revision', report.before));
  if (submission) {
    const { before, after, frozen } = submission;
    put(KEY.submission(after.id), after, still('revision', before));
    if (frozen) put(KEY.frozen(after.id), frozen, isNew);
  }
  if (delivery) {
    put(KEY.delivery(delivery.after.id), delivery.after, still('revision', delivery.before));
  }
  for (const chain of [report, delivery]) {
    for (const event of chain?.events ?? []) {
      put(`${KEY.events(chain?.after.id ?? '')}${nth(event.sequence)}`, event, isNew);
    }
  }
  if (counter) {
    const { organizationId, year, series } = counter.after;
    const key = KEY.counter(organizationId, year, series);
    put(key, counter.after, still('lastNumber', counter.before));
  }
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
  if (change.token && 'put' in change.token) {
    const { put: token } = change.token;
    put(KEY.token(token.submissionId, token.wait), token);
  } else if (change.token) {
    const { submissionId, wait } = change.token.remove;
    put(KEY.token(submissionId, wait), undefined);
  }
  for (const file of change.file ?? []) put(KEY.file(file.sha256), file);
  return writes;
};

const conflictWith = (there: Stored | undefined): Refusal => {
  const { revision, status } = there ?? {};
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

export const memoryRecords = (): Records => {
  const store = new Map<string, unknown>();
  // Everything is copied on its way in and out, as a table does, so that nobody changes what is stored by accident.
  const one = async <Thing>(key: string): Promise<Thing | null> =>
    structuredClone((store.get(key) as Thing | undefined) ?? null);
  const all = <Thing>(prefix: string): Thing[] =>
    [...store.entries()]
      .filter(([key]) => key.startsWith(prefix))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, value]) => structuredClone(value) as Thing);

  return {
    report: (id) => one(KEY.report(id)),
    submission: (id) => one(KEY.submission(id)),
    frozen: (id) => one(KEY.frozen(id)),
    delivery: (id) => one(KEY.delivery(id)),
    counter: (organizationId, year, series) => one(KEY.counter(organizationId, year, series)),
    incomingCounter: (organizationId, year) => one(KEY.incomingCounter(organizationId, year)),
    outgoingEntry: (organizationId, year, series, number) =>
      one(`${KEY.outgoing(organizationId, year, series)}${nth(number)}`),
    token: (submissionId, wait) => one(KEY.token(submissionId, wait)),
    fileByHash: (sha256) => one(KEY.file(sha256)),

    events: async (of, page) => pageOf(KEY.events(of), all(KEY.events(of)), page),
    reportsOf: async (drafterId, page) => {
      const mine = all<Report>('report/')
        .filter((report) => report.drafterId === drafterId)
        .toSorted(by(({ updatedAt }) => updatedAt));
      return pageOf(`reports of ${drafterId}`, mine.toReversed().map(summaryOf), page);
    },
    askedOf: async (organizationId, asked, page) => {
      const mine = all<Asked>('asked/')
        .filter((row) => row.organizationId === organizationId)
        .filter((row) => whoName(row.asked) === whoName(asked))
        .toSorted(by(({ since }) => since));
      return pageOf(`asked ${organizationId} ${whoName(asked)}`, mine, page);
    },
    askedIn: async (submissionId) => all(KEY.asked(submissionId)),
    outgoing: async (organizationId, year, series, page) => {
      const list = KEY.outgoing(organizationId, year, series);
      return pageOf(list, all(list), page);
    },
    incoming: async (organizationId, year, page) => {
      const list = KEY.incoming(organizationId, year);
      return pageOf(list, all(list), page);
    },
    deliveriesTo: async (organizationId, status, page) => {
      const inbox = all<Delivery>('delivery/')
        .filter(({ recipientId }) => recipientId === organizationId)
        .filter((delivery) => status === null || delivery.status === status)
        .toSorted(by(({ arrivedAt }) => arrivedAt));
      return pageOf(`inbox ${organizationId} ${status}`, inbox.toReversed(), page);
    },
    deliveriesOf: async (reportId) =>
      all<Delivery>('delivery/').filter((delivery) => delivery.reportId === reportId),
    owed: async (before, page) => {
      const owing = all<Submission>('submission/')
        .filter(({ owedSince }) => owedSince !== null && owedSince < before)
        .toSorted(by(({ owedSince }) => owedSince ?? ''));
      return pageOf(
        'owed',
        owing.map(({ id }) => id),
        page,
      );
    },

    commit: async (change) => {
      const writes = writesOf(change);
      for (const { key, holds } of writes) {
        const there = store.get(key) as Stored | undefined;
        if (holds && !holds(there)) throw conflictWith(there);
      }
      for (const { key, value } of writes) {
        if (value === undefined) store.delete(key);
        else store.set(key, structuredClone(value));
      }
    },
  };
};
