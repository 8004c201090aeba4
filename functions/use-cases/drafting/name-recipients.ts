// Which lines of a Word file name an organization of the directory? Those go there by the system, and the drafter is told so.
import { noteOf } from '../../document/import/note.ts';
import type { ImportNote } from '../../domain/content/import-note.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { isValidAt, type Organization } from '../../domain/directory/organization.ts';
import {
  isOnlyNamed,
  linkedByName,
  recipientNames,
} from '../../domain/directory/recipient-name.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** Of a list: as many as one may have. */
const AT_ONCE = 100;
/** Five thousand organizations: all communes of the country, with a department more for every second. */
const MOST_PAGES = 50;

/** All that exist today; none where there are more than are read: of some nobody knows whether a name is borne once. */
const everyOrganization = async (
  { directory }: Needs<'directory'>,
  { at }: Caller,
): Promise<Organization[]> => {
  const all: Organization[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read: Awaited<ReturnType<typeof directory.organizations>> = await directory.organizations(
      { limit: AT_ONCE, cursor },
    );
    all.push(...read.items.filter((organization) => isValidAt(organization, at)));
    cursor = read.cursor;
    if (cursor === null) return all;
  }
  return [];
};

/** The same words; `notes` say of which lines the directory knew where they go. */
export const nameRecipients = async (
  world: Needs<'directory'>,
  caller: Caller,
  content: ReportContent,
): Promise<{ content: ReportContent; notes: ImportNote[] }> => {
  if (![...content.addressees, ...content.recipients].some(isOnlyNamed)) {
    return { content, notes: [] };
  }
  const names = recipientNames(await everyOrganization(world, caller), caller.organization);
  const { content: named, linked } = linkedByName(content, names);
  return { content: named, notes: [...new Set(linked)].map((text) => noteOf('recipient', text)) };
};
