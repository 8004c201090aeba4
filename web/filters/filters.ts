// Which filters are set? They stand in the address (URL), so that they are there again when somebody comes back;
// whatever is no filter is left out.

import { DOCUMENT_TYPES, type DocumentType } from '../../functions/domain/content/document-type.ts';
import type { DeliveryStatus } from '../../functions/domain/issued/delivery.ts';
import type { OfficeDay } from '../../functions/domain/office-calendar.ts';
import type { ReportState } from '../../functions/domain/workflow/report-summary.ts';
import { presentYear } from '../parts/time.ts';
import { words } from '../words/words.ts';

export type DaysFilter = { from?: OfficeDay; until?: OfficeDay };
export type WordsFilter = { words?: string };
export type InboxFilter = DaysFilter &
  WordsFilter & {
    sender?: string;
    type?: DocumentType;
    status?: DeliveryStatus;
    urgent?: true;
  };
export type ReportFilter = { state?: ReportState };
/** What a clerk is to do about something: one of the queue's kinds. */
export type Kind = keyof typeof words.queue.kinds;
export type QueueFilter = { kind?: Kind };
export type RegisterFilter = DaysFilter & WordsFilter;
/** Which of an office's registers is open; the present year's, and that of reports, unless it is said. */
export type BookFilter = RegisterFilter & {
  year?: number;
  type?: DocumentType;
  order?: BookOrder;
};
/** By number. */
export type BookOrder = 'ascending' | 'descending';
/** The latest numbers are looked for most. */
export const FIRST_ORDER: BookOrder = 'descending';

export const TYPES = Object.keys(DOCUMENT_TYPES) as DocumentType[];
export const STATES = Object.keys(words.reports.states) as ReportState[];
export const KINDS = Object.keys(words.queue.kinds) as Kind[];
export const STATUSES = Object.keys(words.life.deliveryStatus) as DeliveryStatus[];

/** As many as the API takes. */
const LONGEST = 200;

const textIn = (said: unknown): string | undefined =>
  // A number in an address is read as one.
  typeof said === 'string' || typeof said === 'number'
    ? String(said).slice(0, LONGEST) || undefined
    : undefined;
/** Browsers read the 30th of February as a day of March, which it is not when it is written again. */
const isDay = (said: string): said is OfficeDay => {
  const read = new Date(`${said}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === said;
};
export const dayIn = (said: unknown): OfficeDay | undefined =>
  typeof said === 'string' && isDay(said) ? said : undefined;

type Said = Record<string, unknown>;

/** Only what is there: an address says nothing about what is not looked for. */
const present = <Filter extends object>(filter: Filter) =>
  Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  ) as { [Name in keyof Filter]?: Exclude<Filter[Name], undefined> };

export const wordsIn = (said: Said): WordsFilter => present({ words: textIn(said.words) });

export const reportFilterIn = (said: Said): ReportFilter =>
  present({ state: STATES.find((state) => state === said.state) });

export const queueFilterIn = (said: Said): QueueFilter =>
  present({ kind: KINDS.find((kind) => kind === said.kind) });

/** No end before the beginning: the API refuses such days. */
const daysIn = (said: Said): DaysFilter => {
  const [from, until] = [dayIn(said.from), dayIn(said.until)];
  return present({ from, until: from && until && until < from ? undefined : until });
};

export const registerFilterIn = (said: Said): RegisterFilter =>
  present({ words: textIn(said.words), ...daysIn(said) });

/** Registers of the last ten years can be opened here; older ones are in the archive. */
export const yearsOfRegisters = (): number[] =>
  Array.from({ length: 10 }, (_, before) => presentYear() - before);

/** The present year is not said: what somebody keeps of it is next year's beginning. */
export const bookFilterIn = (said: Said): BookFilter =>
  present({
    ...registerFilterIn(said),
    year: yearsOfRegisters()
      .slice(1)
      .find((year) => String(year) === String(said.year)),
    type: TYPES.find((type) => type === said.type),
    order: said.order === 'ascending' ? said.order : undefined,
  });

export const inboxFilterIn = (said: Said): InboxFilter =>
  present({
    ...registerFilterIn(said),
    sender: textIn(said.sender),
    type: TYPES.find((type) => type === said.type),
    status: STATUSES.find((status) => status === said.status),
    urgent: String(said.urgent) === 'true' ? (true as const) : undefined,
  });
