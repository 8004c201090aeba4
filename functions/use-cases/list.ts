// What is on my lists? My reports, what waits for me, registers and the inbox: bounded pages, never scans.
import type { OrganizationView, PersonView, ReportRow, WaitingRow } from '../contracts/views.ts';
import type { Delivery, DeliveryStatus } from '../domain/delivery.ts';
import { isValidAt } from '../domain/organization.ts';
import type { IncomingEntry, OutgoingEntry, Series } from '../domain/register.ts';
import { type Caller, requireRole } from './identify.ts';
import type { Asked, Page, PageOf } from './ports.ts';
import type { Needs } from './world.ts';

const mapPage = <From, To>({ items, cursor }: Page<From>, row: (item: From) => To): Page<To> => ({
  items: items.map(row),
  cursor,
});

const waitingRow = ({
  submissionId,
  reportId,
  wait,
  subject,
  symbol,
  since,
}: Asked): WaitingRow => ({
  submissionId,
  reportId,
  wait,
  subject,
  symbol,
  since,
});

/** Refusals: not_permitted, cursor_invalid (as of every list here). */
export const listReports = async (
  { records }: Needs<'records'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<ReportRow>> => {
  requireRole(caller, 'drafter');
  return records.reportsOf(caller.person.id, page);
};

/** What waits for me as reviewer or signer. */
export const listWaiting = async (
  { records }: Needs<'records'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<WaitingRow>> => {
  requireRole(caller, 'reviewer', 'signer');
  const asked = { person: caller.person.id };
  return mapPage(await records.askedOf(caller.organization.id, asked, page), waitingRow);
};

/** What waits for a clerk: the seal, or help. */
export const listRegistry = async (
  { records }: Needs<'records'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<WaitingRow>> => {
  requireRole(caller, 'clerk');
  return mapPage(
    await records.askedOf(caller.organization.id, { role: 'clerk' }, page),
    waitingRow,
  );
};

/** Sổ đăng ký văn bản đi. */
export const listOutgoing = async (
  { records }: Needs<'records'>,
  caller: Caller,
  { year, series, ...page }: PageOf & { year: number; series: Series },
): Promise<Page<OutgoingEntry>> => {
  requireRole(caller, 'clerk');
  return records.outgoing(caller.organization.id, year, series, page);
};

/** Sổ đăng ký văn bản đến. */
export const listIncoming = async (
  { records }: Needs<'records'>,
  caller: Caller,
  { year, ...page }: PageOf & { year: number },
): Promise<Page<IncomingEntry>> => {
  requireRole(caller, 'recipientOfficer', 'clerk');
  return records.incoming(caller.organization.id, year, page);
};

/** The inbox of my organization. */
export const listDeliveries = async (
  { records }: Needs<'records'>,
  caller: Caller,
  { status, ...page }: PageOf & { status: DeliveryStatus | null },
): Promise<Page<Delivery>> => {
  requireRole(caller, 'recipientOfficer');
  return records.deliveriesTo(caller.organization.id, status, page);
};

/** Organizations that exist today. */
export const listOrganizations = async (
  { directory }: Needs<'directory'>,
  { at }: Caller,
  page: PageOf,
): Promise<Page<OrganizationView>> => {
  const { items, cursor } = await directory.organizations(page);
  const open = items.filter((organization) => isValidAt(organization, at));
  return mapPage({ items: open, cursor }, ({ id, name, place, parentId, successorId }) => ({
    id,
    name,
    place,
    parentId,
    successorId,
  }));
};

/** People of my organization whose office is not over. */
export const listPeople = async (
  { directory }: Needs<'directory'>,
  { organization, at }: Caller,
): Promise<PersonView[]> =>
  (await directory.people(organization.id))
    .filter((person) => isValidAt(person, at))
    .map(({ id, organizationId, name, title, roles, signatureBlock }) => ({
      id,
      organizationId,
      name,
      title,
      roles,
      signatureBlock,
    }));
