// What do the decree's rules find in a report today, with what the directory knows of those whom it means?
import { checkReport } from '../../document/check/check-report.ts';
import type { Facts } from '../../document/check/rule.ts';
import type { Finding } from '../../domain/finding.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { officeDayOf } from '../../domain/office-calendar.ts';
import { isValidAt, type Organization } from '../../domain/organization.ts';
import type { ReportContent, SignatureBlock } from '../../domain/report-content.ts';
import type { Needs } from '../world.ts';
import type { Caller } from './identify.ts';

/** The organizations that the words mean, of whom the directory knows. */
export type Meant = ReadonlyMap<OrganizationId, Organization>;

/** What the directory knows of those whom the report means; at most 150 recipients are asked for, each once. */
export const meantBy = async (
  { directory }: Needs<'directory'>,
  { addressees, recipients }: ReportContent,
): Promise<Meant> => {
  const ids = new Set(
    [...addressees, ...recipients].flatMap(({ organizationId }) => organizationId ?? []),
  );
  const known = await Promise.all([...ids].map((id) => directory.organization(id)));
  return new Map(known.flatMap((one) => (one ? [[one.id, one] as const] : [])));
};

const closedAmong = async (
  { directory }: Needs<'directory'>,
  meant: Meant,
  at: string,
): Promise<Facts['closed']> => {
  const closed = [...meant.values()].filter((organization) => !isValidAt(organization, at));
  const facts = await Promise.all(
    closed.map(async ({ id, name, successorId }) => {
      const successor = successorId ? await directory.organization(successorId) : null;
      return [id, { name, successor: successor && { id: successor.id, name: successor.name } }];
    }),
  );
  return Object.fromEntries(facts);
};

/** What the rules find in these words today, with what the directory knows of those meant and of who signs at the end. */
export const findingsIn = async (
  world: Needs<'directory'>,
  content: ReportContent,
  { organization: { abbreviation }, at }: Caller,
  { meant, signer }: { meant: Meant; signer: SignatureBlock | null },
): Promise<Finding[]> =>
  checkReport(content, {
    today: officeDayOf(at),
    abbreviation,
    closed: await closedAmong(world, meant, at),
    signer,
  });
