// What do the decree's rules find in a report today, with what the directory knows of the people and organizations it names?
import { checkReport } from '../../document/check/check-report.ts';
import type { Facts } from '../../document/check/rule.ts';
import type { Finding } from '../../domain/content/finding.ts';
import type { ReportContent, SignatureBlock } from '../../domain/content/report-content.ts';
import { isValidAt, type Organization } from '../../domain/directory/organization.ts';
import type { Instant, OrganizationId } from '../../domain/ids.ts';
import { officeDayOf } from '../../domain/office-calendar.ts';
import type { Needs } from '../world.ts';
import type { Caller } from './identify.ts';

/** What the directory knows of those whom a report means. */
export type Meant = {
  organizations: ReadonlyMap<OrganizationId, Organization>;
  /** Those of them that exist no more, and who follows them. */
  closed: Facts['closed'];
};

const closedAmong = async (
  { directory }: Needs<'directory'>,
  organizations: Meant['organizations'],
  at: Instant,
): Promise<Facts['closed']> => {
  const closed = [...organizations.values()].filter((one) => !isValidAt(one, at));
  const facts = await Promise.all(
    closed.map(async ({ id, name, successorId }) => {
      const successor = successorId ? await directory.organization(successorId) : null;
      return [id, { name, successor: successor && { id: successor.id, name: successor.name } }];
    }),
  );
  return Object.fromEntries(facts);
};

/** Each is asked for once, at most 150 recipients; and once more for those who follow the closed. */
export const meantBy = async (
  world: Needs<'directory'>,
  { addressees, recipients }: ReportContent,
  at: Instant,
): Promise<Meant> => {
  const ids = new Set(
    [...addressees, ...recipients].flatMap(({ organizationId }) => organizationId ?? []),
  );
  const known = await Promise.all([...ids].map((id) => world.directory.organization(id)));
  const organizations = new Map(known.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return { organizations, closed: await closedAmong(world, organizations, at) };
};

/** What the rules find in these words today. `signer`: how whoever signs at the end is printed; null where nobody knows. */
export const findingsIn = (
  content: ReportContent,
  { organization: { abbreviation }, at }: Caller,
  { closed }: Meant,
  signer: SignatureBlock | null,
): Finding[] => checkReport(content, { today: officeDayOf(at), abbreviation, closed, signer });
