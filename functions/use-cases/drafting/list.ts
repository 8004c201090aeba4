// What is on my lists? My reports, and what waits for me: bounded pages, never scans.
import type {
  DecidedRow,
  OrganizationView,
  PersonView,
  ReportRow,
  WaitingRow,
} from '../../contracts/views.ts';
import { isValidAt } from '../../domain/organization.ts';
import type { ReportState } from '../../domain/report-summary.ts';
import type { Asked, Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { presentReports } from './present-reports.ts';

const mapPage = <From, To>({ items, cursor }: Page<From>, row: (item: From) => To): Page<To> => ({
  items: items.map(row),
  cursor,
});

/** A page of who is asked, with the names of those who sent it. */
const waitingRows = async (
  { records, directory }: Needs<'records' | 'directory'>,
  { organization }: Caller,
  asked: Asked['asked'],
  page: PageOf,
): Promise<Page<WaitingRow>> => {
  const [found, people] = await Promise.all([
    records.askedOf(organization.id, asked, page),
    directory.people(organization.id),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return mapPage(found, ({ organizationId: _, asked: __, drafterId, ...row }) => ({
    ...row,
    drafterName: nameOf.get(drafterId) ?? '',
  }));
};

/** Those in one state, or all. Refusals: not_permitted, cursor_invalid (as of every list here). */
export const listReports = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  { state, ...page }: PageOf & { state: ReportState | null },
): Promise<Page<ReportRow>> => {
  requireRole(caller, 'drafter');
  const found = await world.records.reportsOf(caller.person.id, state, page);
  return presentReports(world, caller, found);
};

/** What waits for me as reviewer or signer. */
export const listWaiting = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<WaitingRow>> => {
  requireRole(caller, 'reviewer', 'signer');
  return waitingRows(world, caller, { person: caller.person.id }, page);
};

/** What I have decided, whatever I am now. Refusal: cursor_invalid. */
export const listDecided = async (
  { records }: Needs<'records'>,
  { person }: Caller,
  page: PageOf,
): Promise<Page<DecidedRow>> => {
  const found = await records.decidedBy(person.id, page);
  return mapPage(found, ({ personId: _, ...row }) => row);
};

/** What waits for a clerk: the seal, or help. */
export const listRegistry = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<WaitingRow>> => {
  requireRole(caller, 'clerk');
  return waitingRows(world, caller, { role: 'clerk' }, page);
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
