// How are the lines of Kính gửi and Nơi nhận put in order? One is moved, and many come at once from elsewhere.
import type { OrganizationView } from '../../../functions/contracts/views.ts';
import {
  ARCHIVE,
  LISTED,
  RECIPIENTS_TITLE,
  withoutEnd,
} from '../../../functions/domain/content/listed-line.ts';
import type { RecipientLine } from '../../../functions/domain/content/report-content.ts';
import type { RecipientNames } from '../../../functions/domain/directory/recipient-name.ts';
import { nameOnly, written } from './named-line.ts';

type Names = Pick<RecipientNames<OrganizationView>, 'named'>;

/** The same list where there is no such place. */
export const moved = <Each>(lines: readonly Each[], from: number, to: number): Each[] => {
  const line = lines[from];
  if (line === undefined || to < 0 || to >= lines.length) return [...lines];
  return lines.toSpliced(from, 1).toSpliced(to, 0, line);
};

const NOTHING_LEFT: ReadonlySet<string> = new Set();

const ADDRESSEES_TITLE = /^kính\s+gửi\s*(?::\s*|$)/iu;

/** A line of these words: it goes where they name one organization, and is a name only where they do not. */
export const lineOf = (text: string, names: Names): RecipientLine =>
  written(nameOnly(text), text, names, NOTHING_LEFT);

/**
 * Lines as they stand in a document, without what marks them there. What is filed, `Lưu: VT`, is the archive's own line
 * where that says less or nothing yet (`archive` null: there is none); else it is a line as any other, for nothing is lost.
 */
export const recipientsIn = (
  said: readonly string[],
  names: Names,
  archive: string | null,
): { lines: RecipientLine[]; archive: string | null } => {
  let filed = archive;
  const lines: RecipientLine[] = [];
  for (const each of said) {
    const bare = each.trim().replace(RECIPIENTS_TITLE, '').replace(ADDRESSEES_TITLE, '');
    const text = withoutEnd(bare.replace(LISTED, ''));
    if (text === '') continue;
    const isFiled = filed !== null && ARCHIVE.test(text) && text.startsWith(withoutEnd(filed));
    if (isFiled) filed = text;
    else lines.push(lineOf(text, names));
  }
  return { lines, archive: filed };
};
